import { dayOf, type Instant } from '../../time.ts'
import { familyEValue } from '../binary/e-value.ts'
import { eBenjaminiHochberg } from '../comparing/multiple-testing.ts'
import { countsOf } from '../counts.ts'
import { tally } from '../tally.ts'
import { type Entrant, firstOfEach, isCanonical } from './entrant.ts'
import { evidenceOf } from './evidence.ts'
import { type Standing, standingOf } from './standing.ts'
import { type Evidence, VERDICT_FAMILIES, type Verdict, verdict } from './verdict.ts'

/** Of all findings of one board, at most this share is false on average. */
export const FALSE_FINDINGS = 0.1

/**
 * `since`: the evidence started again there, after an outcome that was overturned; null where none was. `later`: how many statements it
 * leaves out, made after the first of their question or family.
 */
export type BoardVerdict = Verdict & { evidence: Evidence & { since: Instant | null; later: number } }

const familiesOf = (items: readonly { family: string }[]): number => new Set(items.map(({ family }) => family)).size

/** Whom a board's tests are over: of entered cohorts, 30 families at least that are scored and evidence rests on, one forecaster each. */
const isTested = ({ barred, entered, items: scored }: Entrant, { items }: Standing): boolean =>
  barred === null && entered && [items, scored].every((of) => familiesOf(of) >= VERDICT_FAMILIES)

/** Why somebody with enough families has too few for a verdict; null where that is not why. */
export const whyTooFew = (entrant: Entrant): string | null => {
  const { items, since } = standingOf(entrant)
  const left = familiesOf(items)
  if (since === null)
    return left < VERDICT_FAMILIES
      ? `a verdict needs ${VERDICT_FAMILIES} families whose first statement is settled; this author has ${left}`
      : null
  return `a verdict needs ${VERDICT_FAMILIES} families; evidence started again on ${dayOf(since)}, when an outcome was overturned, and the first statement of ${left} was settled since`
}

/**
 * The verdict on everybody that a board's tests are over, by id: each e-value has one factor per family with what it still waits
 * for, of what was said of it first, and e-BH at 10 % is over all of them at once; power is that of each family's forecast said first. All of a verdict is of what
 * stands since the author's latest overturned outcome, see `standingOf`. Entrants of one board, frozen: to drop one changes
 * the others' chances.
 *
 * The same for the same seed. Wang & Ramdas 2022; see `verdict`. Example: .9 said in 40 families and 20 true, among 10
 * authors: E over 10,000 ≥ 10/.1, so the finding stands.
 */
export const boardVerdicts = (
  entrants: readonly Entrant[],
  { seed, draws }: { seed: string; draws: number },
): Map<string, BoardVerdict> => {
  const tested = entrants.flatMap((entrant) => {
    const standing = standingOf(entrant)
    return isTested(entrant, standing) ? [{ id: entrant.id, ...standing }] : []
  })
  const samples = tested.map(({ items, waiting }) => tally(items, waiting))
  const kept = new Set(
    eBenjaminiHochberg(
      samples.map(({ families, open }) => familyEValue(families, open).e),
      FALSE_FINDINGS,
    ),
  )
  return new Map(
    tested.map(({ id, items, since, later }, at) => {
      const { families, open } = samples[at] ?? { families: [], open: [] }
      const evidence = evidenceOf(
        { families, open, oneEach: countsOf(firstOfEach(items)) },
        {
          survivesEBH: kept.has(at),
          canonicalOrientation: isCanonical(items),
          seed: `${seed} ${id}`,
          draws,
        },
      )
      return [id, { ...verdict(evidence), evidence: { ...evidence, since, later } }]
    }),
  )
}
