import { sum } from '../numbers/sum.ts'
import type { Earned } from '../over-time/peer.ts'

/**
 * Metaculus's relative score of one instant, before 2023: log₂ of one's own probability of the outcome over the crowd's.
 * **Higher is better**, 0 is the crowd; over time it is averaged by duration. `relativeScore(0.8, 0.4) = 1`
 */
export const relativeScore = (own: number, crowd: number): number => Math.log2(own / crowd)

/**
 * The weight that a relative score was ranked with: coverage · exp(mean score). **Higher is better.** Metaculus before 2023.
 * `relativeWeight(.5, 0) = .5`
 */
export const relativeWeight = (coverage: number, score: number): number => coverage * Math.exp(score)

// Boards of peer scores before 2024 divided by at least so many questions.
const FEWEST_BEFORE = 40

/**
 * The older board of peer scores: Σ score / max(40, questions), without regard to coverage; 0 is as the others. **Higher is better.**
 * Metaculus before 2024. Ten questions of +16: 160/40 = 4.
 */
export const peerStandingBefore = (earned: readonly Pick<Earned, 'score'>[]): number =>
  sum(earned.map(({ score }) => score)) / Math.max(FEWEST_BEFORE, earned.length)

/** What a tournament pays by: the square of a positive total, 0 for a negative one. `tournamentTake(-3) = 0` */
export const tournamentTake = (total: number): number => Math.max(total, 0) ** 2

/** The board of baseline scores: their plain sum, which rewards volume. **Higher is better.** Metaculus 2024. Of 20 and −5: 15. */
export const baselineStanding = (earned: readonly Pick<Earned, 'score'>[]): number =>
  sum(earned.map(({ score }) => score))
