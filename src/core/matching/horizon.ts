import type { Window } from '../candidate.ts'
import { type Day, daysBetween } from '../time.ts'

/**
 * How a statement's own window lies to that of a question. `silent`: it has no words of time, so it says nothing else.
 * `further`: it ends later; `shorter`: sooner; `apart`: it begins after the other's end.
 */
export const horizons = ['same', 'silent', 'shorter', 'further', 'apart'] as const
export type Horizon = (typeof horizons)[number]

/** "By Christmas" and "by the end of the year" are one horizon when said in October, not when said in December. */
const SHARE = 0.1
const AT_MOST_DAYS = 14

type Frame = { windowStart: Day; windowEnd: Day | null }

/** The statement's window seen from the question's, which began on `windowStart`. */
export const horizonOf = (window: Window | null, { windowStart, windowEnd }: Frame): Horizon => {
  if (window === null || window.source === 'default') return 'silent'
  const { start, end } = window
  if (end === null || windowEnd === null) return end === windowEnd ? 'same' : end === null ? 'further' : 'shorter'
  const leeway = Math.min(AT_MOST_DAYS, SHARE * Math.abs(daysBetween(start ?? windowStart, end)))
  if (Math.abs(daysBetween(windowEnd, end)) <= leeway) return 'same'
  if (end < windowEnd) return 'shorter'
  return start !== null && start > windowEnd ? 'apart' : 'further'
}

/** Whether it is another horizon: another question of the family, unless the older one is still running. */
export const horizonDiffers = (horizon: Horizon): boolean => horizon !== 'same' && horizon !== 'silent'
