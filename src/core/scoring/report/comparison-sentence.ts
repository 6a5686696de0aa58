import type { ComparisonFinding, PairComparison } from '../comparing/comparison.ts'
import { plural, score } from './plain.ts'

const findings: Readonly<Record<ComparisonFinding, string>> = {
  ahead: 'and that stands however often one looks',
  behind: 'and that stands however often one looks',
  'not-distinguishable': 'but the two cannot be told apart',
}

/**
 * A comparison for an editor, about the statements. With a difference of .03 (.01 to .05) on 120 questions that is not yet told
 * apart: 'On 120 common questions the average penalty was 0.03 lower than that of the market (95 % interval 0.01 to 0.05
 * lower), but the two cannot be told apart.' An end below 0 is a penalty that was higher.
 */
export const comparisonSentence = (
  { difference: { value, interval }, finding }: Pick<PairComparison, 'difference' | 'finding'>,
  { name, n }: { name: string; n: number },
): string => {
  const write = (x: number): string => score(x, n).replace('-', '−')
  const side = value === 0 ? 'the same as' : `${write(Math.abs(value))} ${value > 0 ? 'lower' : 'higher'} than`
  const ends = interval === null ? '' : ` (95 % interval ${write(interval.low)} to ${write(interval.high)} lower)`
  return `On ${plural(n, 'common question')} the average penalty was ${side} that of ${name}${ends}, ${findings[finding]}.`
}
