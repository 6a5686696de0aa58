import type { Interval } from '../intervals/proportion.ts'
import { empiricalBernstein, hoeffding, type Run, runsBetween, type Sequence, stitched } from './confidence-sequence.ts'
import { type Beside, familyEvidence } from './e-values.ts'
import { MINIMUM_COMMON } from './head-to-head.ts'
import { type Pair, paired, pairedFamilyTest } from './paired.ts'
import { familiesSaidByBoth, familyDifference, type SaidByBoth } from './said-by-both.ts'

export const comparisonFindings = ['ahead', 'behind', 'not-distinguishable'] as const
export type ComparisonFinding = (typeof comparisonFindings)[number]

/** Other bounds that hold however often one looks, of the same differences; the finding rests on none of them. */
export type Alternatives = { hoeffding: Sequence; stitched: Sequence }

/**
 * Evidence that holds however often one looks, of what both said first. `terms`: families behind it; `open`: how many of their pairs are
 * not settled; `later`: pairs left out, since of their family something was due, or said by both, before.
 */
export type Anytime = {
  terms: number
  open: number
  later: number
  sequence: Sequence | null
  alternatives: Alternatives | null
  ahead: number
  behind: number
}

/** Two forecasters on the questions that both answered; a difference above 0 is in favour of the first. */
export type PairComparison = {
  difference: { value: number; interval: Interval | null }
  test: { t: number; p: number } | null
  anytime: Anytime
  finding: ComparisonFinding
}

const turnedRound = ({ first, second, ...rest }: Beside): Beside => ({ ...rest, first: second, second: first })

const anytimeOf = (said: readonly SaidByBoth[], since: number | null): Anytime => {
  const { families, later } = familiesSaidByBoth(said, since)
  const { least, most } = runsBetween(families.map(familyDifference))
  const boundedBy = (bounds: (run: Run) => Sequence | null): Sequence | null => {
    const [below, above] = [bounds(least), bounds(most)]
    return below && above && { low: below.low, high: above.high, level: below.level }
  }
  const [byNumber, byStitching] = [boundedBy(hoeffding), boundedBy(stitched)]
  return {
    terms: families.length,
    open: families.flat().filter((one) => one.outcome === null && !one.void).length,
    later,
    sequence: boundedBy(empiricalBernstein),
    alternatives: byNumber && byStitching && { hoeffding: byNumber, stitched: byStitching },
    ahead: Math.exp(familyEvidence(families)),
    behind: Math.exp(familyEvidence(families.map((family) => family.map(turnedRound)))),
  }
}

const findingOf = ({ sequence }: Anytime): ComparisonFinding => {
  if (sequence !== null && sequence.low > 0) return 'ahead'
  return sequence !== null && sequence.high < 0 ? 'behind' : 'not-distinguishable'
}

/**
 * The first forecaster beside the second: mean paired Brier difference of what is scored, −1 to 1, **above 0 the first is better**, with
 * its 95 % interval and its t test, both clustered by family; and what may be looked at every day, of what both `said` first, a family a
 * term (`familiesSaidByBoth`): the empirical-Bernstein confidence sequence of the mean over families and the e-values of both directions
 * as they stand now, never at their highest. What is open counts as it may yet come out for the worse, so bounds are only ever too wide.
 * The finding rests on the sequence alone: it is `ahead` no oftener than 5 times in 100 however often somebody looks, where the first is
 * not better by what both knew when they had spoken, and families are independent.
 *
 * `since`: evidence starts again after the last outcome that was overturned, see `settledSince`. Null below `MINIMUM_COMMON` questions.
 * Choe & Ramdas 2024, Oper Res 72:1368; Henzi & Ziegel 2022, Biometrika 109:647.
 * Example: .8 against .6 on ten questions of ten families that all came true: difference .12, no t (all are equal), the
 * sequence still holds 0: not distinguishable.
 */
export const compare = (
  pairs: readonly Pair[],
  said: readonly SaidByBoth[],
  since: number | null = null,
): PairComparison | null => {
  const difference = pairs.length < MINIMUM_COMMON ? null : paired(pairs)
  if (!difference) return null
  const { meanDifference: value, low, high } = difference
  const anytime = anytimeOf(said, since)
  return {
    difference: { value, interval: low === null || high === null ? null : { low, high, level: 0.95 } },
    test: pairedFamilyTest(pairs),
    anytime,
    finding: findingOf(anytime),
  }
}
