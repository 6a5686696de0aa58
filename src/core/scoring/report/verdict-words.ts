import type { Direction } from './direction.ts'
import { percent, plural } from './plain.ts'
import type { Evidence, VerdictCode } from './verdict.ts'

const faults: Readonly<Record<Direction, string>> = {
  'over-confident': 'are over-confident: what they called likely or unlikely was less so than they said',
  'under-confident': 'are under-confident: what they called likely or unlikely was more so than they said',
  'says-too-much': 'say too much: less came true than they said',
  'says-too-little': 'say too little: more came true than they said',
  'over-confident-and-says-too-much': 'are over-confident and say too much: less came true than they said',
  'over-confident-and-says-too-little': 'are over-confident and say too little: more came true than they said',
  'under-confident-and-says-too-much': 'are under-confident and say too much: less came true than they said',
  'under-confident-and-says-too-little': 'are under-confident and say too little: more came true than they said',
  undirected: 'are miscalibrated, in a direction that slope and gap do not tell',
}

const hints: Readonly<Record<Direction, string>> = {
  'over-confident': 'over-confidence',
  'under-confident': 'under-confidence',
  'says-too-much': 'saying too much',
  'says-too-little': 'saying too little',
  'over-confident-and-says-too-much': 'over-confidence and at saying too much',
  'over-confident-and-says-too-little': 'over-confidence and at saying too little',
  'under-confident-and-says-too-much': 'under-confidence and at saying too much',
  'under-confident-and-says-too-little': 'under-confidence and at saying too little',
  undirected: 'miscalibration, in a direction that slope and gap do not tell',
}

/** As many digits as say something: 3.4, 26, 312, over 10,000. */
const written = (eValue: number): string => {
  if (eValue > 10_000) return 'over 10,000'
  return eValue >= 9.95 ? String(Math.round(eValue)) : eValue.toFixed(1)
}

/** The one sentence of a verdict, about the sample; no sentence fits two codes. */
export const sentenceOf = (
  code: VerdictCode,
  direction: Direction,
  { statements, families, minimum, eValue, power }: Evidence & { minimum: number },
): string => {
  const these = statements === 1 ? 'This 1 statement' : `These ${statements} statements`
  const about = `from ${plural(families, 'event family', 'event families')}`
  const sample = `this sample of ${plural(statements, 'statement')}`
  const e = `e-value ${written(eValue)}`
  const shown = `it would have shown a slope of 0.6 with ${percent(power)}`
  switch (code) {
    case 'too-few-to-judge':
      return `${these} ${about} ${statements === 1 ? 'is' : 'are'} too few to judge; a verdict needs ${minimum} families.`
    case 'certainty-failed':
      return `In ${sample} something stated as certain failed, or something stated as impossible happened, which calibrated statements never show.`
    case 'miscalibrated-within-margin':
      return `${these} are miscalibrated (${e}), but by little: the slope is within 0.8 to 1.25 and the average within 5 points.`
    case 'strong-alone':
      return `${these} show strong evidence of miscalibration when taken alone (${e}), which does not stand once every author on the board is tested, so nothing is concluded.`
    case 'more-than-luck':
      return `${these} show more miscalibration than luck gives in 95 of 100 such samples, but the evidence that stands repeated looking is weak (${e}), so nothing is concluded.`
    case 'no-sign':
      return `No sign of miscalibration in ${sample}; ${shown}.`
    case 'no-sign-but-interval':
      return `No sign of miscalibration that stands repeated looking in ${sample}, though a 95 % interval of slope or gap leaves out its target; ${shown}.`
    case 'well-calibrated':
      return `${these} ${about} are well calibrated to within 5 points.`
    default:
      return code.startsWith('hints')
        ? `${these} hint at ${hints[direction]} (${e}), which is not conclusive.`
        : `${these} ${faults[direction]} (${e}).`
  }
}
