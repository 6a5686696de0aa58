import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { farthestWait } from '../core/fetching/pace.ts'
import type { Instant } from '../core/time.ts'

/** Whether what waits for an instant is due: the instant is there, or is one that only a clock that was ahead can have written. */
export const isDue = (at: SQLWrapper, now: Instant): SQL =>
  sql`(${at} <= ${now}::timestamptz or ${at} > ${farthestWait(now)}::timestamptz)`
