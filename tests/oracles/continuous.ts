import { categoricalBaseline, categoricalBrierSum, categoricalLog } from '../../src/core/scoring/kinds/categorical.ts'
import { coverageOf } from '../../src/core/scoring/kinds/coverage.ts'
import { dayNumber } from '../../src/core/scoring/kinds/dates.ts'
import { type Family, meanFamilyScore, scoreFamily } from '../../src/core/scoring/kinds/families.ts'
import { normalisedRankedProbability, orderedBrier, rankedProbability } from '../../src/core/scoring/kinds/ordered.ts'
import { type CdfPoint, cdfCrps, cdfPit } from '../../src/core/scoring/kinds/piecewise-cdf.ts'
import { pitUniformity } from '../../src/core/scoring/kinds/pit.ts'
import {
  centralIntervals,
  intervalScore,
  pinball,
  type Quantile,
  quantileLoss,
  weightedIntervalScore,
} from '../../src/core/scoring/kinds/quantiles.ts'
import { sampleCrps, samplePit } from '../../src/core/scoring/kinds/samples.ts'
import { categoricalSpherical } from '../../src/core/scoring/more/categorical-spherical.ts'
import { nearTheirs, type Oracle } from './oracle.ts'

type Categories = { p: number[]; outcome_index: number }
type Samples = { samples: number[]; y: number }
type Parametric = { dist: string; params: Record<string, number>; y: number }
type Quantiles = { levels: number[]; values: number[]; y: number; dates?: string[]; y_date?: string }
type Points = { x: number[]; cdf: number[]; y: number }
type Intervals = { nominal: number; lower: number[]; upper: number[]; y: number[] }
type Normals = { mean: number[]; sd: number[]; y: number[] }

const multi = {
  brier_sum_0_2: ({ p, outcome_index }: Categories) => categoricalBrierSum(p, outcome_index),
  log_loss: ({ p, outcome_index }: Categories) => categoricalLog(p, outcome_index),
  spherical_positive: ({ p, outcome_index }: Categories) => categoricalSpherical(p, outcome_index),
  metaculus_baseline: ({ p, outcome_index }: Categories) => categoricalBaseline(p, outcome_index),
}
const ordered = {
  ...multi,
  rps_unnormalised: ({ p, outcome_index }: Categories) => rankedProbability(p, outcome_index),
  rps_normalised_0_1: ({ p, outcome_index }: Categories) => normalisedRankedProbability(p, outcome_index),
  gjp_ordered_brier_0_2: ({ p, outcome_index }: Categories) => orderedBrier(p, outcome_index),
}
const sample = {
  crps_edf: ({ samples, y }: Samples) => sampleCrps(samples, y).edf,
  crps_fair: ({ samples, y }: Samples) => sampleCrps(samples, y).fair,
  pit_lower: ({ samples, y }: Samples) => samplePit(samples, y).lower,
  pit_upper: ({ samples, y }: Samples) => samplePit(samples, y).upper,
}

const scoreOf = ({ dist, params, y }: Parametric) => scoreFamily({ family: dist, ...params } as Family, y)
const dist = {
  crps: (one: Parametric) => scoreOf(one).crps,
  log_loss_density: (one: Parametric) => scoreOf(one).logLoss,
  pit: (one: Parametric) => scoreOf(one).pit,
}

const quantilesOf = ({ levels, values, dates }: Quantiles): Quantile[] =>
  levels.map((level, at) => ({ level, value: dates ? dayNumber(dates[at] ?? '') : (values[at] ?? Number.NaN) }))
const outcomeOf = ({ y, y_date }: Quantiles): number => (y_date === undefined ? y : dayNumber(y_date))
const quantile = {
  pinball: (one: Quantiles) => quantilesOf(one).map((each) => pinball(each, outcomeOf(one))),
  mean_2x_pinball: (one: Quantiles) => quantileLoss(quantilesOf(one), outcomeOf(one)),
  interval_score_by_coverage: (one: Quantiles) =>
    Object.fromEntries(
      centralIntervals(quantilesOf(one)).map((each) => [`${each.coverage}`, intervalScore(each, outcomeOf(one))]),
    ),
  wis: (one: Quantiles) => weightedIntervalScore(quantilesOf(one), outcomeOf(one)),
}

const pointsOf = ({ x, cdf }: Points): CdfPoint[] => x.map((at, n) => ({ at, below: cdf[n] ?? Number.NaN }))
const cdf = {
  crps: (one: Points) => cdfCrps(pointsOf(one), one.y),
  pit: (one: Points) => cdfPit(pointsOf(one), one.y),
}

const coverageIn = ({ nominal, lower, upper, y }: Intervals) =>
  coverageOf(
    lower.map((low, at) => ({ low, high: upper[at] ?? Number.NaN, outcome: y[at] ?? Number.NaN })),
    nominal,
  )
const coverage = {
  covered: (one: Intervals) => coverageIn(one)?.covered,
  coverage: (one: Intervals) => coverageIn(one)?.share,
  wilson95: (one: Intervals) => [coverageIn(one)?.wilson.low, coverageIn(one)?.wilson.high],
  binomial_two_sided_p: (one: Intervals) => coverageIn(one)?.p,
  mean_interval_score: (one: Intervals) => coverageIn(one)?.meanScore,
}

// A Poisson process held between the two bounds, in 40 digits, gives .853411229133341 for 400 numbers at .03, as ours does
// to 2e-14; scipy gives .853411545.
const EXACT_THERE = 140
// Above 140 numbers scipy takes an asymptotic expansion, off by up to 1e-6.
const EXPANDED = 1e-6
const normalsOf = ({ mean, sd, y }: Normals) =>
  y.map((came, at) => scoreFamily({ family: 'normal', mean: mean[at] ?? Number.NaN, sd: sd[at] ?? Number.NaN }, came))
const pitNormal = {
  pit: (one: Normals) => normalsOf(one).map(({ pit }) => pit),
  ks: (one: Normals) => {
    const found = pitUniformity(normalsOf(one).map(({ pit }) => pit))
    return found && { stat: found.statistic, p: found.n > EXACT_THERE ? nearTheirs(found.p, EXPANDED) : found.p }
  },
  mean_crps: (one: Normals) => meanFamilyScore(normalsOf(one))?.crps,
}

export const continuous: Oracle = {
  kindOf: ({ kind }) => kind ?? 'none',
  computes: { multi, ordered, sample, dist, quantile, cdf, coverage, pit_normal: pitNormal },
}
