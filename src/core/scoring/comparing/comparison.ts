import type { Interval } from '../intervals/proportion.ts'
import { settledSince } from '../restart.ts'
import { empiricalBernstein, hoeffding, runOf, type Sequence, stitched } from './confidence-sequence.ts'
import { evidenceForFirst } from './e-values.ts'
import { MINIMUM_COMMON } from './head-to-head.ts'
import { type Pair, paired, pairedFamilyTest } from './paired.ts'
import { differenceOf, type Versus } from './paired-test.ts'

/** A question that both answered. `resolved`: when it was settled as it stands, on any clock that runs forward. */
export type ResolvedPair = Pair & { question: string; resolved: number }

export const comparisonFindings = ['ahead', 'behind', 'not-distinguishable'] as const
export type ComparisonFinding = (typeof comparisonFindings)[number]

/** Other bounds that hold however often one looks, of the same differences; the finding rests on none of them. */
export type Alternatives = { hoeffding: Sequence; stitched: Sequence }

/** Evidence that holds however often one looks. `terms`: one question a family. */
export type Anytime = {
  terms: number
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

const inOrder = (pairs: readonly ResolvedPair[]): ResolvedPair[] =>
  [...pairs].sort((a, b) => a.resolved - b.resolved || (a.question < b.question ? -1 : 1))

/** The first question of each family to be resolved: those that share a fate are one piece of evidence. */
const onePerFamily = (pairs: readonly ResolvedPair[]): ResolvedPair[] => {
  const seen = new Set<string>()
  return inOrder(pairs).filter(({ family }) => {
    if (seen.has(family)) return false
    seen.add(family)
    return true
  })
}

const turnedRound = ({ first, second, outcome }: Versus): Versus => ({ first: second, second: first, outcome })

const anytimeOf = (pairs: readonly ResolvedPair[], since: number | null): Anytime => {
  const timed = pairs.map((pair) => ({ ...pair, settled: pair.resolved }))
  const terms = onePerFamily(settledSince(timed, since))
  const run = runOf(terms.map(differenceOf))
  const [byNumber, byStitching] = [hoeffding(run), stitched(run)]
  const now = (of: readonly Versus[]): number => Math.exp(evidenceForFirst(of).logE)
  return {
    terms: terms.length,
    sequence: empiricalBernstein(run),
    alternatives: byNumber && byStitching && { hoeffding: byNumber, stitched: byStitching },
    ahead: now(terms),
    behind: now(terms.map(turnedRound)),
  }
}

const findingOf = ({ sequence }: Anytime): ComparisonFinding => {
  if (sequence !== null && sequence.low > 0) return 'ahead'
  return sequence !== null && sequence.high < 0 ? 'behind' : 'not-distinguishable'
}

/**
 * The first forecaster beside the second: mean paired Brier difference, −1 to 1, **above 0 the first is better**, with its 95 %
 * interval and its t test, both clustered by family; and what may be looked at every day, in the order of resolution: the
 * empirical-Bernstein confidence sequence and the e-values of both directions as they stand now, never at their highest. The
 * finding rests on the sequence alone, so it is `ahead` no oftener than 5 times in 100 however often somebody looks.
 *
 * `since`: evidence starts again after the last outcome that was overturned, see `settledSince`. Null below `MINIMUM_COMMON` questions.
 * Choe & Ramdas 2024, Oper Res 72:1368; Henzi & Ziegel 2022, Biometrika 109:647.
 * Example: .8 against .6 on ten questions of ten families that all came true: difference .12, no t (all are equal), the
 * sequence still holds 0: not distinguishable.
 */
export const compare = (pairs: readonly ResolvedPair[], since: number | null = null): PairComparison | null => {
  const difference = pairs.length < MINIMUM_COMMON ? null : paired(pairs)
  if (!difference) return null
  const { meanDifference: value, low, high } = difference
  const anytime = anytimeOf(pairs, since)
  return {
    difference: { value, interval: low === null || high === null ? null : { low, high, level: 0.95 } },
    test: pairedFamilyTest(pairs),
    anytime,
    finding: findingOf(anytime),
  }
}
