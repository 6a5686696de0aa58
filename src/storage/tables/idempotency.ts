import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** First answers to requests that carried an Idempotency-Key: kept for a day, and no facts. Without a status it is still running. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Whose key it is: nobody meets another's. */
    actor: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, address, condition (If-Match) and body. */
    fingerprint: text().notNull(),
    startedAt: instant().notNull(),
    /** A request without an answer is abandoned from then on, and may be sent again. */
    heldUntil: instant().notNull(),
    status: integer(),
    headers: jsonb().$type<Record<string, string>>(),
    body: text(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_keys_key', columns: [t.actor, t.key] }),
    check('idempotency_keys_answer_check', sql`(${t.status} is null) = (${t.body} is null)`),
    check('idempotency_keys_status_check', sql`${t.status} between 100 and 599`),
    index('idempotency_keys_started_at_index').on(t.startedAt),
  ],
)
