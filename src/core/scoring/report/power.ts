import { logEValueOf } from '../binary/e-value.ts'
import { expit, logitRows } from '../binary/recalibration.ts'
import type { Counts } from '../counts.ts'
import { binomialDraw, randomFrom } from '../numbers/random.ts'
import { STRONG } from './verdict.ts'

/** The fault that a sample is asked to show: things are 0.6 times as extreme, in logits, as is said of them. */
export const FAULT_SLOPE = 0.6

/**
 * The chance that this sample would have shown a calibration slope of 0.6, by the rule that a verdict goes by: the mixture
 * e-value of the counts reaches 20. Outcomes of the stated probabilities are drawn with chance expit(0.6 · logit p), `draws`
 * times, and the share of draws with E ≥ 20 is counted, 0 to 1, higher is better. What is said beside "no sign".
 *
 * Pass one forecast per family, as the e-value itself needs. Certainties hold, in line with 0.6 · logit p. The same seed, the
 * same share; its own standard error is at most .5/√draws. 0 for no forecasts. Source: power by simulation, as in
 * Morris, White & Crowther 2019, Stat Med 38:2074. Example: 40 forecasts at .1 and 40 at .9: about a third; 200 each: nearly 1.
 */
export const power = (counts: Counts, { seed, draws = 1000 }: { seed: string; draws?: number }): number => {
  const random = randomFrom(seed)
  const rows = logitRows(counts)
  const hitsOf = rows.map(({ x, n }) => binomialDraw(n, expit(FAULT_SLOPE * x)))
  const logE = logEValueOf(counts)
  let shown = 0
  for (let draw = 0; draw < draws; draw++) {
    const hits = hitsOf.map((next) => next(random))
    if (logE(hits) >= Math.log(STRONG)) shown++
  }
  return shown / draws
}
