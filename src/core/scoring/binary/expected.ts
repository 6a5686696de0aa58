import { type Counts, total } from '../counts.ts'
import { sum } from '../numbers/sum.ts'

// A probability below this is far under the smallest tail worth printing; products of two such would be subnormal numbers,
// which are slow.
const NEGLIGIBLE = 1e-290

/** The chances that `first`, `first` + 1, … of some forecasts come true; they rise to a mode and fall again. */
type Distribution = { first: number; chances: Float64Array }

const dropNegligible = ({ first, chances }: Distribution): Distribution => {
  const start = chances.findIndex((chance) => chance >= NEGLIGIBLE)
  const end = chances.findLastIndex((chance) => chance >= NEGLIGIBLE)
  return { first: first + start, chances: chances.subarray(start, end + 1) }
}

/** Both together: c_{i+j} = Σ a_i b_j, over the pairs that are not negligible. Only positive terms are added. */
const convolve = (one: Distribution, other: Distribution): Distribution => {
  const [a, b] = one.chances.length < other.chances.length ? [one, other] : [other, one]
  const sums = new Float64Array(a.chances.length + b.chances.length - 1)
  const mode = b.chances.indexOf(b.chances.reduce((so, chance) => Math.max(so, chance), 0))
  // The window of b around its mode that is not negligible with the present term of a.
  let [from, to] = [mode, mode]
  a.chances.forEach((chance, i) => {
    const least = NEGLIGIBLE / chance
    while (from > 0 && (b.chances[from - 1] ?? 0) >= least) from--
    while (from < mode && (b.chances[from] ?? 0) < least) from++
    while (to < b.chances.length && (b.chances[to] ?? 0) >= least) to++
    while (to > mode && (b.chances[to - 1] ?? 0) < least) to--
    for (let j = from; j < to; j++) sums[i + j] = (sums[i + j] ?? 0) + chance * (b.chances[j] ?? 0)
  })
  return dropNegligible({ first: a.first + b.first, chances: sums })
}

/** `n` forecasts of `p`, by doubling. */
const ofRow = (p: number, n: number): Distribution => {
  if (n === 0 || p === 0 || p === 1) return { first: n * p, chances: Float64Array.of(1) }
  if (n === 1) return dropNegligible({ first: 0, chances: Float64Array.of(1 - p, p) })
  const half = ofRow(p, Math.floor(n / 2))
  const doubled = convolve(half, half)
  return n % 2 === 0 ? doubled : convolve(doubled, ofRow(p, 1))
}

type Join = (one: Distribution, other: Distribution) => Distribution

/** All parts together, which are independent of each other; halves first, since like sizes make the fewest products. */
const together = <Part>(parts: readonly Part[], chancesOf: (part: Part) => Distribution, join: Join): Distribution => {
  const [part] = parts
  if (part === undefined) return { first: 0, chances: Float64Array.of(1) }
  if (parts.length === 1) return chancesOf(part)
  const middle = parts.length >> 1
  return join(together(parts.slice(0, middle), chancesOf, join), together(parts.slice(middle), chancesOf, join))
}

/** The distribution of the number of hits if every forecast is right and the questions are independent. */
const hitChances = (counts: Counts): Distribution => together(counts, ({ p, n }) => ofRow(p, n), convolve)

/** `convolve` without its window, for chances with gaps between them. */
const convolveWithGaps = (one: Distribution, other: Distribution): Distribution => {
  const sums = new Float64Array(one.chances.length + other.chances.length - 1)
  one.chances.forEach((chance, i) => {
    if (chance < NEGLIGIBLE) return
    for (let j = 0; j < other.chances.length; j++) sums[i + j] = (sums[i + j] ?? 0) + chance * (other.chances[j] ?? 0)
  })
  return dropNegligible({ first: one.first + other.first, chances: sums })
}

/** The hits of one family with one fate: with one uniform number u, every forecast above u comes true. */
const ofFamily = (family: Counts): Distribution => {
  const chances = new Float64Array(total(family).n + 1)
  let [hits, left] = [0, 1]
  for (const { p, n } of family.toReversed()) {
    chances[hits] = left - p
    hits += n
    left = p
  }
  chances[hits] = left
  return dropNegligible({ first: 0, chances })
}

