import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Author } from '../../../src/core/author.ts'
import type { Collection } from '../../../src/core/source.ts'
import { scores } from '../../../src/queries/calculator/scores.ts'
import { AuthorScores, authorScores, scoresOf } from '../../../src/queries/report/author-scores.ts'
import { calibration } from '../../../src/queries/report/calibration.ts'
import { definitionOf } from '../../../src/queries/report/definitions.ts'
import { within } from '../../../src/queries/report/monthly.ts'
import { scoreMeasures } from '../../../src/queries/report/score-measures.ts'
import { scoresNamed } from '../../../src/queries/report/scores-of-many.ts'
import type { MonthlyCounts } from '../../../src/storage/report-counts.ts'
import { statementsOf } from '../../support/counting-statements.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { authorNamed, manyRaces, type Race, run } from '../board/races.ts'

const now = instant('2026-06-01T00:00:00.000Z')
const part = { collection: null, timing: 'prospective', voice: 'own', now } as const
const figureOf = (flat: AuthorScores, measure: string) => flat.scores.find((row) => row.measure === measure)?.value
const SAID = [0.1, 0.25, 0.4, 0.6, 0.85]
const varied = (count: number, end: string): Race[] =>
  manyRaces(count, (at) => ({ Ada: SAID[at % 5] ?? 0.5, Ben: at % 2 === 0 ? 0.5 : null }), { end })
const twoMonths = () => [...varied(24, '2025-01-31'), ...varied(12, '2025-02-28')]

const flatOf = async (world: World, author: Author) => {
  const flat = (await authorScores(world.tx, [author], part)).get(author.id)
  return AuthorScores.strict().parse(flat)
}

describe('flat scores', () => {
  it('are the figures of the calibration report, and of the calculator on the same forecasts', () =>
    inWorld(async (world) => {
      const races = twoMonths()
      const author = authorNamed(await run(world, races), 'Ada')
      const flat = await flatOf(world, author)
      const report = await calibration(world.tx, { author, ...part })
      const [sheet] = scores({
        forecasts: races.map(({ key, said, outcome }) => ({
          question: key,
          probability: said['Ada'] ?? undefined,
          outcome: outcome as 'yes' | 'no',
        })),
      }).authors
      for (const [measure, other, calculated] of [
        ['n', report.n, sheet?.n],
        ['families', report.families, sheet?.families],
        ['hits', report.hits, sheet?.hits],
        ['expectedHits', report.expectedHits, sheet?.expectedHits],
        ['brier', report.brier?.mean, sheet?.brier?.mean],
        ['logScore', report.logScore?.raw, sheet?.logScore?.raw],
        ['overconfidence', report.leaning?.overconfidence.value, sheet?.leaning?.overconfidence.value],
        ['slope', report.slope?.slope.value, sheet?.slope?.slope.value],
        ['eValue', report.eValue?.e, sheet?.eValue?.e],
      ] as const) {
        expect(figureOf(flat, measure), measure).toBe(other)
        expect(figureOf(flat, measure), measure).toBeCloseTo(Number(calculated), 12)
      }
      const counts = report.counts.filter(({ n }) => n > 0)
      expect(counts.map(({ probability: p, n, hits }) => ({ p, n, hits }))).toEqual(sheet?.counts)
      const withheld = new Set(report.withheld.map(({ field }) => field))
      for (const { id, field } of scoreMeasures) {
        if (field !== null && withheld.has(field)) expect(figureOf(flat, id), id).toBeNull()
      }
    }))

  it('come month by month, with what each month may show', () =>
    inWorld(async (world) => {
      const author = authorNamed(await run(world, twoMonths()), 'Ada')
      const { series, entered } = await flatOf(world, author)
      const rule = 'a trend over time needs 300 families; this author has 36'
      expect({ entered, series }).toMatchObject({
        entered: false,
        series: [
          {
            month: '2025-01',
            due: 24,
            n: 24,
            hits: 8,
            families: 24,
            pending: 0,
            void: 0,
            brier: null,
            withheld: [{ field: 'brier', rule }],
          },
          { month: '2025-02', due: 12, n: 12, hits: 4, families: 12, entered: null },
        ],
      })
    }))

  it('of many authors ask the database as often as of one', () =>
    inWorld(async (world) => {
      await run(world, varied(6, '2025-01-31'))
      const asked = (names: string[]) => statementsOf(world.tx, () => scoresNamed(world.tx, names, part))
      expect(await asked(['ben', 'ada', 'nobody'])).toBe(await asked(['ada']))
      expect(await asked(['ada'])).toBe(4)
      const many = await scoresNamed(world.tx, ['ben', 'ada', 'nobody', 'ada'], part)
      expect(many.map(({ scores: flat, problem }) => flat?.author.slug ?? problem?.code)).toEqual([
        'ben',
        'ada',
        'not-found',
        'ada',
      ])
    }))
})

