import { brierLoss } from '../binary/proper-scores.ts'
import { total } from '../counts.ts'
import { binomialAtLeast, binomialP } from '../numbers/binomial.ts'
import { sum } from '../numbers/sum.ts'
import { effectiveUses } from './family-uses.ts'
import { type Asserted, asserted, type Band, type Lexicon, readingOf, type Statements } from './word-counts.ts'

export type ScoreBounds = { lowest: number; highest: number }

/**
 * Mean Brier scores when each phrase may mean any probability of its band. `free`: another one at every use; `shared`: one
 * per phrase, the same for all uses. `midpoint` reads the middle, `expectedUniform` every value of the band alike.
 */
export type BandScores = {
  n: number
  free: ScoreBounds
  shared: ScoreBounds
  midpoint: number
  expectedUniform: number
}

type Read = Asserted & { band: Band }

const freeBest = ({ n, hits, band: { low, high } }: Read): number => hits * (1 - high) ** 2 + (n - hits) * low ** 2
const freeWorst = ({ n, hits, band: { low, high } }: Read): number => hits * (1 - low) ** 2 + (n - hits) * high ** 2
// The loss is convex in the meaning: lowest at the frequency moved into the band, highest at an end.
const sharedBest = ({ band: { low, high }, ...row }: Read): number =>
  brierLoss(Math.min(Math.max(row.hits / row.n, low), high), row)
const sharedWorst = ({ band: { low, high }, ...row }: Read): number =>
  Math.max(brierLoss(low, row), brierLoss(high, row))
const atMiddle = ({ band: { low, high }, ...row }: Read): number => brierLoss((low + high) / 2, row)
const uniform = (read: Read): number => atMiddle(read) + (read.n * (read.band.high - read.band.low) ** 2) / 12

/**
 * Sharp bounds of the mean Brier score (0 best, 1 worst) of words read as bands, with numbers standing for themselves.
 * lowest free ≤ lowest shared ≤ midpoint ≤ highest shared ≤ highest free; a band of no width makes all five one.
 * `expectedUniform` = midpoint + Σ n w²/12N for widths w. Null for no statements; throws a `Problem` for a phrase without a band.
 *
 * Example: "likely", .55 to .8, said twice, once true: free (.2² + .55²)/2 = .17125 to (.45² + .8²)/2 = .42125; shared
 * .2525 (at .55) to .34 (at .8); midpoint .280625.
 */
export const bandScores = ({ numbers, words }: Statements, lexicon: Lexicon<Band>): BandScores | null => {
  const read: Read[] = asserted(words).map((row) => ({ ...row, band: readingOf(lexicon, row.phrase) }))
  const n = total(numbers).n + total(read).n
  if (n === 0) return null
  const numeric = numbers.map((row) => brierLoss(row.p, row))
  const mean = (loss: (row: Read) => number): number => sum([...numeric, ...read.map(loss)]) / n
  return {
    n,
    free: { lowest: mean(freeBest), highest: mean(freeWorst) },
    shared: { lowest: mean(sharedBest), highest: mean(sharedWorst) },
    midpoint: mean(atMiddle),
    expectedUniform: mean(uniform),
  }
}

export type Comparison = 'first is better' | 'second is better' | 'cannot be distinguished'

/**
 * Two authors' bounds of the mean Brier score: who is better whatever their words mean, else that the words cannot tell.
 * Bounds that touch overlap. `compareBounds({ lowest: .1, highest: .2 }, { lowest: .15, highest: .3 })` cannot be distinguished.
 */
export const compareBounds = (first: ScoreBounds, second: ScoreBounds): Comparison => {
  if (first.highest < second.lowest) return 'first is better'
  return second.highest < first.lowest ? 'second is better' : 'cannot be distinguished'
}

/**
 * `belowBand` = P(so few hits or fewer) were the true frequency the band's foot; `aboveBand` = P(so many or more) were it
 * the top. Small values speak against a frequency within the band, from below or from above.
 */
export type PhraseInBand = {
  phrase: string
  n: number
  hits: number
  frequency: number
  within: boolean
  belowBand: number
  aboveBand: number
}

/**
 * Per phrase, whether what was said came true as often as its band says; ends belong to the band. Both p-values are
 * one-sided binomial ones, 0 to 1. `families` are the same words by family: the uses then count for as many independent ones as
 * tell as much (see `effectiveUses`), which may be a broken number, so that the p-values are exact of one use a family only; left out,
 * all uses are taken for independent. Phrases by name.
 *
 * Example: "very unlikely", .05 to .2, said 4 times, once true: frequency .25, outside; P(X ≤ 1 | .05) = .986,
 * P(X ≥ 1 | .2) = .590.
 */
export const phrasesInBands = (
  words: Statements['words'],
  lexicon: Lexicon<Band>,
  { families }: { families?: readonly Statements['words'][] } = {},
): PhraseInBand[] => {
  const counted = families && effectiveUses(families)
  return asserted(words).map(({ phrase, n, hits }) => {
    const { low, high } = readingOf(lexicon, phrase)
    const frequency = hits / n
    const uses = counted?.get(phrase) ?? { n, hits }
    return {
      phrase,
      n,
      hits,
      frequency,
      within: low <= frequency && frequency <= high,
      belowBand: binomialP(uses.hits, uses.n, low),
      aboveBand: binomialAtLeast(uses.hits, uses.n, high),
    }
  })
}
