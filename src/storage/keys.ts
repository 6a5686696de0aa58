import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { ApiKey, Scope } from '../core/key.ts'
import { PERSON } from '../core/person.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { keys } from './tables/people.ts'

const columns = {
  id: keys.id,
  name: keys.name,
  prefix: keys.prefix,
  scopes: keys.scopes,
  bot: keys.bot,
  owner: keys.owner,
  recordedAt: keys.recordedAt,
  expiresAt: keys.expiresAt,
  revokedAt: keys.revokedAt,
  previousUntil: keys.previousUntil,
  lastUsedAt: keys.lastUsedAt,
}

export const insertKey = async (tx: Transaction, key: ApiKey & { sha256: string }): Promise<void> => {
  await tx.insert(keys).values(key)
}

/** A key by the SHA-256 of its secret, or of the secret before its last rotation (`before`), whether that works still or not. */
export const keyBySecret = async (reader: Reader, sha256: string): Promise<{ key: ApiKey; before: boolean } | null> => {
  const [found] = await reader
    .select({ key: columns, before: sql<boolean>`${keys.sha256} <> ${sha256}` })
    .from(keys)
    .where(or(eq(keys.sha256, sha256), eq(keys.previousSha256, sha256)))
  return found ?? null
}

export const findKey = async (reader: Reader, id: string): Promise<ApiKey | null> => {
  const [key] = await reader.select(columns).from(keys).where(eq(keys.id, id))
  return key ?? null
}

/** All keys, in the order of their making. */
export const allKeys = (reader: Reader): Promise<ApiKey[]> =>
  reader.select(columns).from(keys).orderBy(keys.recordedAt, keys.id)

/** The keys that somebody made and nobody revoked, in the order of their making. */
export const keysMadeBy = (reader: Reader, owner: string): Promise<ApiKey[]> =>
  reader
    .select(columns)
    .from(keys)
    .where(and(eq(keys.owner, owner), isNull(keys.revokedAt)))
    .orderBy(keys.recordedAt, keys.id)

/** The key, which stays as it is until the transaction ends. */
export const lockKey = async (tx: Transaction, id: string): Promise<ApiKey | null> => {
  const [key] = await tx.select(columns).from(keys).where(eq(keys.id, id)).for('update')
  return key ?? null
}

type Line = { id: string; withMade: boolean }

/** The names of a line: a key or a person, and with `withMade` every key that was made with it or with those, revoked or not. */
const line = ({ id, withMade }: Line) => sql`(with recursive line(id) as (select ${id}::text
  union select made.id from ${keys} made join line on made.owner = line.id where ${withMade}) select id from line)`

/**
 * The keys of a line, in the order of their making, all of which stay as they are until the transaction ends. A key that one of
 * them makes meanwhile is waited for, and asked for again: once all are held there can be no other. Who is a person must be held
 * already.
 */
export const lockLine = async (tx: Transaction, of: Line): Promise<ApiKey[]> => {
  for (let known = -1; ; ) {
    const held = await tx
      .select(columns)
      .from(keys)
      .where(sql`${keys.id} in ${line(of)}`)
      .orderBy(keys.recordedAt, keys.id)
      .for('update')
    if (held.length === known) return held
    known = held.length
  }
}

