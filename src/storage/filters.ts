import { and, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Question, Timing } from '../core/question.ts'
import type { Day } from '../core/time.ts'
import { bylines, collectionCommentaries, commentaries } from './tables/commentary.ts'
import { collectionQuestions, predictions, questions, questionVersions } from './tables/questions.ts'
import { scoredItems } from './tables/scores.ts'
import { hasTopic } from './topics.ts'

/** How each field of a filter is asked for; what a filter leaves out, or null, asks for nothing. */
export type Conditions<F extends object> = { [Field in keyof F]-?: (value: NonNullable<F[Field]>) => SQL | undefined }

/** All that a filter asks for. */
export const allOf = <F extends object>(filter: F, conditions: Conditions<F>): SQL | undefined =>
  and(
    ...(Object.keys(conditions) as (keyof F)[]).map((field) => {
      const value = filter[field]
      return value === undefined || value === null ? undefined : conditions[field](value)
    }),
  )

/** What a list of things on questions may be narrowed by. */
export type QuestionPart = {
  topic?: string | null
  status?: Question['status'] | null
  kind?: Question['kind'] | null
  collectionId?: string | null
  /** Windows that end on this day or later. */
  dueAfter?: Day | null
  /** Windows that end before this day. */
  dueBefore?: Day | null
}

/** Whether the question of the statement around it, its newest version where windows are concerned, is as is asked. */
export const ofQuestion = (questionId: AnyPgColumn | SQL): Conditions<QuestionPart> => {
  const is = (condition: SQL): SQL =>
    sql`exists (select from ${questions} about where about.id = ${questionId} and ${condition})`
  const due = (condition: SQL): SQL =>
    sql`exists (select from ${questionVersions} about where about.question_id = ${questionId} and ${condition}
      and about.version = (select max(newest.version) from ${questionVersions} newest where newest.question_id = ${questionId}))`
  return {
    topic: (topic) => hasTopic(questionId, topic),
    status: (status) => is(sql`about.status = ${status}`),
    kind: (kind) => is(sql`about.kind = ${kind}`),
    collectionId: (id) =>
      sql`exists (select from ${collectionQuestions} part where part.question_id = ${questionId} and part.collection_id = ${id})`,
    dueAfter: (day) => due(sql`about.window_end >= ${day}::date`),
    dueBefore: (day) => due(sql`about.window_end < ${day}::date`),
  }
}

const among = (ids: readonly string[]): SQL =>
  sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )

/** Whether an author has spoken on the question of the statement around it, under any of these records. */
export const spokenOnBy =
  (questionId: AnyPgColumn | SQL) =>
  (authorIds: readonly string[]): SQL =>
    sql`exists (select from ${predictions} said where said.question_id = ${questionId} and said.author_id in (${among(authorIds)}))`

/** Whether the commentary of the statement around it is as is asked. */
export const ofCommentary = (commentaryId: AnyPgColumn | SQL) => ({
  authorIds: (ids: readonly string[]): SQL =>
    sql`exists (select from ${bylines} line where line.commentary_id = ${commentaryId} and line.author_id in (${among(ids)}))`,
  sourceId: (id: string): SQL =>
    sql`exists (select from ${commentaries} piece where piece.id = ${commentaryId} and piece.source_id = ${id})`,
  collectionId: (id: string): SQL =>
    sql`exists (select from ${collectionCommentaries} part where part.commentary_id = ${commentaryId} and part.collection_id = ${id})`,
})

/** Whether a prediction counts, as it stands, on that board. */
export const countsAs =
  (predictionId: AnyPgColumn, questionId: AnyPgColumn) =>
  (timing: Timing): SQL =>
    sql`exists (select from ${scoredItems} item where item.question_id = ${questionId}
      and item.prediction_id = ${predictionId} and item.sign = 1 and item.timing = ${timing}
      and not exists (select from ${scoredItems} reversal where reversal.reverses = item.id))`
