import { sum } from '../numbers/sum.ts'
import { checkVersus, type Versus } from './paired-test.ts'

// The alternative lies three quarters of the way from the forecaster under test to the other.
const TOWARDS = 0.75

/**
 * ln of the evidence of one question against "the second is at least as good as the first": the likelihood ratio of
 * r = ¾ first + ¼ second to the midpoint, at which both would expect the same Brier score. Exactly 0 where both say the
 * same. Its expectation is at most 1 whenever the second is at least as good.
 */
const logRatio = (pair: Versus): number => {
  checkVersus(pair)
  const { first, second, outcome } = pair
  if (first === second) return 0
  const [own, other] = outcome === 1 ? [first, second] : [1 - first, 1 - second]
  // Both twice as large: half of the least number there is would be 0.
  return Math.log((2 * TOWARDS * own + 2 * (1 - TOWARDS) * other) / (own + other))
}

/** ln E after each question, in the order given. */
const pathOf = (pairs: readonly Versus[]): number[] => {
  let so = 0
  return pairs.map((pair) => {
    so += logRatio(pair)
    return so
  })
}

/**
 * `logE` is the evidence now, ln of a product; `anytimeP` its strongest moment as a p-value that holds at any time.
 * `stopped` is what a reader sees who stops at E ≥ 1/α, or at the end: after question `at` (from 1 on; 0 for none).
 */
export type Evidence = { logE: number; anytimeP: number; stopped: { e: number; p: number; at: number } }

/**
 * Evidence that the **first** forecaster has the better Brier score, as it grew question by question in the order of
 * resolution: E multiplies one likelihood ratio a question and has an expectation of at most 1, at any stopping time, if
 * the second is at least as good on every question given what was known. E ≥ 20 is strong (p ≤ .05 by Ville's
 * inequality); a small E is no evidence for the second: swap the two for that. `anytimeP` = min(1, 1/max E).
 *
 * Assumes that a question's outcome was unknown when both spoke, and questions one after another; of questions that were
 * open together, pass one a family. Order matters for `anytimeP` and `stopped`, not for `logE`.
 * Henzi & Ziegel 2022, Biometrika 109:647. Example: first 1, second 0, came true: E = .75/.5 = 1.5.
 */
export const evidenceForFirst = (pairs: readonly Versus[], alpha = 0.05): Evidence => {
  const path = pathOf(pairs)
  const logE = path.at(-1) ?? 0
  const strongest = path.reduce((so, at) => Math.max(so, at), 0)
  // A rounding error must not decide about 20 being reached.
  const crossed = path.findIndex((at) => at >= Math.log(1 / alpha) - 1e-12)
  const at = crossed === -1 ? path.length : crossed + 1
  const e = Math.exp(path[at - 1] ?? 0)
  return { logE, anytimeP: Math.exp(-strongest), stopped: { e, p: Math.min(1, 1 / e), at } }
}

/**
 * Both directions of `evidenceForFirst`: that the first is better, and that the second is. E from 0, **more is more evidence**; they are
 * no complements, for both may be small. Henzi & Ziegel 2022, Biometrika 109:647.
 * Example: first 1, second 0, came true: E = 1.5 for the first, .25/.5 = .5 for the second.
 */
export const evidence = (pairs: readonly Versus[], alpha = 0.05): { first: Evidence; second: Evidence } => ({
  first: evidenceForFirst(pairs, alpha),
  second: evidenceForFirst(
    pairs.map(({ first, second, outcome }) => ({ first: second, second: first, outcome })),
    alpha,
  ),
})

/** What two said on one question, settled or not: `outcome` null while it is open, and `void` where it will stay so. */
export type Beside = { first: number; second: number; outcome: 0 | 1 | null; void?: true | undefined }

/** The factor of one question: of what is open the lesser of its two, never above 1; of what is void 1. */
const factorOf = ({ first, second, outcome, void: isVoid }: Beside): number => {
  if (isVoid) return 1
  const at = (y: 0 | 1): number => Math.exp(logRatio({ first, second, outcome: y }))
  return outcome === null ? Math.min(at(0), at(1)) : at(outcome)
}

/**
 * ln of the evidence that the **first** is better, of questions that share a fate: each family brings one factor, the mean of those of
 * its questions. A mean of such factors is at most 1 on average however the questions hang together, if which ones are passed of a
 * family does not hang on what came of it; so only families need be independent. What is open brings the lesser of its two factors,
 * since "yes" settles at once and "no" waits: E is never above what it will be once all is settled. `evidenceForFirst` with one
 * question a family. 0 for none.
 *
 * Vovk & Wang 2021, Ann Stat 49:1736, on averaging e-values. Example: 1 against 0 on two questions of one family, both true: E = 1.5, as
 * for one; one true and one open: the mean of 1.5 and .5, E = 1.
 */
export const familyEvidence = (families: readonly (readonly Beside[])[]): number =>
  sum(families.map((family) => (family.length === 0 ? 0 : Math.log(sum(family.map(factorOf)) / family.length))))
