import { and, asc, count, countDistinct, desc, eq, exists, gte, inArray, isNotNull, not, sql } from 'drizzle-orm'
import type { SearchTerm } from '../core/matching/search-terms.ts'
import { type Form, statements } from '../core/prediction.ts'
import type { Question } from '../core/question.ts'
import { canonicalId, isOf } from './author-records.ts'
import type { Reader, Transaction } from './database.ts'
import { holdLinks } from './lock-order.ts'
import { candidates } from './tables/commentary.ts'
import { questionStems } from './tables/matching.ts'
import { authors } from './tables/people.ts'
import { predictions, questions, questionVersions as versions } from './tables/questions.ts'
import { isTakenBack } from './taken-back.ts'

/** The heaviest terms of a claim find it. */
const MOST_TERMS = 12

/** Two terms must stand in a text, where there are two: one alone is shared with half of what is said on a subject. */
const enough = (terms: number): number => Math.min(2, terms)

/**
 * How much of these terms the wording of each question holds: one look at the index for each word, stemmed as the trigger
 * of `question_stems` does.
 */
const likeness = (reader: Reader, terms: readonly SearchTerm[]) => {
  const asked = terms.map(({ words, weight }, term) => ({ term, weight, words: words.join(' ') }))
  const wanted = sql`(select term, weight, unnest(tsvector_to_array(to_tsvector('english', words))) as stem
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(term int, weight float8, words text))`
  const hits = reader
    .selectDistinct({
      questionId: questionStems.questionId,
      term: sql<number>`wanted.term`.as('term'),
      weight: sql<number>`wanted.weight`.as('weight'),
    })
    .from(questionStems)
    .innerJoin(sql`${wanted} as wanted`, sql`${questionStems.stem} = wanted.stem`)
    // Said twice, so that the index is entered at these stems and not walked from end to end.
    .where(sql`${questionStems.stem} = any(array(select stem from ${wanted} as stems))`)
    .as('hits')
  return reader
    .select({ questionId: hits.questionId, score: sql<number>`sum(${hits.weight})`.as('score') })
    .from(hits)
    .groupBy(hits.questionId)
    .having(gte(count(), enough(terms.length)))
    .as('likeness')
}

const heaviest = (terms: readonly SearchTerm[]): SearchTerm[] =>
  [...terms].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS)

