import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { CandidateRow, CountedIn, Place, PredictionRow, Standing } from '../core/funnel.ts'
import { canonicalId, isOf } from './author-records.ts'
import { isLive } from './candidates.ts'
import type { Reader } from './database.ts'
import { standingReview } from './reviews.ts'
import { bylines, candidateReviews, candidates, collectionCommentaries, commentaries } from './tables/commentary.ts'
import { authors } from './tables/people.ts'
import { collectionQuestions, predictions, questions, questionVersions as versions } from './tables/questions.ts'
import { scoredItems } from './tables/scores.ts'
import { isTakenBack } from './taken-back.ts'

/** Whose funnel: an author's, or that of a sampling frame. */
export type FunnelOf = { authorId: string } | { collectionId: string }

const count = sql<number>`count(*)::int`
const among = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`

/** The commentaries that an author signed, or that a collection was read for. */
const commentariesOf = (reader: Reader, of: FunnelOf) =>
  'authorId' in of
    ? reader
        .select({ id: bylines.commentaryId })
        .from(bylines)
        // A byline is no fact of its own: as of a position it stands with its commentary.
        .innerJoin(commentaries, eq(commentaries.id, bylines.commentaryId))
        .where(isOf(bylines.authorId, of.authorId))
    : reader
        .select({ id: collectionCommentaries.commentaryId })
        .from(collectionCommentaries)
        .where(eq(collectionCommentaries.collectionId, of.collectionId))

export const countCommentaries = async (reader: Reader, of: FunnelOf): Promise<number> => {
  const [row] = await reader.select({ n: count }).from(commentariesOf(reader, of).as('pieces'))
  return row?.n ?? 0
}

/** Candidates in these commentaries, by what the review said; what was split is counted by its parts. */
export const countCandidates = (reader: Reader, of: FunnelOf): Promise<CandidateRow[]> => {
  const ofOthers =
    'authorId' in of
      ? sql<boolean>`coalesce(not ${isOf(predictions.authorId, of.authorId)}, false)`
      : sql<boolean>`false`
  const cells = {
    status: sql<CandidateRow['status']>`case ${candidateReviews.decision}
      when 'accept' then 'accepted' when 'reject' then 'rejected' else 'pending' end`.as('status'),
    reason: sql<
      string | null
    >`case when ${candidateReviews.decision} = 'reject' then ${candidateReviews.reason} end`.as('why'),
    ofOthers: ofOthers.as('of_others'),
  }
  return reader
    .select({
      ...cells,
      n: count,
      vague: among(sql`${candidates.kind} = 'vague'`),
      undated: among(sql`${candidates.windowEnd} is null`),
      weaklyHedged: among(sql`${candidates.weakHedge}`),
    })
    .from(candidates)
    .leftJoin(candidateReviews, standingReview(candidates.id))
    .leftJoin(predictions, eq(predictions.id, candidateReviews.predictionId))
    .where(
      and(
        inArray(candidates.commentaryId, commentariesOf(reader, of)),
        isLive,
        sql`${candidateReviews.decision} is distinct from 'split'`,
      ),
    )
    .groupBy(sql`1, 2, 3`)
}

/** A commentary's predictions count for the collections it was read for, others for those of their question. */
const predictionsIn = (reader: Reader, of: FunnelOf): SQL | undefined =>
  'authorId' in of
    ? isOf(predictions.authorId, of.authorId)
    : or(
        inArray(predictions.commentaryId, commentariesOf(reader, of)),
        and(
          isNull(predictions.commentaryId),
          inArray(
            predictions.questionId,
            reader
              .select({ id: collectionQuestions.questionId })
              .from(collectionQuestions)
              .where(eq(collectionQuestions.collectionId, of.collectionId)),
          ),
        ),
      )

const stands = (item: SQL) =>
  sql`${item}.sign = 1 and not exists (select 1 from ${scoredItems} reversal where reversal.reverses = ${item}.id)`

/**
 * By which item a prediction counts. It is looked for on the question of each prediction, by the limit: joined, a database that has no
 * statistics of its tables would go through all items there are for each.
 */
const ownItem = (reader: Reader) =>
  reader
    .select({
      state: scoredItems.state,
      hit: scoredItems.hit,
      weakHedge: scoredItems.weakHedge,
      windowSource: scoredItems.windowSource,
      dueMonth: scoredItems.dueMonth,
    })
    .from(scoredItems)
    .where(
      and(
        eq(scoredItems.questionId, predictions.questionId),
        eq(scoredItems.predictionId, predictions.id),
        stands(sql`${scoredItems}`),
      ),
    )
    .limit(1)
    .as('item')
type OwnItem = ReturnType<typeof ownItem>

/** How what was said came out; what is in no count stands as its question does by the newest version. */
const standing = (item: OwnItem) => sql<Standing>`coalesce(${questions.voidReason},
  case when ${item.state} = 'pending' then 'due' when ${item.hit} then 'yes' when not ${item.hit} then 'no' end,
  case when ${questions.outcome} in ('yes', 'no') then ${questions.outcome} when ${questions.outcome} is not null then 'option' end,
  ${questions.status})`

/** Every prediction in exactly one cell; the first that holds decides. */
const place = (item: OwnItem) => sql<Place>`case
  when ${predictions.act} in ('withdraw', 'mistake') or ${isTakenBack} then 'no-forecast'
  when not ${predictions.scoreable} then 'listed'
  when ${questions.kind} = 'categorical' then 'categorical'
  when ${item.state} is not null then ${item.state}
  when ${questions.status} = 'open' then 'open'
  when ${versions.windowEnd} is null then 'no-window-end'
  when exists (select 1 from ${scoredItems} other where other.question_id = ${predictions.questionId}
    and other.author_id = ${canonicalId} and ${stands(sql`other`)}) then 'another-counts'
  else 'not-standing' end`

const countedIn = (item: OwnItem, month: string) => sql<CountedIn | null>`case
  when ${item.state} is null then null
  when ${item.weakHedge} then 'weak-hedge'
  when ${item.windowSource} = 'default' then 'default-window'
  when ${item.dueMonth} >= ${month} then 'too-fresh'
  else 'headline' end`

/** Predictions of an author or a collection, by what has become of them; months from `month` on are not over. */
export const countPredictions = (reader: Reader, of: FunnelOf, month: string): Promise<PredictionRow[]> => {
  const signed = inArray(predictions.commentaryId, commentariesOf(reader, of))
  const item = ownItem(reader)
  return reader
    .select({
      origin: predictions.origin,
      elsewhere: sql<boolean>`${predictions.commentaryId} is not null and not ${signed}`.as('elsewhere'),
      standing: standing(item).as('standing'),
      place: place(item).as('place'),
      reason: predictions.unscoredReason,
      countedIn: countedIn(item, month).as('counted_in'),
      n: count,
      weaklyHedged: among(sql`${predictions.weakHedge}`),
    })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .innerJoin(questions, eq(questions.id, predictions.questionId))
    .innerJoin(versions, eq(versions.id, predictions.versionId))
    .leftJoinLateral(item, sql`true`)
    .where(predictionsIn(reader, of))
    .groupBy(sql`1, 2, 3, 4, 5, 6`)
}
