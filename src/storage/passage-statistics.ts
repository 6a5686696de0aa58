import { count, inArray, sql } from 'drizzle-orm'
import type { Statistics } from '../core/evidence/rank.ts'
import type { Reader, Transaction } from './database.ts'
import { quoted } from './passages.ts'
import { passageKeys, passages } from './tables/passages.ts'

/** The row that tells how many passages there were. */
const ALL = ''

/** How many passages there are, and how many hold each of these keys: as they were last counted, or as they are where they never were. */
export const passageStatistics = async (reader: Reader, keys: readonly string[]): Promise<Statistics> => {
  const rows = await reader
    .select()
    .from(passageKeys)
    .where(inArray(passageKeys.key, [ALL, ...keys]))
  const kept = new Map(rows.map(({ key, passages: held }) => [key, held]))
  const all = kept.get(ALL) ?? 0
  if (all === 0) return countedNow(reader, keys)
  return { passages: all, holding: new Map(keys.map((key) => [key, kept.get(key) ?? 0])) }
}

const countedNow = async (reader: Reader, keys: readonly string[]): Promise<Statistics> => {
  const asked = JSON.stringify(keys.map((key) => ({ key, query: quoted(key) })))
  const held = reader
    .select({ count: sql<number>`count(*)::int`.as('count') })
    .from(passages)
    .where(sql`${passages.keys} @@ asked.query::tsquery`)
  const rows = await reader
    .select({ key: sql<string>`asked.key`, held: sql<number>`(${held})` })
    .from(sql`jsonb_to_recordset(${asked}::jsonb) as asked(key text, query text)`)
  return { passages: await howMany(reader), holding: new Map(rows.map(({ key, held: found }) => [key, found])) }
}

const howMany = async (reader: Reader): Promise<number> => {
  const [row] = await reader.select({ all: count() }).from(passages)
  return row?.all ?? 0
}

/** Counted anew when there are more or fewer passages than at the last count by more than this share: weights need no more. */
const DRIFT = 0.05

/** Counts the keys of all passages where the last count no longer holds. Says whether it did. */
export const countKeys = async (tx: Transaction): Promise<boolean> => {
  const all = await howMany(tx)
  const [kept] = await tx
    .select()
    .from(passageKeys)
    .where(inArray(passageKeys.key, [ALL]))
  if (Math.abs(all - (kept?.passages ?? 0)) <= DRIFT * all) return false
  await tx.delete(passageKeys)
  await tx.execute(sql`insert into ${passageKeys} (key, passages)
    select word, ndoc from ts_stat('select keys from passages') union all select ${ALL}, count(*) from ${passages}`)
  return true
}
