import { type Instant, toInstant } from '../time.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const plusMs = (at: Instant, ms: number): Instant => toInstant(new Date(Date.parse(at) + ms))
export const msBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

/** How long something took, in milliseconds: never less than none where the clock was set back, and no more than a database takes. */
export const tookMs = (from: Instant, to: Instant): number => Math.min(2 ** 31 - 1, Math.max(0, msBetween(from, to)))

/**
 * Exponential backoff with full jitter: a uniform draw from [0, base·2^(failures − 1)], capped, in milliseconds.
 * `dice` is uniform in [0, 1). Source: Brooker, "Exponential Backoff And Jitter", 2015.
 */
export const backoffMs = (failures: number, baseMs: number, capMs: number, dice: number): number =>
  Math.round(Math.min(capMs, baseMs * 2 ** Math.max(0, failures - 1)) * dice)

/** What a Retry-After header asks for: seconds or an HTTP date, as an instant, at most a week away; null when it says nothing. */
export const retryAfter = (value: string | undefined, now: Instant): Instant | null => {
  const text = value?.trim() ?? ''
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - Date.parse(now)
  return Number.isNaN(ms) ? null : plusMs(now, Math.min(Math.max(ms, 0), 7 * DAY))
}

/** How long an answer may be taken for fresh: max-age of Cache-Control in milliseconds, null when it does not say. */
export const freshMs = (cacheControl: string | undefined): number | null => {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds) * SECOND
}

/**
 * Beyond which an instant that was recorded, or that something is held until, can only be of a clock that was ahead and was set back: it
 * holds nothing then.
 */
export const farthestAhead = (now: Instant): Instant => plusMs(now, DAY)

/** Beyond which nothing is put off, a week being the most that anybody may ask for: what waits for later does so by a clock that was ahead. */
export const farthestWait = (now: Instant): Instant => plusMs(now, 8 * DAY)
