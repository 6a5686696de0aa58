import { normalDraw, randomFrom } from '../numbers/random.ts'
import { refusal } from '../refusal.ts'
import type { Shrunk } from './shrinkage.ts'

/** The ranks that an author may truly have: the middle 90 % of them, and the chance of being among the first ten. */
export type RankInterval = { low: number; high: number; top: number }

const DRAWS = 2000
const TOP = 10

/**
 * What is known of each author's rank (1 the highest value), by drawing every true value from its posterior `draws` times
 * and ranking anew: the 5th and 95th percentile of the rank, and the share of draws in the first `top` places. Wide
 * intervals that overlap are ties. In the order given; the same for the same seed (the id of a snapshot). Draws are
 * independent between authors. Goldstein & Spiegelhalter 1996, J R Stat Soc A 159:385.
 *
 * Example: two authors of .5 ± .01 and .1 ± .01 have ranks 1 to 1 and 2 to 2, both within the first ten for certain.
 */
export const rankIntervals = (
  authors: readonly Shrunk[],
  seed: string,
  { draws = DRAWS, top = TOP }: { draws?: number; top?: number } = {},
): RankInterval[] => {
  if (!(draws >= 1)) throw refusal('no draws were asked for', 'ask for at least one; 2,000 are usual')
  const random = randomFrom(seed)
  const ranks = authors.map(() => new Int32Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    // Equal values, as where no difference is visible at all, fall in any order.
    const drawn = authors.map(({ value, error }, at) => ({
      at,
      value: value + error * normalDraw(random),
      lot: random(),
    }))
    drawn.sort((a, b) => b.value - a.value || a.lot - b.lot)
    for (const [place, { at }] of drawn.entries()) ranks[at]?.fill(place + 1, draw, draw + 1)
  }
  return ranks.map((own) => {
    const sorted = own.toSorted()
    const at = (share: number): number => sorted[Math.min(draws - 1, Math.floor(share * draws))] ?? 1
    return { low: at(0.05), high: at(0.95), top: own.filter((rank) => rank <= top).length / draws }
  })
}
