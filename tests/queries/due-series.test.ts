import { describe, expect, it } from 'vitest'
import { closeQuestion } from '../../src/actions/append-resolution.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { setOfCollection } from '../../src/core/scored-item.ts'
import { DueMonthRow, type DueSeriesQuery, dueSeries } from '../../src/queries/due-series.ts'
import { authorReport } from '../../src/queries/report.ts'
import { readAsOf } from '../../src/storage/as-of.ts'
import { voidIt } from '../actions/story.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'
import { authorNamed, manyRaces, type Races, run } from './races.ts'

const NOW = instant('2025-06-01T00:00:00.000Z')

/** 200 due in January and settled, four in February: two settled, one void, one pending; one of May, one of June. */
const races = async (world: World): Promise<Races> => {
  const january = manyRaces(200, (at) => ({ Ada: 0.25, ...(at < 2 ? { Ben: 0.5 } : {}) }))
  const later = manyRaces(4, () => ({ Ada: 0.8 }), { end: '2025-02-28' })
  const made = await run(world, [
    ...january,
    ...later.map((race, at) => (at > 1 ? { ...race, outcome: 'open' as const } : race)),
    { key: 'May', end: '2025-05-31', said: { Ada: 0.3 }, outcome: 'yes' },
    { key: 'June', end: '2025-06-30', said: { Ada: 0.3 }, outcome: 'yes' },
  ])
  await voidIt(world, { question: made.ids.get('2025-02-28-2') ?? '', now: '2025-03-02' })
  await closeQuestion(world.at('2025-03-02'), {
    questionId: made.ids.get('2025-02-28-3') ?? '',
    asOf: day('2025-03-02'),
  })
  return made
}

const queryOf = (made: Races, name: string | null, rest: Partial<DueSeriesQuery> = {}): DueSeriesQuery => ({
  authorId: name && authorNamed(made, name).id,
  set: setOfCollection(made.collection.id),
  timing: 'prospective',
  voice: 'own',
  now: NOW,
  ...rest,
})

describe('dueSeries', () => {
  it('tells month by month what fell due, how it came out, and in which cohort it is', () =>
    inWorld(async (world) => {
      const made = await races(world)
      const rows = DueMonthRow.array().parse(await dueSeries(world.tx, queryOf(made, 'Ada')))
      const january = { from: '2025-01', through: '2025-01', due: 200, settled: 200, entered: true }
      const rest = { from: '2025-02', through: '2025-05', due: 5, settled: 4, entered: false }
      expect(rows).toMatchObject([
        { month: '2025-01', n: 200, hits: 67, pending: 0, void: 0, cohort: january },
        { month: '2025-02', n: 2, hits: 1, pending: 1, void: 1, cohort: rest },
        { month: '2025-05', n: 1, hits: 1, pending: 0, void: 0, cohort: rest },
      ])
      expect(rows[0]?.brier).toBeCloseTo((67 * 0.5625 + 133 * 0.0625) / 200, 12)
      expect(rows[1]?.brier).toBeCloseTo((0.04 + 0.64) / 2, 12)
    }))

  it('adds up to the report', () =>
    inWorld(async (world) => {
      const made = await races(world)
      const query = { ...queryOf(made, 'Ada'), authorId: authorNamed(made, 'Ada').id }
      const rows = await dueSeries(world.tx, query)
      const report = await authorReport(world.tx, query)
      const all = (of: 'n' | 'hits' | 'pending' | 'void') => rows.reduce((so, row) => so + row[of], 0)
      expect([all('n'), all('hits'), all('pending'), all('void')]).toEqual([
        report.n,
        report.hits,
        report.unsettled,
        report.void,
      ])
      const loss = rows.reduce((so, { n, brier }) => so + n * (brier ?? 0), 0)
      expect(loss / report.n).toBeCloseTo(report.brier?.mean ?? Number.NaN, 12)
    }))

  it('is of everyone on a board where no author is named, and knows no cohort outside collections', () =>
    inWorld(async (world) => {
      const made = await races(world)
      const [first] = await dueSeries(world.tx, queryOf(made, null))
      expect(first).toMatchObject({ month: '2025-01', n: 202, hits: 68 })
      const everything = await dueSeries(world.tx, queryOf(made, 'Ben', { set: 'all' }))
      expect(everything).toMatchObject([{ month: '2025-01', n: 2, cohort: null }])
      expect(await dueSeries(world.tx, queryOf(made, 'Ada', { timing: 'retrospective' }))).toEqual([])
    }))

  it('is null, and not nought, where nothing of a month is scored', () =>
    inWorld(async (world) => {
      const made = await run(world, [{ key: 'A', said: { Ada: 0.5 }, outcome: 'open' }])
      await closeQuestion(world.at('2025-02-02'), { questionId: made.ids.get('A') ?? '', asOf: day('2025-02-02') })
      expect(await dueSeries(world.tx, queryOf(made, 'Ada'))).toMatchObject([{ n: 0, pending: 1, brier: null }])
    }))

  it('reads as it read at a position', () =>
    inWorld(async (world) => {
      const made = await run(
        world,
        manyRaces(6, () => ({ Ada: 0.25 })),
      )
      const { position } = await sealFacts(world.at('2025-03-02'), {})
      const before = await dueSeries(world.tx, queryOf(made, 'Ada'))
      await voidIt(world, { question: made.ids.get('R-0') ?? '', now: '2025-03-03', correct: true })
      await sealFacts(world.at('2025-03-03'), {})
      expect(await dueSeries(world.tx, queryOf(made, 'Ada'))).not.toEqual(before)
      expect(await readAsOf(world.tx, position, (reader) => dueSeries(reader, queryOf(made, 'Ada')))).toEqual(before)
    }))
})
