import { Problem } from '../../problem.ts'
import { type Auc, clusteredAuc } from '../binary/auc.ts'
import { binsBetween, binsByForecast, calibrationError } from '../binary/bins.ts'
import { clusteredSpiegelhalter, type FamilyTest } from '../binary/calibration-tests.ts'
import { type Chance, chanceLevel } from '../binary/chance-level.ts'
import { clusteredRecalibration } from '../binary/clustered-recalibration.ts'
import { type Block, type CurvePoint, corp, decompose } from '../binary/corp.ts'
import { expected, familyHitTest, type HitTest, hitTest } from '../binary/expected.ts'
import { areSingle } from '../binary/family-luck.ts'
import { leaningByFamily } from '../binary/leaning.ts'
import { debiasedInRange, type Murphy, murphy } from '../binary/murphy.ts'
import { baselineScore, logLoss, logScore } from '../binary/proper-scores.ts'
import type { Estimate } from '../binary/recalibration.ts'
import { type FamilySkill, skillByFamilyAgainst } from '../binary/skill.ts'
import { type Counts, inContentOrder, total } from '../counts.ts'
import { type FamilyMean, familyError, familyInterval } from '../intervals/family.ts'
import type { Interval } from '../intervals/proportion.ts'
import { lossesOf } from '../tally.ts'
import { type Bands, bandsOf, NO_BANDS } from './bands.ts'
import { type Bounds, bounds, brierBounds, type Range, type Unsettled } from './bounds.ts'
import { apart, type EvidenceFigure, type EvidenceInput, evidenceFigure } from './evidence-input.ts'
import { type PooledGroup, pooledGroups } from './pooled-groups.ts'
import { type Unbounded, unbounded } from './unbounded.ts'

/** Version of the rules by which figures are computed and withheld; every report names it. */
export const SCORING_RULES = 'scoring-11'

/**
 * What one author's report is computed from: the counts of all forecasts, those of each family, and what is still open.
 * Without `evidence` the e-value is of all families, and whatever is unsettled stands for a family of its own.
 */
export type ReportInput = {
  counts: Counts
  families: readonly Counts[]
  unsettled: readonly Unsettled[]
  evidence?: EvidenceInput
}

/**
 * Resampled figures are the same for the same seed. It is the counts themselves unless another is given, so that whoever has
 * the counts can recompute all; `draws` is how many times luck is played. `resample`:
 * who shows no diagram needs no bands, and who shows neither the parts of the score nor binned errors no chance levels; `bands`
 * are then empty, `decomposition` and `calibrationError` null.
 */
export type ReportOptions = { seed?: string; draws?: number; resample?: 'all' | 'chance' | 'none' }

const DRAWS = 400
/** What is drawn by lot where no seed is given: the counts themselves. */
export const seedOf = (counts: Counts): string => counts.map(({ p, n, hits }) => `${p}:${n}:${hits}`).join()

/** A figure with its 95 % interval clustered by family; null where one family alone gives none. */
export type Figure = { value: number; interval: Interval | null }

/** The parts of a mean score by CORP: score = mcb − dsc + unc. */
export type Decomposition = { mcb: Unbounded; dsc: number; unc: number }

/** Skill against the base rate of the very outcomes that are scored, with a word on what that is worth. */
export type InSampleSkill = FamilySkill & { inSample: true; note: string }

const SEEN =
  'this base rate is that of the very outcomes, so it has seen the answers, which nobody could know beforehand'

/** The figures of a report, each null when there is nothing to compute it from. Safe to serialise. */
export type Figures = {
  hits: number
  expectedHits: number | null
  baseRate: number | null
  /** If the questions of a family are independent of each other, and if they stand or fall together; the gap judges. */
  hitTest: HitTest | null
  familyHitTest: HitTest | null
  /** Mean forecast less base rate: above 0 more was said than happened. */
  gap: Figure | null
  brier: { mean: number; error: number | null; interval: Interval | null } | null
  /** Nats; the string when a certainty failed. */
  logScore: { raw: Unbounded; clipped: number } | null
  baselineScore: number | null
  skill: { half: FamilySkill | null; baseRate: InSampleSkill | null } | null
  bounds: Bounds | null
  leaning: { claimed: Figure; right: Figure; overconfidence: Figure } | null
  groups: PooledGroup[]
  curve: { points: CurvePoint[]; blocks: Block[]; bands: Bands } | null
  spiegelhalter: FamilyTest | null
  slope: { slope: Estimate; intercept: Estimate | null } | null
  eValue: EvidenceFigure | null
  decomposition: { mcb: number; dsc: number; unc: number; log: Decomposition; chance: Chance } | null
  auc: Auc | null
  /** By distinct p, as it is and with the bias taken off; `binned` over tenths, with what binning hides. */
  murphy: {
    rel: number
    res: number
    unc: number
    debiased: { rel: number; res: number; unc: number } | null
    binned: Murphy
  } | null
  calibrationError: { ece: number; mce: number; chance: Chance } | null
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
    'compute counts and family counts from the same scored items',
  )
}

const figureOf = ({ mean, interval }: FamilyMean): Figure => ({ value: mean, interval })

const inSampleSkill = (counts: Counts, families: readonly Counts[]): InSampleSkill | null => {
  const { n, hits } = total(counts)
  const skill = hits === 0 || hits === n ? null : skillByFamilyAgainst(families, hits / n)
  return skill && { ...skill, inSample: true, note: SEEN }
}

