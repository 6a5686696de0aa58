import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Erasure } from '../core/erasure.ts'
import { prefixes } from '../core/id.ts'
import type { Salts } from '../core/ledger/digest.ts'
import { actorNameOf, personIdOf } from '../core/person.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { erasures } from './tables/erasures.ts'
import { keys } from './tables/people.ts'

type Row = typeof erasures.$inferSelect

const toErasure = ({ id, personId, by, digest, recordedAt }: Row): Erasure => ({ id, personId, by, digest, recordedAt })

export const insertErasure = async (tx: Transaction, row: Row & { salts: Salts }): Promise<Erasure> => {
  await tx.insert(erasures).values(row)
  return toErasure(row)
}

/** The erasure of a person; null where there was none. */
export const erasureOf = async (reader: Reader, personId: string): Promise<Erasure | null> => {
  const [row] = await reader.select().from(erasures).where(eq(erasures.personId, personId))
  return row ? toErasure(row) : null
}

export const listErasures = async (reader: Reader, page: PageRequest): Promise<Page<Erasure>> => {
  const rows = await reader
    .select()
    .from(erasures)
    .where(afterCursor(page, erasures.recordedAt, erasures.id))
    .orderBy(...newestFirst(erasures.recordedAt, erasures.id))
    .limit(page.limit + 1)
  return pageOf(rows.map(toErasure), page)
}

export const erasuresByIds = async (reader: Reader, ids: readonly string[]): Promise<Erasure[]> =>
  ids.length === 0
    ? []
    : (
        await reader
          .select()
          .from(erasures)
          .where(inArray(erasures.id, [...ids]))
      ).map(toErasure)

/** What a key of an erased account is left with instead of the first characters of its secret: no other key has that. */
export const NO_PREFIX = ''

/** Which of these names are of accounts that were erased: a person, or a key of their line. */
export const erasedAmong = async (reader: Reader, names: readonly string[]): Promise<Set<string>> => {
  const personIds = names.flatMap((name) => personIdOf(name) ?? [])
  const keyIds = names.filter((name) => name.startsWith(`${prefixes.key}_`))
  const ofPeople = reader.select({ personId: erasures.personId }).from(erasures)
  const gone = personIds.length === 0 ? [] : await ofPeople.where(inArray(erasures.personId, personIds))
  const emptied =
    keyIds.length === 0
      ? []
      : await reader
          .select({ id: keys.id })
          .from(keys)
          .where(and(inArray(keys.id, keyIds), eq(keys.prefix, NO_PREFIX)))
  return new Set([...gone.map(({ personId: id }) => actorNameOf({ id })), ...emptied.map(({ id }) => id)])
}

/** Whether somebody may write: `held` until the transaction ends, `busy` while their account is being erased, `erased` after that. */
export type Hold = 'held' | 'busy' | 'erased'

/**
 * Holds that an account is not erased until the transaction ends, without waiting for anything. Others may hold it so too. It comes before
 * every other lock: who erases waits for all who hold it, while they hold nothing that such a one waits for.
 */
export const holdAccount = async (tx: Transaction, personId: string): Promise<Hold> => {
  const [row] = await tx.select({ hold: sql<Hold>`hold_account(${personId})` }).from(sql`(select 1) one`)
  if (!row) throw new Error('a row of one is none')
  return row.hold
}

/** Waits for all that somebody has begun to write, by a key too, and lets them begin nothing until the transaction ends. */
export const lockAccount = (tx: Transaction, personId: string): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('hindcast-writer ' || ${personId}, 0))`)

/** Lets in one erasure at a time. It comes before every other lock. */
export const lockErasures = (tx: Transaction): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('hindcast-erasures', 0))`)
