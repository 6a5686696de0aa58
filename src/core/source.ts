import { z } from 'zod'
import { idOf } from './id.ts'
import { Day, Instant } from './time.ts'

/** An outlet. `reportingLagDays`: how long after an event it may still be the first to report it. */
export const Source = z
  .object({
    id: idOf('source'),
    name: z.string(),
    reportingLagDays: z
      .int()
      .min(0)
      .max(3650)
      .nullable()
      .meta({ description: 'null: nobody has stated it; taken as 0' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

/** A source was read through a day: the ground on which "nothing was reported" can stand. */
export const Coverage = z
  .object({ id: idOf('coverage'), sourceId: idOf('source'), readThrough: Day, recordedAt: Instant })
  .meta({ id: 'Coverage' })
export type Coverage = z.infer<typeof Coverage>

/** A sampling frame: which outlets, which dates, by which rule, read whole or not. No rank without one. */
export const Collection = z
  .object({
    id: idOf('collection'),
    slug: z.string(),
    name: z.string(),
    rule: z.string().meta({ description: 'which outlets and dates, chosen how' }),
    readWhole: z.boolean(),
    caveat: z.string().nullable().meta({ description: 'what a reader of its boards must know' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Collection' })
export type Collection = z.infer<typeof Collection>