const accuracyOf = (counts: Counts, families: readonly Counts[]) => {
  const log = logScore(counts)
  return {
    logScore: log && { raw: unbounded(log.raw), clipped: log.clipped },
    baselineScore: baselineScore(counts),
    skill: log && { half: skillByFamilyAgainst(families, 0.5), baseRate: inSampleSkill(counts, families) },
  }
}

const hitTestsOf = (counts: Counts, families: readonly Counts[]): Pick<Figures, 'hitTest' | 'familyHitTest'> => {
  if (counts.length === 0) return { hitTest: null, familyHitTest: null }
  const independent = hitTest(counts)
  return { hitTest: independent, familyHitTest: areSingle(families) ? independent : familyHitTest(families) }
}

const calibrationOf = ({ counts, families, unsettled, evidence = apart(families, unsettled) }: ReportInput) => {
  const lean = leaningByFamily(families)
  const { slope, interceptAtSlope1, gap } = clusteredRecalibration(families)
  return {
    ...hitTestsOf(counts, families),
    gap: gap && figureOf(gap),
    leaning: lean && {
      claimed: figureOf(lean.claimed),
      right: figureOf(lean.right),
      overconfidence: figureOf(lean.overconfidence),
    },
    spiegelhalter: clusteredSpiegelhalter(families),
    slope: slope && { slope, intercept: interceptAtSlope1 },
    eValue: counts.length === 0 ? null : evidenceFigure(evidence),
  }
}

const murphyOf = (counts: Counts): Figures['murphy'] => {
  const raw = murphy(binsByForecast(counts))
  if (!raw) return null
  const binned = murphy(binsBetween(counts))
  const { rel, res, unc } = raw
  return binned && { rel, res, unc, debiased: debiasedInRange(binsByForecast(counts)), binned }
}

/** What is drawn or never shown without what luck alone would make of it; luck is played once a family. */
const resampledOf = (
  counts: Counts,
  families: readonly Counts[],
  { seed = seedOf(counts), draws = DRAWS, resample = 'all' }: ReportOptions,
) => {
  const parts = corp(counts)
  const log = decompose(counts, logLoss)
  const chance = resample === 'none' ? null : chanceLevel(counts, { seed: `${seed} chance`, draws, families })
  const error = calibrationError(binsBetween(counts))
  return {
    curve: parts && {
      points: parts.curve,
      blocks: parts.blocks,
      bands: resample === 'all' ? bandsOf(counts, families, { seed: `${seed} band`, draws }) : NO_BANDS,
    },
    decomposition: parts &&
      log &&
      chance && {
        mcb: parts.mcb,
        dsc: parts.dsc,
        unc: parts.unc,
        log: { mcb: unbounded(log.mcb), dsc: log.dsc, unc: log.unc },
        chance: chance.mcb,
      },
    calibrationError: error && chance && { ...error, chance: chance.ece },
  }
}

/**
 * The figures that lists and boards show of an author: what a sum over the counts gives. `brierBounds`: where mean Brier could
 * still end while anything is unsettled; both ends are the mean when nothing is.
 */
export type Summary = Denominator &
  Pick<Figures, 'hits' | 'expectedHits' | 'baseRate' | 'brier'> & { brierBounds: Range | null }

/**
 * The summary of an author at full precision, nothing withheld; the same numbers as in `report`, without the work for the
 * rest. Throws a `Problem` when counts and families do not hold the same forecasts.
 *
 * Example: counts [{ p: .2, n: 2, hits: 1 }], one family with the same → hits 1, expectedHits .4, brier.mean .34.
 */
export const summary = ({ counts, families, unsettled }: ReportInput): Summary => {
  const all = total(counts)
  check(all, families)
  const mean = expected(counts)
  const sums = lossesOf(families)
  const losses = familyInterval(sums)
  return {
    n: all.n,
    families: families.filter((rows) => rows.length > 0).length,
    unsettled: unsettled.reduce((so, { n }) => so + n, 0),
    hits: all.hits,
    expectedHits: mean?.expectedHits ?? null,
    baseRate: mean?.baseRate ?? null,
    brier: losses && { mean: losses.mean, error: familyError(sums), interval: losses.interval },
    brierBounds: brierBounds(counts, unsettled),
  }
}

/**
 * Every figure of an author's report at full precision, nothing withheld. Mean Brier 0 best to 1 worst; 95 % intervals
 * clustered by family (null below two). Band and chance levels are resampled with one fate a family: the same for the same seed. Throws a
 * `Problem` when counts and families do not hold the same forecasts.
 *
 * Example: counts [{ p: .2, n: 2, hits: 1 }], one family with the same → brier.mean .34, interval null, expectedHits .4,
 * hitTest.twoSided .72, decomposition mcb .09, dsc 0, unc .25.
 */
export const report = (given: ReportInput, options: ReportOptions = {}): Report => {
  const input = { ...given, families: inContentOrder(given.families) }
  const { counts, families, unsettled } = input
  const { brierBounds: _, ...summed } = summary(input)
  return {
    ...summed,
    ...accuracyOf(counts, families),
    bounds: bounds(counts, unsettled),
    ...calibrationOf(input),
    groups: pooledGroups(counts, families),
    auc: clusteredAuc(families),
    murphy: murphyOf(counts),
    ...resampledOf(counts, families, options),
  }
}
