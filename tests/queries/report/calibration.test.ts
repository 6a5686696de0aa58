import { describe, expect, it } from 'vitest'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import type { Timing } from '../../../src/core/question.ts'
import type { Voice } from '../../../src/core/slice.ts'
import { probabilityOf } from '../../../src/queries/probabilities.ts'
import { authorLines } from '../../../src/queries/report/author-lines.ts'
import { Calibration, calibration } from '../../../src/queries/report/calibration.ts'
import { VERSIONS } from '../../../src/queries/report/versions.ts'
import { findAuthor } from '../../../src/storage/authors.ts'
import { accepted, type Said, settleNo, settleYes, voidIt } from '../../actions/story.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { authorNamed, manyRaces, run } from '../board/races.ts'

type Place = { timing?: Timing; voice?: Voice; now?: string }

const reportOn = async (world: World, slug: string, place: Place = {}) => {
  const { timing = 'prospective', voice = 'own', now = '2026-06-01T00:00:00.000Z' } = place
  const author = await findAuthor(world.tx, slug)
  if (!author) throw new Error(`there is no author ${slug}`)
  const report = await calibration(world.tx, { author, collection: null, timing, voice, now: instant(now) })
  return Calibration.parse(report)
}
const withheldOf = ({ withheld }: Calibration): string[] => withheld.map(({ field }) => field)

describe('what a report withholds', () => {
  const always = ['hits', 'expectedHits']
  const fromTen = [
    'baseRate',
    'hitTest',
    'familyHitTest',
    'gap',
    'brier',
    'logScore',
    'baselineScore',
    'skill',
    'bounds',
  ]
  // With these races one in three is won: at 30 there are ten hits.
  const boundsFromThirty = ['bounds.right', 'bounds.overconfidence', 'bounds.groups', 'bounds.curve']
  const fromThirty = ['leaning', 'groups', 'curve', 'spiegelhalter', 'slope', 'eValue']
  const fromHundred = ['decomposition', 'auc', 'murphy', 'calibrationError']

  it.each([
    { families: 0, withheld: [...always, ...fromTen, ...fromThirty, ...fromHundred] },
    { families: 1, withheld: [...fromTen, ...fromThirty, ...fromHundred] },
    { families: 4, withheld: [...fromTen, ...fromThirty, ...fromHundred] },
    { families: 9, withheld: [...fromTen, ...fromThirty, ...fromHundred] },
    { families: 10, withheld: [...boundsFromThirty, ...fromThirty, ...fromHundred] },
    { families: 29, withheld: [...boundsFromThirty, ...fromThirty, ...fromHundred] },
    { families: 30, withheld: fromHundred },
  ])(
    'with $families families',
    ({ families, withheld }) =>
      inWorld(async (world) => {
        const races = manyRaces(Math.max(families, 1), () => ({ Ada: 0.25 }))
        await run(world, families === 0 ? races.map((race) => ({ ...race, outcome: 'open' })) : races)
        const report = await reportOn(world, 'ada')
        expect(report).toMatchObject({ n: families, families })
        expect(withheldOf(report).sort()).toEqual([...withheld].sort())
        for (const field of withheld) {
          const [name = '', part] = field.split('.')
          const value = report[name as keyof Calibration]
          expect(part === undefined ? value : (value as Record<string, unknown>)[part]).toBeNull()
        }
        for (const { rule } of report.withheld) expect(rule).toMatch(/ needs? \d+ famil(y|ies); this author has \d+$/)
      }),
    60_000,
  )

  it('counts families, not forecasts', () =>
    inWorld(async (world) => {
      const races = manyRaces(12, () => ({ Ada: 0.25 })).map((race, at) => ({ ...race, family: `F${at % 4}` }))
      await run(world, races)
      const report = await reportOn(world, 'ada')
      expect(report).toMatchObject({ n: 12, families: 4, hits: 4, expectedHits: 3, brier: null })
      expect(report.withheld).toContainEqual({
        field: 'brier',
        rule: 'mean Brier needs 10 families; this author has 4',
      })
    }))
})

