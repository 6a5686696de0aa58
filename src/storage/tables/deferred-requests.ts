import { isNull, sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** Requests whose clients did not wait for the answer, which is kept among the first answers; no facts. */
export const deferredRequests = pgTable(
  'deferred_requests',
  {
    id: text().primaryKey(),
    /** Who sent it, in whose name it is done. */
    actor: text().notNull(),
    /** Path and query. */
    address: text().notNull(),
    /** The condition that it came with. */
    ifMatch: text(),
    /** As it was sent, until it is answered: it may hold texts of others. */
    body: text(),
    recordedAt: instant().notNull(),
    /** When it was put into a queue last. */
    queuedAt: instant(),
    tries: integer().notNull().default(0),
    endedAt: instant(),
    /** It ended without an answer. */
    failed: boolean().notNull().default(false),
  },
  (t) => [
    check('deferred_requests_tries_check', sql`${t.tries} >= 0`),
    check('deferred_requests_body_check', sql`${t.body} is not null or ${t.endedAt} is not null`),
    check('deferred_requests_failed_check', sql`${t.endedAt} is not null or not ${t.failed}`),
    index('deferred_requests_waiting_index').on(t.recordedAt, t.id).where(isNull(t.endedAt)),
    index('deferred_requests_ended_at_index').on(t.endedAt),
    index('deferred_requests_actor_index').on(t.actor, t.id),
  ],
)
