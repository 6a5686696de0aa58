import { Problem } from '../problem.ts'
import { type Day, dayOf, plusDays, startOf } from '../time.ts'
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
  const number = decimal.test(String(value)) ? Number(value) : NaN
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

/**
 * Whether a reading is the last one that a rule asks for: of days that are over, and that end with the window and begin in it
 * (`at-deadline`), or reach its last day and the lag after that.
 */
const isLast = (rule: FeedRule, window: Window, { asOf }: FeedReading, today: Day): boolean => {
  if (window.windowEnd === null || dayOf(asOf.latest) >= today) return false
  if (rule.when === 'at-deadline') return surelyIn(window, asOf)
  return dayOf(asOf.latest) >= plusDays(window.windowEnd, rule.reportingLagDays)
}

/** Whether one reading can say "no" by a rule: `exists` and `within` never do. */
const maySayNo = ({ operator, when }: FeedRule): boolean => operator !== 'exists' && when !== 'within'

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
  if (rule.when === 'at-deadline' && dayOf(latest) !== windowEnd) {
    return nothing(`${windowEnd !== null && dayOf(latest) < windowEnd ? 'stale: ' : ''}${read}, not for ${windowEnd}`)
  }
  if (holds(rule, reading.value)) {
    return surelyIn(window, reading.asOf)
      ? { finds: 'outcome', outcome: 'yes', reason: read }
      : nothing(`${read}, not surely in the window`)
  }
  const last = isLast(rule, window, reading, today)
  return last && maySayNo(rule)
    ? { finds: 'outcome', outcome: 'no', reason: read }
    : nothing(`${read}, which does not hold so far`, last)
}
