/**
 * `hindcast/scoring`: how forecasts are scored, as pure functions that need no database, no network and no Node. This file is
 * the door of that package and names what it promises; `src/core/scoring` holds the rest. Probabilities run from 0 to 1 and are
 * those of the positive event; an outcome is 1 when that came true. Input that cannot be scored throws an error with `remedy`.
 */

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
export { type FamilyForecast, tally } from './core/scoring/tally.ts'

// Binary forecasts.

export { type Auc, auc, aucInterval, clusteredAuc } from './core/scoring/binary/auc.ts'
export { type Bin, binsBetween, binsByForecast, binsOfEqualMass, calibrationError } from './core/scoring/binary/bins.ts'
export {
  clusteredSpiegelhalter,
  type FamilyTest,
  leanTest,
  type NormalTest,
  spiegelhalter,
} from './core/scoring/binary/calibration-tests.ts'
export { type Chance, chanceLevel } from './core/scoring/binary/chance-level.ts'
export { clusteredRecalibration } from './core/scoring/binary/clustered-recalibration.ts'
export {
  asymptoticConsistency,
  type BandPoint,
  exactConsistency,
  resampledConsistency,
} from './core/scoring/binary/consistency-band.ts'
export { type Corp, corp, decompose } from './core/scoring/binary/corp.ts'
export { type EValue, eValue, familyEValue } from './core/scoring/binary/e-value.ts'
export { type Expected, expected, familyHitTest, type HitTest, hitTest } from './core/scoring/binary/expected.ts'
export { type HonestPoint, honestBand } from './core/scoring/binary/honest-band.ts'
export { type Leaning, leaning, leaningByFamily } from './core/scoring/binary/leaning.ts'
export { debiased, debiasedInRange, type Murphy, murphy, murphyDeviations } from './core/scoring/binary/murphy.ts'
export {
  baselineScore,
  brier,
  brierError,
  brierIfCalibrated,
  brierLoss,
  type LogScore,
  logLoss,
  logScore,
} from './core/scoring/binary/proper-scores.ts'
export { type Recalibration, recalibration } from './core/scoring/binary/recalibration.ts'
export {
  type FamilySkill,
  type Skill,
  skillAgainst,
  skillAgainstBaseRate,
  skillAgainstConstant,
  skillByFamily,
} from './core/scoring/binary/skill.ts'

// Intervals.

export { type FamilyMean, type FamilySum, familyInterval } from './core/scoring/intervals/family.ts'
export { type Bootstrap, familyBootstrap } from './core/scoring/intervals/family-bootstrap.ts'
export { familyWilson } from './core/scoring/intervals/family-proportion.ts'
export { clopperPearson, type Interval, jeffreys, wilson } from './core/scoring/intervals/proportion.ts'

// Several options, numbers and dates.

export {
  categoricalBaseline,
  categoricalBrier,
  categoricalBrierSum,
  categoricalLog,
} from './core/scoring/kinds/categorical.ts'
export { coverageOf } from './core/scoring/kinds/coverage.ts'
export { dayNumber } from './core/scoring/kinds/dates.ts'
export { meanFamilyScore, scoreFamily } from './core/scoring/kinds/families.ts'
export { normalisedRankedProbability, orderedBrier, rankedProbability } from './core/scoring/kinds/ordered.ts'
export { cdfCrps, cdfPit } from './core/scoring/kinds/piecewise-cdf.ts'
export { pitUniformity } from './core/scoring/kinds/pit.ts'
export { intervalScore, pinball, quantileLoss, weightedIntervalScore } from './core/scoring/kinds/quantiles.ts'
export { sampleCrps, samplePit } from './core/scoring/kinds/samples.ts'

// Over time.

export { baseline, spotBaseline, spotTime } from './core/scoring/over-time/baseline.ts'
export { peer, peerStanding, spotPeer } from './core/scoring/over-time/peer.ts'
export {
  meanOverTime,
  questionOverTime,
  weightedCounts,
  weightedReliability,
} from './core/scoring/over-time/time-weighted.ts'

// Forecasters beside one another.

export { type Board, board, type Placing } from './core/scoring/comparing/board.ts'
export { empiricalBernstein, hoeffding, runOf, stitched } from './core/scoring/comparing/confidence-sequence.ts'
export { crowdDifferences, meanCrowdDifferences } from './core/scoring/comparing/crowd-difference.ts'
export { adjust, brierIndex, fitDifficulty } from './core/scoring/comparing/difficulty.ts'
export { evidence, evidenceForFirst } from './core/scoring/comparing/e-values.ts'
export type { Contender } from './core/scoring/comparing/head-to-head.ts'
export {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  eBenjaminiHochberg,
  holm,
} from './core/scoring/comparing/multiple-testing.ts'
export { type Pair, type PairedDifference, paired, pairedFamilyTest } from './core/scoring/comparing/paired.ts'
export { pairedTest } from './core/scoring/comparing/paired-test.ts'
export { rankIntervals } from './core/scoring/comparing/rank-intervals.ts'
export { shrink } from './core/scoring/comparing/shrinkage.ts'

// Words of likelihood, under any lexicon.

export { bandScores, compareBounds, phrasesInBands } from './core/scoring/words/band-scores.ts'
export { expectedScores } from './core/scoring/words/expected-score.ts'
export { hedging } from './core/scoring/words/hedges.ts'
export { ownLexicon, ownLexiconBrier, pooledPosterior } from './core/scoring/words/own-lexicon.ts'
export { pointScores } from './core/scoring/words/point-score.ts'
export { underYardsticks } from './core/scoring/words/under-yardsticks.ts'
export { asserted, countsUnder, type WordCount } from './core/scoring/words/word-counts.ts'
export { wordOrder } from './core/scoring/words/word-order.ts'

// Forecasts in, whole reports out.

export { type Bounds, bounds, type Unsettled } from './core/scoring/report/bounds.ts'
export { definitions } from './core/scoring/report/definitions.ts'
export { evidenceOf } from './core/scoring/report/evidence.ts'
export type { Forecast, ForecastResult } from './core/scoring/report/forecast-entrant.ts'
export { minimumFamilies, type ReportField, shown } from './core/scoring/report/minimum.ts'
export { type Missing, missingFigures } from './core/scoring/report/missing.ts'
export { power } from './core/scoring/report/power.ts'
export type { Readings } from './core/scoring/report/reading-words.ts'
export { recalibrated } from './core/scoring/report/recalibrated.ts'
export { type Figures, type Report, type ReportInput, report, SCORING_RULES } from './core/scoring/report/report.ts'
export { type AuthorSheet, type Scores, scoreCounts, scoreForecasts } from './core/scoring/report/score-forecasts.ts'
export type { ScoreOptions, ScoreSheet } from './core/scoring/report/score-sheet.ts'
export { type Told, told } from './core/scoring/report/told.ts'
export { type Evidence, type Verdict, verdict } from './core/scoring/report/verdict.ts'
export { type PublicReport, withhold } from './core/scoring/report/withhold.ts'
