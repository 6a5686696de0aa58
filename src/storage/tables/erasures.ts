import { index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { erasers } from '../../core/erasure.ts'
import { factColumns, instant, oneOf } from '../columns.ts'

/** That an account was erased, by whom and when. The account itself is gone, so nothing refers to it. */
export const erasures = pgTable(
  'erasures',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    by: text({ enum: erasers }).notNull(),
    erasedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('erasures_person_unique').on(t.personId),
    oneOf('erasures_by_check', t.by, erasers),
    index('erasures_recorded_at_index').on(t.recordedAt, t.id),
  ],
)
