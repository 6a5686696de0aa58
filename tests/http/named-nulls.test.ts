import { expect, it } from 'vitest'
import { z } from 'zod'
import { closeQuestion } from '../../src/actions/questions/append-resolution.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { createApp } from '../../src/http/app.ts'
import { writeReports } from '../../src/jobs/write-reports.ts'
import { LeaderboardPage } from '../../src/queries/board/leaderboard-page.ts'
import { AuthorLexicon } from '../../src/queries/report/author-lexicon.ts'
import { CalibrationReport } from '../../src/queries/report/calibration-report.ts'
import { Definition } from '../../src/queries/report/definitions.ts'
import { PinnedReport } from '../../src/queries/report/pinned-report.ts'
import { ReportFigures } from '../../src/queries/report/report-schema.ts'
import { StoredReport } from '../../src/queries/report/stored-report.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { accepted, settleYes } from '../actions/story.ts'
import { bodyOf } from '../contract/api.ts'
import { manyRaces, run } from '../queries/board/races.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const NOW = instant('2025-06-01T04:00:00.000Z')
const getAt = (world: World) => {
  const app = createApp(() => ({ ...servicesHere(world.database), clock: () => NOW }), draws)
  return async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

/** The paths of all nulls inside a value. */
const nullsOf = (value: unknown, path: readonly string[] = []): string[] => {
  if (value === null) return [path.join('.')]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => nullsOf(part, [...path, name]))
}

type Named = { withheld: readonly { field: string }[]; missing: readonly { field: string }[] }

/** Those of its nulls that an answer names neither with a rule nor with a reason. */
const unnamed = ({ withheld, missing }: Named, figures: object): string[] => {
  const named = [...withheld, ...missing].map(({ field }) => field)
  return nullsOf(figures).filter((path) => !named.some((name) => path === name || path.startsWith(`${name}.`)))
}

const figuresOf = (report: object): object =>
  Object.fromEntries(Object.entries(report).filter(([name]) => name in ReportFigures))

it.each([0, 5, 21, 29, 30])(
  'names every null of a report of %i families, and serves no bound of what is withheld',
  (n) =>
    inWorld(async (world) => {
      const races = manyRaces(Math.max(n, 1), (at) => ({ Ada: [0.1, 0.3, 0.6][at % 3] ?? 0.5 }))
      await run(world, n === 0 ? races.map((race) => ({ ...race, outcome: 'open' })) : races)
      const get = getAt(world)
      const report = bodyOf(await get('/v1/authors/ada/calibration'), 200, CalibrationReport.strict())
      expect(report.families).toBe(n)
      expect(unnamed(report, figuresOf(report))).toEqual([])

      const { curve = null, groups = null, right = null, overconfidence = null } = report.bounds ?? {}
      const bounded = { curve, groups, right, overconfidence }
      expect(Object.entries(bounded).flatMap(([part, value]) => (value === null ? [] : [part]))).toEqual(
        n < 30 ? [] : Object.keys(bounded),
      )
      expect(report.bounds === null).toBe(n < 10)
      const named = report.withheld.filter(({ field }) => field.startsWith('bounds.'))
      expect(named).toHaveLength(n < 10 || n >= 30 ? 0 : 4)
      const definitions = z.looseObject({ items: z.array(Definition) })
      for (const { field, rule } of named) {
        expect(rule).toContain(`30 families; this author has ${n}`)
        const { items } = bodyOf(await get(`/v1/definitions?field=${field}`), 200, definitions)
        expect(items).toMatchObject([{ field, minimumFamilies: 30 }])
      }
    }),
  60_000,
)

