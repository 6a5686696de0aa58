import type { Range } from '../../core/scoring/report/bounds.ts'
import type { Figures } from '../../core/scoring/report/report.ts'
import type { Unbounded } from '../../core/scoring/report/unbounded.ts'
import type { PublicReport } from '../../core/scoring/report/withhold.ts'

type Ends = { low: number; high: number; level: number }
export type Measured = { value: Unbounded; interval?: Ends | null }
type Bounds = NonNullable<PublicReport['bounds']>

/** One measure of a flat report: by which field it is withheld (null: never), where it stands, and its bounds where it has some. */
export type Measure = {
  id: string
  field: keyof Figures | null
  of: (report: Omit<PublicReport, 'withheld'>) => Measured | null
  bounds?: (bounds: Bounds) => Range | null
}

const measure = (id: string, field: Measure['field'], of: Measure['of'], bounds?: Measure['bounds']): Measure => ({
  id,
  field,
  of,
  ...(bounds && { bounds }),
})

const plain = (value: Unbounded | null | undefined): Measured | null => (value == null ? null : { value })
const estimated = (figure: { value: number; interval: Ends | null } | null | undefined): Measured | null =>
  figure ? { value: figure.value, interval: figure.interval } : null

const skilled = (figure: { skill: number; interval: Ends | null } | null | undefined) =>
  figure ? { value: figure.skill, interval: figure.interval } : null

/** Of a report that is withheld where it must be; ids are those of the definitions, in their order. */
export const scoreMeasures: readonly Measure[] = [
  measure('n', null, ({ n }) => plain(n)),
  measure('families', null, ({ families }) => plain(families)),
  measure('pending', null, ({ unsettled }) => plain(unsettled)),
  measure('hits', 'hits', ({ hits }) => plain(hits)),
  measure('expectedHits', 'expectedHits', ({ expectedHits }) => plain(expectedHits)),
  measure(
    'baseRate',
    'baseRate',
    ({ baseRate }) => plain(baseRate),
    ({ hitRate }) => hitRate,
  ),
  measure(
    'brier',
    'brier',
    ({ brier }) => brier && { value: brier.mean, interval: brier.interval },
    ({ brier }) => brier,
  ),
  measure('logScore', 'logScore', ({ logScore }) => plain(logScore?.raw)),
  measure(
    'logScoreClipped',
    'logScore',
    ({ logScore }) => plain(logScore?.clipped),
    ({ logScore }) => logScore,
  ),
  measure('baselineScore', 'baselineScore', ({ baselineScore }) => plain(baselineScore)),
  measure('brierSkillHalf', 'skill', ({ skill }) => skilled(skill?.half)),
  measure('brierSkillBaseRate', 'skill', ({ skill }) => skilled(skill?.baseRate)),
  measure('auc', 'auc', ({ auc }) => auc && { value: auc.auc, interval: auc.interval }),
  measure('mcb', 'decomposition', ({ decomposition }) => plain(decomposition?.mcb)),
  // What luck alone gives has no interval: how far it goes is a measure of its own.
  measure('mcbChance', 'decomposition', ({ decomposition }) => plain(decomposition?.chance.mean)),
  measure('mcbChanceMost', 'decomposition', ({ decomposition }) => plain(decomposition?.chance.most)),
  measure('dsc', 'decomposition', ({ decomposition }) => plain(decomposition?.dsc)),
  measure('unc', 'decomposition', ({ decomposition }) => plain(decomposition?.unc)),
  measure('rel', 'murphy', ({ murphy }) => plain(murphy?.rel)),
  measure('res', 'murphy', ({ murphy }) => plain(murphy?.res)),
  measure('relDebiased', 'murphy', ({ murphy }) => plain(murphy?.debiased?.rel)),
  measure('resDebiased', 'murphy', ({ murphy }) => plain(murphy?.debiased?.res)),
  measure('relBinned', 'murphy', ({ murphy }) => plain(murphy?.binned.rel)),
  measure('resBinned', 'murphy', ({ murphy }) => plain(murphy?.binned.res)),
  measure('wbv', 'murphy', ({ murphy }) => plain(murphy?.binned.wbv)),
  measure('wbc', 'murphy', ({ murphy }) => plain(murphy?.binned.wbc)),
  measure(
    'hitTest',
    'hitTest',
    ({ hitTest }) => plain(hitTest?.twoSided),
    ({ hitTest }) => hitTest,
  ),
  measure('familyHitTest', 'familyHitTest', ({ familyHitTest }) => plain(familyHitTest?.twoSided)),
  measure(
    'gap',
    'gap',
    ({ gap }) => estimated(gap),
    ({ gap }) => gap,
  ),
  measure('spiegelhalter', 'spiegelhalter', ({ spiegelhalter }) => plain(spiegelhalter?.z)),
  measure('spiegelhalterIndependent', 'spiegelhalter', ({ spiegelhalter }) => plain(spiegelhalter?.independent.z)),
  measure('slope', 'slope', ({ slope }) => estimated(slope?.slope)),
  measure('intercept', 'slope', ({ slope }) => estimated(slope?.intercept)),
  measure(
    'overconfidence',
    'leaning',
    ({ leaning }) => estimated(leaning?.overconfidence),
    ({ overconfidence }) => overconfidence,
  ),
  measure('claimedConfidence', 'leaning', ({ leaning }) => estimated(leaning?.claimed)),
  measure(
    'leanRight',
    'leaning',
    ({ leaning }) => estimated(leaning?.right),
    ({ right }) => right,
  ),
  measure('ece', 'calibrationError', ({ calibrationError }) => plain(calibrationError?.ece)),
  measure('mce', 'calibrationError', ({ calibrationError }) => plain(calibrationError?.mce)),
  measure('eceChance', 'calibrationError', ({ calibrationError }) => plain(calibrationError?.chance.mean)),
  measure('eceChanceMost', 'calibrationError', ({ calibrationError }) => plain(calibrationError?.chance.most)),
  measure('eValue', 'eValue', ({ eValue }) => plain(eValue?.e)),
]
