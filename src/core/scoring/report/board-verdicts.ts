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

/** Whether there are 30 families at least that are scored, and as many that evidence rests on. */
export const restsOnEnough = (scored: readonly { family: string }[], { items }: Pick<Standing, 'items'>): boolean =>
  [items, scored].every((of) => familiesOf(of) >= VERDICT_FAMILIES)

/** Whom a board's tests are over: of entered cohorts, with enough families, one forecaster each. */
const isTested = ({ barred, entered, items }: Entrant, standing: Standing): boolean =>
  barred === null && entered && restsOnEnough(items, standing)

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

/** What is judged of one author, and the seed of what is drawn for it. */
export type Judgeable = Standing & { id: string; seed: string }

const sampleOf = ({ items, waiting }: Standing) => tally(items, waiting)

/** The verdict on one author; `survivesEBH` is known from outside, for it hangs on all who are judged at once. */
export const verdictOn = (judged: Judgeable, survivesEBH: boolean, draws: number): BoardVerdict => {
  const { items, since, later, seed } = judged
  const { families, open } = sampleOf(judged)
  const evidence = evidenceOf(
    { families, open, oneEach: countsOf(firstOfEach(items)) },
    { survivesEBH, canonicalOrientation: isCanonical(items), seed, draws },
  )
  return { ...verdict(evidence), evidence: { ...evidence, since, later } }
}

/**
 * The verdict on all of these, by id: each e-value has one factor per family with what it still waits for, of what was said of it
 * first, and e-BH at 10 % is over all of them at once; power is that of each family's forecast said first. To drop one changes the
 * others' chances.
 *
 * The same for the same seeds. Wang & Ramdas 2022; see `verdict`. Example: .9 said in 40 families and 20 true, among 10
 * authors: E over 10,000 ≥ 10/.1, so the finding stands.
 */
export const verdictsOver = (tested: readonly Judgeable[], draws: number): Map<string, BoardVerdict> => {
  const eValues = tested.map((one) => {
    const { families, open } = sampleOf(one)
    return familyEValue(families, open).e
  })
  const kept = new Set(eBenjaminiHochberg(eValues, FALSE_FINDINGS))
  return new Map(tested.map((one, at) => [one.id, verdictOn(one, kept.has(at), draws)]))
}

/**
 * The verdict on everybody that a board's tests are over, see `verdictsOver`. All of a verdict is of what stands since the author's
 * latest overturned outcome, see `standingOf`. Entrants of one board, frozen.
 */
export const boardVerdicts = (
  entrants: readonly Entrant[],
  { seed, draws }: { seed: string; draws: number },
): Map<string, BoardVerdict> =>
  verdictsOver(
    entrants.flatMap((entrant) => {
      const standing = standingOf(entrant)
      return isTested(entrant, standing) ? [{ id: entrant.id, seed: `${seed} ${entrant.id}`, ...standing }] : []
    }),
    draws,
  )
