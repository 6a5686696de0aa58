import { and, eq, gt, lte, ne, sql } from 'drizzle-orm'
import { farthestAhead } from '../core/fetching/pace.ts'
import type { Session, SignedIn } from '../core/session.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { scopesIn } from './people.ts'
import { people, sessions } from './tables/accounts.ts'

const columns = {
  id: sessions.id,
  personId: sessions.personId,
  address: sessions.address,
  userAgent: sessions.userAgent,
  recordedAt: sessions.recordedAt,
  lastUsedAt: sessions.lastUsedAt,
  expiresAt: sessions.expiresAt,
}

/** A session that is not over, and not of a clock that was ahead: that one's would last until the clock is there. */
const isGood = (now: Instant) => and(gt(sessions.expiresAt, now), lte(sessions.recordedAt, farthestAhead(now)))

/** The session of a token that is good at an instant, with its person, by one statement; null where there is none. */
export const sessionByToken = async (reader: Reader, token: string, now: Instant): Promise<SignedIn | null> => {
  const [row] = await reader
    .select({ session: columns, name: people.name, email: people.email, scopes: people.scopes })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.token, token), isGood(now), eq(people.banned, false)))
  return row ? { ...row, scopes: scopesIn(row.scopes) } : null
}

/** The sessions of a person that are good at an instant, last used first. */
export const sessionsOf = (reader: Reader, personId: string, now: Instant): Promise<Session[]> =>
  reader
    .select(columns)
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isGood(now)))
    .orderBy(sql`${sessions.lastUsedAt} desc`, sql`${sessions.id} desc`)
    .limit(100)

/** Keeps that a session was used, which moves its end. */
export const touchSession = async (
  tx: Transaction,
  id: string,
  { lastUsedAt, expiresAt }: Pick<Session, 'lastUsedAt' | 'expiresAt'>,
): Promise<void> => {
  await tx.update(sessions).set({ lastUsedAt, expiresAt }).where(eq(sessions.id, id))
}

/** Ends one session of a person; false where there is none of that id. */
export const endSession = async (tx: Transaction, personId: string, id: string): Promise<boolean> => {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.id, id)))
    .returning({ id: sessions.id })
  return rows.length > 0
}

/** Ends the session of a token. */
export const endSessionByToken = async (tx: Transaction, token: string): Promise<void> => {
  await tx.delete(sessions).where(eq(sessions.token, token))
}

/** Ends the sessions of a person, all but one where one is named; how many there were. */
export const endSessions = async (tx: Transaction, personId: string, but: string | null = null): Promise<number> => {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), but === null ? undefined : ne(sessions.id, but)))
    .returning({ id: sessions.id })
  return rows.length
}

/** All sessions that are kept of a person, those that are over too, in the order of ids. */
export const sessionsKept = (reader: Reader, made: MadeBy): Promise<Session[]> =>
  reader
    .select(columns)
    .from(sessions)
    .where(madeBy(sessions.personId, sessions.id, made))
    .orderBy(sessions.id)
    .limit(made.limit)
