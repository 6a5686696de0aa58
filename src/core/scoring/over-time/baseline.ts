import { refusal } from '../refusal.ts'
import { byUser, type Frame, horizonOf, lifeOf, type Standing, saidOf, standsAt, type TimedScore } from './standing.ts'

// What an even forecast leaves for each open end of a quantity's range.
const BEYOND = 0.05

/**
 * Metaculus's baseline score of one forecast at one instant. **Higher is better.**
 * - choice: 100 · ln(K p) / ln K over the K options that exist (K = 2: 100(log₂ p + 1)); 0 for an even spread, at most 100;
 * - quantity: 50 · ln(p / base), base being .05 beyond an open end, and (1 − .05 · open ends) / buckets inside.
 * −Infinity for an outcome that was given nothing. Metaculus scoring 2024.
 * Example: 90 % on a yes that came: 100(log₂ .9 + 1) = 84.80.
 */
export const baselineAt = (standing: Standing, { outcome, kind }: Frame): number => {
  const [p, many] = [saidOf(standing, outcome), standing.shares.length]
  if (kind.of === 'choice') {
    const options = standing.shares.filter((share) => share !== null).length
    if (options < 2) throw refusal(`${standing.user} had fewer than two options`, 'give a probability for each option')
    return (100 * Math.log(p * options)) / Math.log(options)
  }
  if (many < 3)
    throw refusal('a quantity needs at least one bucket', 'give the shares below, in each bucket, and above')
  const isBeyond = outcome === 0 || outcome === many - 1
  return 50 * Math.log(p / (isBeyond ? BEYOND : (1 - BEYOND * kind.openBounds) / (many - 2)))
}

/**
 * Baseline score over time: the instant's score times how long it stood, divided by the question's scheduled length. Time
 * without a forecast, and the time that an early close cut off, earn 0. **Higher is better.** Metaculus scoring 2024.
 *
 * Example: 75 % from open until a close at 40 % of the schedule, yes: .4 · 58.50 = 23.40, coverage .4.
 */
export const baseline = (standings: readonly Standing[], frame: Frame): Map<string, TimedScore> => {
  const horizon = horizonOf(frame)
  return byUser(
    standings.map((standing) => {
      const { start, end } = lifeOf(standing, frame)
      const coverage = Math.max(0, end - start) / horizon
      return { user: standing.user, coverage, score: coverage === 0 ? 0 : coverage * baselineAt(standing, frame) }
    }),
  )
}

/**
 * When spot scores are taken: the time that was set, else when the crowd was revealed, but never after the close. Metaculus 2024.
 * `spotTime(10, null, 3) = 3`, `spotTime(10, 12, 3) = 10`
 */
export const spotTime = (actualClose: number, set: number | null, revealed: number | null): number =>
  Math.min(set ?? revealed ?? actualClose, actualClose)

/**
 * Baseline score of whatever stands at one instant, unweighted, see `baselineAt`: at most 100, 0 for an even spread, **higher is better**;
 * coverage 1 for who had a forecast then, else 0 and 0. Metaculus scoring 2024.
 * Example: 90 % from open on and 50 % until time 2, a yes, at time 3: 84.80 with coverage 1, and 0 with 0.
 */
export const spotBaseline = (standings: readonly Standing[], frame: Frame, at: number): Map<string, TimedScore> =>
  byUser(
    standings.map((standing) =>
      standsAt(standing, at)
        ? { user: standing.user, score: baselineAt(standing, frame), coverage: 1 }
        : { user: standing.user, score: 0, coverage: 0 },
    ),
  )
