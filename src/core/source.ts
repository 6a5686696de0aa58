import { z } from 'zod'
import { idOf } from './id.ts'
import { Problem } from './problem.ts'
import { Day, Instant, plusDays } from './time.ts'

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
      .meta({ description: 'null: nobody has stated it, and its silence settles nothing' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

/** A source was read through a day: the ground on which "nothing was reported" can stand. */
export const Coverage = z
  .object({ id: idOf('coverage'), sourceId: idOf('source'), readThrough: Day, recordedAt: Instant })
  .meta({ id: 'Coverage' })
export type Coverage = z.infer<typeof Coverage>

/** A day has been read through only once it is over: its evening may still bring what was looked for. Throws `invalid-input`. */
export const mustBeOver = (readThrough: Day, today: Day, field: string): void => {
  if (readThrough < today) return
  const detail = `${readThrough} is not over: a day has been read through only once it is`
  throw new Problem('invalid-input', detail, `give a day up to ${plusDays(today, -1)}, and state ${today} tomorrow`, [
    { field, detail },
  ])
}

/** What its reader is asked where silence is taken for an answer. */
export const UNSTATED_LAG = 'the reporting lag of a source that was read is not stated'
export const STATE_LAG = 'state the source’s reporting lag: POST /v1/sources with its name and reportingLagDays'

/** A sampling frame: which outlets, which dates, by which rule, read whole or not. No rank without one. */
export const Collection = z
  .object({
    id: idOf('collection'),
    slug: z.string(),
    name: z.string(),
    rule: z.string().meta({ description: 'which outlets and dates, chosen how' }),
    readWhole: z.boolean(),
    caveat: z.string().nullable().meta({ description: 'what a reader of its boards must know' }),
    sourceIds: z.array(idOf('source')).meta({ description: 'the outlets, where the frame names them' }),
    publishedFrom: Day.nullable(),
    publishedUntil: Day.nullable().meta({ description: 'last day of publication in the frame; null = it goes on' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Collection' })
export type Collection = z.infer<typeof Collection>

/** How far one outlet of a frame was read. `whole`: through the last day of the frame. */
export const FrameCoverage = z
  .object({ source: Source, readThrough: Day.nullable(), whole: z.boolean(), commentaries: z.int() })
  .meta({ id: 'FrameCoverage' })
export type FrameCoverage = z.infer<typeof FrameCoverage>
