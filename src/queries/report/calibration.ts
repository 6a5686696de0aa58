import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { Form } from '../../core/prediction.ts'
import { timings } from '../../core/question.ts'
import type { EvidenceInput } from '../../core/scoring/report/evidence-input.ts'
import { missingShown } from '../../core/scoring/report/missing.ts'
import { withhold } from '../../core/scoring/report/withhold.ts'
import { voices } from '../../core/slice.ts'
import type { Reader } from '../../storage/database.ts'
import { type ReportCounts, reportCounts } from '../../storage/report-counts.ts'
import { probabilityOf } from '../probabilities.ts'
import { type Part, type Reach, reachOf } from './author-counts.ts'
import { readAt, readAtOf } from './read-at.ts'
import { reportOf } from './report.ts'
import { MissingFigures, ReportFigures } from './report-schema.ts'
import { evidenceOfAuthor } from './standing-evidence.ts'
import { VERSIONS, Versions } from './versions.ts'
import { Withheld } from './withheld.ts'

/** The public report of one author. A null is named with its rule in `withheld`, or with its reason in `missing`. */
export const Calibration = z
  .object({
    author: Author,
    collectionId: z.string().nullable().meta({ description: 'null = everything recorded' }),
    timing: z.enum(timings),
    voice: z.enum(voices),
    cohort: z
      .object({ entered: z.boolean(), due: z.int(), settled: z.int(), months: z.array(z.string()) })
      .nullable()
      .meta({
        description:
          'of a collection: where cohorts have entered, the report is of their months alone; else everything due, with bounds',
      }),
    n: z.int().meta({ description: 'scored forecasts: own words, no weak hedge, a window that words gave' }),
    families: z.int().meta({ description: 'event families; every minimum counts these' }),
    pending: z.int().meta({ description: 'due and not settled' }),
    void: z.int(),
    ...ReportFigures,
    withheld: Withheld,
    missing: MissingFigures,
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
    versions: Versions,
    ...readAt,
    seeAlso: z.string().nullable().meta({ description: 'the other report, where this one is empty' }),
  })
  .meta({ id: 'Calibration' })
export type Calibration = z.infer<typeof Calibration>

export type CalibrationQuery = Part & { author: Author }

/** The report that counts give, with its evidence, as the public sees it. */
export const calibrationOf = (
  author: Author,
  part: Part,
  { cohort, entered }: Reach,
  counts: ReportCounts,
  evidence: EvidenceInput,
): Calibration => {
  const { collection, timing, voice } = part
  const { forms, void: voided, ...full } = reportOf(counts, evidence)
  const { unsettled, ...figures } = withhold(full, { entered })
  const other = timing === 'prospective' ? 'retrospective' : 'prospective'
  const empty = full.n + full.unsettled + voided === 0
  return {
    author,
    collectionId: collection?.id ?? null,
    timing,
    voice,
    cohort,
    ...figures,
    missing: missingShown(full, figures),
    pending: unsettled,
    void: voided,
    counts: forms.map((count) => ({ ...count, probability: probabilityOf(count.form) })),
    versions: VERSIONS,
    ...readAtOf(part),
    seeAlso: empty ? `/v1/authors/${author.slug}/calibration?timing=${other}&voice=${voice}` : null,
  }
}

/** The public report of one author, in everything or in one collection. */
export const calibration = async (reader: Reader, { author, ...part }: CalibrationQuery): Promise<Calibration> => {
  const reach = await reachOf(reader, part)
  const filter = { authorId: author.id, ...reach.slice }
  const counts = await reportCounts(reader, filter)
  return calibrationOf(author, part, reach, counts, await evidenceOfAuthor(reader, filter))
}
