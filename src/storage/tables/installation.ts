import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, oneOf } from '../columns.ts'

const THIS = ['this'] as const

/** What this database is, for good; without its one row it is an ordinary one. */
export const installation = pgTable(
  'installation',
  {
    id: text({ enum: THIS }).primaryKey(),
    /** Made for practice: everything in it is fictional, and every answer says so. */
    sandbox: boolean().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [oneOf('installation_id_check', t.id, THIS)],
)