const form = fc.record({
  micro: fc.constantFrom<number>(50_000, 200_000, 500_000, 700_000, 990_000),
  month: fc.constantFrom<string>('2025-01', '2025-02', '2025-03'),
  family: fc.integer({ min: 0, max: 400 }),
  hit: fc.boolean(),
  weak: fc.integer({ min: 0, max: 9 }).map((k) => k === 0),
})

/** Counts as storage gives them, of single items. */
const monthlyOf = (items: readonly (typeof form extends fc.Arbitrary<infer Item> ? Item : never)[]): MonthlyCounts => ({
  forms: items.map(({ micro, month, hit, weak }) => ({
    form: `micro:${micro}`,
    dueMonth: month,
    weakHedge: weak,
    n: 1,
    hits: Number(hit),
    pending: 0,
    void: 0,
  })),
  families: items
    .filter(({ weak }) => !weak)
    .map(({ micro, month, family, hit }) => ({
      familyId: `${family}`,
      dueMonth: month,
      form: `micro:${micro}`,
      n: 1,
      hits: Number(hit),
    })),
  weakFamilies: [],
})

const author = Author.parse({
  id: `aut_${'0'.repeat(26)}`,
  name: 'Ada',
  slug: 'ada',
  kind: 'model',
  bot: false,
  recordedAt: now,
})

it('of entered cohorts is of their months alone, while the series shows every month', () => {
  const items = ['2025-01', '2025-01', '2025-02'].map((month, at) => ({
    micro: 200_000,
    month,
    family: at,
    hit: false,
    weak: false,
  }))
  const all = monthlyOf(items)
  const cohort = { months: ['2025-01'], due: 200, settled: 200, entered: true }
  const slice = { set: 'collection:col_1', windowSources: [], dueBefore: '2026-06', dueMonths: cohort.months }
  const judged = within(all, cohort.months)
  const collection = { id: 'col_1', slug: 'papers' } as Collection
  const reach = { slice, cohort, entered: true }
  const flat = scoresOf(author, { ...part, collection }, reach, { counts: { judged, all, evidence } })
  expect(flat).toMatchObject({ entered: true, collectionId: 'col_1' })
  expect(figureOf(flat, 'n')).toBe(2)
  expect(flat.counts).toContain('&collection=papers')
  expect(flat.series.map(({ month, n, entered }) => [month, n, entered])).toEqual([
    ['2025-01', 2, true],
    ['2025-02', 1, false],
  ])
})

const evidence = { families: [], open: [], since: null, later: 0 }

describe('every flat report', () => {
  it('says of each measure a value or why there is none, and its months add up', () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 400 }), (items) => {
        const all = monthlyOf(items)
        const reach = { slice: { set: 'all', windowSources: [], dueBefore: '2026-06' }, cohort: null, entered: false }
        const flat = AuthorScores.parse(scoresOf(author, part, reach, { counts: { judged: all, all, evidence } }))
        for (const { measure, value, withheld, missing, families } of flat.scores) {
          expect(value === null, measure).toBe(withheld.length + missing.length > 0)
          const minimum = definitionOf(measure).minimumFamilies
          if (minimum !== null && families !== null && families < minimum) expect(value, measure).toBeNull()
        }
        const headline = items.filter(({ weak }) => !weak)
        expect(figureOf(flat, 'n')).toBe(headline.length)
        expect(flat.series.reduce((so, { n }) => so + n, 0)).toBe(headline.length)
        expect(flat.series.map(({ month }) => month)).toEqual([...new Set(headline.map(({ month }) => month))].sort())
        const hedged = items.length === 0 ? null : (items.length - headline.length) / items.length
        expect(figureOf(flat, 'hedgeShare')).toBe(hedged)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
