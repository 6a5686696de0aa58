import { index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { instant, oneOf } from '../columns.ts'

export const jobRunStatuses = ['running', 'done', 'failed'] as const

export const jobRuns = pgTable(
  'job_runs',
  {
    id: text().primaryKey(),
    job: text().notNull(),
    scheduledAt: instant().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    status: text({ enum: jobRunStatuses }).notNull(),
    summary: jsonb().$type<Record<string, number>>(),
    error: text(),
  },
  (t) => [
    unique('job_runs_unique').on(t.job, t.scheduledAt),
    oneOf('job_runs_status_check', t.status, jobRunStatuses),
    index('job_runs_started_at_index').on(t.startedAt, t.id),
  ],
)