describe('the figures', () => {
  it('are those of the counts', () =>
    inWorld(async (world) => {
      await run(
        world,
        manyRaces(12, (at) => ({ Ada: at < 6 ? 0.2 : 0.7 })),
      )
      const report = await reportOn(world, 'ada')
      // Won: 0, 3, 6 and 9; two of them at .2, two at .7.
      const brier = (2 * 0.64 + 4 * 0.04 + 2 * 0.09 + 4 * 0.49) / 12
      expect(report).toMatchObject({
        n: 12,
        hits: 4,
        expectedHits: expect.closeTo(5.4, 10),
        baseRate: expect.closeTo(1 / 3, 10),
        brier: { mean: expect.closeTo(brier, 10) },
        counts: [
          { form: 'micro:200000', probability: 0.2, n: 6, hits: 2, pending: 0, void: 0 },
          { form: 'micro:700000', probability: 0.7, n: 6, hits: 2, pending: 0, void: 0 },
        ],
        versions: VERSIONS,
        asOf: '2026-06-01T00:00:00.000Z',
        snapshot: null,
        seeAlso: null,
      })
    }))

  it('have bounds that hold what is pending', () =>
    inWorld(async (world) => {
      const races = manyRaces(12, () => ({ Ada: 0.25 }))
      const { ids } = await run(world, [...races.slice(0, 11), { key: 'late', said: { Ada: 0.25 }, outcome: 'open' }])
      await closeQuestion(world.at('2025-03-01'), { questionId: ids.get('late') ?? '', asOf: day('2025-03-01') })
      const report = await reportOn(world, 'ada')
      expect(report).toMatchObject({ n: 11, pending: 1, void: 0 })
      const [settled, open] = [4 * 0.5625 + 7 * 0.0625, { yes: 0.5625, no: 0.0625 }]
      expect(report.bounds).toMatchObject({
        allYes: expect.closeTo((settled + open.yes) / 12, 10),
        allNo: expect.closeTo((settled + open.no) / 12, 10),
        hitRate: { lowest: 4 / 12, highest: 5 / 12 },
      })
    }))

  it('of one collection are its own', () =>
    inWorld(async (world) => {
      const races = await run(
        world,
        manyRaces(3, () => ({ Ada: 0.25 })),
      )
      const { collection } = races
      const { question } = await accepted(world, { on: '2025-01-05', quote: 'It will rain.', end: '2025-01-31' })
      await settleNo(world, { question: question.id, now: '2025-03-01' })
      const query = { author: authorNamed(races, 'Ada'), timing: 'prospective', voice: 'own' } as const
      const now = instant('2026-06-01T00:00:00.000Z')
      expect(await calibration(world.tx, { ...query, collection: null, now })).toMatchObject({
        n: 4,
        collectionId: null,
      })
      expect(await calibration(world.tx, { ...query, collection, now })).toMatchObject({
        n: 3,
        collectionId: collection.id,
      })
    }))
})

