import {
  averageLogE,
  empiricalBernstein,
  hoeffding,
  intrinsicTime,
  type Run,
  runOf,
  type Sequence,
  stitched,
} from '../../src/core/scoring/comparing/confidence-sequence.ts'
import { adjust, fitDifficulty } from '../../src/core/scoring/comparing/difficulty.ts'
import { evidence } from '../../src/core/scoring/comparing/e-values.ts'
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  eBenjaminiHochberg,
  holm,
  meanE,
} from '../../src/core/scoring/comparing/multiple-testing.ts'
import { differenceOf, pairedTest, type Versus } from '../../src/core/scoring/comparing/paired-test.ts'
import { type Spread, shrink } from '../../src/core/scoring/comparing/shrinkage.ts'
import { type BinParameters, expectedBrier } from '../../src/core/scoring/more/bin-model.ts'
import { dailyScores } from '../../src/core/scoring/more/gjo.ts'
import {
  meanOverTime,
  type QuestionScore,
  questionOverTime,
  weightedCounts,
  weightedReliability,
} from '../../src/core/scoring/over-time/time-weighted.ts'
import { band } from './band.ts'
import { merge } from './binary.ts'
import type { Oracle } from './oracle.ts'
import { verbal, verbalInterval } from './words.ts'

type Compared = { a: number[]; b: number[]; y: (0 | 1)[] }
const versusOf = ({ a, b, y }: Compared): Versus[] =>
  y.map((outcome, at) => ({ first: a[at] ?? Number.NaN, second: b[at] ?? Number.NaN, outcome }))
const runIn = (one: Compared): Run => runOf(versusOf(one).map(differenceOf))
const ends = (interval: Pick<Sequence, 'low' | 'high'> | null | undefined) => interval && [interval.low, interval.high]
const testOf = (one: Compared) => pairedTest(versusOf(one))
const evidenceOf = (one: Compared) => evidence(versusOf(one))
const compare = {
  mean_diff: (one: Compared) => testOf(one)?.mean,
  se: (one: Compared) => testOf(one)?.error,
  paired_t: (one: Compared) => ({ t: testOf(one)?.t, p: testOf(one)?.p }),
  t_ci95: (one: Compared) => ends(testOf(one)?.interval),
  hz_log_e_A_better: (one: Compared) => evidenceOf(one).first.logE,
  hz_log_e_B_better: (one: Compared) => evidenceOf(one).second.logE,
  hz_anytime_p_A_better: (one: Compared) => evidenceOf(one).first.anytimeP,
  hz_stopped_alpha05_A_better: (one: Compared) => {
    const { e, p, at } = evidenceOf(one).first.stopped
    return { evalue: e, pvalue: p, stop_index_1based: at }
  },
  cs95_empirical_bernstein: (one: Compared) => ends(empiricalBernstein(runIn(one))),
  cs95_hoeffding: (one: Compared) => ends(hoeffding(runIn(one))),
  cs95_stitching: (one: Compared) => ends(stitched(runIn(one))),
  intrinsic_time: (one: Compared) => intrinsicTime(runIn(one)),
  cr_log_e_A_better: (one: Compared) => averageLogE(runIn(one)),
}

type Daily = {
  first_day: number
  last_day: number
  y: 0 | 1
  forecasts: { user: string; day: number; seq?: number; p: number }[]
}
const dailyOf = ({ first_day, last_day, y, forecasts }: Daily) =>
  dailyScores({
    first: first_day,
    last: last_day,
    outcome: y,
    forecasts: forecasts.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
  })
const gjo = {
  per_user: (one: Daily) =>
    Object.fromEntries(
      [...dailyOf(one).users].map(([user, score]) => [
        user,
        {
          avg_daily_brier_0_2: score.averageBrier,
          participation: score.participation,
          median_all_days: score.medianAllDays,
          median_active_days: score.medianActiveDays,
          accuracy_vs_median_all_days: score.accuracyAllDays,
          accuracy_vs_median_active_days: score.accuracyActiveDays,
        },
      ]),
    ),
  daily_median: (one: Daily) => dailyOf(one).medians,
}

type Timed = { questions: { open: number; close: number; updates: [number, number][]; y: 0 | 1 }[] }
const timesOf = ({ questions }: Timed): QuestionScore[] =>
  questions.flatMap(
    ({ open, close, updates, y }) =>
      questionOverTime({ open, close, outcome: y, updates: updates.map(([at, p]) => ({ at, p })) }) ?? [],
  )
