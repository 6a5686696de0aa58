import { Problem } from '../../problem.ts'
import { type Block, type CurvePoint, corp } from '../binary/corp.ts'
import { expected, type HitTest, hitTest } from '../binary/expected.ts'
import { logScore } from '../binary/proper-scores.ts'
import { type Counts, total } from '../counts.ts'
import { familyInterval } from '../intervals/family.ts'
import type { Interval } from '../intervals/proportion.ts'
import { lossesOf } from '../tally.ts'
import { type Bounds, bounds, type Unsettled } from './cohort.ts'
import { type ReportField, shown } from './minimum.ts'
import { type PooledGroup, pooledGroups } from './pooled-groups.ts'

/** Version of the rules by which figures are computed and withheld; every report names it. */
export const SCORING_RULES = 'scoring-1'

/** What one author's report is computed from: the counts of all forecasts, those of each family, and what is still open. */
export type ReportInput = { counts: Counts; families: readonly Counts[]; unsettled: readonly Unsettled[] }

/** The figures of a report, each null when there is nothing to compute it from. Safe to serialise: all finite. */
export type Figures = {
  hits: number
  expectedHits: number | null
  baseRate: number | null
  hitTest: HitTest | null
  brier: { mean: number; interval: Interval | null } | null
  /** Nats; the string when a certainty failed. */
  logScore: { raw: number | 'Infinity'; clipped: number } | null
  bounds: Bounds | null
  groups: PooledGroup[]
  curve: { points: CurvePoint[]; blocks: Block[] } | null
  decomposition: { mcb: number; dsc: number; unc: number } | null
}

/** How much stands behind the figures; never withheld. */
export type Denominator = { n: number; families: number; unsettled: number }

export type Report = Denominator & Figures

const check = ({ n, hits }: { n: number; hits: number }, families: readonly Counts[]): void => {
  const sums = total(families.flat())
  if (sums.n === n && sums.hits === hits) return
  throw new Problem(
    'internal',
    `the counts hold ${n} forecasts with ${hits} hits, the families ${sums.n} with ${sums.hits}`,
    'compute counts and family sums from the same scored items',
  )
}

/**
 * Every figure of an author's report at full precision, nothing withheld. Mean Brier 0 best to 1 worst with a 95 %
 * interval clustered by family (null below two). Throws a `Problem` when counts and families do not hold the same
 * forecasts.
 *
 * Example: counts [{ p: .2, n: 2, hits: 1 }], one family with the same → brier.mean .34, interval null,
 * expectedHits .4, hitTest.twoSided .72, decomposition mcb .09, dsc 0, unc .25.
 */
export const report = ({ counts, families, unsettled }: ReportInput): Report => {
  const all = total(counts)
  check(all, families)
  const mean = expected(counts)
  const decomposed = corp(counts)
  const log = logScore(counts)
  return {
    n: all.n,
    families: families.filter((rows) => rows.length > 0).length,
    unsettled: unsettled.reduce((so, { n }) => so + n, 0),
    hits: all.hits,
    expectedHits: mean?.expectedHits ?? null,
    baseRate: mean?.baseRate ?? null,
    hitTest: mean && hitTest(counts),
    brier: decomposed && { mean: decomposed.brier, interval: familyInterval(lossesOf(families))?.interval ?? null },
    logScore: log && { raw: Number.isFinite(log.raw) ? log.raw : 'Infinity', clipped: log.clipped },
    bounds: bounds(counts, unsettled),
    groups: pooledGroups(counts),
    curve: decomposed && { points: decomposed.curve, blocks: decomposed.blocks },
    decomposition: decomposed && { mcb: decomposed.mcb, dsc: decomposed.dsc, unc: decomposed.unc },
  }
}

/** A report as the public sees it: a withheld figure is null and its rule stands in `withheld`. */
export type PublicReport = Denominator & { [Field in keyof Figures]: Figures[Field] | null } & {
  withheld: { field: keyof Figures & ReportField; rule: string }[]
}

/**
 * The public shape of a report, by the minimum-family table: `withheld` names each figure left out, and why.
 * With 4 families only hits and expected hits remain: `withhold(report).withheld[0]`
 * `= { field: 'baseRate', rule: 'the base rate needs 10 families; this author has 4' }`.
 */
export const withhold = (full: Report): PublicReport => {
  const visible = shown(full.families, { hits: full.hits, misses: full.n - full.hits })
  const withheld: PublicReport['withheld'] = []
  const keep = <Field extends keyof Figures>(field: Field): Figures[Field] | null => {
    const answer = visible[field]
    if (answer.shown) return full[field]
    withheld.push({ field, rule: answer.rule })
    return null
  }
  return {
    n: full.n,
    families: full.families,
    unsettled: full.unsettled,
    hits: keep('hits'),
    expectedHits: keep('expectedHits'),
    baseRate: keep('baseRate'),
    hitTest: keep('hitTest'),
    brier: keep('brier'),
    logScore: keep('logScore'),
    bounds: keep('bounds'),
    groups: keep('groups'),
    curve: keep('curve'),
    decomposition: keep('decomposition'),
    withheld,
  }
}