describe('what counts', () => {
  const rain: Said = { on: '2026-01-05', quote: 'It will likely rain.', end: '2026-03-31' }
  const settledNo = async (world: World, said: Said) => {
    const story = await accepted(world, said)
    await settleNo(world, { question: story.question.id, now: '2026-04-10' })
    return story
  }

  it.each<{ name: string; said: Partial<Said>; n: number }>([
    { name: 'a stated window', said: {}, n: 1 },
    {
      name: 'a window read by a rule',
      said: { found: { window: { text: 'soon', start: day('2026-01-05'), end: day('2026-03-31'), source: 'rule' } } },
      n: 1,
    },
    {
      name: 'a default window, never',
      said: { found: { window: { text: '', start: day('2026-01-05'), end: day('2026-03-31'), source: 'default' } } },
      n: 0,
    },
    { name: 'a weak hedge, never', said: { found: { weakHedge: true, phrase: 'may' } }, n: 0 },
  ])('in the headline: $name', ({ said, n }) =>
    inWorld(async (world) => {
      await settledNo(world, { ...rain, ...said })
      expect(await reportOn(world, 'ada')).toMatchObject({ n, hits: n === 0 ? null : 0 })
    }),
  )

  it.each([
    { now: '2026-03-31T23:59:59.999Z', n: 0 },
    { now: '2026-04-01T00:00:00.000Z', n: 1 },
  ])('nothing before the month of its window’s end is over: $now', ({ now, n }) =>
    inWorld(async (world) => {
      const { question } = await accepted(world, rain)
      await settleYes(world, { question: question.id, now: '2026-02-10', on: '2026-02-01' })
      expect((await reportOn(world, 'ada', { now })).n).toBe(n)
    }),
  )

  it('a void is counted and not scored', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, rain)
      await voidIt(world, { question: question.id, now: '2026-04-10', why: 'not-applicable' })
      expect(await reportOn(world, 'ada')).toMatchObject({ n: 0, void: 1, pending: 0, seeAlso: null })
    }))

  it('prospective and retrospective are kept apart, and an empty one links the other', () =>
    inWorld(async (world) => {
      await settledNo(world, { ...rain, recorded: '2026-04-05' })
      expect(await reportOn(world, 'ada', { timing: 'retrospective' })).toMatchObject({ n: 1, seeAlso: null })
      expect(await reportOn(world, 'ada', { timing: 'prospective' })).toMatchObject({
        n: 0,
        seeAlso: '/v1/authors/ada/calibration?timing=retrospective&voice=own',
      })
    }))

  it('own voice and quotation are kept apart', () =>
    inWorld(async (world) => {
      await settledNo(world, { ...rain, found: { attribution: 'quoted', claimant: 'Vera Lund' } })
      expect((await reportOn(world, 'vera-lund', { voice: 'own' })).n).toBe(0)
      expect((await reportOn(world, 'vera-lund', { voice: 'quoted' })).n).toBe(1)
      expect((await reportOn(world, 'ada', { voice: 'own' })).n).toBe(0)
    }))

  it('words count at the mean of the lexicon, of the positive event', () =>
    inWorld(async (world) => {
      const { prediction } = await settledNo(world, { ...rain, found: { polarity: '-' } })
      expect(prediction.form).toBe('phrase:likely:-')
      const [count] = (await reportOn(world, 'ada')).counts
      expect(count?.probability).toBe(probabilityOf('phrase:likely:-'))
      expect(count?.probability).toBeCloseTo(1 - probabilityOf('phrase:likely:+'), 10)
    }))

  it('a line for each board says the same as its report', () =>
    inWorld(async (world) => {
      await settledNo(world, rain)
      await settledNo(world, { ...rain, on: '2026-01-06', recorded: '2026-04-05' })
      const lines = await authorLines(world.tx, instant('2026-06-01T00:00:00.000Z'))
      expect(lines.map(({ name, timing, voice, n }) => [name, timing, voice, n])).toEqual([
        ['Ada', 'prospective', 'own', 1],
        ['Ada', 'retrospective', 'own', 1],
      ])
    }))

  it('a line is there for what only a report made retrospective', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, { ...rain, recorded: '2026-02-02' })
      await settleYes(world, { question: question.id, now: '2026-04-10', on: '2026-02-01' })
      expect((await reportOn(world, 'ada', { timing: 'retrospective' })).n).toBe(1)
      const lines = await authorLines(world.tx, instant('2026-06-01T00:00:00.000Z'))
      expect(lines.filter(({ n }) => n > 0).map(({ timing, n }) => [timing, n])).toEqual([['retrospective', 1]])
      expect(lines.filter(({ n }) => n > 0)).toMatchObject([{ pending: 0, brier: null, bounds: null }])
    }))
})
