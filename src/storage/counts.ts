import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { ScoredItem } from '../core/scored-item.ts'
import type { Slice } from '../core/slice.ts'
import type { Transaction } from './database.ts'
import { inserting, recordsOf } from './insert-many.ts'
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

/** A table of counts: what its rows are told apart by, and what they count. */
const scores = { table: scoreCounts, key: keyColumns, figures: ['pending', 'void', 'n', 'hits'] } as const
const families = { table: familyCounts, key: [...keyColumns, 'familyId'], figures: ['n', 'hits'] } as const
type Counting = typeof scores | typeof families

const named = (name: string): SQL => sql`${sql.identifier(toSnakeCase(name))}`
const listed = (parts: readonly SQL[], separator = sql`, `): SQL => sql.join([...parts], separator)

/**
 * Adds what grows, which makes the rows that are missing and holds them all in key order; then takes away what shrinks, for a check
 * forbids inserting a negative.
 */
const addDeltas = async (
  tx: Transaction,
  { table, key, figures }: Counting,
  deltas: readonly Delta[],
): Promise<void> => {
  const rowOf = (delta: Delta, figure: (change: number) => number) => ({
    ...Object.fromEntries(key.map((column) => [column, delta.key[column]])),
    ...Object.fromEntries(figures.map((name) => [name, figure(delta[name])])),
  })
  const grown = deltas.map((delta) => rowOf(delta, (change) => Math.max(change, 0)))
  await tx.execute(sql`${inserting(table, grown as never)} on conflict (${listed(key.map(named))})
    do update set ${listed(figures.map((name) => sql`${named(name)} = ${table}.${named(name)} + excluded.${named(name)}`))}`)
  const shrunk = deltas.filter((delta) => figures.some((name) => delta[name] < 0))
  if (shrunk.length === 0) return
  const rows = shrunk.map((delta) => rowOf(delta, (change) => Math.min(change, 0)))
  const isSame = key.map((column) => sql`${table}.${named(column)} = delta.${sql.identifier(column)}`)
  await tx.execute(sql`update ${table}
    set ${listed(figures.map((name) => sql`${named(name)} = ${table}.${named(name)} + delta.${sql.identifier(name)}`))}
    from ${recordsOf(table, rows as never, 'delta')} where ${listed(isSame, sql` and `)}`)
}

const CHUNK = 2000

/** Moves both tables of counts by the items given. */
export const addToCounts = async (tx: Transaction, signed: readonly Signed[]): Promise<void> => {
  const scored = signed.filter(({ item }) => item.state === 'scored')
  for (const [counting, deltas] of [
    [scores, deltasOf(signed, false)],
    [families, deltasOf(scored, true)],
  ] as const)
    for (let at = 0; at < deltas.length; at += CHUNK) await addDeltas(tx, counting, deltas.slice(at, at + CHUNK))
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
