import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { Problem } from '../../core/problem.ts'
import { ALL, setOfCollection } from '../../core/scored-item.ts'
import type { Cohort } from '../../core/scoring/report/cohort.ts'
import { Snapshot } from '../../core/snapshot.ts'
import type { Collection } from '../../core/source.ts'
import type { Reader } from '../../storage/database.ts'
import { findSnapshot, madeBy, reportIn, reportsIn } from '../../storage/snapshots.ts'
import { storedBoard } from '../board/stored-board.ts'
import type { Part } from './author-counts.ts'
import type { Calibration } from './calibration.ts'
import { keptSnapshot } from './read-at.ts'
import { ReportFigures } from './report-schema.ts'
import { type StoredReport, storedReport } from './stored-report.ts'
import { VERSIONS } from './versions.ts'

const ReportFigureSet = z.object(ReportFigures)

/** A report as it was kept: nothing of it is computed anew. */
export const PinnedReport = z
  .object({
    kind: z.literal('kept').meta({ description: 'as a snapshot keeps it' }),
    author: Author,
    snapshot: Snapshot.meta({ description: 'the kept board that it is of' }),
    countsSha256: z
      .string()
      .meta({ description: 'SHA-256 of the canonical counts by form that it was made from, as of its position' }),
    report: z.unknown().meta({ description: 'the whole report, by the rules of then; by those of now a StoredReport' }),
  })
  .meta({ id: 'PinnedReport' })
export type PinnedReport = z.infer<typeof PinnedReport>

/** What the request says of the board besides; undefined: nothing. */
export type Expected = {
  collection: Collection | null | undefined
  timing: string | undefined
  voice: string | undefined
}

const refused = (field: string, detail: string, remedy = `leave out ${field} or snapshot`): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** As the leaderboard refuses a snapshot of another board. */
export const mustBeAsAsked = ({ id, set, timing, voice }: Snapshot, expected: Expected): void => {
  const named =
    expected.collection === undefined ? set : expected.collection ? setOfCollection(expected.collection.id) : ALL
  if (named !== set)
    throw refused(
      'snapshot',
      `snapshot ${id} is of ${set}, not of ${named === ALL ? 'everything' : 'this collection'}`,
      `list the snapshots of ${named === ALL ? 'everything' : 'the collection'}`,
    )
  if ((expected.timing ?? timing) !== timing) throw refused('timing', `snapshot ${id} is ${timing}`)
  if ((expected.voice ?? voice) !== voice) throw refused('voice', `snapshot ${id} is of the ${voice} voice`)
}

/** What is made anew as of the position of a board must be made as that was. Throws `invalid-input`. */
export const mustBeByRulesOfNow = ({ id, position, ...made }: Snapshot): void => {
  const { scoring, lexicon, resolution } = VERSIONS
  const rules = { scoringRules: scoring, lexiconVersion: lexicon, resolutionRules: resolution }
  if (madeBy(made, rules)) return
  const detail = `snapshot ${id} was made by ${made.scoringRules}, lexicon ${made.lexiconVersion}; this would be made by ${scoring}, lexicon ${lexicon}`
  const remedy = `read the calibration report, which is kept, or give as_of=${position} for the same facts by the rules of now`
  throw new Problem('invalid-input', detail, remedy, [{ field: 'snapshot', detail }])
}

const notOn = ({ id, set, timing, voice }: Snapshot, { slug }: Author): Problem => {
  const detail = `snapshot ${id} is of ${set}, ${timing}, ${voice}; ${slug} is not on it`
  const remedy = 'list the boards with GET /v1/snapshots, or leave snapshot out for what stands now'
  return new Problem('not-found', detail, remedy, [{ field: 'snapshot', detail }])
}

/** Throws `not-found` where an author is not on a board. */
export const mustBeOn = async (reader: Reader, snapshot: Snapshot, author: Author): Promise<void> => {
  if (!(await reportIn(reader, snapshot.id, author.id))) throw notOn(snapshot, author)
}

/** The report of an author in a kept board. Throws `not-found` for a board without them. */
export const pinnedReport = async (reader: Reader, author: Author, snapshot: Snapshot): Promise<PinnedReport> => {
  const report = await reportIn(reader, snapshot.id, author.id)
  if (!report) throw notOn(snapshot, author)
  return { kind: 'kept', author, snapshot, countsSha256: report.countsSha256, report: report.body }
}

/** What a board keeps of one author by the rules of now, or why it has nothing of them. */
export type KeptOf = { report: StoredReport; problem: null } | { report: null; problem: Problem }

/** What a board keeps of each of these authors. */
export const keptReports = async (
  reader: Reader,
  snapshot: Snapshot,
  authors: readonly Author[],
): Promise<Map<string, KeptOf>> => {
  const ids = authors.map(({ id }) => id)
  const bodies = new Map((await reportsIn(reader, snapshot.id, ids)).map(({ authorId, body }) => [authorId, body]))
  return new Map(
    authors.map((author): [string, KeptOf] => {
      if (!bodies.has(author.id)) return [author.id, { report: null, problem: notOn(snapshot, author) }]
      const report = storedReport(bodies.get(author.id))
      return [author.id, report ? { report, problem: null } : { report: null, problem: heldLess(snapshot) }]
    }),
  )
}

const heldLess = ({ id, scoringRules }: Snapshot): Problem => {
  const detail = `snapshot ${id} was made by ${scoringRules}, whose reports held less`
  return new Problem('invalid-input', detail, 'read it whole as the calibration report of this snapshot', [
    { field: 'snapshot', detail },
  ])
}

/** The figures of a kept report, as the live report shows them; `cohort`: of its collection, as it stood then. */
export const keptFigures = (
  author: Author,
  { collection, timing, voice }: Pick<Part, 'collection' | 'timing' | 'voice'>,
  kept: { report: StoredReport; snapshot: Snapshot; cohort: Cohort | null },
): Calibration => {
  const { snapshot, cohort } = kept
  const { n, families, unsettled, void: voided, entered, withheld, missing: none, ...rest } = kept.report
  const figures = ReportFigureSet.parse(rest)
  return {
    author,
    collectionId: collection?.id ?? null,
    timing,
    voice,
    cohort: cohort && { ...cohort, entered },
    n,
    families,
    pending: unsettled,
    void: voided,
    ...figures,
    withheld,
    missing: none,
    counts: [],
    versions: {
      scoring: snapshot.scoringRules,
      lexicon: snapshot.lexiconVersion,
      resolution: snapshot.resolutionRules,
    },
    asOf: snapshot.at,
    snapshot: keptSnapshot(snapshot),
    seeAlso: null,
  }
}

/** The figures that a board keeps of an author, as the live report shows them. Throws where it has none. */
export const keptCalibration = async (
  reader: Reader,
  author: Author,
  snapshot: Snapshot,
  { collection, timing, voice }: Pick<Part, 'collection' | 'timing' | 'voice'>,
): Promise<Calibration> => {
  const kept = (await keptReports(reader, snapshot, [author])).get(author.id)
  if (!kept?.report) throw kept?.problem ?? notOn(snapshot, author)
  const cohort = storedBoard((await findSnapshot(reader, snapshot.id))?.board)?.cohort ?? null
  return keptFigures(author, { collection, timing, voice }, { report: kept.report, snapshot, cohort })
}
