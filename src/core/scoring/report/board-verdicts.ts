import { familyEValue } from '../binary/e-value.ts'
import { eBenjaminiHochberg } from '../comparing/multiple-testing.ts'
import { countsOf } from '../counts.ts'
import { tally } from '../tally.ts'
import { type Entrant, firstOfEach, isCanonical } from './entrant.ts'
import { evidenceOf } from './evidence.ts'
import { type Evidence, VERDICT_FAMILIES, type Verdict, verdict } from './verdict.ts'

/** Of all findings of one board, at most this share is false on average. */
export const FALSE_FINDINGS = 0.1

export type BoardVerdict = Verdict & { evidence: Evidence }

/** Whom a board's tests are over: of entered cohorts, 30 families at least, and one forecaster each. */
const isTested = ({ barred, entered, items }: Entrant): boolean =>
  barred === null && entered && new Set(items.map(({ family }) => family)).size >= VERDICT_FAMILIES

/**
 * The verdict on everybody that a board's tests are over, by id: each e-value has one factor per family, and e-BH at
 * 10 % is over all of them at once; power is that of each family's forecast said first. Entrants of one board, frozen: to drop one changes the others' chances.
 *
 * The same for the same seed. Wang & Ramdas 2022; see `verdict`. Example: .9 said in 40 families and 20 true, among 10
 * authors: E over 10,000 ≥ 10/.1, so the finding stands.
 */
export const boardVerdicts = (
  entrants: readonly Entrant[],
  { seed, draws }: { seed: string; draws: number },
): Map<string, BoardVerdict> => {
  const tested = entrants.filter(isTested)
  const families = tested.map(({ items }) => tally(items).families)
  const kept = new Set(
    eBenjaminiHochberg(
      families.map((own) => familyEValue(own).e),
      FALSE_FINDINGS,
    ),
  )
  return new Map(
    tested.map(({ id, items }, at) => {
      const evidence = evidenceOf(
        { families: families[at] ?? [], oneEach: countsOf(firstOfEach(items)) },
        {
          survivesEBH: kept.has(at),
          canonicalOrientation: isCanonical(items),
          seed: `${seed} ${id}`,
          draws,
        },
      )
      return [id, { ...verdict(evidence), evidence }]
    }),
  )
}
