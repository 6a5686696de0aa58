import type { ComputedReport } from '../queries/calculator/scores.ts'

/** One figure as text; `heading` where a new group of figures begins. */
export type Line = { heading?: string; measure: string; value: string; interval: string; luck: string; page: string }

type Ends = { low: number; high: number }
type Chance = { mean: number; most: number }
type Extra = { interval?: Ends | null; luck?: Chance; heading?: string }

/** Four decimals; very large and very small ones by their power of ten. */
const written = (x: number | 'Infinity' | null | undefined): string => {
  if (x === 'Infinity') return 'infinite'
  if (typeof x !== 'number') return 'none'
  return Math.abs(x) >= 1e6 || (x !== 0 && Math.abs(x) < 0.00005) ? x.toExponential(1) : x.toFixed(4)
}
const ends = ({ low, high }: Ends): string => `${low.toFixed(4)} to ${high.toFixed(4)}`

/** The interval of a figure that may have none for other reasons than one family. */
const ifThere = (figure: { interval: Ends | null } | null | undefined): Extra =>
  figure?.interval ? { interval: figure.interval } : {}

/** Every figure of a report in the order that a report has, with its interval, its chance level and whether a page shows it. */
export const linesOf = (scores: ComputedReport): Line[] => {
  const withheld = new Set(scores.withheldOnPages.map(({ field }) => field))
  const line =
    (field: keyof ComputedReport) =>
    (
      measure: string,
      value: number | 'Infinity' | null | undefined,
      { interval, luck, heading }: Extra = {},
    ): Line => ({
      ...(heading !== undefined && { heading }),
      measure,
      value: Number.isInteger(value) && field === 'hits' ? String(value) : written(value),
      interval: interval === undefined ? '' : interval === null ? 'needs 2 families' : ends(interval),
      luck: luck === undefined ? '' : `${written(luck.mean)} (${written(luck.most)})`,
      page: withheld.has(field) ? 'withheld' : 'shown',
    })
  return [
    ...accuracyLines(scores, line),
    ...boundLines(scores, line),
    ...calibrationLines(scores, line),
    ...partLines(scores, line),
  ]
}

type Maker = (
  field: keyof ComputedReport,
) => (measure: string, value: number | 'Infinity' | null | undefined, extra?: Extra) => Line

const accuracyLines = (scores: ComputedReport, line: Maker): Line[] => {
  const { brier, logScore, baselineScore, skill, hits, expectedHits, baseRate, hitTest, familyHitTest, gap } = scores
  return [
    line('brier')('Brier score (0 best, 1 worst)', brier?.mean, {
      heading: 'Accuracy',
      interval: brier?.interval ?? null,
    }),
    line('logScore')('log score (nats, 0 best)', logScore?.raw),
    line('logScore')('log score, p within .001 to .999', logScore?.clipped),
    line('baselineScore')('baseline score (100 best, 0 = 50 %)', baselineScore),
    line('skill')('skill against always 50 % (1 best)', skill?.half?.skill, ifThere(skill?.half)),
    line('skill')(
      'skill against the base rate, which has seen the answers',
      skill?.baseRate?.skill,
      ifThere(skill?.baseRate),
    ),
    line('hits')('hits', hits, { heading: 'Hits' }),
    line('expectedHits')('expected hits', expectedHits),
    line('hitTest')('exact p of the hits, questions independent', hitTest?.twoSided),
    line('familyHitTest')('exact p of the hits, families of one fate', familyHitTest?.twoSided),
    line('baseRate')('base rate', baseRate),
    line('gap')('gap: mean forecast − base rate', gap?.value, { interval: gap?.interval ?? null }),
  ]
}

/** While questions are open: from the lowest to the highest that the figures can still become. */
const boundLines = ({ bounds, open }: ComputedReport, line: Maker): Line[] => {
  if (!bounds || open === 0) return []
  const between = (
    measure: string,
    { lowest, highest }: { lowest: number; highest: number },
    heading?: string,
  ): Line => ({
    ...line('bounds')(measure, null, heading === undefined ? {} : { heading }),
    value: '',
    interval: ends({ low: lowest, high: highest }),
  })
  return [
    between(
      'Brier score',
      bounds.brier,
      `Bounds: where figures end as the ${open} open questions come out (lowest to highest)`,
    ),
    between('log score, clipped', bounds.logScore),
    between('hit rate', bounds.hitRate),
    between('gap', bounds.gap),
    between('share of right leans', bounds.right),
    between('over-confidence', bounds.overconfidence),
  ]
}

const calibrationLines = (scores: ComputedReport, line: Maker): Line[] => {
  const { leaning, spiegelhalter, slope, eValue } = scores
  return [
    line('leaning')('confidence claimed for the likelier side', leaning?.claimed.value, {
      heading: 'Calibration',
      interval: leaning?.claimed.interval ?? null,
    }),
    line('leaning')('how often that side came', leaning?.right.value, { interval: leaning?.right.interval ?? null }),
    line('leaning')('over-confidence (0 best)', leaning?.overconfidence.value, {
      interval: leaning?.overconfidence.interval ?? null,
    }),
    line('slope')('calibration slope (1 best)', slope?.slope.value, slope ? { interval: slope.slope.interval } : {}),
    line('slope')(
      'intercept at slope 1 (0 best)',
      slope?.intercept?.value,
      slope?.intercept ? { interval: slope.intercept.interval } : {},
    ),
    line('spiegelhalter')("Spiegelhalter's z over families (above 0 too sure)", spiegelhalter?.z),
    line('spiegelhalter')('p of that z', spiegelhalter?.p),
    line('spiegelhalter')('the same z, questions independent', spiegelhalter?.independent.z),
    line('eValue')('e-value against calibration (20 strong)', eValue?.e),
  ]
}

const partLines = (scores: ComputedReport, line: Maker): Line[] => {
  const { decomposition, auc, murphy, calibrationError } = scores
  return [
    line('decomposition')('miscalibration MCB (0 best)', decomposition?.mcb, {
      heading: 'What the Brier score is made of: MCB − DSC + UNC, or REL − RES + UNC',
      ...(decomposition && { luck: decomposition.chance }),
    }),
    line('decomposition')('discrimination DSC (more is better)', decomposition?.dsc),
    line('decomposition')('uncertainty UNC of the questions', decomposition?.unc),
    line('decomposition')('MCB of the log score', decomposition?.log.mcb),
    line('decomposition')('DSC of the log score', decomposition?.log.dsc),
    line('decomposition')('UNC of the log score', decomposition?.log.unc),
    line('murphy')('reliability REL, bias taken off', murphy?.debiased?.rel),
    line('murphy')('resolution RES, bias taken off', murphy?.debiased?.res),
    line('murphy')('uncertainty UNC, bias taken off', murphy?.debiased?.unc),
    line('murphy')('reliability REL over tenths', murphy?.binned.rel),
    line('murphy')('resolution RES over tenths', murphy?.binned.res),
    line('murphy')('spread WBV within the tenths', murphy?.binned.wbv),
    line('murphy')('covariance WBC within the tenths', murphy?.binned.wbc),
    line('auc')('AUC (1 best, 0.5 chance)', auc?.auc, ifThere(auc)),
    line('calibrationError')('calibration error over tenths, mean', calibrationError?.ece, {
      ...(calibrationError && { luck: calibrationError.chance }),
    }),
    line('calibrationError')('calibration error over tenths, largest', calibrationError?.mce),
  ]
}
