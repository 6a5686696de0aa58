import type { ScoredItem } from '../../src/core/scored-item.ts'
import type { Reader } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { questionsByIds } from '../../src/storage/questions.ts'
import { questions } from '../../src/storage/tables/questions.ts'
import { familyCounts, scoreCounts } from '../../src/storage/tables/scores.ts'
import { itemsByLog } from './items.ts'

/** Lines in which the kept counts and a recount from the log differ, `kept` or `due` first, and how many items are scored at all. */
export type OffBy = { scores: string[]; families: string[]; scored: number }

type Sums = { pending: number; void: number; n: number; hits: number }
type Ledger = Map<string, Sums>

const NONE: Sums = { pending: 0, void: 0, n: 0, hits: 0 }

/** A key by the names of its columns, whatever their order. */
const keyOf = (columns: Record<string, unknown>): string => JSON.stringify(Object.entries(columns).sort())

const add = (ledger: Ledger, key: string, more: Sums): void => {
  const so = ledger.get(key) ?? NONE
  const sum = (one: keyof Sums) => so[one] + more[one]
  ledger.set(key, { pending: sum('pending'), void: sum('void'), n: sum('n'), hits: sum('hits') })
}

/** What the items of all questions come to: read from what was said and from the logs, never from a posting. */
const recountOf = async (reader: Reader): Promise<{ scores: Ledger; families: Ledger }> => {
  const ids = await reader.select({ id: questions.id }).from(questions)
  const items: ScoredItem[] = []
  const asked = await questionsByIds(
    reader,
    ids.map(({ id }) => id),
  )
  for (const question of asked) items.push(...(await itemsByLog(reader, question)).scored)
  const scores: Ledger = new Map()
  const families: Ledger = new Map()
  for (const { authorId, sets, slice, form, familyId, state, hit } of items) {
    const scored = { n: state === 'scored' ? 1 : 0, hits: hit ? 1 : 0 }
    for (const set of sets) {
      const key = { authorId, set, ...slice, form }
      const unscored = { pending: state === 'pending' ? 1 : 0, void: state === 'void' ? 1 : 0 }
      add(scores, keyOf(key), { ...unscored, ...scored })
      if (state === 'scored') add(families, keyOf({ ...key, familyId }), { ...NONE, ...scored })
    }
  }
  return { scores, families }
}

const keptIn = async (reader: Reader): Promise<{ scores: Ledger; families: Ledger }> => {
  const scores: Ledger = new Map()
  const families: Ledger = new Map()
  for (const { pending, void: voided, n, hits, ...key } of await reader.select().from(scoreCounts)) {
    add(scores, keyOf(key), { pending, void: voided, n, hits })
  }
  for (const { n, hits, ...key } of await reader.select().from(familyCounts)) {
    add(families, keyOf(key), { ...NONE, n, hits })
  }
  return { scores, families }
}

/** A row of zeros says the same as none. */
const linesOf = (ledger: Ledger): Set<string> =>
  new Set(
    [...ledger]
      .filter(([, { pending, void: voided, n }]) => pending + voided + n !== 0)
      .map(([key, sums]) => `${key} ${JSON.stringify(sums)}`),
  )

const difference = (kept: Ledger, due: Ledger): string[] => {
  const [stands, holds] = [linesOf(kept), linesOf(due)]
  return [
    ...[...stands].filter((line) => !holds.has(line)).map((line) => `kept ${line}`),
    ...[...holds].filter((line) => !stands.has(line)).map((line) => `due ${line}`),
  ].sort()
}

/** Compares the counts with a recount from the logs of all questions, while nobody writes. */
export const countsOffByLog = async (reader: Reader): Promise<OffBy> => {
  const [kept, due] = [await keptIn(reader), await recountOf(reader)]
  const all = [...due.scores].filter(([key]) => key.includes('["set","all"]'))
  return {
    scores: difference(kept.scores, due.scores),
    families: difference(kept.families, due.families),
    scored: all.reduce((sum, [, { n }]) => sum + n, 0),
  }
}

/** The same, by the address of a Postgres. */
export const countsOffBy = async (url: string): Promise<OffBy> => {
  const database = openPostgres(url, { max: 1 })
  try {
    return await countsOffByLog(database.reader)
  } finally {
    await database.close()
  }
}
