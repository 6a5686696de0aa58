import { Problem } from '../../problem.ts'
import { type Direction, directionOf, directions, type Ends, isEquivalent } from './direction.ts'
import { sentenceOf } from './verdict-words.ts'

/** No verdict below this many families; praise only from `PRAISE_FAMILIES` on. */
export const VERDICT_FAMILIES = 30
export const PRAISE_FAMILIES = 100

/** An e-value hints from here on; from `STRONG` on it is strong evidence, p ≤ .05 however often one looks (Ville 1939). */
export const HINT = 6
export const STRONG = 20

/**
 * What a verdict rests on, all of one sample. `eValue`: the current value of the mixture e-value, one term per family, may
 * be `Infinity`. `mcbWithinChance`: MCB of one forecast per family is within what 95 % of perfect forecasters reach with these. `survivesEBH`: e-BH
 * at 10 % keeps the e-value, over all authors of the frozen set. `slope`, `gap`: 95 % intervals of Cox's slope and of mean
 * forecast less base rate, null where there is none. `canonicalOrientation`: questions are worded by rule, not as found.
 * `power`: the chance that this sample would have shown a slope of 0.6, see `power`.
 */
export type Evidence = {
  statements: number
  families: number
  eValue: number
  mcbWithinChance: boolean
  survivesEBH: boolean
  slope: Ends | null
  gap: Ends | null
  canonicalOrientation: boolean
  power: number
}

/** Every verdict there is. */
export const verdictCodes = [
  'too-few-to-judge',
  'certainty-failed',
  ...directions.map((direction) => `miscalibrated:${direction}` as const),
  'miscalibrated-within-margin',
  'strong-alone',
  ...directions.map((direction) => `hints:${direction}` as const),
  'more-than-luck',
  'no-sign',
  'no-sign-but-interval',
  'well-calibrated',
] as const
export type VerdictCode = (typeof verdictCodes)[number]

/** The code for machines and the one sentence for readers. */
export type Verdict = { code: VerdictCode; sentence: string }

/** How strong the evidence is, and which way it points. */
type Finding = { code: VerdictCode; direction: Direction }

const check = ({ eValue, power, families, statements }: Evidence): void => {
  if (eValue >= 0 && power >= 0 && power <= 1 && families >= 0 && statements >= families) return
  throw new Problem(
    'internal',
    `an e-value of ${eValue}, a power of ${power}, ${statements} statements of ${families} families cannot be judged`,
    'give e >= 0, 0 <= power <= 1, and at least one statement for each family',
  )
}

const judge = (evidence: Evidence): Finding => {
  const { families, eValue, mcbWithinChance, survivesEBH, slope, gap, canonicalOrientation } = evidence
  const direction = directionOf(slope, gap, canonicalOrientation)
  // Questions turned round at will let a bias cancel out of the gap, so there a small gap is no praise.
  const small = families >= PRAISE_FAMILIES && canonicalOrientation && isEquivalent(slope, gap)
  const code = (): VerdictCode => {
    if (families < VERDICT_FAMILIES) return 'too-few-to-judge'
    if (eValue === Infinity) return 'certainty-failed'
    if (eValue >= STRONG && !survivesEBH) return 'strong-alone'
    if (eValue >= STRONG) return small ? 'miscalibrated-within-margin' : `miscalibrated:${direction}`
    if (eValue >= HINT) return `hints:${direction}`
    if (!mcbWithinChance) return 'more-than-luck'
    if (small) return 'well-calibrated'
    return direction === 'undirected' ? 'no-sign' : 'no-sign-but-interval'
  }
  return { code: code(), direction }
}

/**
 * The verdict on the calibration of a sample: total, one code and one sentence for every combination of evidence, and always
 * about these statements, never about the person. Strength comes from the e-value, direction from the intervals:
 *
 * - below 30 families: too few to judge; E infinite: a stated certainty failed;
 * - E ≥ 20 kept by e-BH: miscalibrated, with the direction; by little, if both intervals are within the margins at 100
 *   families. E ≥ 20 not kept by e-BH: nothing is concluded;
 * - 6 ≤ E < 20: hints, not conclusive;
 * - E < 6: MCB beyond chance concludes nothing; else praise by equivalence at 100 families whose questions are
 *   worded by rule; else "no sign", with what the sample would have shown. An interval that leaves out its target is said.
 *
 * Throws a `Problem` for evidence that cannot be (an e-value that is no number). Example: 43 statements of 40 families, E 1.2,
 * MCB within chance, power .4 → `no-sign`, "No sign of miscalibration in this sample of 43 statements; it would have shown
 * a slope of 0.6 with 40 %."
 */
export const verdict = (evidence: Evidence): Verdict => {
  check(evidence)
  const { code, direction } = judge(evidence)
  return { code, sentence: sentenceOf(code, direction, { ...evidence, minimum: VERDICT_FAMILIES }) }
}
