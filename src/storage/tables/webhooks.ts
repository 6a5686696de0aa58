import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { type SealedKind, sealedKinds } from '../../core/ledger/fact-kinds.ts'
import { deliveryStatuses } from '../../core/webhooks/delivery.ts'
import { statusReasons, webhookStatuses } from '../../core/webhooks/webhook.ts'
import { instant, oneOf } from '../columns.ts'
import { authors, collections, keys } from './people.ts'
import { questions } from './questions.ts'

/** Where facts are sent to. No facts themselves. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    url: text().notNull(),
    kinds: jsonb().$type<SealedKind[]>().notNull(),
    authorId: text().references(() => authors.id),
    questionId: text().references(() => questions.id),
    topic: text(),
    collectionId: text().references(() => collections.id),
    owner: text()
      .notNull()
      .references(() => keys.id),
    status: text({ enum: webhookStatuses }).notNull(),
    statusReason: text({ enum: statusReasons }),
    /** Sealed by the box of the installation: signing needs them again. */
    secret: text().notNull(),
    previousSecret: text(),
    previousUntil: instant(),
    position: bigint({ mode: 'number' }).notNull(),
    sequence: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    dead: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    failures: integer().notNull().default(0),
    failingSince: instant(),
    heldUntil: instant(),
    lastError: text(),
    lastDeliveredAt: instant(),
    /** Who is sending, and until when: one at a time, so that the order stays. */
    leaseId: text(),
    leaseUntil: instant(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    oneOf('webhooks_status_check', t.status, webhookStatuses),
    oneOf('webhooks_status_reason_check', t.statusReason, statusReasons),
    check('webhooks_reason_check', sql`(${t.status} = 'active') = (${t.statusReason} is null)`),
    check(
      'webhooks_counts_check',
      sql`least(${t.position}, ${t.sequence}, ${t.delivered}, ${t.dead}, ${t.attempts}, ${t.failures}) >= 0`,
    ),
    check('webhooks_lease_check', sql`(${t.leaseId} is null) = (${t.leaseUntil} is null)`),
    check('webhooks_previous_check', sql`(${t.previousSecret} is null) = (${t.previousUntil} is null)`),
    index('webhooks_owner_index').on(t.owner, t.recordedAt, t.id),
    index('webhooks_recorded_at_index').on(t.recordedAt, t.id),
    index('webhooks_status_index').on(t.status, t.id),
  ],
)

/** What each webhook is to be sent: positions, never texts. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: text().primaryKey(),
    webhookId: text()
      .notNull()
      .references(() => webhooks.id),
    sequence: integer().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    kind: text({ enum: sealedKinds }).notNull(),
    status: text({ enum: deliveryStatuses }).notNull(),
    tried: integer().notNull().default(0),
    nextAttemptAt: instant(),
    recordedAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    unique('webhook_deliveries_sequence_unique').on(t.webhookId, t.sequence),
    oneOf('webhook_deliveries_status_check', t.status, deliveryStatuses),
    check('webhook_deliveries_pending_check', sql`(${t.status} = 'pending') = (${t.nextAttemptAt} is not null)`),
    check('webhook_deliveries_settled_check', sql`(${t.status} = 'pending') = (${t.settledAt} is null)`),
    check('webhook_deliveries_counts_check', sql`least(${t.sequence}, ${t.position}) >= 1 and ${t.tried} >= 0`),
    index('webhook_deliveries_due_index').on(t.webhookId, t.sequence).where(sql`${t.status} = 'pending'`),
    index('webhook_deliveries_status_index').on(t.webhookId, t.status, t.sequence),
    index('webhook_deliveries_settled_index').on(t.settledAt),
  ],
)

/** Each try, until its delivery is forgotten. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: text().primaryKey(),
    deliveryId: text()
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    status: integer(),
    durationMs: integer().notNull(),
    error: text(),
    answer: text().notNull(),
  },
  (t) => [
    check('webhook_attempts_duration_check', sql`${t.durationMs} >= 0`),
    check('webhook_attempts_status_check', sql`${t.status} between 100 and 999`),
    index('webhook_attempts_delivery_index').on(t.deliveryId, t.id),
  ],
)
