import { sum } from '../numbers/sum.ts'
import { checkShares } from './categorical.ts'

/**
 * Ranked probability score of ordered categories, RPS = Σ_{j<K} (F_j − 1{came ≤ j})², F being the running sums. 0 best,
 * **K − 1 worst**; near misses cost less than far ones. Throws a `Problem` on what is no distribution.
 * Epstein 1969, J Appl Meteorol 8:985. `rankedProbability([0.1, 0.2, 0.4, 0.3], 0) = 0.81 + 0.49 + 0.09 = 1.39`
 */
export const rankedProbability = (probabilities: readonly number[], came: number): number => {
  checkShares(probabilities, came)
  return sum(
    probabilities.slice(0, -1).map((_, at) => (sum(probabilities.slice(0, at + 1)) - (came <= at ? 1 : 0)) ** 2),
  )
}

/**
 * RPS/(K − 1): 0 best, **1 worst**, and comparable between questions with different numbers of categories.
 * `normalisedRankedProbability([0.1, 0.2, 0.4, 0.3], 0) = 1.39 / 3 = 0.4633`
 */
export const normalisedRankedProbability = (probabilities: readonly number[], came: number): number =>
  rankedProbability(probabilities, came) / (probabilities.length - 1)

/**
 * The Good Judgment Project's score of ordered categories: A|BCD, AB|CD, ABC|D are each scored as a pair by the Brier
 * score of both sides (0 to 2) and averaged, which is 2 RPS/(K − 1). 0 best, **2 worst**. IARPA ACE test plan 2011, app. B.
 * `orderedBrier([0.1, 0.2, 0.4, 0.3], 0) = 0.9267`
 */
export const orderedBrier = (probabilities: readonly number[], came: number): number =>
  2 * normalisedRankedProbability(probabilities, came)
