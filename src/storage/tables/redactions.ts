import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { SHA256_FORM } from '../../core/ledger/sha256.ts'
import { redactedKinds } from '../../core/redaction.ts'
import { factColumns, instant, matches, oneOf } from '../columns.ts'

/** That a text was taken out of something, and why. A trigger lets go of the field only where its redaction stands here. */
export const redactions = pgTable(
  'redactions',
  {
    id: text().primaryKey(),
    kind: text({ enum: redactedKinds }).notNull(),
    factId: text().notNull(),
    field: text({ enum: ['text', 'grounds'] }).notNull(),
    fieldDigest: text(),
    reason: text().notNull(),
    redactedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('redactions_fact_unique').on(t.factId, t.field),
    oneOf('redactions_kind_check', t.kind, redactedKinds),
    check('redactions_digest_check', sql`(${t.kind} = 'commentary') = (${t.fieldDigest} is null)`),
    matches('redactions_digest_form_check', t.fieldDigest, SHA256_FORM.source),
    index('redactions_recorded_at_index').on(t.recordedAt, t.id),
  ],
)
