import { chanceLevel } from '../binary/chance-level.ts'
import { clusteredRecalibration } from '../binary/clustered-recalibration.ts'
import { familyEValue, type Open } from '../binary/e-value.ts'
import { eBenjaminiHochberg } from '../comparing/multiple-testing.ts'
import { countsOf, total } from '../counts.ts'
import { tally } from '../tally.ts'
import { FALSE_FINDINGS } from './board-verdicts.ts'
import { firstOfEach } from './entrant.ts'
import type { Sample } from './evidence.ts'
import { HINT, VERDICT_FAMILIES, type VerdictCode, verdict } from './verdict.ts'

/** Whether e-BH keeps an e-value in the place of the one that an author has on the board, the others as they are. */
export const survivalAt =
  (eValues: readonly number[], at: number) =>
  (e: number): boolean =>
    eBenjaminiHochberg(eValues.with(at, e), FALSE_FINDINGS).includes(at)

export type CodeOptions = { survives: (e: number) => boolean; canonical: boolean; seed: string; draws: number }

/**
 * The verdict's code for a sample as it would be on the board, without the power that its sentence tells: for computing it
 * again and again, under other readings of words or without some items. Luck is drawn only where the code hangs on it, below
 * an e-value of 6, and for the forecast of each family that was said first. Example: 29 families of anything: `too-few-to-judge`.
 */
export const verdictCodeOf = (
  { families, open, oneEach }: Sample,
  { survives, canonical, seed, draws }: CodeOptions,
): VerdictCode => {
  if (families.length < VERDICT_FAMILIES) return 'too-few-to-judge'
  const { e } = familyEValue(families, open)
  const chance = e < HINT ? chanceLevel(oneEach, { seed, draws }) : null
  const { slope, gap } = clusteredRecalibration(families)
  return verdict({
    statements: total(families.flat()).n,
    families: families.length,
    eValue: e,
    mcbWithinChance: chance === null || chance.mcb.observed <= chance.mcb.most,
    survivesEBH: survives(e),
    slope: slope?.interval ?? null,
    gap: gap?.interval ?? null,
    canonicalOrientation: canonical,
    power: 0,
  }).code
}

/** The same of single forecasts; `waiting`: what their families still wait for. */
export const verdictCode = (
  items: readonly { family: string; said: number; p: number; outcome: 0 | 1 }[],
  waiting: readonly (Open & { family: string })[],
  options: CodeOptions,
): VerdictCode => verdictCodeOf({ ...tally(items, waiting), oneEach: countsOf(firstOfEach(items)) }, options)
