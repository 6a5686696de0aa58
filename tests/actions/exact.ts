import { expect } from 'vitest'
import { replay } from '../../src/core/resolution/lifecycle.ts'
import { judgedQuestion } from '../../src/queries/report/own-outcomes.ts'
import { findPrediction } from '../../src/storage/predictions.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import { questions } from '../../src/storage/tables/questions.ts'
import { familyCounts, scoreCounts, scoredItems } from '../../src/storage/tables/scores.ts'
import type { World } from '../support/embedded.ts'
import { countsOffByLog } from '../support/recount.ts'

type Sums = { pending: number; void: number; n: number; hits: number }
type Ledger = Record<string, Sums>
type ItemRow = typeof scoredItems.$inferSelect
type Dimensions = Omit<typeof scoreCounts.$inferSelect, keyof Sums>

const keyOf = (row: Dimensions, familyId: string | null): string =>
  [
    row.authorId,
    row.set,
    row.dueMonth,
    row.horizonClass,
    row.attribution,
    row.windowSource,
    row.weakHedge ? 'weak' : 'firm',
    row.timing,
    row.origin,
    ...(familyId === null ? [] : [familyId]),
    row.form,
  ].join(' | ')

/** Every posting and reversal, summed anew. */
const summed = (rows: ItemRow[], byFamily: boolean): Ledger => {
  const sums: Ledger = {}
  for (const row of rows) {
    for (const set of row.sets) {
      const key = keyOf({ ...row, set }, byFamily ? row.familyId : null)
      const so = sums[key] ?? { pending: 0, void: 0, n: 0, hits: 0 }
      sums[key] = {
        pending: so.pending + (row.state === 'pending' && !byFamily ? row.sign : 0),
        void: so.void + (row.state === 'void' && !byFamily ? row.sign : 0),
        n: so.n + (row.state === 'scored' ? row.sign : 0),
        hits: so.hits + (row.hit ? row.sign : 0),
      }
    }
  }
  return withoutZeros(sums)
}

const withoutZeros = (sums: Ledger): Ledger =>
  Object.fromEntries(Object.entries(sums).filter(([, so]) => so.pending || so.void || so.n || so.hits))

const storedCounts = async ({ tx }: World): Promise<Ledger> => {
  const rows = await tx.select().from(scoreCounts)
  return withoutZeros(
    Object.fromEntries(
      rows.map((row) => [keyOf(row, null), { pending: row.pending, void: row.void, n: row.n, hits: row.hits }]),
    ),
  )
}

const storedFamilies = async ({ tx }: World): Promise<Ledger> => {
  const rows = await tx.select().from(familyCounts)
  return withoutZeros(
    Object.fromEntries(
      rows.map((row) => [keyOf(row, row.familyId), { pending: 0, void: 0, n: row.n, hits: row.hits }]),
    ),
  )
}

/** The postings that nothing has reversed. */
export const standingItems = async ({ tx }: World): Promise<ItemRow[]> => {
  const rows = await tx.select().from(scoredItems)
  const reversed = new Set(rows.map(({ reverses }) => reverses))
  return rows.filter(({ id, sign }) => sign === 1 && !reversed.has(id))
}

/**
 * Holds what must be true after any history: counts equal the sum of the postings and what the logs make anew, each author
 * has at most one standing item a question, each status is what its log says, and each item what was decided of the version
 * it was said on.
 */
export const expectExact = async (world: World): Promise<void> => {
  const items = await world.tx.select().from(scoredItems)
  expect(await storedCounts(world)).toEqual(summed(items, false))
  expect(await storedFamilies(world)).toEqual(summed(items, true))
  expect(await countsOffByLog(world.tx)).toMatchObject({ scores: [], families: [] })

  const standing = await standingItems(world)
  expect(summed(standing, false)).toEqual(summed(items, false))
  const places = standing.map(({ authorId, questionId }) => `${authorId} on ${questionId}`)
  expect(new Set(places).size).toBe(places.length)

  for (const { id, status, outcome, voidReason } of await world.tx.select().from(questions)) {
    const log = await logOf(world.tx, id)
    expect({ status, outcome, voidReason }).toEqual(replay(log))
    expect(log.map(({ position }) => position)).toEqual(log.map((_, at) => at + 1))
    const own = (await judgedQuestion(world.tx, id)).decisions
    for (const item of standing.filter(({ questionId }) => questionId === id)) {
      const said = await findPrediction(world.tx, item.predictionId)
      const { outcome, closed } = own.get(said?.versionId ?? '') ?? { outcome: null, closed: false }
      const state = outcome ? 'scored' : status === 'void' ? 'void' : status === 'open' && !closed ? null : 'pending'
      expect({ state: item.state, hit: item.hit }).toEqual({ state, hit: outcome ? outcome === 'yes' : null })
    }
  }
}

/** The counts of one author in one set, summed over slices. */
export const totalsOf = async ({ tx }: World, authorId: string, set = 'all'): Promise<Sums> => {
  const rows = (await tx.select().from(scoreCounts)).filter((row) => row.authorId === authorId && row.set === set)
  return rows.reduce<Sums>(
    (so, row) => ({
      pending: so.pending + row.pending,
      void: so.void + row.void,
      n: so.n + row.n,
      hits: so.hits + row.hits,
    }),
    { pending: 0, void: 0, n: 0, hits: 0 },
  )
}