it('names every null of the own lexicon, of each phrase beside it', () =>
  inWorld(async (world) => {
    const get = getAt(world)
    const read = async () => bodyOf(await get('/v1/authors/ada/lexicon'), 200, AuthorLexicon.strict())
    const unnamedIn = ({ phrases, weak, hedges, order, scores, ...named }: AuthorLexicon) => [
      ...unnamed(named, { hedges, order, scores }),
      ...[...phrases, ...weak].flatMap(({ withheld, ...row }) => unnamed({ withheld, missing: [] }, row)),
    ]
    await run(world, [{ key: 'first', said: { Ada: 0.5 }, outcome: 'open' }])
    const none = await read()
    expect(none).toMatchObject({ phrases: [], hedges: { share: null } })
    expect(unnamedIn(none)).toEqual([])

    const said = { on: '2025-01-10', quote: 'The strike will likely end.', end: '2025-02-10' }
    const { question } = await accepted(world, said)
    await settleYes(world, { question: question.id, on: '2025-02-01', now: '2025-03-01' })
    const one = await read()
    expect(one.phrases).toMatchObject([{ phrase: 'likely', n: 1, hits: 1, frequency: null }])
    expect(unnamedIn(one)).toEqual([])
    const rule = '"likely" needs 10 settled uses; this author has 1'
    expect(one.phrases[0]?.withheld).toContainEqual({ field: 'jeffreys', rule })
    expect(one.phrases[0]?.withheld).toContainEqual({ field: 'readers.inBand', rule })
  }))

it(
  'names every null of a kept report and of the place on a board',
  () =>
    inWorld(async (world) => {
      const { collection } = await run(
        world,
        manyRaces(36, (at) => ({ Ada: [0.1, 0.3, 0.6][at % 3] ?? 0.5, Cid: at < 12 ? 0.3 : null })),
      )
      await sealFacts(world.at('2025-05-30'), {})
      await writeReports(servicesOver(world, [], { now: NOW }), REVIEWER, NOW)
      const get = getAt(world)
      const board = bodyOf(await get(`/v1/leaderboard?collection=${collection.slug}`), 200, LeaderboardPage)
      expect(board.items).toHaveLength(2)
      for (const { withheld, notRanked, ...row } of board.items) {
        const place = { shrunk: null, rankInterval: null, topTen: null }
        expect(row).toMatchObject({ ...place, rank: null })
        for (const field of Object.keys(place)) expect(withheld).toContainEqual({ field, rule: notRanked })
      }
      for (const slug of ['ada', 'cid']) {
        const path = `/v1/authors/${slug}/calibration?snapshot=${board.judged?.snapshot.id}`
        const { report } = bodyOf(await get(path), 200, PinnedReport.strict())
        const { board: at, sentences: _, robustness, ...kept } = StoredReport.parse(report)
        const { rankInterval, topTen, shrunk } = at
        const place = { rankInterval, topTen, shrunk }
        expect(unnamed(kept, { ...kept, board: place, robustness: robustness && {} }), slug).toEqual([])
        expect(kept.missing).toContainEqual({ field: 'words', reason: 'everything was said in numbers' })
      }
    }),
  60_000,
)

it('keeps always 50 % beside the figures while questions are open, and names each reference that a board lacks', () =>
  inWorld(async (world) => {
    const races = manyRaces(13, () => ({ Ada: 0.25 }))
    const { collection, ids } = await run(
      world,
      races.map((race, at) => (at === 12 ? { ...race, outcome: 'open' } : race)),
    )
    await closeQuestion(world.at('2025-03-01'), { questionId: ids.get('R-12') ?? '', asOf: day('2025-03-01') })
    const get = getAt(world)
    const report = bodyOf(await get('/v1/authors/ada/calibration'), 200, CalibrationReport.strict())
    expect(report).toMatchObject({ n: 12, pending: 1 })
    const [half, ...others] = report.references
    const { lowest = 0, highest = 0 } = report.bounds?.brier ?? {}
    const bounds = { lowest: 0.25 - highest, highest: 0.25 - lowest }
    expect(half).toMatchObject({ reference: 'half', brier: 0.25, own: report.brier?.mean, skill: null, bounds })
    expect(half?.withheld.map(({ field }) => field)).toEqual(['skill'])
    for (const { brier, bounds: none } of others) expect([brier, none]).toEqual([null, null])

    const board = bodyOf(await get(`/v1/leaderboard?collection=${collection.slug}`), 200, LeaderboardPage)
    expect(board.references[0]).toMatchObject({ reference: 'half', brier: { mean: 0.25 }, difference: null })
    expect(board.missingReferences).toEqual(
      ['market', 'crowd', 'base-rate', 'status-quo'].map((reference) => ({
        reference,
        reason: 'none-recorded',
        n: 12,
      })),
    )
  }))
