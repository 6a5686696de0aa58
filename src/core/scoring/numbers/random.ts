import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { binomialChance } from './binomial.ts'

/** Uniform in [0, 1), the next one at each call. */
export type Random = () => number

/** The 32 bits that stand for a text. Source: Fowler, Noll & Vo, FNV-1a, RFC 9923. */
const bitsOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** The same numbers for the same seed, on every machine. Seeds are texts, such as the id of a snapshot. */
export const randomFrom = (seed: string): Random => {
  const generator = xoroshiro128plus(bitsOf(seed))
  return () => uniformFloat64(generator)
}

/**
 * Draws from a binomial of n trials of chance p, exactly: the chances are taken off one uniform number from the likeliest
 * count outwards, in about √(np(1 − p)) steps. Source: Devroye 1986, Non-Uniform Random Variate Generation, X.3.
 */
export const binomialDraw = (n: number, p: number): ((random: Random) => number) => {
  if (n === 0 || p <= 0) return () => 0
  if (p >= 1) return () => n
  if (n === 1) return (random) => (random() < p ? 1 : 0)
  const mode = Math.min(n, Math.floor((n + 1) * p))
  const peak = binomialChance(mode, n, p)
  const odds = p / (1 - p)
  return (random) => {
    let left = random() - peak
    let [down, up, lower, upper] = [mode, mode, peak, peak]
    while (left >= 0 && (down > 0 || up < n)) {
      if (up < n) {
        upper *= (odds * (n - up)) / (up + 1)
        up++
        left -= upper
        if (left < 0) return up
      }
      if (down > 0) {
        lower *= down / (odds * (n - down + 1))
        down--
        left -= lower
        if (left < 0) return down
      }
    }
    return mode
  }
}

/** A standard normal number. Source: Box & Muller 1958. */
export const normalDraw = (random: Random): number =>
  Math.sqrt(-2 * Math.log1p(-random())) * Math.cos(2 * Math.PI * random())

/** A gamma number of shape a > 0 and rate 1. Source: Marsaglia & Tsang 2000, ACM TOMS 26:363. */
export const gammaDraw = (a: number, random: Random): number => {
  if (a < 1) return gammaDraw(a + 1, random) * (1 - random()) ** (1 / a)
  const d = a - 1 / 3
  for (;;) {
    const z = normalDraw(random)
    const v = (1 + z / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log1p(-random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A Beta(a, b) number: the share of one gamma in the sum of two. */
export const betaDraw = (a: number, b: number, random: Random): number => {
  const [x, y] = [gammaDraw(a, random), gammaDraw(b, random)]
  return x / (x + y)
}
