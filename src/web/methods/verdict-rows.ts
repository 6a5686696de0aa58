import { FALSE_FINDINGS } from '../../core/scoring/report/board-verdicts.ts'
import { type Direction, GAP_MARGIN, SLOPE_MARGIN } from '../../core/scoring/report/direction.ts'
import { HINT, PRAISE_FAMILIES, STRONG, VERDICT_FAMILIES, type VerdictCode } from '../../core/scoring/report/verdict.ts'
import { sentenceOf } from '../../core/scoring/report/verdict-words.ts'
import { percent } from '../format.ts'

/** When a verdict is given, and its sentence, filled in with numbers that such a sample might have. */
export type VerdictRow = { code: VerdictCode; when: string; sentence: string }

const bh = `e-BH over all authors of the board at ${percent(FALSE_FINDINGS)}`
const margins = `slope within ${SLOPE_MARGIN.low} to ${SLOPE_MARGIN.high}, average within ${GAP_MARGIN * 100} points, both by their whole 95 % interval, from ${PRAISE_FAMILIES} families on and of questions worded by rule`

const row = (
  code: VerdictCode,
  when: string,
  {
    eValue,
    families = 120,
    direction = 'over-confident',
  }: { eValue: number; families?: number; direction?: Direction },
): VerdictRow => {
  const sample = { statements: families + 10, families, minimum: VERDICT_FAMILIES, eValue, power: 0.7 }
  const zeroes = { mcbWithinChance: true, survivesEBH: true, slope: null, gap: null, canonicalOrientation: true }
  return { code, when, sentence: sentenceOf(code, direction, { ...zeroes, ...sample }) }
}

/** Every kind of verdict, in the order in which the conditions are looked at; E is the e-value against calibration. */
export const verdictRows: readonly VerdictRow[] = [
  row('too-few-to-judge', `fewer than ${VERDICT_FAMILIES} families`, { eValue: 1, families: VERDICT_FAMILIES - 1 }),
  row('certainty-failed', 'E without end: 0 % happened, or 100 % did not', { eValue: Number.POSITIVE_INFINITY }),
  row('strong-alone', `E ≥ ${STRONG}, not kept by ${bh}`, { eValue: 24 }),
  row('miscalibrated:over-confident', `E ≥ ${STRONG}, kept by ${bh}; the direction comes from the intervals`, {
    eValue: 85,
  }),
  row('miscalibrated-within-margin', `the same, and ${margins}`, { eValue: 40 }),
  row('hints:over-confident', `${HINT} ≤ E < ${STRONG}`, { eValue: 9 }),
  row('more-than-luck', `E < ${HINT}, but more miscalibration than 95 % of calibrated authors show by luck`, {
    eValue: 3,
  }),
  row('well-calibrated', `E < ${HINT}, within luck, and ${margins}: the only way to praise`, { eValue: 0.4 }),
  row('no-sign-but-interval', `E < ${HINT}, within luck, but an interval leaves out its target`, { eValue: 2 }),
  row('no-sign', `E < ${HINT}, within luck, and no interval says otherwise`, { eValue: 1 }),
]
