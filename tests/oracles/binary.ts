import { auc, aucInterval } from '../../src/core/scoring/binary/auc.ts'
import {
  type Bin,
  binsBetween,
  binsByForecast,
  calibrationError,
  type Edges,
} from '../../src/core/scoring/binary/bins.ts'
import { leanTest, spiegelhalter } from '../../src/core/scoring/binary/calibration-tests.ts'
import { asymptoticConsistency, exactConsistency } from '../../src/core/scoring/binary/consistency-band.ts'
import { corp, decompose } from '../../src/core/scoring/binary/corp.ts'
import { eValue } from '../../src/core/scoring/binary/e-value.ts'
import { expected, hitTest } from '../../src/core/scoring/binary/expected.ts'
import { leaning } from '../../src/core/scoring/binary/leaning.ts'
import { debiased, debiasedInRange, murphy, murphyDeviations } from '../../src/core/scoring/binary/murphy.ts'
import {
  baselineScore,
  brier,
  brierError,
  brierIfCalibrated,
  logLoss,
  logScore,
} from '../../src/core/scoring/binary/proper-scores.ts'
import { logitRows, recalibration } from '../../src/core/scoring/binary/recalibration.ts'
import { skillAgainstBaseRate, skillAgainstConstant } from '../../src/core/scoring/binary/skill.ts'
import { type Counts, pool, total } from '../../src/core/scoring/counts.ts'
import {
  clopperPearson,
  type Interval,
  jeffreys,
  posterior,
  wilson,
} from '../../src/core/scoring/intervals/proportion.ts'
import { hosmerLemeshow } from '../../src/core/scoring/more/hosmer-lemeshow.ts'
import { lrmLine } from './lrm.ts'
import { faultyTheirs, nearTheirs, type Oracle } from './oracle.ts'

type Rows = [p: number, n: number, hits: number][]
type Case = { p?: number[]; canonical_p?: number[]; y?: number[]; y_string?: string; groups?: Rows }

const fromRows = (rows: Rows): Counts => pool(rows.map(([p, n, hits]) => ({ p, n, hits })))

const countsOf = ({ p, canonical_p, y, y_string, groups }: Case): Counts => {
  if (groups) return fromRows(groups)
  const outcomes = y ?? [...(y_string ?? '')].map(Number)
  return pool((canonical_p ?? p ?? []).map((at, i) => ({ p: at, n: 1, hits: outcomes[i] ?? Number.NaN })))
}

const pair = (interval: Interval | null | undefined) => interval && [interval.low, interval.high]
const named = (counts: Counts) => total(counts)

const hitTestOf = (counts: Counts) => {
  const { atMost, atLeast, twoSided } = hitTest(counts)
  return { p_lower: atMost, p_upper: atLeast, p_two_sided_doubled: twoSided }
}
const corpOf = (counts: Counts) => {
  const result = corp(counts)
  return result && { S: result.brier, MCB: result.mcb, DSC: result.dsc, UNC: result.unc }
}
const corpLogOf = (counts: Counts) => {
  const result = decompose(counts, logLoss)
  return result && { S: result.score, MCB: result.mcb, DSC: result.dsc, UNC: result.unc }
}
const componentsOf = (parts: { rel: number; res: number | null; unc: number | null } | null) =>
  parts && { REL: parts.rel, RES: parts.res, UNC: parts.unc }
const murphyOf = (bins: Bin[]) => {
  const parts = murphy(bins)
  return parts && { ...componentsOf(parts), WBV: parts.wbv, WBC: parts.wbc }
}
const hosmerLemeshowOf = (counts: Counts) => {
  const result = hosmerLemeshow(binsBetween(counts))
  return result && { stat: result.statistic, df: result.df, p: result.p }
}
const uniformOf = (counts: Counts) => {
  const { n, hits } = named(counts)
  const { mean, low, high } = posterior(hits, n)
  return { mean, lo: low, hi: high }
}
const coxOf = (counts: Counts) => {
  const result = recalibration(counts)
  return (
    result && {
      intercept: result.intercept.value,
      slope: result.slope.value,
      slope_se: result.slope.error,
      intercept_given_slope1: result.interceptAtSlope1.value,
      intercept_given_slope1_se: result.interceptAtSlope1.error,
    }
  )
}

const CERTAIN = 'per_p at p = 1: scipy 1.10 gives 0 for every lower quantile of a binomial that is n for certain'

const perForecast = (counts: Counts) => {
  const [ninety, ninetyFive] = [exactConsistency(counts, 0.9), exactConsistency(counts, 0.95)]
  return counts.map(({ p, n, hits }, row) => {
    const after = posterior(hits, n, { a: 0.5, b: 0.5 })
    const band = (at: Interval | undefined) =>
      at && (p === 1 ? [faultyTheirs(at.low, 1, 0, CERTAIN), at.high] : [at.low, at.high])
    return {
      p,
      n,
      hits,
      freq: hits / n,
      wilson95: pair(wilson(hits, n)),
      consistency90: band(ninety[row]),
      consistency95: band(ninetyFive[row]),
      jeffreys_posterior: { mean: after.mean, lo: after.low, hi: after.high },
    }
  })
}

const errorWith = (edges: Edges) => (counts: Counts) => calibrationError(binsBetween(counts, edges))
const RIGHT = { closed: 'right' } as const
// scikit-learn's calibration_curve: right-closed, at the floating-point multiples of 0.1 (0.30000000000000004).
const FLOAT_EDGES = { edges: Array.from({ length: 11 }, (_, i) => i * 0.1), closed: 'right' } as const

