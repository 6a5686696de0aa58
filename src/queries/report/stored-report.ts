import { z } from 'zod'
import { baselineKinds } from '../../core/baseline.ts'
import { verdictCodes } from '../../core/scoring/report/verdict.ts'
import { boardPlace, keptPlace } from '../board/stored-place.ts'
import { Interval, MissingFigures, ReportFigures, Since, Skill, Unbounded } from './report-schema.ts'
import { ReportWords } from './report-words.ts'
import { Withheld } from './withheld.ts'

export const Verdict = z
  .object({
    code: z.enum(verdictCodes),
    sentence: z.string().meta({ description: 'about the sample, never the person' }),
  })
  .meta({ id: 'CalibrationVerdict' })

const Evidence = z.object({
  statements: z.int(),
  families: z.int(),
  eValue: Unbounded.meta({
    description:
      'against calibration, one term per family, what a family waits for at the lesser of its factors: 20 is strong, 6 hints',
  }),
  mcbWithinChance: z
    .boolean()
    .meta({ description: 'miscalibration of one forecast per family within what 95 % of perfect forecasters show' }),
  survivesEBH: z.boolean().meta({ description: 'kept by e-BH at 10 % over all authors of the board with 30 families' }),
  slope: Interval.nullable(),
  gap: Interval.nullable(),
  canonicalOrientation: z.boolean().meta({
    description:
      'every question was worded by rule (positive is the departure from the status quo): so a gap has a direction',
  }),
  power: z.number().meta({ description: 'chance that this sample would have shown a slope of 0.6, 0 to 1' }),
  since: Since,
  later: z.int().meta({
    description: 'statements left out, settled or open: made after the first of their question or family',
  }),
})

/** A verdict as it is kept, with what it rests on. */
export const StoredVerdict = Verdict.extend({ evidence: Evidence }).meta({ id: 'StoredVerdict' })

/** One that was perhaps kept before evidence could start again, then it never had, or before it left anything out. */
export const keptVerdict = Verdict.extend({
  evidence: Evidence.extend({ since: Since.default(null), later: Evidence.shape.later.default(0) }),
}).nullable()

const Bootstrapped = z
  .object({
    estimate: z.number(),
    percentile: Interval,
    basic: Interval.meta({ description: 'percentile mirrored around the estimate, which undoes bias' }),
    draws: z.int(),
    undefinedDraws: z.int(),
  })
  .meta({ id: 'Bootstrapped' })

const Mean = z.object({ mean: z.number(), families: z.int(), interval: Interval.nullable() })

/** What an author is held against; `others`: the mean forecast of the other authors on the question. */
export const referenceIds = ['half', ...baselineKinds, 'others', 'in-sample-base-rate'] as const
export type ReferenceId = (typeof referenceIds)[number]

/** A reference on the questions that it and the author share. */
export const ReportReference = z
  .object({
    reference: z.enum(referenceIds),
    inSample: z.boolean().meta({ description: 'it has seen the outcomes: no fair rival' }),
    n: z.int(),
    brier: z.number().meta({ description: 'of the reference, 0 best, 1 worst' }),
    own: z.number().meta({ description: 'of the author on the same questions' }),
    difference: Mean.meta({ description: 'reference − author: above 0 the author is better' }),
    skill: Skill.pick({ skill: true, sd: true, interval: true }).nullable().meta({
      description: 'the same as a ratio, 1 − own/brier: 1 best; null where the reference was never wrong',
    }),
  })
  .meta({ id: 'ReportReference' })

const headline = {
  n: z.int(),
  families: z.int(),
  brier: z.number().nullable(),
  interval: Interval.nullable(),
  side: z.enum(['better', 'worse', 'equal']).nullable().meta({ description: 'of the reference, else of 50 %' }),
  verdict: z.enum(verdictCodes).nullable(),
}
export const robustnessChecks = [
  'without-largest',
  'one-per-family',
  'first-forecast',
  'final-forecast',
  'due-cohorts',
  'lexicon',
  'coder',
] as const

const Robustness = z
  .object({
    headline: z.object(headline),
    checks: z.array(
      z.object({
        check: z.enum(robustnessChecks),
        by: z.string().nullable().meta({ description: 'the lexicon' }),
        ...headline,
        affected: z.int().meta({ description: 'items left out or read differently' }),
        sideChanges: z.boolean().nullable(),
        verdictChanges: z.boolean().nullable(),
      }),
    ),
    notApplicable: z.array(z.object({ check: z.enum(robustnessChecks), reason: z.string() })),
  })
  .meta({ id: 'RobustnessBox' })

/**
 * What `write-reports` keeps of one author on one board: figures as the public sees them, withheld ones null and named. Made
 * by lot only with the snapshot's id for seed.
 */
export const StoredReport = z
  .object({
    entered: z.boolean().meta({ description: 'of cohorts that have entered; else everything due, with bounds' }),
    months: z.array(z.string()).meta({ description: 'months of entered cohorts that the board is of' }),
    n: z.int(),
    families: z.int(),
    unsettled: z.int(),
    void: z.int(),
    ...ReportFigures,
    canonicalOrientation: z.boolean(),
    bootstrap: z
      .object({
        brier: Bootstrapped.nullable(),
        overconfidence: Bootstrapped.nullable(),
        slope: Bootstrapped.nullable(),
        auc: Bootstrapped.nullable(),
      })
      .meta({ description: 'families drawn anew, beside the intervals of the figures; null as the figure is' }),
    verdict: StoredVerdict.nullable(),
    references: z.array(ReportReference),
    recalibrated: z
      .object({
        stated: z.number(),
        recalibrated: z.number(),
        difference: Mean.meta({ description: 'stated − recalibrated: above 0 recalibration would have helped' }),
        moved: z.int().meta({ description: 'statements that something settled beforehand had a bearing on' }),
      })
      .nullable()
      .meta({ description: 'mean Brier had each statement been corrected by what was settled before it' }),
    words: ReportWords.nullable().meta({ description: 'null where all was said in numbers' }),
    robustness: Robustness.nullable(),
    board: z.object(boardPlace).meta({ description: 'the place on the board; `tiedWith` holds ids' }),
    sentences: z.object({
      accuracy: z.string().nullable(),
      leaning: z.string().nullable(),
      discrimination: z.string().nullable(),
      bar: z.string().nullable(),
      oneClass: z.string().nullable(),
      bounds: z.string().nullable().meta({
        description: 'what is due and not settled can still change; alone outside entered cohorts while anything is',
      }),
      phrases: z.array(z.string()),
    }),
    caption: z.string().nullable().meta({ description: 'of the reliability diagram' }),
    drawn: z
      .object({
        seed: z.string(),
        bootstrap: z.int(),
        chance: z.int(),
        power: z.int(),
        worlds: z.int(),
        capped: z.boolean().meta({ description: 'fewer than usual, since the board is large' }),
      })
      .meta({ description: 'how many times each thing was drawn by lot' }),
    withheld: Withheld,
    missing: MissingFigures,
  })
  .meta({ id: 'StoredReport' })
export type StoredReport = z.infer<typeof StoredReport>

const KeptReport = StoredReport.extend({ verdict: keptVerdict, board: StoredReport.shape.board.extend(keptPlace) })

/** A stored body by the rules of now; null where earlier rules made it, whose bodies held less. */
export const storedReport = (body: unknown): StoredReport | null => {
  const read = KeptReport.safeParse(body)
  return read.success ? read.data : null
}
