import { z } from 'zod'
import { Author } from '../core/author.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import { Form } from '../core/prediction.ts'
import { timings } from '../core/question.ts'
import { RESOLUTION_RULES } from '../core/resolution/judge.ts'
import { ALL, setOfCollection } from '../core/scored-item.ts'
import { SCORING_RULES, withhold } from '../core/scoring/report/report.ts'
import { voices } from '../core/slice.ts'
import type { Collection } from '../core/source.ts'
import { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { probabilityOf } from './probabilities.ts'
import { authorReport, type ReportQuery } from './report.ts'

const Interval = z.object({ low: z.number(), high: z.number(), level: z.number() })
const Range = z.object({ lowest: z.number(), highest: z.number() })
const Count = z.object({ p: z.number(), n: z.int(), hits: z.int() })

/** The public report of one author. A figure that is withheld is null, and its rule stands in `withheld`. */
export const Calibration = z
  .object({
    author: Author,
    collectionId: z.string().nullable().meta({ description: 'null = everything recorded' }),
    timing: z.enum(timings),
    voice: z.enum(voices),
    n: z.int().meta({ description: 'scored forecasts: own words, no weak hedge, a window that words gave' }),
    families: z.int().meta({ description: 'independent event families; every minimum counts these' }),
    pending: z.int().meta({ description: 'due and not settled' }),
    void: z.int(),
    hits: z.int().nullable().meta({ description: 'positive events' }),
    expectedHits: z.number().nullable(),
    baseRate: z.number().nullable(),
    hitTest: z.object({ atMost: z.number(), atLeast: z.number(), twoSided: z.number() }).nullable(),
    brier: z
      .object({ mean: z.number(), interval: Interval.nullable() })
      .nullable()
      .meta({ description: 'mean (p − o)², 0 best, 1 worst; 0.25 = always 50 %; interval clustered by family' }),
    logScore: z
      .object({ raw: z.union([z.number(), z.literal('Infinity')]), clipped: z.number() })
      .nullable()
      .meta({ description: 'nats, 0 best; clipped to [.001, .999]' }),
    bounds: z
      .object({ brier: Range, hitRate: Range, allYes: z.number(), allNo: z.number() })
      .nullable()
      .meta({ description: 'where mean Brier and hit rate could still go; they meet when nothing is pending' }),
    groups: z
      .array(
        z.object({
          range: z.string(),
          n: z.int(),
          hits: z.int(),
          meanForecast: z.number().nullable(),
          observed: z.number().nullable(),
          wilson: Interval.nullable(),
        }),
      )
      .nullable(),
    curve: z
      .object({
        points: z.array(Count.extend({ recalibrated: z.number() })),
        blocks: z.array(
          z.object({ low: z.number(), high: z.number(), n: z.int(), hits: z.int(), recalibrated: z.number() }),
        ),
      })
      .nullable()
      .meta({ description: 'CORP reliability: isotonic (PAV) frequencies by stated probability' }),
    decomposition: z
      .object({ mcb: z.number(), dsc: z.number(), unc: z.number() })
      .nullable()
      .meta({ description: 'Brier = mcb − dsc + unc' }),
    withheld: z.array(z.object({ field: z.string(), rule: z.string() })),
    counts: z
      .array(
        z.object({
          form: Form,
          probability: z.number(),
          n: z.int(),
          hits: z.int(),
          pending: z.int(),
          void: z.int(),
        }),
      )
      .meta({ description: 'the sufficient statistic: every figure above can be recomputed from it and the families' }),
    versions: z.object({ scoring: z.string(), lexicon: z.string(), resolution: z.string() }),
    snapshot: Instant.meta({ description: 'the instant at which this was read' }),
    seeAlso: z.string().nullable().meta({ description: 'the other report, where this one is empty' }),
  })
  .meta({ id: 'Calibration' })
export type Calibration = z.infer<typeof Calibration>

export type CalibrationQuery = Omit<ReportQuery, 'authorId' | 'set'> & { author: Author; collection: Collection | null }

/** The public report of one author, in everything or in one collection. */
export const calibration = async (reader: Reader, query: CalibrationQuery): Promise<Calibration> => {
  const { author, collection, timing, voice, now } = query
  const set = collection ? setOfCollection(collection.id) : ALL
  const { forms, void: voided, ...full } = await authorReport(reader, { authorId: author.id, set, timing, voice, now })
  const { unsettled, ...figures } = withhold(full)
  const other = timing === 'prospective' ? 'retrospective' : 'prospective'
  const empty = full.n + full.unsettled + voided === 0
  return {
    author,
    collectionId: collection?.id ?? null,
    timing,
    voice,
    ...figures,
    pending: unsettled,
    void: voided,
    counts: forms.map((count) => ({ ...count, probability: probabilityOf(count.form) })),
    versions: { scoring: SCORING_RULES, lexicon: LEXICON_VERSION, resolution: RESOLUTION_RULES },
    snapshot: now,
    seeAlso: empty ? `/v1/authors/${author.slug}/calibration?timing=${other}&voice=${voice}` : null,
  }
}
