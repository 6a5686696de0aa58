import { and, eq, gt, gte, inArray, lt, lte, min, not, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { DisputeSubject } from '../core/dispute.ts'
import { groupBy } from '../core/group-by.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { Prediction } from '../core/prediction.ts'
import type { Timing } from '../core/question.ts'
import type { Instant } from '../core/time.ts'
import { canonicalId, isOf } from './author-records.ts'
import type { Reader, Transaction } from './database.ts'
import { subjectColumns } from './disputes.ts'
import { allOf, type Conditions, countsAs, ofCommentary, ofQuestion, type QuestionPart } from './filters.ts'
import { insertMany } from './insert-many.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import type { Authors } from './statement-reach.ts'
import { disputeRulings, exclusions } from './tables/disputes.ts'
import { authors, keys } from './tables/people.ts'
import { predictions, questionVersions } from './tables/questions.ts'
import { isTakenBack, slip, takesBack, wasSaid } from './taken-back.ts'

/** A stored prediction; its probability depends on the lexicon and is added at read. */
export type StoredPrediction = Omit<Prediction, 'probability' | 'distribution' | 'lexiconVersion'>

const columns = {
  id: predictions.id,
  authorId: predictions.authorId,
  authorName: authors.name,
  questionId: predictions.questionId,
  versionId: predictions.versionId,
  act: predictions.act,
  form: predictions.form,
  refersTo: predictions.refersTo,
  expiresAt: predictions.expiresAt,
  said: { earliest: predictions.saidEarliest, latest: predictions.saidLatest },
  attribution: predictions.attribution,
  directness: predictions.directness,
  weakHedge: predictions.weakHedge,
  /** An upheld dispute takes a statement out of the scores, whatever was thought of it when it was recorded. */
  scoreable: sql<boolean>`(${predictions.scoreable} and ${exclusions.id} is null)`,
  unscoredReason: sql<string | null>`coalesce('taken out of the scores by a ruling: ' || ${disputeRulings.reason},
    ${predictions.unscoredReason})`,
  origin: predictions.origin,
  /** The mark of a key is given when it is made and never changes. */
  bot: sql<boolean>`(${predictions.origin} = 'submitted' and ${keys.bot} is true)`,
  takenBack: { predictionId: slip.id, reason: slip.recordingReason, recordedAt: slip.recordedAt },
  quote: predictions.quote,
  commentaryId: predictions.commentaryId,
  candidateId: predictions.candidateId,
  importId: predictions.importId,
  recordingReason: predictions.recordingReason,
  digest: predictions.digest,
  recordedAt: predictions.recordedAt,
}

const selectFrom = (reader: Reader) =>
  reader
    .select(columns)
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .leftJoin(exclusions, eq(exclusions.predictionId, predictions.id))
    .leftJoin(disputeRulings, eq(disputeRulings.id, exclusions.rulingId))
    .leftJoin(keys, eq(keys.id, predictions.recordedBy))
    .leftJoin(slip, takesBack)
    .$dynamic()

export type NewPrediction = Omit<StoredPrediction, 'authorName' | 'said' | 'bot' | 'takenBack'> & {
  saidEarliest: Instant
  saidLatest: Instant
  importKey: string | null
  recordedBy: string
  salts: Salts
}

export const insertPredictions = async (tx: Transaction, rows: NewPrediction[]): Promise<void> => {
  await insertMany(tx, predictions, rows)
}

export const findPrediction = async (reader: Reader, id: string): Promise<StoredPrediction | null> => {
  const [prediction] = await selectFrom(reader).where(eq(predictions.id, id))
  return prediction ?? null
}

export const predictionsByIds = async (reader: Reader, ids: readonly string[]): Promise<StoredPrediction[]> =>
  ids.length === 0 ? [] : selectFrom(reader).where(inArray(predictions.id, [...ids]))

/** Everything that these authors said on each of these questions, under any of their records, in the order of saying. */
export const predictionsOnAll = async (
  reader: Reader,
  questionIds: readonly string[],
  { after, upTo }: Authors = { after: '', upTo: null },
): Promise<Map<string, StoredPrediction[]>> => {
  const isUpTo = upTo === null ? undefined : lte(canonicalId, upTo)
  const rows = await selectFrom(reader)
    .where(and(inArray(predictions.questionId, [...questionIds]), gt(canonicalId, after), isUpTo))
    .orderBy(predictions.saidLatest, predictions.id)
  return groupBy(rows, ({ questionId }) => questionId)
}

export const predictionsOn = async (reader: Reader, questionId: string): Promise<StoredPrediction[]> =>
  (await predictionsOnAll(reader, [questionId])).get(questionId) ?? []

/** Everything that one author said and did on a question under any of their records, in the order of saying. */
export const predictionsBy = (reader: Reader, questionId: string, authorId: string): Promise<StoredPrediction[]> =>
  selectFrom(reader)
    .where(and(eq(predictions.questionId, questionId), isOf(predictions.authorId, authorId)))
    .orderBy(predictions.saidLatest, predictions.id)

/** The same on each of these questions. */
export const predictionsByOn = async (
  reader: Reader,
  questionIds: readonly string[],
  authorId: string,
): Promise<Map<string, StoredPrediction[]>> => {
  if (questionIds.length === 0) return new Map()
  const rows = await selectFrom(reader)
    .where(and(inArray(predictions.questionId, [...questionIds]), isOf(predictions.authorId, authorId)))
    .orderBy(predictions.saidLatest, predictions.id)
  return groupBy(rows, ({ questionId }) => questionId)
}

/** A prediction as the fact that was digested: its fields, their salts, and who recorded it. */
export const predictionFact = async (reader: Reader, id: string) => {
  const [row] = await reader.select().from(predictions).where(eq(predictions.id, id))
  if (!row) return null
  const { salts, digest, ...columns } = row
  const fields = Object.fromEntries(Object.entries(columns).filter(([name]) => name in salts))
  return { fields, salts, digest, recordedBy: row.recordedBy, recordedAt: row.recordedAt }
}

/** The predictions that a dispute is about; none where an outcome is disputed. */
export const disputedPredictions = (
  reader: Reader,
  subject: DisputeSubject,
): Promise<{ id: string; questionId: string }[]> => {
  const { predictionId, candidateId, commentaryId, authorId } = subjectColumns(subject)
  return reader
    .select({ id: predictions.id, questionId: predictions.questionId })
    .from(predictions)
    .where(
      or(
        eq(predictions.id, predictionId ?? ''),
        eq(predictions.candidateId, candidateId ?? ''),
        and(eq(predictions.commentaryId, commentaryId ?? ''), eq(predictions.authorId, authorId ?? '')),
      ),
    )
    .orderBy(predictions.id)
}

export type PredictionFilter = QuestionPart & {
  authorIds: readonly string[] | null
  questionId: string | null
  commentaryId: string | null
  sourceId?: string | null
  attribution?: Prediction['attribution'] | null
  origin?: Prediction['origin'] | null
  timing?: Timing | null
  saidAfter?: Instant | null
  saidBefore?: Instant | null
  /** True: what was taken back; false: neither that nor the marks that take it back. */
  takenBack?: boolean | null
}

/** What is due is the window of the version that something was said on. */
const conditions: Conditions<PredictionFilter> = {
  ...ofQuestion(predictions.questionId),
  authorIds: (ids) => inArray(predictions.authorId, [...ids]),
  questionId: (id) => eq(predictions.questionId, id),
  commentaryId: (id) => eq(predictions.commentaryId, id),
  sourceId: ofCommentary(predictions.commentaryId).sourceId,
  attribution: (attribution) => eq(predictions.attribution, attribution),
  origin: (origin) => eq(predictions.origin, origin),
  timing: countsAs(predictions.id, predictions.questionId),
  dueAfter: (day) =>
    sql`exists (select from ${questionVersions} own where own.id = ${predictions.versionId} and own.window_end >= ${day}::date)`,
  dueBefore: (day) =>
    sql`exists (select from ${questionVersions} own where own.id = ${predictions.versionId} and own.window_end < ${day}::date)`,
  saidAfter: (instant) => gte(predictions.saidEarliest, instant),
  saidBefore: (instant) => lt(predictions.saidLatest, instant),
  takenBack: (is) => (is ? isTakenBack : wasSaid),
}

export const listPredictions = async (
  reader: Reader,
  filter: PredictionFilter,
  page: PageRequest,
): Promise<Page<StoredPrediction>> => {
  const rows = await selectFrom(reader)
    .where(and(allOf(filter, conditions), afterCursor(page, predictions.recordedAt, predictions.id)))
    .orderBy(...newestFirst(predictions.recordedAt, predictions.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

const record = alias(authors, 'record')

/** The windows that each author has spoken on, once each. */
export const authorWindows = (reader: Reader) =>
  reader
    .selectDistinct({
      authorId: authors.id,
      name: authors.name,
      attribution: predictions.attribution,
      criteriaFixedAt: questionVersions.criteriaFixedAt,
      windowEnd: questionVersions.windowEnd,
    })
    .from(predictions)
    .innerJoin(record, eq(record.id, predictions.authorId))
    .innerJoin(authors, sql`${authors.id} = coalesce(${record.canonicalId}, ${record.id})`)
    .innerJoin(questionVersions, eq(questionVersions.id, predictions.versionId))
    .where(not(isTakenBack))

/** The questions that a commentary's statements are on. */
export const questionsOfCommentary = async (reader: Reader, commentaryId: string): Promise<string[]> => {
  const rows = await reader
    .selectDistinct({ questionId: predictions.questionId })
    .from(predictions)
    .where(eq(predictions.commentaryId, commentaryId))
    .orderBy(predictions.questionId)
  return rows.map(({ questionId }) => questionId)
}

/** When anyone first spoke on each of these questions, by the latest bound, and in which pieces it was said. */
export const firstSaidOn = async (
  reader: Reader,
  questionIds: readonly string[],
): Promise<Map<string, { said: Instant; commentaryIds: string[] }>> => {
  if (questionIds.length === 0) return new Map()
  const rows = await reader
    .select({
      questionId: predictions.questionId,
      said: min(predictions.saidLatest),
      commentaryIds: sql<
        string[] | null
      >`jsonb_agg(distinct ${predictions.commentaryId}) filter (where ${predictions.commentaryId} is not null)`,
    })
    .from(predictions)
    .where(and(inArray(predictions.questionId, [...questionIds]), not(isTakenBack)))
    .groupBy(predictions.questionId)
  return new Map(
    rows.flatMap(({ questionId, said, commentaryIds }) =>
      said === null ? [] : [[questionId, { said, commentaryIds: commentaryIds ?? [] }] as const],
    ),
  )
}