/** `atMost` = P(H ≤ hits), `atLeast` = P(H ≥ hits), `twoSided` = twice the smaller, capped at 1. */
export type HitTest = { atMost: number; atLeast: number; twoSided: number }

const hitTestAt = ({ first, chances }: Distribution, hits: number): HitTest => {
  const at = hits - first
  const atMost = Math.min(1, sum(chances.subarray(0, Math.max(0, at + 1))))
  const atLeast = Math.min(1, sum(chances.subarray(Math.max(0, at))))
  return { atMost, atLeast, twoSided: Math.min(1, 2 * Math.min(atMost, atLeast)) }
}

/**
 * Exact test of the number of hits under the author's own probabilities: H is Poisson-binomial, a sum of independent
 * Bernoulli(p_i), its distribution found by convolution (no approximation; O(width² · log N), with a
 * width of some 70 standard deviations).
 *
 * All three are from 0 to 1; a small `atMost` says that less came true than was said, a small `atLeast` that more did.
 * Sees a lean towards yes or no, is blind to over-confidence. For no forecasts all three are 1. A hit count that the
 * forecasts exclude (a 0 % that came true, all else false) gives 0. Questions that share a fate make it too small.
 * Source: Hong 2013, Comput Stat Data Anal 59:41. Example: 0.2 said twice, one hit: 0.96, 0.36, hence 0.72.
 */
export const hitTest = (counts: Counts): HitTest => hitTestAt(hitChances(counts), total(counts).hits)

/**
 * `hitTest` if the questions of a family stand or fall together: one uniform number u a family, and each of its forecasts
 * comes true where u < p, so that as much hangs together as the stated probabilities allow. Exact, by convolution over families.
 *
 * Of one question a family it is `hitTest`; every question said twice in its family changes nothing. For families whose
 * questions hang together less it is too large, as `hitTest` is too small. For no forecasts all three are 1. Source: Hong 2013
 * for the convolution, Hoeffding 1940 for the bound. Example: .2 said twice of one family, both true: .2 at least so many, 1
 * at most, hence .4, where independent questions give .04 and .08.
 */
export const familyHitTest = (families: readonly Counts[]): HitTest =>
  hitTestAt(
    together(
      families.filter((family) => total(family).n > 0),
      ofFamily,
      convolveWithGaps,
    ),
    total(families.flat()).hits,
  )

/**
 * The least and greatest two-sided p that `hitTest` could still give while `open` of these forecasts are not settled: the
 * hits will be at least those of now and at most `open` more. Example: 0.2 said twice, one of them open, none true: 0 or 1
 * hits, p 1 or .72.
 */
export const hitTestRange = (counts: Counts, hits: number, open: number): { lowest: number; highest: number } => {
  const chances = hitChances(counts)
  const reached = Array.from({ length: open + 1 }, (_, more) => hitTestAt(chances, hits + more).twoSided)
  // Not Math.min(...reached): a call takes so many arguments and no more.
  const pick = (of: (a: number, b: number) => number): number => reached.reduce((so, p) => of(so, p))
  return { lowest: pick(Math.min), highest: pick(Math.max) }
}

export type Expected = { hits: number; expectedHits: number; baseRate: number; meanForecast: number }

/**
 * Hits against expectation: expectedHits = Σ n_k p_k, baseRate = hits / N, meanForecast = expectedHits / N.
 * Rates from 0 to 1; a mean forecast above the base rate says too much. Null for no forecasts.
 * Example: 0.2 said twice, once true: 1 hit, 0.4 expected, base rate 0.5, mean forecast 0.2.
 */
export const expected = (counts: Counts): Expected | null => {
  const { n, hits } = total(counts)
  if (n === 0) return null
  const expectedHits = sum(counts.map((row) => row.n * row.p))
  return { hits, expectedHits, baseRate: hits / n, meanForecast: expectedHits / n }
}