/** `lrm` stops before the best line, by up to 4e-5: the shipped line is held to that, and one that stops where it does to the rest. */
const stoppedEarly = (counts: Counts) => {
  const best = recalibration(counts)
  if (!best) return best
  const { intercept, slope } = lrmLine(logitRows(counts))
  return {
    intercept: nearTheirs(best.intercept.value, 1e-4, intercept),
    slope: nearTheirs(best.slope.value, 1e-4, slope),
  }
}

/** Where a variance is 0, theirs is the root of a rounding error (murphy.test.ts has the proof); ours is 0 itself. */
const rootOf = (sd: number | null | undefined) => (sd === 0 ? nearTheirs(0, 1e-8) : sd)
const rootsOf = (parts: Parameters<typeof componentsOf>[0]) =>
  parts && { REL: rootOf(parts.rel), RES: rootOf(parts.res), UNC: rootOf(parts.unc) }

/** What is computed from counts, by the key of the expected values; shards of counts must give the same. */
export const fromCounts: Record<string, (counts: Counts) => unknown> = {
  n: (counts) => named(counts).n,
  hits: (counts) => expected(counts)?.hits,
  base_rate: (counts) => expected(counts)?.baseRate,
  mean_p: (counts) => expected(counts)?.meanForecast,
  expected_hits: (counts) => expected(counts)?.expectedHits,
  distinct_p: (counts) => counts.length,
  pooled_groups: (counts) => counts.map(({ p, n, hits }) => [p, n, hits]),
  brier,
  brier_se: brierError,
  expected_brier_if_calibrated: (counts) => brierIfCalibrated(counts)?.mean,
  sd_brier_if_calibrated: (counts) => brierIfCalibrated(counts)?.sd,
  log_loss: (counts) => logScore(counts)?.raw,
  'log_loss_clip_0.001': (counts) => logScore(counts)?.clipped,
  'baseline_mean_clip_0.001': baselineScore,
  bss_vs_half: (counts) => skillAgainstConstant(counts)?.skill,
  bss_vs_base_rate: (counts) => skillAgainstBaseRate(counts)?.skill,
  bss_vs_base_rate_sd_propagated: (counts) => rootOf(skillAgainstBaseRate(counts)?.sd),
  auc,
  auc_delong95: (counts) => pair(aucInterval(counts)?.interval),
  pav_by_distinct_p: (counts) => corp(counts)?.curve.map(({ recalibrated }) => recalibrated),
  corp: corpOf,
  corp_log: corpLogOf,
  murphy_distinct: (counts) => componentsOf(murphy(binsByForecast(counts))),
  murphy_distinct_sd_siegert2014: (counts) => rootsOf(murphyDeviations(binsByForecast(counts))),
  murphy_distinct_ferro_fricker_raw: (counts) => componentsOf(debiased(binsByForecast(counts))),
  murphy_distinct_ferro_fricker_bounded: (counts) => componentsOf(debiasedInRange(binsByForecast(counts))),
  murphy_10bins_left_closed: (counts) => murphyOf(binsBetween(counts)),
  murphy_10bins_right_closed: (counts) => murphyOf(binsBetween(counts, RIGHT)),
  ece10_left_closed: (counts) => errorWith({})(counts)?.ece,
  mce10_left_closed: (counts) => errorWith({})(counts)?.mce,
  ece10_right_closed: (counts) => errorWith(RIGHT)(counts)?.ece,
  mce10_right_closed: (counts) => errorWith(RIGHT)(counts)?.mce,
  ece10_sklearn_float_edges: (counts) => errorWith(FLOAT_EDGES)(counts)?.ece,
  ece_distinct: (counts) => calibrationError(binsByForecast(counts))?.ece,
  spiegelhalter_z: (counts) => spiegelhalter(counts)?.z,
  spiegelhalter_p: (counts) => spiegelhalter(counts)?.p,
  citl_z: (counts) => leanTest(counts)?.z,
  citl_exact: hitTestOf,
  overconfidence: (counts) => leaning(counts)?.overconfidence,
  hosmer_lemeshow_10bins_left_closed: hosmerLemeshowOf,
  cox: coxOf,
  'cox_val.prob': stoppedEarly,
  mixture_log_e_value: (counts) => eValue(counts).log,
  wilson95: (counts) => pair(wilson(named(counts).hits, named(counts).n)),
  jeffreys95: (counts) => pair(jeffreys(named(counts).hits, named(counts).n)),
  jeffreys95_endpoint_corrected: (counts) => pair(jeffreys(named(counts).hits, named(counts).n, { corrected: true })),
  clopper_pearson95: (counts) => pair(clopperPearson(named(counts).hits, named(counts).n)),
  beta_uniform_posterior95: uniformOf,
  per_p: perForecast,
  consistency_band90_discrete_asymptotics: (counts) =>
    asymptoticConsistency(counts).map(({ p, low, high }) => ({ p, lower: low, upper: high })),
}

const fromEach = <One>(counts: (one: One) => Counts) =>
  Object.fromEntries(Object.entries(fromCounts).map(([key, of]) => [key, (one: One) => of(counts(one)) ?? null]))

/** Shards of counts, pooled last to first and in a nested grouping, must give what the whole gives. */
export const merge = fromEach(({ shards }: { shards: Rows[] }) =>
  shards.reduceRight<Counts>((so, shard) => pool(fromRows(shard).concat(so)), []),
)

export const binary: Oracle = {
  kindOf: () => 'binary',
  computes: { binary: fromEach(countsOf) },
  tolerance: {
    // The sums of the convolution differ in the last digits.
    citl_exact: 1e-8,
    cox: 1e-6,
    'cox_val.prob': 1e-6,
  },
}
