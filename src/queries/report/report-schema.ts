import { z } from 'zod'
import { thirds } from '../../core/scoring/report/pooled-groups.ts'
import { Instant } from '../../core/time.ts'

/** The figures of a report as JSON: the shapes of `Figures` in core/scoring/report, with units, ranges and directions. */
export const Interval = z.object({ low: z.number(), high: z.number(), level: z.number() })
const Range = z.object({ lowest: z.number(), highest: z.number() })
const Figure = z.object({ value: z.number(), interval: Interval.nullable() })
export const Unbounded = z.union([z.number(), z.literal('Infinity')])
const RESTARTED =
  'when an outcome of the author was last overturned: evidence started again there, with families of which nothing had been settled'
const Restarted = Instant.meta({ description: `${RESTARTED}; left out where none was` })
export const Since = Instant.nullable().meta({ description: `${RESTARTED}; null where none was` })
export const Chance = z
  .object({
    observed: z.number(),
    mean: z.number().meta({
      description:
        'what a perfectly calibrated author would show on this sample, on average, luck played once per family',
    }),
    most: z.number().meta({ description: 'what 95 % of them would stay below' }),
    p: z.number().meta({ description: 'share of them that show as much as was observed' }),
  })
  .meta({ id: 'Chance' })
export const Skill = z.object({
  skill: z.number().meta({ description: '1 − Brier/reference: 1 best, 0 as good as the reference' }),
  reference: z.number().meta({ description: 'mean Brier of the reference' }),
  sd: z.number().nullable().meta({ description: 'standard error by the delta method, clustered by family' }),
  interval: Interval.nullable().meta({ description: '95 %, clustered by family; no lower end' }),
})
const InSampleSkill = Skill.extend({ inSample: z.literal(true), note: z.string() }).meta({ id: 'InSampleSkill' })
const Estimate = z.object({ value: z.number(), error: z.number(), interval: Interval })
const Block = z.object({
  low: z.number(),
  high: z.number(),
  n: z.int(),
  hits: z.int(),
  recalibrated: z.number(),
})

/** Where each figure could still end, nothing withheld. */
export const Bounds = z
  .object({
    brier: Range,
    logScore: Range,
    hitRate: Range,
    hitTest: Range.meta({ description: 'of its two-sided p' }),
    gap: Range,
    right: Range,
    overconfidence: Range,
    allYes: z.number(),
    allNo: z.number(),
    groups: z.array(Range.nullable()),
    curve: z.array(Range.extend({ p: z.number() })),
  })
  .meta({ id: 'Bounds' })

const { right, overconfidence, groups, curve } = Bounds.shape

/** The same where a part is withheld by the rule of what it bounds. */
const PublicBounds = Bounds.extend({
  right: right.nullable().meta({ description: 'null while the share of right leans is withheld' }),
  overconfidence: overconfidence.nullable().meta({ description: 'null while over-confidence is withheld' }),
  groups: groups.nullable().meta({ description: 'null while the pooled groups are withheld' }),
  curve: curve.nullable().meta({ description: 'null while the curve is withheld' }),
}).meta({ id: 'PublicBounds' })

const HitTest = z.object({ atMost: z.number(), atLeast: z.number(), twoSided: z.number() })
const NormalTest = z.object({ z: z.number(), p: z.number() })

const Bands = z
  .object({
    consistency: z
      .object({
        resampled: z
          .array(Interval.extend({ p: z.number() }))
          .meta({ description: 'by resampling families; the one that the diagram draws and captions are about' }),
        asymptotic: z
          .array(Interval.extend({ p: z.number() }))
          .meta({ description: 'by formula, p ± z√(p(1 − p)Σn²/n²) over families: for many forecasts of few p' }),
      })
      .meta({ description: '90 %: where the curve of a calibrated author would run, point by point' }),
    honest: z.array(z.object({ x: z.number(), low: z.number(), high: z.number() })).meta({
      description:
        '95 %: where the whole true curve lies, if it does not fall; between points low holds on to the right and high to the left; of p in hundredths where there are more than 101 distinct ones',
    }),
  })
  .meta({ id: 'CurveBands' })

const Curve = z
  .object({
    points: z.array(z.object({ p: z.number(), n: z.int(), hits: z.int(), recalibrated: z.number() })),
    blocks: z.array(Block),
    bands: Bands,
  })
  .meta({ id: 'ReliabilityCurve' })

/** Figures that are null although no rule withholds them. */
export const MissingFigures = z
  .array(
    z.object({
      field: z.string().meta({ description: 'a path, such as brier.interval or groups.1.wilson' }),
      reason: z.string(),
    }),
  )
  .meta({ description: 'every null that is not in `withheld`, and why it cannot be computed on this sample' })

