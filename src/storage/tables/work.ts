import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { questions } from './questions.ts'

/** Who is at which question, and until when: one row a question, overwritten by the next holder. No facts. */
export const questionLeases = pgTable(
  'question_leases',
  {
    questionId: text()
      .primaryKey()
      .references(() => questions.id),
    leaseId: text().notNull(),
    holder: text().notNull(),
    until: instant().notNull(),
  },
  (t) => [index('question_leases_lease_index').on(t.leaseId)],
)