const timeweighted = {
  per_question: (one: Timed) =>
    timesOf(one).map(({ timeWeighted, coverage, first, final, fillHalf }) => ({
      tw_brier: timeWeighted,
      coverage,
      first,
      final,
      fill_half: fillHalf,
    })),
  mean_equal_questions: (one: Timed) => meanOverTime(timesOf(one))?.timeWeighted,
  pooled_duration_weighted: (one: Timed) => meanOverTime(timesOf(one))?.pooled,
  pooled_cluster_se: (one: Timed) => meanOverTime(timesOf(one))?.pooledError,
  mean_fill_half: (one: Timed) => meanOverTime(timesOf(one))?.fillHalf,
  mean_final: (one: Timed) => meanOverTime(timesOf(one))?.final,
  mean_first: (one: Timed) => meanOverTime(timesOf(one))?.first,
  weighted_statistic: (one: Timed) => weightedCounts(timesOf(one)).map(({ p, weight, hits }) => [p, weight, hits]),
  weighted_REL_distinct: (one: Timed) => weightedReliability(weightedCounts(timesOf(one))),
}

type Design = { rows: [string, string, number, 0 | 1][] }
const ANCHOR = 'Always 0.5'
const designOf = ({ rows }: Design) => {
  const scored = rows.map(([forecaster, question, p, y]) => ({ forecaster, question, brier: (p - y) ** 2 }))
  const fit = fitDifficulty(scored, [ANCHOR])
  return { fit, adjusted: adjust(fit, scored, ANCHOR) }
}
const byForecaster = (of: 'adjusted' | 'index' | 'raw') => (one: Design) =>
  Object.fromEntries(designOf(one).adjusted.map((score) => [score.forecaster, score[of]]))
const difficulty = {
  adjusted_brier: byForecaster('adjusted'),
  brier_index: byForecaster('index'),
  raw_brier: byForecaster('raw'),
  question_effect_minus_mean: (one: Design) =>
    Object.fromEntries(designOf(one).fit.effects.map(({ question, harder }) => [question, harder])),
}

type Measured = { effect: number[]; se: number[] }
const shrunk = ({ effect, se }: Measured, method: Spread) =>
  shrink(
    effect.map((value, at) => ({ value, error: se[at] ?? Number.NaN })),
    method,
  )
const eb = {
  ...Object.fromEntries(
    (['dl', 'pm', 'reml'] as const).flatMap((method) => [
      [`tau2_${method}`, (one: Measured) => shrunk(one, method).tau2],
      [`mu_${method}`, (one: Measured) => shrunk(one, method).mean],
      [`shrunk_${method}`, (one: Measured) => shrunk(one, method).authors.map(({ value }) => value)],
      [`reliability_${method}`, (one: Measured) => shrunk(one, method).authors.map(({ reliability }) => reliability)],
    ]),
  ),
}

type Tested = { p: number[]; e: number[]; alpha: number }
const mt = {
  adjusted_bh: ({ p }: Tested) => benjaminiHochberg(p),
  adjusted_holm: ({ p }: Tested) => holm(p),
  adjusted_bonferroni: ({ p }: Tested) => bonferroni(p),
  adjusted_by: ({ p }: Tested) => benjaminiYekutieli(p),
  e_bh_rejected_indices: ({ e, alpha }: Tested) => eBenjaminiHochberg(e, alpha),
  e_bh_mean_e: ({ e }: Tested) => meanE(e),
}

const bin = { expected_brier: (one: BinParameters & { mu_star: number }) => expectedBrier(one.mu_star, one) }

const middleAndHalf = (ends: unknown): unknown => {
  const [low, high] = Array.isArray(ends) ? ends.map(Number) : []
  return low === undefined || high === undefined ? ends : { middle: (low + high) / 2, half: (high - low) / 2 }
}

export const misc: Oracle = {
  kindOf: ({ kind }) => kind ?? 'none',
  computes: {
    compare,
    gjo,
    timeweighted,
    difficulty,
    eb,
    mt,
    bin,
    band,
    merge,
    verbal,
    verbal_interval: verbalInterval,
  },
  tolerance: {
    // The sums of the convolution differ in the last digits.
    citl_exact: 1e-8,
  },
  written: {
    // scipy 1.10 has Student's quantile at 59 degrees of freedom as 2.00099537705; to 25 digits (mpmath, by the root of the
    // incomplete beta function) it is 2.00099537808826771, which is ours: 5e-10 of the half width, but more of an end near 0.
    t_ci95: middleAndHalf,
  },
}
