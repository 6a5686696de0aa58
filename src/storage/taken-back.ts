import { type SQL, sql } from 'drizzle-orm'
import { predictions } from './tables/questions.ts'

/** That the statement around it was marked as a mistake, by its author or by who had recorded it: it was never said. */
export const isTakenBack: SQL<boolean> = sql<boolean>`exists (select from ${predictions} slip
  where slip.act = 'mistake' and slip.refers_to = ${predictions.id})`
