import { and, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { HistoricAct } from '../core/resolution/history.ts'
import type { Statement } from '../core/resolution/scored-statement.ts'
import { collectionOfSet } from '../core/scored-item.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { collectionCommentaries } from './tables/commentary.ts'
import { collectionQuestions, familyMembers, predictions, questions, questionVersions } from './tables/questions.ts'

/** One act on a question; `inSet`: it counts for the set that was asked for. */
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

/** A statement in commentary counts for the collections that its piece was read for, another for those of its question. */
const inSet = (set: string): SQL<boolean> => {
  const collectionId = collectionOfSet(set)
  if (collectionId === null) return sql<boolean>`true`
  return sql<boolean>`case when ${predictions.commentaryId} is null
    then exists (select from ${collectionQuestions} member
      where member.collection_id = ${collectionId} and member.question_id = ${predictions.questionId})
    else exists (select from ${collectionCommentaries} member
      where member.collection_id = ${collectionId} and member.commentary_id = ${predictions.commentaryId}) end`
}

const month = sql<string>`to_char(${questionVersions.windowEnd}, 'YYYY-MM')`

/** The binary questions on which an author has said something of a version that fell due in a slice. */
const questionsIn = (reader: Reader, { dueBefore, dueMonths, windowSources }: CountSlice, authorId: string) =>
  reader
    .select({ id: predictions.questionId })
    .from(predictions)
    .innerJoin(questionVersions, eq(questionVersions.id, predictions.versionId))
    .innerJoin(questions, eq(questions.id, predictions.questionId))
    .where(
      and(
        eq(predictions.authorId, authorId),
        eq(predictions.scoreable, true),
        eq(questions.kind, 'binary'),
        inArray(questionVersions.windowSource, windowSources),
        lt(month, dueBefore),
        dueMonths === undefined ? undefined : inArray(month, [...dueMonths]),
      ),
    )

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
    .select({
      id: predictions.id,
      authorId: predictions.authorId,
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
      inSet: inSet(slice.set),
    })
    .from(predictions)
    .innerJoin(familyMembers, eq(familyMembers.questionId, predictions.questionId))
    .where(
      and(
        inArray(predictions.questionId, questionsIn(reader, slice, authorId)),
        or(eq(predictions.scoreable, true), inArray(predictions.act, ['withdraw', 'mistake'])),
      ),
    )
    .orderBy(predictions.questionId, predictions.saidLatest, predictions.id)
    .limit(limit)
  return rows.map(({ saidEarliest: earliest, saidLatest: latest, ...row }) => ({ ...row, said: { earliest, latest } }))
}