/** Keys, newest first: all of them for null, else the one of this name and those that it made. */
export const listKeys = async (reader: Reader, of: string | null, page: PageRequest): Promise<Page<ApiKey>> => {
  const rows = await reader
    .select(columns)
    .from(keys)
    .where(
      and(
        of === null ? undefined : or(eq(keys.id, of), eq(keys.owner, of)),
        afterCursor(page, keys.recordedAt, keys.id),
      ),
    )
    .orderBy(...newestFirst(keys.recordedAt, keys.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

const good = (now: Instant) => and(isNull(keys.revokedAt), or(isNull(keys.expiresAt), gt(keys.expiresAt, now)))

/** The secret that works from now on; the one before works on until an instant, or not at all for null. */
export type NewSecret = { sha256: string; prefix: string; previousUntil: Instant | null; now: Instant }

/** Gives a good key another secret; null where there is no such key, or it is good no more. */
export const rotateKey = async (tx: Transaction, id: string, secret: NewSecret): Promise<ApiKey | null> => {
  const { sha256, prefix, previousUntil, now } = secret
  const previousSha256 = previousUntil === null ? null : keys.sha256
  const [key] = await tx
    .update(keys)
    .set({ sha256, prefix, previousSha256: previousSha256 && sql`${previousSha256}`, previousUntil })
    .where(and(eq(keys.id, id), good(now)))
    .returning(columns)
  return key ?? null
}

/** Revokes a key, and with `withMade` all that were made with it or with those; gives those that are revoked now, the key first. */
export const revokeKeys = async (tx: Transaction, { id, withMade, at }: Line & { at: Instant }): Promise<ApiKey[]> => {
  await lockLine(tx, { id, withMade })
  const rows = await tx
    .update(keys)
    .set({ revokedAt: sql`coalesce(${keys.revokedAt}, ${at}::timestamptz)` })
    .where(sql`${keys.id} in ${line({ id, withMade })}`)
    .returning(columns)
  return rows.sort((a, b) => Number(b.id === id) - Number(a.id === id) || (a.id < b.id ? -1 : 1))
}

/** Marks when a key was used, unless that was done after `before`; of one that is revoked, and may be of somebody erased, nothing more is kept. */
export const markUsed = async (tx: Transaction, id: string, at: Instant, before: Instant): Promise<void> => {
  await tx
    .update(keys)
    .set({ lastUsedAt: at })
    .where(and(eq(keys.id, id), isNull(keys.revokedAt), or(isNull(keys.lastUsedAt), lte(keys.lastUsedAt, before))))
}

/** One at a time looks whether there is a key and makes the first. A statement of its own, so that the next sees what the last committed. */
export const becomeFirst = (tx: Transaction) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('hindcast-first-key', 0))`)

/** Whether there is any key. */
export const anyKey = async (reader: Reader): Promise<boolean> =>
  (await reader.select({ id: keys.id }).from(keys).limit(1)).length > 0

/** The part of a name that says it is a person's, for LIKE. */
const OF_A_PERSON = `${PERSON}%`

/** Whose hand a key is: that of the person at the root of the line of keys that made it, else its own. A name that is no key's is itself. */
export const handOf = async (reader: Reader, name: string): Promise<string> => {
  const line = sql`with recursive line(owner) as (select owner from ${keys} where id = ${name}
    union select made.owner from ${keys} made join line on made.id = line.owner)
    select owner from line where owner like ${OF_A_PERSON} limit 1`
  const [row] = await reader.select({ hand: sql<string | null>`(${line})` }).from(sql`(select 1) one`)
  return row?.hand ?? name
}

/** The names under which one hand acts: a person's own, and the keys that they and their keys made. */
export const namesOfHand = async (reader: Reader, name: string): Promise<string[]> => {
  const hand = await handOf(reader, name)
  const made = sql`with recursive made(id) as (select id from ${keys} where owner = ${hand} and owner like ${OF_A_PERSON}
    union select further.id from ${keys} further join made on further.owner = made.id)
    select coalesce(jsonb_agg(id), '[]') from made`
  const [row] = await reader.select({ ids: sql<string[]>`(${made})` }).from(sql`(select 1) one`)
  return [...new Set([name, hand, ...(row?.ids ?? [])])]
}

/** Whether any key of another hand than these, good at an instant, has one of these scopes. */
export const anotherKey = async (
  reader: Reader,
  hands: readonly string[],
  { scopes, now }: { scopes: readonly Scope[]; now: Instant },
): Promise<boolean> => {
  const deciders = reader
    .select({ id: keys.id, owner: keys.owner })
    .from(keys)
    .where(
      and(
        good(now),
        sql`exists (select from jsonb_array_elements_text(${JSON.stringify(scopes)}::jsonb) asked(scope) where ${keys.scopes} ? asked.scope)`,
      ),
    )
  const another = sql`with recursive line(key, owner) as (${deciders}
    union select line.key, made.owner from ${keys} made join line on made.id = line.owner)
    select key from line group by key
    having coalesce(max(owner) filter (where owner like ${OF_A_PERSON}), key) <> all(select jsonb_array_elements_text(${JSON.stringify(hands)}::jsonb)) limit 1`
  const [row] = await reader.select({ key: sql<string | null>`(${another})` }).from(sql`(select 1) one`)
  return row?.key != null
}

/** The keys of these ids, in their order. */
export const keysNamed = (reader: Reader, made: MadeBy): Promise<ApiKey[]> =>
  reader
    .select(columns)
    .from(keys)
    .where(madeBy(keys.id, keys.id, made))
    .orderBy(keys.id)
    .limit(made.limit)
