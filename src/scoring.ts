/**
 * `hindcast/scoring`: how forecasts are scored, as pure functions that need no database, no network and no Node. This file is
 * the door of that package and names what it promises; `src/core/scoring` holds the rest. Probabilities run from 0 to 1 and are
 * those of the positive event; an outcome is 1 when that came true. Input that cannot be scored throws an error with `remedy`.
 */

export { type Auc, auc, aucInterval } from './core/scoring/binary/auc.ts'
export { type Bin, binsBetween, binsByForecast, binsOfEqualMass, calibrationError } from './core/scoring/binary/bins.ts'
export { leanTest, type NormalTest, spiegelhalter } from './core/scoring/binary/calibration-tests.ts'
export { type Chance, chanceLevel } from './core/scoring/binary/chance-level.ts'
export { type BandPoint, exactConsistency, resampledConsistency } from './core/scoring/binary/consistency-band.ts'
export { type Corp, corp } from './core/scoring/binary/corp.ts'
export { type EValue, eValue } from './core/scoring/binary/e-value.ts'
export { type Expected, expected, type HitTest, hitTest } from './core/scoring/binary/expected.ts'
export { type HonestPoint, honestBand } from './core/scoring/binary/honest-band.ts'
export { type Leaning, leaning } from './core/scoring/binary/leaning.ts'
export { debiased, type Murphy, murphy } from './core/scoring/binary/murphy.ts'

// Binary forecasts.
export { baselineScore, brier, brierError, type LogScore, logScore } from './core/scoring/binary/proper-scores.ts'
export { type Recalibration, recalibration } from './core/scoring/binary/recalibration.ts'
export { type Skill, skillAgainst, skillAgainstBaseRate, skillAgainstConstant } from './core/scoring/binary/skill.ts'
export { type Board, board, type Placing } from './core/scoring/comparing/board.ts'
export type { Contender } from './core/scoring/comparing/head-to-head.ts'
export { type Pair, type PairedDifference, paired } from './core/scoring/comparing/paired.ts'
// The sufficient statistic.
export {
  type Count,
  type Counts,
  countsFromArrays,
  countsOf,
  type ForecastOutcome,
  pool,
  total,
} from './core/scoring/counts.ts'
// Intervals, and forecasters beside one another.
export { type FamilyMean, type FamilySum, familyInterval } from './core/scoring/intervals/family.ts'
export { type Bootstrap, familyBootstrap } from './core/scoring/intervals/family-bootstrap.ts'
export { clopperPearson, type Interval, jeffreys, wilson } from './core/scoring/intervals/proportion.ts'
// Several options, numbers and dates.
export { categoricalBrier, categoricalLog } from './core/scoring/kinds/categorical.ts'
export { coverageOf } from './core/scoring/kinds/coverage.ts'
export { normalisedRankedProbability, rankedProbability } from './core/scoring/kinds/ordered.ts'
export { cdfCrps } from './core/scoring/kinds/piecewise-cdf.ts'
export { intervalScore, pinball, quantileLoss, weightedIntervalScore } from './core/scoring/kinds/quantiles.ts'
export { sampleCrps } from './core/scoring/kinds/samples.ts'
export { type Bounds, bounds, type Unsettled } from './core/scoring/report/bounds.ts'
export { definitions } from './core/scoring/report/definitions.ts'
export { minimumFamilies, type ReportField, shown } from './core/scoring/report/minimum.ts'
export { type Missing, missingFigures } from './core/scoring/report/missing.ts'
export { type Figures, type Report, type ReportInput, report, SCORING_RULES } from './core/scoring/report/report.ts'
// Forecasts in, whole reports out.
export {
  type AuthorSheet,
  type Forecast,
  type ForecastResult,
  type ReferenceScore,
  type ScoreSheet,
  type Scores,
  scoreCounts,
  scoreForecasts,
} from './core/scoring/report/score-forecasts.ts'
export { type Told, told } from './core/scoring/report/told.ts'
export { type Evidence, type Verdict, verdict } from './core/scoring/report/verdict.ts'
export { type PublicReport, withhold } from './core/scoring/report/withhold.ts'
export { type FamilyForecast, tally } from './core/scoring/tally.ts'
