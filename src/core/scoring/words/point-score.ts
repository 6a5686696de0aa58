import { brier } from '../binary/proper-scores.ts'
import { betaQuantile } from '../numbers/beta.ts'
import { betaMean } from './beta-moments.ts'
import { type Beta, countsUnder, type Lexicon, readAs, type Statements } from './word-counts.ts'

/** Mean Brier scores with each phrase read as one number: its distribution's mean (the headline) or its median. */
export type PointScores = { atMean: number; atMedian: number }

/**
 * Mean Brier score of numbers and words, each phrase read at the mean and at the median of its distribution. 0 best, 1 worst;
 * null for no statements. Always said to be "under lexicon L": one number for a phrase overstates how precise words are.
 *
 * Example: "likely", Beta(3, 1), said twice, once true: mean .75, so (.0625 + .5625)/2 = .3125; median .7937, so .3363.
 */
export const pointScores = (statements: Statements, lexicon: Lexicon<Beta>): PointScores | null => {
  const at = (read: (beta: Beta) => number) => brier(countsUnder(statements, readAs(lexicon, read)))
  const [atMean, atMedian] = [at(betaMean), at(({ alpha, beta }) => betaQuantile(0.5, alpha, beta))]
  return atMean === null || atMedian === null ? null : { atMean, atMedian }
}
