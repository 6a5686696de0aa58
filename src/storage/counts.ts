import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { ScoredItem } from '../core/scored-item.ts'
import type { Slice } from '../core/slice.ts'
import type { Transaction } from './database.ts'
import { familyCounts, scoreCounts } from './tables/scores.ts'

type Signed = { item: ScoredItem; sign: 1 | -1 }
type Key = Slice & { authorId: string; set: string; form: string; familyId: string }
type Delta = { key: Key; pending: number; void: number; n: number; hits: number }

const keyColumns = [
  'authorId',
  'set',
  'dueMonth',
  'horizonClass',
  'attribution',
  'windowSource',
  'weakHedge',
  'timing',
  'origin',
  'form',
] as const
const keyText = (key: Key, withFamily: boolean): string =>
  [...keyColumns.map((column) => String(key[column])), withFamily ? key.familyId : ''].join('\u001f')

/** What the items change, summed by count, in key order. */
const deltasOf = (signed: readonly Signed[], withFamily: boolean): Delta[] => {
  const deltas = new Map<string, Delta>()
  for (const { item, sign } of signed) {
    for (const set of item.sets) {
      const key = { ...item.slice, authorId: item.authorId, set, form: item.form, familyId: item.familyId }
      const text = keyText(key, withFamily)
      const delta = deltas.get(text) ?? { key, pending: 0, void: 0, n: 0, hits: 0 }
      delta.pending += item.state === 'pending' ? sign : 0
      delta.void += item.state === 'void' ? sign : 0
      delta.n += item.state === 'scored' ? sign : 0
      delta.hits += item.hit === true ? sign : 0
      deltas.set(text, delta)
    }
  }
  return [...deltas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delta]) => delta)
}

const CHUNK = 500
const sameKey = sql.raw(
  [
    'author_id',
    'set',
    'due_month',
    'horizon_class',
    'attribution',
    'window_source',
    'weak_hedge',
    'timing',
    'origin',
    'form',
  ]
    .map((column) => `counts."${column}" = delta."${column}"`)
    .join(' and '),
)
const deltaColumns = sql.raw(
  'author_id text, "set" text, due_month text, horizon_class text, attribution text, window_source text, ' +
    'weak_hedge boolean, timing text, origin text, form text, family_id text, pending int, "void" int, n int, hits int',
)

const asRecords = (deltas: Delta[]): SQL =>
  sql`jsonb_to_recordset(${JSON.stringify(
    deltas.map(({ key, ...sums }) => ({
      author_id: key.authorId,
      set: key.set,
      due_month: key.dueMonth,
      horizon_class: key.horizonClass,
      attribution: key.attribution,
      window_source: key.windowSource,
      weak_hedge: key.weakHedge,
      timing: key.timing,
      origin: key.origin,
      form: key.form,
      family_id: key.familyId,
      ...sums,
    })),
  )}::jsonb) as delta(${deltaColumns})`

/** Makes the rows that are missing and locks them all in key order, then adds: checks forbid inserting a negative. */
const addScoreDeltas = async (tx: Transaction, deltas: Delta[]): Promise<void> => {
  const zeros = deltas.map(({ key: { familyId: _, ...key } }) => ({ ...key, pending: 0, void: 0, n: 0, hits: 0 }))
  await tx
    .insert(scoreCounts)
    .values(zeros)
    .onConflictDoUpdate({
      target: keyColumns.map((column) => scoreCounts[column]),
      set: { n: sql`${scoreCounts}.n` },
    })
  await tx.execute(sql`update ${scoreCounts} counts set pending = counts.pending + delta.pending,
    "void" = counts."void" + delta."void", n = counts.n + delta.n, hits = counts.hits + delta.hits
    from ${asRecords(deltas)} where ${sameKey}`)
}

const addFamilyDeltas = async (tx: Transaction, deltas: Delta[]): Promise<void> => {
  const zeros = deltas.map(({ key }) => ({ ...key, n: 0, hits: 0 }))
  await tx
    .insert(familyCounts)
    .values(zeros)
    .onConflictDoUpdate({
      target: [...keyColumns.map((column) => familyCounts[column]), familyCounts.familyId],
      set: { n: sql`${familyCounts}.n` },
    })
  await tx.execute(sql`update ${familyCounts} counts set n = counts.n + delta.n, hits = counts.hits + delta.hits
    from ${asRecords(deltas)} where ${sameKey} and counts.family_id = delta.family_id`)
}

/** Moves both tables of counts by the items given. */
export const addToCounts = async (tx: Transaction, signed: readonly Signed[]): Promise<void> => {
  const scores = deltasOf(signed, false)
  for (let at = 0; at < scores.length; at += CHUNK) await addScoreDeltas(tx, scores.slice(at, at + CHUNK))
  const families = deltasOf(
    signed.filter(({ item }) => item.state === 'scored'),
    true,
  )
  for (let at = 0; at < families.length; at += CHUNK) await addFamilyDeltas(tx, families.slice(at, at + CHUNK))
}

/** Which part of an author's counts: slices not named are summed over. */
export type CountFilter = CountSlice & { authorId: string }
export type CountSlice = Partial<Pick<Slice, 'attribution' | 'weakHedge' | 'timing'>> & {
  set: string
  windowSources: Slice['windowSource'][]
  /** Only months before this one, `YYYY-MM`. */
  dueBefore: string
  /** Only these months, where given. */
  dueMonths?: readonly string[]
}

type Sliced = Readonly<Record<'dueMonth' | 'windowSource' | 'attribution' | 'weakHedge' | 'timing', AnyPgColumn>>

/** What of a table with the columns of a slice is in this one, whatever its set and author. */
export const inSlice = (table: Sliced, filter: Omit<CountSlice, 'set'>): SQL | undefined =>
  and(
    lt(table.dueMonth, filter.dueBefore),
    filter.dueMonths === undefined ? undefined : inArray(table.dueMonth, [...filter.dueMonths]),
    inArray(table.windowSource, filter.windowSources),
    filter.attribution === undefined ? undefined : eq(table.attribution, filter.attribution),
    filter.weakHedge === undefined ? undefined : eq(table.weakHedge, filter.weakHedge),
    filter.timing === undefined ? undefined : eq(table.timing, filter.timing),
  )

/** What of a table of counts is of these authors, in a slice of a set. */
export const countedOf = (
  table: typeof scoreCounts | typeof familyCounts,
  authorIds: readonly string[],
  filter: CountSlice,
): SQL | undefined => and(inArray(table.authorId, [...authorIds]), eq(table.set, filter.set), inSlice(table, filter))
