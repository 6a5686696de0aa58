import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'

/** What was measured of one author, such as the mean advantage over a reference, and its standard error. */
export type Effect = { value: number; error: number }
/** How the spread of true values is estimated: DerSimonian & Laird, Paule & Mandel, or restricted maximum likelihood. */
export type Spread = 'dl' | 'pm' | 'reml'

const check = (effects: readonly Effect[]): void => {
  if (effects.length < 2) throw refusal('there are fewer than two authors', 'shrink where there are at least two')
  const strange = effects.find(({ value, error }) => !Number.isFinite(value) || !(error > 0) || !Number.isFinite(error))
  if (strange)
    throw refusal(
      `an effect of ${strange.value} with error ${strange.error} cannot be shrunk`,
      'give standard errors above 0; leave out who has too few questions for one',
    )
}

const weighted = (effects: readonly Effect[], tau2: number) => {
  const rows = effects.map(({ value, error }) => ({ value, weight: 1 / (error * error + tau2) }))
  const total = sum(rows.map(({ weight }) => weight))
  const mean = sum(rows.map(({ value, weight }) => weight * value)) / total
  const excess = sum(rows.map(({ value, weight }) => weight * (value - mean) ** 2))
  return { rows, total, mean, excess }
}

/** max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)), w = 1/s². Controlled Clinical Trials 1986, 7:177. */
const derSimonianLaird = (effects: readonly Effect[]): number => {
  const { rows, total, excess } = weighted(effects, 0)
  const squares = sum(rows.map(({ weight }) => weight * weight))
  return Math.max(0, (excess - (effects.length - 1)) / (total - squares / total))
}

/** A falling function's root on [0, ∞), 0 where it starts at or below 0: halving until the ends are neighbours. */
const rootOf = (falling: (x: number) => number, guess: number): number => {
  if (!(falling(0) > 0)) return 0
  let [low, high] = [0, guess]
  while (falling(high) > 0) [low, high] = [high, 2 * high]
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (falling(middle) > 0) low = middle
    else high = middle
  }
  return high
}

/** The τ² at which Q equals its expectation k − 1. J Res Natl Bur Stand 1982, 87:377. */
const pauleMandel = (effects: readonly Effect[], guess: number): number =>
  rootOf((tau2) => weighted(effects, tau2).excess - (effects.length - 1), guess)

/** Twice the restricted log likelihood, up to a constant. */
const restricted = (effects: readonly Effect[], tau2: number): number => {
  const { rows, total, excess } = weighted(effects, tau2)
  return sum(rows.map(({ weight }) => Math.log(weight))) - Math.log(total) - excess
}

/** Twice its derivative: Σw²(x − μ)² − Σw + Σw²/Σw. */
const score = (effects: readonly Effect[], tau2: number): number => {
  const { rows, total, mean } = weighted(effects, tau2)
  const squares = sum(rows.map(({ weight }) => weight * weight))
  return sum(rows.map(({ value, weight }) => weight * weight * (value - mean) ** 2)) - total + squares / total
}

// The likelihood may have several peaks: the grid finds the highest, the root of its derivative the exact place.
const GRID = 200

/** The maximum of the restricted likelihood on [0, ∞). Viechtbauer 2005, J Educ Behav Stat 30:261. */
const restrictedMaximum = (effects: readonly Effect[], guess: number): number => {
  const at = Array.from({ length: GRID + 1 }, (_, k) => (k === 0 ? 0 : guess * 10 ** ((8 * k) / GRID - 6)))
  const heights = at.map((tau2) => restricted(effects, tau2))
  const peak = heights.indexOf(Math.max(...heights))
  let [low, high] = [at[peak - 1] ?? 0, at[peak + 1] ?? guess * 1e3]
  if (peak === 0 && score(effects, 0) <= 0) return 0
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (score(effects, middle) > 0) low = middle
    else high = middle
  }
  return high
}

/** By Paule & Mandel or the likelihood τ² is at most about the spread of what was measured. */
const largest = (effects: readonly Effect[]): number => {
  const mean = sum(effects.map(({ value }) => value)) / effects.length
  const squares = sum(effects.map(({ value }) => (value - mean) ** 2))
  return squares / (effects.length - 1) + Math.min(...effects.map(({ error }) => error)) ** 2
}

/** One author after shrinking: `value` ± `error` is what is known of the true value, `reliability` is τ²/(τ² + s²). */
export type Shrunk = { value: number; error: number; reliability: number }
/** `mean` is the authors' common mean, `tau2` the variance of their true values, `method` what estimated it. */
export type Shrinkage = { method: Spread; mean: number; tau2: number; authors: Shrunk[] }

/**
 * Empirical-Bayes shrinkage in the normal model: true values of variance τ² around a common mean μ = Σwx/Σw, w = 1/(s² + τ²);
 * each author's x is drawn to μ + r(x − μ) with reliability r = τ²/(τ² + s²) and posterior sd √(τ²s²/(τ² + s²)). What few
 * forecasts show counts for little. τ² = 0 makes all alike (sd 0: no difference is visible, which is not "none exists").
 *
 * Not below about 20 authors for ranking: τ² is then badly known. Never towards the mean of a group that was picked by
 * its results. In the order given. Throws a `Problem` below two authors or for an error of 0. Efron & Morris 1975, JASA
 * 70:311; DerSimonian & Laird 1986. Example: .1 and −.1, both ± .1: Q = 2, τ² = .01, r = ½, so ±.05 with sd .0707.
 */
export const shrink = (effects: readonly Effect[], method: Spread = 'dl'): Shrinkage => {
  check(effects)
  const guess = largest(effects)
  const tau2 = {
    dl: () => derSimonianLaird(effects),
    pm: () => pauleMandel(effects, guess),
    reml: () => restrictedMaximum(effects, guess),
  }[method]()
  const { mean } = weighted(effects, tau2)
  const authors = effects.map(({ value, error }) => {
    const reliability = tau2 / (tau2 + error * error)
    return { value: mean + reliability * (value - mean), error: error * Math.sqrt(reliability), reliability }
  })
  return { method, mean, tau2, authors }
}
