import { total } from '../counts.ts'
import { sum } from '../numbers/sum.ts'
import type { Bin } from './bins.ts'

/** Brier = rel − res + unc + wbv − wbc; the last two are 0 when every bin holds one value of p. */
export type Murphy = { rel: number; res: number; unc: number; wbv: number; wbc: number }

/**
 * Decomposition of the mean Brier score over bins: reliability REL = Σ n_b(f_b − ō_b)²/N (lower is better), resolution
 * RES = Σ n_b(ō_b − ō)²/N (higher is better), uncertainty UNC = ō(1 − ō), and what binning hides: the variance within
 * bins WBV = Σ(p − f_b)²/N and the covariance WBC = 2Σ(y − ō_b)(p − f_b)/N. BS = REL − RES + UNC + WBV − WBC.
 *
 * REL 0 to 1, RES 0 to UNC, UNC 0 to .25, WBC of either sign. Biased: with one forecast per bin REL is the Brier score
 * and RES is UNC. Null for no bins. Sources: Murphy 1973, J Appl Met 12:595; Stephenson, Coelho & Jolliffe 2008, WAF
 * 23:752. Example: 0.2 said twice, once true: REL .09, RES 0, UNC .25.
 */
export const murphy = (bins: readonly Bin[]): Murphy | null => {
  const { n, hits } = total(bins)
  if (n === 0) return null
  const rate = hits / n
  const mean = (term: (bin: Bin) => number): number => sum(bins.map(term)) / n
  const within = (bin: Bin, term: (p: number, n: number, hits: number) => number): number =>
    bin.rows.length === 1 ? 0 : sum(bin.rows.map((row) => term(row.p, row.n, row.hits)))
  return {
    rel: mean((bin) => bin.n * (bin.forecast - bin.observed) ** 2),
    res: mean((bin) => bin.n * (bin.observed - rate) ** 2),
    unc: rate * (1 - rate),
    wbv: mean((bin) => within(bin, (p, said) => said * (p - bin.forecast) ** 2)),
    wbc: mean((bin) => 2 * within(bin, (p, said, came) => (came - said * bin.observed) * (p - bin.forecast))),
  }
}

/** Σ (x − mean)² of a figure that is linear in single forecasts: `ifTrue`, `ifFalse` give x for each row. */
const squaresAround = (
  bins: readonly Bin[],
  value: (bin: Bin) => { ifTrue: (p: number) => number; ifFalse: (p: number) => number },
): number => {
  const values = bins.flatMap((bin) => {
    const { ifTrue, ifFalse } = value(bin)
    return bin.rows.flatMap(({ p, n, hits }) => [
      { weight: hits, x: ifTrue(p) },
      { weight: n - hits, x: ifFalse(p) },
    ])
  })
  const mean = sum(values.map(({ weight, x }) => weight * x)) / total(bins).n
  return sum(values.map(({ weight, x }) => weight * (x - mean) ** 2))
}

/**
 * Standard deviations of the three components by propagation of error, sd = √diag(J · N · Cov · Jᵀ): each component is a
 * function of sums over forecasts (of 1, y and p per bin, and of y), and J holds its derivatives by these sums; Cov has
 * divisor N. Sums over the rows give it without the matrices. Independent questions; 0 for a single forecast. Null for no
 * bins. Source: Siegert 2014, QJRMS 140:1771. Example: 0.2 said twice, once true: REL .2121, RES 0, UNC 0.
 */
export const murphyDeviations = (bins: readonly Bin[]): { rel: number; res: number; unc: number } | null => {
  const { n, hits } = total(bins)
  if (n === 0) return null
  const rate = hits / n
  const rel = squaresAround(bins, (bin) => {
    const gap = bin.observed - bin.forecast
    return { ifTrue: (p) => (2 * gap * (1 - p) - gap * gap) / n, ifFalse: (p) => (-2 * gap * p - gap * gap) / n }
  })
  const res = squaresAround(bins, ({ observed }) => {
    const here = -(observed - rate) * (observed + rate)
    return { ifTrue: () => (here + 2 * (observed - rate)) / n, ifFalse: () => here / n }
  })
  return { rel: Math.sqrt(rel), res: Math.sqrt(res), unc: Math.abs(1 - 2 * rate) * Math.sqrt((rate * (1 - rate)) / n) }
}

/** Components freed of bias as far as can be; their sum is the Brier score too (for bins of one p each). */
export type Debiased = { rel: number; res: number | null; unc: number | null }

/** What the corrections are made of: the expected noise of REL and RES, s, and that of UNC, t. */
const corrections = (bins: readonly Bin[]) => {
  const { n, hits } = total(bins)
  const noise = bins.filter((bin) => bin.n > 1).map((bin) => (bin.hits * (bin.n - bin.hits)) / (bin.n * (bin.n - 1)))
  return { s: (1 / n) * sum(noise), t: (hits * (n - hits)) / n / n / (n - 1) }
}

/**
 * Bias-corrected components: with s = (1/N) Σ_{n_b>1} h_b(n_b − h_b)/(n_b(n_b − 1)) and t = ō(1 − ō)/(N − 1),
 * REL′ = REL − s, RES′ = RES − s + t, UNC′ = UNC + t. Any may leave its range (REL′ < 0 says no more than "small").
 *
 * Bins of one forecast are not corrected, so it helps only where forecasts repeat. RES′ and UNC′ are null for one
 * forecast, all is null for none. Source: Ferro & Fricker 2012, QJRMS 138:1954. Example: 0.2 said twice, once true:
 * s = t = .25, so REL′ −.16, RES′ 0, UNC′ .5.
 */
export const debiased = (bins: readonly Bin[]): Debiased | null => {
  const raw = murphy(bins)
  if (raw === null) return null
  const { s, t } = corrections(bins)
  const one = total(bins).n === 1
  return { rel: raw.rel - s, res: one ? null : raw.res - s + t, unc: one ? null : raw.unc + t }
}

/**
 * The bias correction taken only as far as every component stays in range: the same share α ≤ 1 of s and t is applied
 * to all, the largest for which REL ≥ 0, 0 ≤ RES ≤ 1 and UNC ≤ .25 still hold; α = 0 where that is not defined.
 * These are the values to display. Null below two forecasts. Source: the R package SpecsVerification (Siegert).
 * Example: 0.9 true, 0.6 and 0.2 false: UNC may grow from .2222 to .25, hence α = .25 and RES .25.
 */
export const debiasedInRange = (bins: readonly Bin[]): { rel: number; res: number; unc: number } | null => {
  const raw = murphy(bins)
  if (raw === null || total(bins).n === 1) return null
  const { s, t } = corrections(bins)
  const furthest = Math.min(
    raw.rel / s,
    Math.max(raw.res / (s - t), (raw.res - 1) / (s - t)),
    (1 - 4 * raw.unc) / (4 * t),
    1,
  )
  const share = Number.isFinite(furthest) ? furthest : 0
  return { rel: raw.rel - share * s, res: raw.res - share * (s - t), unc: raw.unc + share * t }
}
