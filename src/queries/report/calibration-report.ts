import { z } from 'zod'
import { tell } from '../../core/scoring/report/told.ts'
import type { Reader } from '../../storage/database.ts'
import { NO_COUNTS } from '../../storage/report-counts.ts'
import { besideAll, Reference, referencesOf } from '../comparing/references.ts'
import { countsOfAuthors, reachOf } from './author-counts.ts'
import { Calibration, type CalibrationQuery, calibrationOf } from './calibration.ts'
import { Hedges, hedgesOf, missingOfHedges } from './hedges.ts'
import { Judged, judgementOf } from './judged.ts'
import { reportCountsIn } from './monthly.ts'
import { evidenceOfAuthor } from './standing-evidence.ts'

/** The figures of an author with what stands beside them on a page: references, sentences, hedges, and what a night's report judged. */
export const CalibrationReport = Calibration.extend({
  kind: z.literal('live').meta({ description: 'made as it is read; of a snapshot: a PinnedReport, `kept`' }),
  references: z.array(Reference).meta({ description: 'what the forecasts are held against, on the same questions' }),
  sentences: z
    .array(
      z.object({
        about: z.string().meta({ description: 'id of the measure; `curve`: the caption of the diagram' }),
        sentence: z.string(),
      }),
    )
    .meta({ description: 'the figures that are shown, in plain words, in the order of a page' }),
  hedges: Hedges,
  judged: Judged.nullable().meta({
    description: 'from the newest kept report of this board; null where `notJudged` says why',
  }),
  notJudged: z.string().nullable(),
}).meta({ id: 'CalibrationReport' })
export type CalibrationReport = z.infer<typeof CalibrationReport>

/** The whole public report of one author, in everything or in one collection. */
export const calibrationReport = async (
  reader: Reader,
  { author, ...part }: CalibrationQuery,
): Promise<CalibrationReport> => {
  const reach = await reachOf(reader, part)
  const own = (await countsOfAuthors(reader, [author.id], reach)).get(author.id)
  const judged = own?.judged ?? NO_COUNTS
  const counts = reportCountsIn(judged)
  const figures = calibrationOf(
    author,
    part,
    reach,
    counts,
    await evidenceOfAuthor(reader, { authorId: author.id, ...reach.slice }),
  )
  const { pending: unsettled, n } = figures
  const asked = { slice: reach.slice, authorId: author.id, counts, unsettled, ends: figures.bounds?.brier ?? null }
  const references = await referencesOf(reader, asked, reach)
  const hedges = hedgesOf(judged.forms)
  return {
    kind: 'live',
    ...figures,
    references,
    sentences: tell({ ...figures, unsettled }, besideAll(references, n), reach),
    hedges,
    missing: [...figures.missing, ...missingOfHedges(hedges)],
    ...(await judgementOf(reader, author.id, part, reach)),
  }
}
