import { and, eq, exists, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { HistoricAct } from '../core/resolution/history.ts'
import type { Statement } from '../core/resolution/scored-statement.ts'
import { collectionOfSet, topicOfSet } from '../core/scored-item.ts'
import type { Instant } from '../core/time.ts'
import { canonicalId, isOf } from './author-records.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { collectionCommentaries } from './tables/commentary.ts'
import { exclusions } from './tables/disputes.ts'
import { authors } from './tables/people.ts'
import { collectionQuestions, familyMembers, predictions, questions, questionVersions } from './tables/questions.ts'
import { hasTopic } from './topics.ts'

/** One act on a question, with who it counts for; `inSet`: it counts for the set that was asked for. */
export type ActRow = HistoricAct &
  Statement & {
    authorId: string
    questionId: string
    versionId: string
    familyId: string
    attribution: 'own' | 'quoted' | 'reported'
    weakHedge: boolean
    inSet: boolean
  }

type Row = Omit<ActRow, 'said'> & { saidEarliest: Instant; saidLatest: Instant }
const actOf = ({ saidEarliest: earliest, saidLatest: latest, ...row }: Row): ActRow => ({
  ...row,
  said: { earliest, latest },
})

/** So many questions are named in one statement. */
const CHUNK = 5_000

/** A statement in commentary counts for the collections that its piece was read for, another for those of its question. */
export const inSet = (set: string): SQL<boolean> => {
  const [collectionId, topic] = [collectionOfSet(set), topicOfSet(set)]
  if (topic !== null) return hasTopic(predictions.questionId, topic) as SQL<boolean>
  if (collectionId === null) return sql<boolean>`true`
  return sql<boolean>`case when ${predictions.commentaryId} is null
    then exists (select from ${collectionQuestions} member
      where member.collection_id = ${collectionId} and member.question_id = ${predictions.questionId})
    else exists (select from ${collectionCommentaries} member
      where member.collection_id = ${collectionId} and member.commentary_id = ${predictions.commentaryId}) end`
}

const month = sql<string>`to_char(${questionVersions.windowEnd}, 'YYYY-MM')`

/** Scoreable as it was recorded, and taken out of the scores by no ruling. */
export const scoreable = and(
  eq(predictions.scoreable, true),
  sql`not exists (select from ${exclusions} where ${exclusions.predictionId} = ${predictions.id})`,
)

/** The binary questions on which an author has said something of a version that fell due in a slice. */
const questionsIn = (reader: Reader, { dueBefore, dueMonths, windowSources }: CountSlice, authorId: string) =>
  reader
    .select({ id: predictions.questionId })
    .from(predictions)
    .innerJoin(questionVersions, eq(questionVersions.id, predictions.versionId))
    .innerJoin(questions, eq(questions.id, predictions.questionId))
    .where(
      and(
        isOf(predictions.authorId, authorId),
        scoreable,
        eq(questions.kind, 'binary'),
        inArray(questionVersions.windowSource, windowSources),
        lt(month, dueBefore),
        dueMonths === undefined ? undefined : inArray(month, [...dueMonths]),
      ),
    )

const columns = {
  id: predictions.id,
  authorId: canonicalId,
  questionId: predictions.questionId,
  versionId: predictions.versionId,
  familyId: familyMembers.familyId,
  act: predictions.act,
  form: predictions.form,
  saidEarliest: predictions.saidEarliest,
  saidLatest: predictions.saidLatest,
  expiresAt: predictions.expiresAt,
  refersTo: predictions.refersTo,
  attribution: predictions.attribution,
  weakHedge: predictions.weakHedge,
  scoreable: predictions.scoreable,
  origin: predictions.origin,
}

/** What is only listed, or was taken out, is no act that stands; what takes one back always is. */
const stands = or(scoreable, inArray(predictions.act, ['withdraw', 'mistake']))

const inOrder = [predictions.questionId, predictions.saidLatest, predictions.id]

const another = alias(predictions, 'another')
const record = alias(authors, 'record')

/**
 * All that these questions' authors have said and done on them where they did so several times, but for what is only listed: in the order
 * of questions and then of saying. In a few statements, whatever the number of questions.
 */
export const repeatedActs = async (reader: Reader, questionIds: readonly string[]): Promise<ActRow[]> => {
  const found: ActRow[] = []
  for (let at = 0; at < questionIds.length; at += CHUNK) {
    const again = reader
      .select({ id: another.id })
      .from(another)
      .innerJoin(record, eq(record.id, another.authorId))
      .where(
        and(
          eq(another.questionId, predictions.questionId),
          sql`coalesce(${record.canonicalId}, ${record.id}) = ${canonicalId}`,
          ne(another.id, predictions.id),
        ),
      )
    const rows = await reader
      .select(columns)
      .from(predictions)
      .innerJoin(authors, eq(authors.id, predictions.authorId))
      .innerJoin(familyMembers, eq(familyMembers.questionId, predictions.questionId))
      .where(and(inArray(predictions.questionId, questionIds.slice(at, at + CHUNK)), stands, exists(again)))
      .orderBy(...inOrder)
    found.push(...rows.map((row) => actOf({ ...row, inSet: true })))
  }
  return found
}

/**
 * All that anybody has said and done on the questions on which an author spoke in a slice, in the order of questions and then of
 * saying, but for what is only listed: one statement, whatever the number of questions. No more than `limit` rows.
 */
export const actsBeside = async (
  reader: Reader,
  slice: CountSlice,
  authorId: string,
  limit: number,
): Promise<ActRow[]> => {
  const rows = await reader
    .select({ ...columns, inSet: inSet(slice.set) })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .innerJoin(familyMembers, eq(familyMembers.questionId, predictions.questionId))
    .where(and(inArray(predictions.questionId, questionsIn(reader, slice, authorId)), stands))
    .orderBy(...inOrder)
    .limit(limit)
  return rows.map(actOf)
}