/** Every figure nullable: withheld, with its rule, or not defined on this sample, named in `missing`. */
export const ReportFigures = {
  hits: z.int().nullable().meta({ description: 'positive events' }),
  expectedHits: z.number().nullable(),
  baseRate: z.number().nullable(),
  hitTest: HitTest.nullable().meta({
    description:
      'exact p of the number of hits under the stated probabilities (Poisson-binomial) if all questions are independent: too small where they come in families; `gap` with its interval is what judges',
  }),
  familyHitTest: HitTest.nullable().meta({
    description:
      'the same if the questions of a family stand or fall together: exact, and too large where they hang together less; equal to hitTest of one question a family',
  }),
  gap: Figure.nullable().meta({ description: 'mean forecast − base rate; above 0 more was said than happened' }),
  brier: z.object({ mean: z.number(), error: z.number().nullable(), interval: Interval.nullable() }).nullable().meta({
    description: 'mean (p − o)², 0 best, 1 worst; 0.25 = always 50 %; error and interval clustered by family',
  }),
  logScore: z
    .object({ raw: Unbounded, clipped: z.number() })
    .nullable()
    .meta({ description: 'nats, 0 best; clipped to [.001, .999]' }),
  baselineScore: z.number().nullable().meta({
    description: '100 · (log₂ of the probability of what happened + 1), clipped: 0 = always 50 %, higher is better',
  }),
  skill: z
    .object({ half: Skill.nullable(), baseRate: InSampleSkill.nullable() })
    .nullable()
    .meta({ description: 'against always 50 % and against the base rate of the same outcomes' }),
  bounds: PublicBounds.nullable().meta({
    description:
      'where each figure could still go while questions are open; they meet when nothing is pending, so a part is withheld with what it bounds',
  }),
  leaning: z
    .object({ claimed: Figure, right: Figure, overconfidence: Figure })
    .nullable()
    .meta({ description: 'confidence claimed for the likelier side, and how often that side came' }),
  groups: z
    .array(
      z.object({
        range: z.enum(thirds),
        n: z.int(),
        hits: z.int(),
        meanForecast: z.number().nullable(),
        observed: z.number().nullable(),
        wilson: Interval.nullable(),
      }),
    )
    .nullable(),
  curve: Curve.nullable().meta({ description: 'CORP reliability: isotonic (PAV) frequencies by stated probability' }),
  spiegelhalter: NormalTest.extend({
    designEffect: z.number().meta({
      description: 'how much more the sums of families vary than those of independent questions; at least 1',
    }),
    independent: NormalTest.meta({ description: 'the same test if all questions were independent' }),
  })
    .nullable()
    .meta({ description: 'z and p over families, which judge; above 0 over-confident' }),
  slope: z.object({ slope: Estimate, intercept: Estimate.nullable() }).nullable().meta({
    description: 'Cox recalibration, p within [.01, .99]: slope below 1 over-confident, above 1 under-confident',
  }),
  eValue: z
    .object({
      e: Unbounded,
      log: Unbounded,
      since: Restarted.optional(),
      later: z.int().optional().meta({
        description:
          'statements left out, settled or open: made after the first of their question or family; left out where none was',
      }),
    })
    .nullable()
    .meta({
      description:
        'evidence against calibration, one factor per family, of what was said of it first, valid whenever one looks: what a family waits for counts at the lesser of its factors',
    }),
  decomposition: z
    .object({
      mcb: z.number(),
      dsc: z.number(),
      unc: z.number(),
      log: z.object({ mcb: Unbounded, dsc: z.number(), unc: z.number() }),
      chance: Chance,
    })
    .nullable()
    .meta({
      description: 'Brier = mcb − dsc + unc (CORP), the same of the log score, and the mcb that luck alone gives',
    }),
  auc: z
    .object({ auc: z.number(), interval: Interval.nullable() })
    .nullable()
    .meta({ description: '1 best, .5 none; interval clustered by family' }),
  murphy: z
    .object({
      rel: z.number(),
      res: z.number(),
      unc: z.number(),
      debiased: z.object({ rel: z.number(), res: z.number(), unc: z.number() }).nullable(),
      binned: z
        .object({ rel: z.number(), res: z.number(), unc: z.number(), wbv: z.number(), wbc: z.number() })
        .meta({ description: 'over tenths: Brier = rel − res + unc + wbv − wbc, the last two what binning hides' }),
    })
    .nullable()
    .meta({ description: 'Murphy by distinct p: Brier = rel − res + unc' }),
  calibrationError: z
    .object({ ece: z.number(), mce: z.number(), chance: Chance })
    .nullable()
    .meta({ description: 'over tenths [i/10, (i+1)/10); never without what luck alone gives' }),
}