/** Ids of the open questions whose wordings share most with these terms, best first. */
export const openQuestionsLike = async (
  reader: Reader,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<string[]> => {
  const like = likeness(reader, heaviest(terms))
  const rows = await reader
    .select({ id: questions.id })
    .from(like)
    .innerJoin(questions, eq(questions.id, like.questionId))
    .where(eq(questions.status, 'open'))
    .orderBy(desc(like.score), desc(questions.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Of the questions that hold a stem, so many are looked at, the newest: a stem that stands in more tells little. */
const MOST_HOLDING = 1000

/**
 * Ids of the questions in one of these states whose wordings share most with the terms of any of these texts, best first: of
 * each text at most `each`, at most `limit` in all. One query, however many texts.
 */
export const questionsLikeAny = async (
  reader: Reader,
  texts: readonly (readonly SearchTerm[])[],
  { each, limit, states }: { each: number; limit: number; states: readonly Question['status'][] },
): Promise<string[]> => {
  const asked = texts.flatMap((terms, text) =>
    heaviest(terms).map(({ words, weight }, term) => ({
      text,
      term,
      weight,
      words: words.join(' '),
      least: enough(terms.length),
    })),
  )
  const among = sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )
  const rows = await reader
    .select({ id: sql<string>`question_id` })
    .from(sql`(
      with wanted as materialized (
        select text, term, weight, least, unnest(tsvector_to_array(to_tsvector('english', words))) as stem
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
          as asked(text int, term int, weight float8, words text, least int)
      ), holding as (
        select stems.stem, held.question_id from (select distinct stem from wanted) stems, lateral (
          select question_id from ${questionStems} where ${questionStems.stem} = stems.stem
          order by question_id desc limit ${MOST_HOLDING}
        ) held join ${questions} on ${questions.id} = held.question_id and ${questions.status} in (${among})
      ), hits as (
        select distinct text, term, weight, least, question_id from wanted join holding using (stem)
      ), alike as (
        select text, question_id, sum(weight) as score from hits group by text, question_id having count(*) >= max(least)
      ), placed as (
        select question_id, score, row_number() over (partition by text order by score desc, question_id desc) as place
        from alike
      )
      select question_id, max(score) as score from placed where place <= ${each} group by question_id
    ) found`)
    .orderBy(desc(sql`score`), desc(sql`question_id`))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/**
 * Ids of the questions, in whatever state, that an author has spoken on, those whose wordings share most with these
 * terms first.
 */
export const questionsOfAuthorLike = async (
  reader: Reader,
  authorId: string,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<string[]> => {
  const like = likeness(reader, heaviest(terms))
  const spokenOn = reader
    .select({ one: sql`1` })
    .from(predictions)
    .where(and(eq(predictions.questionId, like.questionId), isOf(predictions.authorId, authorId), not(isTakenBack)))
  const rows = await reader
    .select({ id: like.questionId })
    .from(like)
    .where(exists(spokenOn))
    .orderBy(desc(like.score), desc(like.questionId))
    .limit(limit)
  return rows.map(({ id }) => id)
}

const statementColumns = {
  questionId: predictions.questionId,
  predictionId: predictions.id,
  form: sql<Form>`${predictions.form}`,
  said: { earliest: predictions.saidEarliest, latest: predictions.saidLatest },
  quote: predictions.quote,
  commentaryId: predictions.commentaryId,
  candidate: {
    id: candidates.id,
    quote: candidates.quote,
    phrase: candidates.phrase,
    hedge: candidates.hedge,
    condition: candidates.condition,
    start: candidates.start,
    end: candidates.end,
  },
}
const selectStatements = (reader: Reader) =>
  reader
    .select(statementColumns)
    .from(predictions)
    .leftJoin(candidates, eq(candidates.id, predictions.candidateId))
    .$dynamic()
export type StatementOn = Awaited<ReturnType<typeof selectStatements>>[number]

/** What an author said on these questions, in the order of saying. */
export const statementsBy = async (
  reader: Reader,
  authorId: string,
  questionIds: readonly string[],
): Promise<StatementOn[]> =>
  questionIds.length === 0
    ? []
    : selectStatements(reader)
        .where(
          and(
            inArray(predictions.questionId, [...questionIds]),
            isOf(predictions.authorId, authorId),
            inArray(predictions.act, [...statements]),
            not(isTakenBack),
          ),
        )
        .orderBy(asc(predictions.saidLatest), asc(predictions.id))

/** The statements in the very words of their question, the first to be recorded last. */
export const originsOf = async (reader: Reader, questionIds: readonly string[]): Promise<StatementOn[]> =>
  questionIds.length === 0
    ? []
    : selectStatements(reader)
        .innerJoin(
          versions,
          and(eq(versions.questionId, predictions.questionId), eq(versions.wording, candidates.quote)),
        )
        .where(and(inArray(predictions.questionId, [...questionIds]), isNotNull(predictions.candidateId)))
        .orderBy(desc(predictions.recordedAt), desc(predictions.id))

/** How many authors have spoken on each of these questions. */
export const authorCounts = async (reader: Reader, questionIds: readonly string[]): Promise<Map<string, number>> => {
  if (questionIds.length === 0) return new Map()
  const rows = await reader
    .select({ id: predictions.questionId, authors: countDistinct(canonicalId) })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .where(and(inArray(predictions.questionId, [...questionIds]), not(isTakenBack)))
    .groupBy(predictions.questionId)
  return new Map(rows.map(({ id, authors: known }) => [id, known]))
}

/**
 * Holds who a record counts for until the transaction ends, so that two statements of one claim do not both find nothing earlier. Rows
 * that refer to the author may still be written.
 */
export const lockAuthor = async (tx: Transaction, authorId: string): Promise<void> => {
  await holdLinks(tx)
  await tx.execute(
    sql`select 1 from ${authors} where ${authors.id} = (select ${canonicalId} from ${authors} where ${authors.id} = ${authorId}) for no key update`,
  )
}
