import { chanceLevel } from '../binary/chance-level.ts'
import { clusteredRecalibration } from '../binary/clustered-recalibration.ts'
import { familyEValue, type Open } from '../binary/e-value.ts'
import { type Counts, total } from '../counts.ts'
import { power } from './power.ts'
import type { Evidence } from './verdict.ts'

/**
 * A sample as a verdict needs it: the counts of each family, and one forecast of each, `oneEach`, such as the first that was
 * said, for MCB and the power: forecasts that share a fate are one piece of evidence. `open`: what families still wait for, as
 * in `familyEValue`.
 */
export type Sample = { families: readonly Counts[]; open?: readonly (readonly Open[])[]; oneEach: Counts }

/** What is known from outside the sample, and the seed of the draws, such as a snapshot's id. */
export type Circumstances = { survivesEBH: boolean; canonicalOrientation: boolean; seed: string; draws?: number }

/**
 * The evidence of a sample, ready for `verdict`: the e-value with one factor per family; MCB of one forecast per family against
 * the 95 % quantile that luck reaches with these, and their power; intervals of slope and gap clustered by family, null where there are none. Slope and
 * power say nothing of certainties (see there). Works for no forecasts too: E 1, power 0, both intervals null.
 *
 * Example: .9 said in 40 families, true in 20: E over 10,000, MCB beyond luck, gap .24 to .56, no slope.
 */
export const evidenceOf = (
  { families, open, oneEach }: Sample,
  { survivesEBH, canonicalOrientation, seed, draws = 1000 }: Circumstances,
): Evidence => {
  const { slope, gap } = clusteredRecalibration(families)
  const chance = chanceLevel(oneEach, { seed: `${seed} chance`, draws })
  return {
    statements: total(families.flat()).n,
    families: families.filter((family) => total(family).n > 0).length,
    eValue: familyEValue(families, open).e,
    mcbWithinChance: chance === null || chance.mcb.observed <= chance.mcb.most,
    survivesEBH,
    slope: slope?.interval ?? null,
    gap: gap?.interval ?? null,
    canonicalOrientation,
    power: power(oneEach, { seed: `${seed} power`, draws }),
  }
}
