import { z } from 'zod'
import { AuthorName, nameKey } from '../core/author.ts'
import type { Source } from '../core/source.ts'
import { putSource } from '../storage/sources.ts'
import { action } from './context.ts'

export const RecordSource = z
  .object({ name: AuthorName, reportingLagDays: z.int().min(0).max(3650).default(0) })
  .meta({ id: 'RecordSource' })
export type RecordSource = z.infer<typeof RecordSource>

/** The source of this name: recorded now, or standing already. */
export const recordSource = action<RecordSource, { source: Source; created: boolean }>(({ tx, now, newId }, input) =>
  putSource(tx, {
    id: newId('source'),
    name: input.name,
    identity: nameKey(input.name),
    reportingLagDays: input.reportingLagDays,
    recordedAt: now,
  }),
)
