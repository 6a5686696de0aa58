import { Problem } from '../problem.ts'
import { type Day, dayOf, endOf, plusDays, startOf } from '../time.ts'
import type { FeedReading } from './feed-document.ts'
import { type FeedRule, readableFrom } from './feed-rule.ts'
import type { Outcome } from './lifecycle.ts'
import { surelyIn, type Window } from './window.ts'

export type FeedFinding =
  | { finds: 'outcome'; outcome: Outcome; reason: string }
  /** `final`: the last reading that the rule asks for was read, and does not hold. */
  | { finds: 'nothing'; reason: string; again: Day; final: boolean }

const decimal = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

const numberIn = (value: FeedReading['value']): number => {
  const number = typeof value === 'number' || (typeof value === 'string' && decimal.test(value)) ? Number(value) : NaN
  if (Number.isFinite(number)) return number
  throw new Problem(
    'fetch-failed',
    `the feed gives ${JSON.stringify(value)?.slice(0, 60)}, which is no number`,
    'look where the rule looks: it compares numbers',
  )
}

const compare: Readonly<Record<Exclude<FeedRule['operator'], 'exists'>, (value: number, than: number) => boolean>> = {
  '<': (value, than) => value < than,
  '<=': (value, than) => value <= than,
  '=': (value, than) => value === than,
  '>=': (value, than) => value >= than,
  '>': (value, than) => value > than,
}

/** Whether a value is as a rule says. Throws `fetch-failed` where a number is needed and none is given. */
export const holds = ({ operator, threshold }: FeedRule, value: FeedReading['value']): boolean => {
  if (operator === 'exists') return value !== null && value !== ''
  if (typeof threshold === 'string') return String(value) === threshold
  return compare[operator](numberIn(value), threshold ?? Number.NaN)
}

/** Whether a reading speaks for the last day of the window or later, once its value may no longer change. */
const isFinal = ({ when, reportingLagDays }: FeedRule, { windowEnd }: Window, { asOf }: FeedReading): boolean =>
  windowEnd !== null && when !== 'at-deadline' && dayOf(asOf.latest) >= plusDays(windowEnd, reportingLagDays)

/**
 * "No" is said only where one reading can say it: `exists` and `within` never do. `at-deadline` it is the same reading that
 * could have said "yes": of days that end with the window, and of none before it. None says it before its days are over.
 */
const saysNo = (rule: FeedRule, window: Window, { asOf }: FeedReading, today: Day): boolean => {
  const { operator, when, reportingLagDays } = rule
  if (window.windowEnd === null || operator === 'exists' || when === 'within') return false
  if (dayOf(asOf.latest) >= today) return false
  if (when === 'at-deadline') return surelyIn(window, asOf) && dayOf(asOf.latest) === window.windowEnd
  return dayOf(asOf.latest) >= plusDays(window.windowEnd, reportingLagDays)
}

/**
 * What a reading says by a rule, as of a day. "Yes" needs a reading whose days lie in the window; `at-deadline` the one of
 * its last day, once the feed's lag is over. "No" needs that same one, or for `by-deadline` one as of the end plus the lag or
 * later. All else waits: too early, stale, or of days that say nothing.
 */
export const judgeFeed = (rule: FeedRule, window: Window, reading: FeedReading, today: Day): FeedFinding => {
  const again = plusDays(today, 1)
  const nothing = (reason: string, final = false) => ({ finds: 'nothing' as const, reason, again, final })
  const from = readableFrom(rule, window)
  if (from === null) return nothing('the window has no end')
  if (today < from) return { ...nothing(`too early: it can tell from ${from} on`), again: from }
  const { earliest, latest } = reading.asOf
  const days = dayOf(earliest) === dayOf(latest) ? dayOf(latest) : `${dayOf(earliest)} to ${dayOf(latest)}`
  const read = `the feed gives ${JSON.stringify(reading.value)} for ${days}`
  if (dayOf(latest) > today) return nothing(`${read}, which is not over`)
  const { windowStart, windowEnd } = window
  if (latest < startOf(windowStart)) return nothing(`stale: ${read}, before the window`)
  const atEnd = windowEnd !== null && dayOf(latest) === windowEnd
  if (rule.when === 'at-deadline' && !atEnd) {
    return nothing(`${latest < endOf(windowEnd ?? windowStart) ? 'stale: ' : ''}${read}, not for ${windowEnd}`)
  }
  if (holds(rule, reading.value)) {
    return surelyIn(window, reading.asOf)
      ? { finds: 'outcome', outcome: 'yes', reason: read }
      : nothing(`${read}, not surely in the window`)
  }
  return saysNo(rule, window, reading, today)
    ? { finds: 'outcome', outcome: 'no', reason: read }
    : nothing(`${read}, which does not hold so far`, isFinal(rule, window, reading))
}
