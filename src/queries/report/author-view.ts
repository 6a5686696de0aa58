import type { Author } from '../../core/author.ts'
import type { Dispute } from '../../core/dispute.ts'
import { groupBy } from '../../core/group-by.ts'
import { type Timing, timings } from '../../core/question.ts'
import type { ScoreChange } from '../../core/score-change.ts'
import { ALL, collectionOfSet, setOfCollection } from '../../core/scored-item.ts'
import { whyWithheld } from '../../core/scoring/report/withhold.ts'
import { HEADLINE, type Voice, voices } from '../../core/slice.ts'
import type { Collection } from '../../core/source.ts'
import type { Instant } from '../../core/time.ts'
import { type Corrected, correctedScores, disputesConcerning } from '../../storage/author-disputes.ts'
import { recordsOf } from '../../storage/author-records.ts'
import { authorsByIds } from '../../storage/authors.ts'
import { collectionsByIds } from '../../storage/collections.ts'
import type { Reader } from '../../storage/database.ts'
import { disputesByIds } from '../../storage/disputes.ts'
import { type CountedForm, countedForms } from '../../storage/report-counts.ts'
import { listScoreChanges } from '../../storage/score-changes.ts'
import type { Comparisons } from '../comparing/comparison-schema.ts'
import { comparisons } from '../comparing/comparisons.ts'
import { standardOpponents } from '../comparing/opponents.ts'
import { shownDispute } from '../shown-dispute.ts'
import type { Part } from './author-counts.ts'
import { type AuthorFunnel, authorFunnel } from './author-funnel.ts'
import { type CallPage, callsAmong } from './calls.ts'
import { type ShownWords, shownWords } from './shown-words.ts'
import { MOST_MADE_ANEW, type StandingReport, standingReport } from './standing-report.ts'

/** Of each list as many rows stand on a page; the API has the rest. */
const LISTED = { calls: 5, fewCalls: 12, disputes: 10, changes: 10 } as const

/** A board that an author has something on, with the collection that it is of; null: of everything. */
export type OwnBoard = {
  timing: Timing
  voice: Voice
  collection: Pick<Collection, 'id' | 'name' | 'slug'> | null
  n: number
}

/** Which report is asked for; what is null is chosen. */
export type Asked = { timing: Timing | null; voice: Voice | null; collection: Collection | null }

/** Everything that is told of an author in one part of the record. */
export type AuthorView = {
  author: Author
  /** Names of the records that are merged into the author's own. */
  others: string[]
  funnel: AuthorFunnel
  boards: OwnBoard[]
  part: Part
  report: StandingReport
  /** Null where a rule withholds them, or too much was said to compare it while somebody waits. */
  comparisons: Comparisons | null
  /** The rule that withholds comparisons. */
  notCompared: string | null
  words: ShownWords
  calls: { best: CallPage | null; worst: CallPage }
  corrected: Corrected
  changes: ScoreChange[]
  disputes: Dispute[]
}

const isOf =
  (collection: Collection | null) =>
  (board: OwnBoard): boolean =>
    (board.collection?.id ?? null) === (collection?.id ?? null)

/** The first that holds something: own voice before quoted, prospective before retrospective. */
const chosen = (
  boards: readonly OwnBoard[],
  { timing, voice, collection }: Asked,
): { timing: Timing; voice: Voice } => {
  const fit = boards
    .filter(isOf(collection))
    .filter((one) => (timing ?? one.timing) === one.timing && (voice ?? one.voice) === one.voice)
    .sort(
      (a, b) =>
        voices.indexOf(a.voice) - voices.indexOf(b.voice) || timings.indexOf(a.timing) - timings.indexOf(b.timing),
    )
  return { timing: fit[0]?.timing ?? timing ?? 'prospective', voice: fit[0]?.voice ?? voice ?? 'own' }
}

const isHeadline = ({ weakHedge, windowSource, isOver }: CountedForm): boolean =>
  isOver && weakHedge === HEADLINE.weakHedge && HEADLINE.windowSources.some((source) => source === windowSource)

const boardsOf = async (reader: Reader, counts: readonly CountedForm[]): Promise<OwnBoard[]> => {
  const boards = groupBy(counts.filter(isHeadline), ({ set, timing, attribution }) => `${set} ${timing} ${attribution}`)
  const ids = [...boards.values()].flatMap(([first]) => (first ? (collectionOfSet(first.set) ?? []) : []))
  const found = new Map(
    (await collectionsByIds(reader, [...new Set(ids)])).map((one) => [setOfCollection(one.id), one]),
  )
  return [...boards]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, rows]) => {
      const [first] = rows
      const voice = voices.find((one) => one === first?.attribution)
      if (!first || !voice || (first.set !== ALL && !found.has(first.set))) return []
      const n = rows.reduce((so, row) => so + row.n, 0)
      return [{ timing: first.timing, voice, collection: found.get(first.set) ?? null, n }]
    })
}

type Told = Pick<AuthorView, 'comparisons' | 'notCompared'>

const comparedOf = async (reader: Reader, author: Author, part: Part, report: StandingReport): Promise<Told> => {
  const { n, families, hits, pending: unsettled } = report.figures
  const notCompared = whyWithheld('comparisons', { n, families, hits: hits ?? 0, unsettled }, report.reach)
  if (notCompared !== null || n > MOST_MADE_ANEW) return { comparisons: null, notCompared }
  return { comparisons: await comparisons(reader, author, standardOpponents, part), notCompared: null }
}

const callsOfReport = async (reader: Reader, author: Author, part: Part, report: StandingReport) => {
  const forms = report.figures.counts
  const of = { forms, families: report.figures.families }
  const few = report.figures.n <= LISTED.fewCalls
  const page = { limit: few ? LISTED.fewCalls : LISTED.calls, cursor: null }
  const worst = await callsAmong(reader, { ...part, author, order: 'worst' }, of, page)
  return { worst, best: few ? null : await callsAmong(reader, { ...part, author, order: 'best' }, of, page) }
}

/** Everything that a page tells of an author: one report whole, and where the others are. */
export const authorView = async (reader: Reader, author: Author, asked: Asked, now: Instant): Promise<AuthorView> => {
  const records = await recordsOf(reader, author.id)
  const counts = await countedForms(reader, author.id, now.slice(0, 7))
  const boards = await boardsOf(reader, counts)
  const part = { ...chosen(boards, asked), collection: asked.collection, now }
  const report = await standingReport(reader, author, part, counts)
  const changes = { authorIds: [author.id], questionId: null, timing: part.timing }
  const ids = await disputesConcerning(reader, records, LISTED.disputes)
  return {
    author,
    others: (await authorsByIds(reader, records.slice(1))).map(({ name }) => name),
    funnel: await authorFunnel(reader, records, counts),
    boards,
    part,
    report,
    ...(await comparedOf(reader, author, part, report)),
    words: await shownWords(reader, author, part, report),
    calls: await callsOfReport(reader, author, part, report),
    corrected: await correctedScores(reader, {
      ...{ authorId: author.id, timing: part.timing, voice: part.voice },
      collectionId: part.collection?.id ?? null,
    }),
    changes: (await listScoreChanges(reader, changes, { limit: LISTED.changes, cursor: null })).items.filter(
      ({ voice }) => voice === part.voice,
    ),
    disputes: (await disputesByIds(reader, ids)).map((one) => shownDispute(one, false)),
  }
}
