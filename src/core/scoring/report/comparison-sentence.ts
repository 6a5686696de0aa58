import type { ComparisonFinding, PairComparison } from '../comparing/comparison.ts'
import { plural, score } from './plain.ts'

/** What the finding, which rests on what both said first, adds to a difference of what is scored. */
const tailOf = (finding: ComparisonFinding, value: number): string => {
  if (finding === 'not-distinguishable') return ', but the two cannot be told apart'
  const side = finding === 'ahead' ? 1 : -1
  if (Math.sign(value) === side) return ', and that stands however often one looks'
  return `; yet of what both said first of each event family it was ${side > 0 ? 'lower' : 'higher'}, and that stands however often one looks`
}

/**
 * A comparison for an editor, about the statements. With a difference of .03 (.01 to .05) on 120 questions that is not yet told
 * apart: 'On 120 common questions the average penalty was 0.03 lower than that of the market (95 % interval 0.01 to 0.05
 * lower), but the two cannot be told apart.' An end below 0 is a penalty that was higher. What stands however often one looks is only
 * told of the difference where it lies on the same side.
 */
export const comparisonSentence = (
  { difference: { value, interval }, finding }: Pick<PairComparison, 'difference' | 'finding'>,
  { name, n }: { name: string; n: number },
): string => {
  const write = (x: number): string => score(x, n).replace('-', '−')
  const side = value === 0 ? 'the same as' : `${write(Math.abs(value))} ${value > 0 ? 'lower' : 'higher'} than`
  const ends = interval === null ? '' : ` (95 % interval ${write(interval.low)} to ${write(interval.high)} lower)`
  return `On ${plural(n, 'common question')} the average penalty was ${side} that of ${name}${ends}${tailOf(finding, value)}.`
}
