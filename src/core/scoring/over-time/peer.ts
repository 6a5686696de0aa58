import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'
import { byUser, type Frame, horizonOf, lifeOf, type Standing, saidOf, standsAt, type TimedScore } from './standing.ts'

/** From `at` to the next step, `many` forecasts stood, whose probabilities of the outcome have this mean logarithm. */
type Step = { at: number; many: number; meanLog: number }

const logOf = (standing: Standing, outcome: number): number => {
  const p = saidOf(standing, outcome)
  if (p === 0)
    throw refusal(
      `${standing.user} gave the outcome nothing: all others would earn infinitely much`,
      'keep probabilities at .001 or above before they are compared with peers',
    )
  return Math.log(p)
}

/** From when until when forecasts stand, with the logarithm of what each said of the outcome, as what comes and goes when. */
const changesIn = (standings: readonly Standing[], outcome: number) =>
  standings
    .map((standing) => ({ ...standing, log: logOf(standing, outcome) }))
    .filter(({ from, until }) => until === null || until > from)
    .flatMap(({ from, until, log }) => {
      const comes = { at: from, many: 1, log }
      return until === null ? [comes] : [comes, { at: until, many: -1, log: -log }]
    })
    .sort((a, b) => a.at - b.at)

/**
 * The crowd's geometric mean as a step function. An instant at which nobody stands starts no step, so that the last one
 * lasts until somebody is back: a lone forecaster who withdrew covers the gap, as with Metaculus, and earns 0 there.
 */
const stepsOf = (standings: readonly Standing[], outcome: number): Step[] => {
  const changes = changesIn(standings, outcome)
  const steps: Step[] = []
  let [many, logs] = [0, 0]
  for (const [n, { at, ...change }] of changes.entries()) {
    many += change.many
    logs = many === 0 ? 0 : logs + change.log
    if (many > 0 && changes[n + 1]?.at !== at) steps.push({ at, many, meanLog: logs / many })
  }
  return steps
}

/** Hundredths of a nat; halved for quantities. */
const scaleOf = ({ kind }: Frame): number => (kind.of === 'quantity' ? 50 : 100)

/** 100(ln p − mean ln p of the others), as n/(n − 1) times the distance from the mean of all; halved for quantities. */
const earnedAt = (standing: Standing, { many, meanLog }: Step, frame: Frame): number =>
  many < 2 ? 0 : scaleOf(frame) * (many / (many - 1)) * (logOf(standing, frame.outcome) - meanLog)

/** The place of the first step that begins at an instant or after it; their number where none does. */
const firstFrom = (steps: readonly Step[], at: number): number => {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.at ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Metaculus's peer score: at every instant 100 · (ln p − the mean of the others' ln p) of the outcome, 0 for who is alone,
 * half of it for quantities, averaged over the question's scheduled length with 0 for time without a forecast. **Higher is
 * better**; 0 is as good as the others, and at every instant the scores of all sum to 0. Metaculus scoring 2024.
 *
 * An option that did not exist yet is read from the last one for everybody alike, so that the sum stays 0. Throws a
 * `Problem` where somebody gave the outcome nothing. O(n log n) in forecasts: what a forecast earns from one step to another is
 * taken from running sums over the steps.
 * Example: .9, .5 and .1 on a yes, all the time: 139.25, 51.08 and −190.33.
 */
export const peer = (standings: readonly Standing[], frame: Frame): Map<string, TimedScore> => {
  const horizon = horizonOf(frame)
  const steps = stepsOf(standings, frame.outcome)
    .map((step) => ({ ...step, at: Math.max(step.at, frame.open) }))
    .filter(({ at }) => at < frame.actualClose)
  // Up to each step: the share of time, of time in company times n/(n − 1), and of that times the mean logarithm.
  const sums = [{ share: 0, apart: 0, crowd: 0 }]
  for (const [n, { at, many, meanLog }] of steps.entries()) {
    const so = sums[n] ?? { share: 0, apart: 0, crowd: 0 }
    const share = ((steps[n + 1]?.at ?? frame.actualClose) - at) / horizon
    const apart = many < 2 ? 0 : (share * many) / (many - 1)
    sums.push({ share: so.share + share, apart: so.apart + apart, crowd: so.crowd + apart * meanLog })
  }
  const upTo = (at: number) => sums[firstFrom(steps, at)] ?? { share: 0, apart: 0, crowd: 0 }
  return byUser(
    standings.map((standing) => {
      const { start, end } = lifeOf(standing, frame)
      const [before, after] = [upTo(start), upTo(Math.max(start, end))]
      const apart = logOf(standing, frame.outcome) * (after.apart - before.apart) - (after.crowd - before.crowd)
      return { user: standing.user, score: scaleOf(frame) * apart, coverage: after.share - before.share }
    }),
  )
}

/**
 * Peer score of whatever stands at one instant, against the crowd as it last changed strictly before it; coverage 1 for
 * who had a forecast then, else 0 and 0. All 0 where nobody stood before. 0 is as good as the others, **higher is better**. Metaculus
 * scoring 2024. Example: .9 and .5 standing from the opening on, a yes: 100 · ln(.9/.5) = 58.78, and −58.78.
 */
export const spotPeer = (standings: readonly Standing[], frame: Frame, at: number): Map<string, TimedScore> => {
  const crowd = stepsOf(standings, frame.outcome).findLast((step) => step.at < at)
  return byUser(
    standings.map((standing) =>
      crowd && standsAt(standing, at)
        ? { user: standing.user, score: earnedAt(standing, crowd, frame), coverage: 1 }
        : { user: standing.user, score: 0, coverage: 0 },
    ),
  )
}

/** One question of a forecaster's: its peer score, the coverage behind it, and the question's weight (1 as a rule). */
export type Earned = { score: number; coverage: number; weight: number }

// Fewer covered questions than this count as so many: a lucky few lead no board.
const FEWEST = 30

/**
 * Metaculus's board of peer scores: Σ score · weight / max(30, Σ coverage · weight). **Higher is better**; 0 for nothing.
 * The floor draws whoever has little coverage towards 0. Metaculus 2024.
 * `peerStanding` of ten questions of +15 at full coverage is 150/30 = 5; of sixty, 15.
 */
export const peerStanding = (earned: readonly Earned[]): number =>
  sum(earned.map(({ score, weight }) => score * weight)) /
  Math.max(FEWEST, sum(earned.map(({ coverage, weight }) => coverage * weight)))
