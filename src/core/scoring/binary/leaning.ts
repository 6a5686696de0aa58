import { type Counts, total } from '../counts.ts'
import { type FamilyMean, familyInterval } from '../intervals/family.ts'
import { sum } from '../numbers/sum.ts'

/** Sums over forecasts: what was claimed for the likelier side, and how often that side won (50 % wins half). */
const leaningSums = (counts: Counts): { n: number; claimed: number; right: number } => ({
  n: total(counts).n,
  claimed: sum(counts.map(({ p, n }) => n * Math.max(p, 1 - p))),
  right: sum(counts.map(({ p, n, hits }) => (p === 0.5 ? n / 2 : p > 0.5 ? hits : n - hits))),
})

/** Each from ½ (claimed) or 0 (right) to 1; overconfidence = claimed − right, −.5 to 1. */
export type Leaning = { claimed: number; right: number; overconfidence: number }

/**
 * Claimed confidence against the share of right leans: claimed = mean max(p, 1 − p), right = share of forecasts whose
 * likelier side came (p = ½ counts half), overconfidence = claimed − right, 0 when calibrated, above 0 too sure.
 *
 * Turning any question round changes nothing. Null for no forecasts. Source: Lichtenstein, Fischhoff & Phillips 1982.
 * Example: 0.2 said twice, once true: claimed .8, right .5, overconfidence .3.
 */
export const leaning = (counts: Counts): Leaning | null => {
  const { n, claimed, right } = leaningSums(counts)
  return n === 0 ? null : { claimed: claimed / n, right: right / n, overconfidence: (claimed - right) / n }
}

export type LeaningByFamily = { claimed: FamilyMean; right: FamilyMean; overconfidence: FamilyMean }

/**
 * `leaning` with intervals clustered by family, each the ratio of family sums (see `familyInterval`): one entry of
 * `families` holds the counts of one family. Intervals null below two families; null for no forecasts.
 * Example: two families of one question each, 0.2 true and 0.2 false: right .5, its interval 0 to 1.
 */
export const leaningByFamily = (families: readonly Counts[], level = 0.95): LeaningByFamily | null => {
  const sums = families.map(leaningSums)
  const over = (losses: (of: (typeof sums)[number]) => number, low: number): FamilyMean | null =>
    familyInterval(
      sums.map((of) => ({ n: of.n, losses: losses(of) })),
      { level, range: { low, high: 1 } },
    )
  const claimed = over((of) => of.claimed, 0.5)
  const right = over((of) => of.right, 0)
  const overconfidence = over((of) => of.claimed - of.right, -0.5)
  return claimed && right && overconfidence && { claimed, right, overconfidence }
}
