import { sum } from '../numbers/sum.ts'
import { type Interval, wilson } from './proportion.ts'

/** How many items of one family there are, and how many of them hold. */
export type FamilyShare = { n: number; hits: number }

/**
 * Wilson's interval for a share whose items come in families that may stand or fall together: the n items count for
 * n/D, where the design effect D = Σ_g (h_g − r n_g)² / (n r(1 − r)), at least 1, is how much more the share r varies than
 * with independent items. Where all or none hold there is nothing to tell D by, and the families count as the items.
 *
 * Within 0 to 1; with one item a family it is `wilson`. Null without items. Sources: Kish 1965, Survey Sampling, 5.4;
 * Franco, Little, Louis & Slud 2019, J Surv Stat Methodol 7:334. Example: two families of two, both hits and both misses:
 * r = .5, D = (1 + 1)/1 = 2, so Wilson's interval of 1 in 2, .0945 to .9055.
 */
export const familyWilson = (families: readonly FamilyShare[], level = 0.95): Interval | null => {
  const filled = families.filter(({ n }) => n > 0)
  const n = sum(filled.map((family) => family.n))
  if (n === 0) return null
  const rate = sum(filled.map(({ hits }) => hits)) / n
  const binomial = n * rate * (1 - rate)
  if (binomial === 0) return wilson(rate * filled.length, filled.length, level)
  const effect = sum(filled.map((family) => (family.hits - rate * family.n) ** 2)) / binomial
  const counted = n / Math.max(1, effect)
  return wilson(rate * counted, counted, level)
}
