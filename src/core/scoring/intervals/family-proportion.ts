import { sum } from '../numbers/sum.ts'
import { type Interval, type Posterior, posterior, wilson } from './proportion.ts'

/** How many items of one family there are, and how many of them hold. */
export type FamilyShare = { n: number; hits: number }

/** As many independent items as tell as much: `n` may be broken, `hits / n` is the share there is. */
export type Effective = { n: number; hits: number }

/**
 * What items in families count for, where those of a family may stand or fall together: n items for n/D, with the design
 * effect D = Σ_g (h_g − r n_g)² / (n r(1 − r)), at least 1: how much more the share r varies than with independent items.
 * Where all or none hold there is nothing to tell D by, and the families count as the items. Of one item a family n itself;
 * every item twice in its family changes nothing. Source: Kish 1965, Survey Sampling, 5.4. Example: two families of two, both
 * hits and both misses: r = .5, D = (1 + 1)/1 = 2, so 1 of 2. No items: 0 of 0.
 */
export const effectiveOf = (families: readonly FamilyShare[]): Effective => {
  const filled = families.filter(({ n }) => n > 0)
  const n = sum(filled.map((family) => family.n))
  if (n === 0) return { n: 0, hits: 0 }
  // Here D is 1, whatever rounding makes of it.
  if (n === filled.length) return { n, hits: sum(filled.map(({ hits }) => hits)) }
  const rate = sum(filled.map(({ hits }) => hits)) / n
  const binomial = n * rate * (1 - rate)
  if (binomial === 0) return { n: filled.length, hits: rate * filled.length }
  const effect = sum(filled.map((family) => (family.hits - rate * family.n) ** 2)) / binomial
  const counted = n / Math.max(1, effect)
  return { n: counted, hits: rate * counted }
}

/**
 * Wilson's interval for a share whose items come in families that may stand or fall together: that of as many independent
 * items as tell as much, see `effectiveOf`.
 *
 * Within 0 to 1; with one item a family it is `wilson`. Null without items. Source: Franco, Little, Louis & Slud 2019, J Surv
 * Stat Methodol 7:334. Example: two families of two, both hits and both misses: as 1 in 2, .0945 to .9055.
 */
export const familyWilson = (families: readonly FamilyShare[], level = 0.95): Interval | null => {
  const { n, hits } = effectiveOf(families)
  return wilson(hits, n, level)
}

/**
 * Jeffreys' interval for such a share: the middle of Beta(h′ + ½, n′ − h′ + ½), with n′ and h′ of `effectiveOf`, and its mean.
 *
 * Inside 0 to 1; with one item a family it is `jeffreys` of the plain counts. Without items it repeats the prior. Sources:
 * Brown, Cai & DasGupta 2001, Stat Sci 16:101; Franco, Little, Louis & Slud 2019, J Surv Stat Methodol 7:334. Example: two
 * families of two, both hits and both misses: Beta(1.5, 1.5), mean .5, .0608 to .9392.
 */
export const familyJeffreys = (families: readonly FamilyShare[], level = 0.95): Posterior => {
  const { n, hits } = effectiveOf(families)
  return posterior(hits, n, { a: 0.5, b: 0.5, level })
}
