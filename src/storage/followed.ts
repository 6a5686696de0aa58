import { and, asc, eq, gt, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { SealedKind } from '../core/ledger/fact-kinds.ts'
import type { WebhookFilter } from '../core/webhooks/webhook.ts'
import { recordsOf } from './author-records.ts'
import type { Reader } from './database.ts'
import { allOf, type Conditions, ofCommentary, ofQuestion, spokenOnBy } from './filters.ts'
import { type Leaf, leafColumns } from './ledger.ts'
import { standingReview } from './reviews.ts'
import { bylines, candidateReviews, candidates, commentaries } from './tables/commentary.ts'
import {
  disputes as dispute,
  disputeConfirmations,
  disputeReplies,
  disputeRulings,
  exclusions,
} from './tables/disputes.ts'
import { eventCandidateReviews, eventCandidates } from './tables/event-candidates.ts'
import { ledgerLeaves as leaves } from './tables/ledger.ts'
import { matches } from './tables/matching.ts'
import { authorLinks } from './tables/people.ts'
import { predictions, questionOptions, questionVersions } from './tables/questions.ts'
import { documentReadings, extractionRuns } from './tables/reading.ts'
import { baselines, questionTopics } from './tables/references.ts'
import { events, evidence, resolutionEntries } from './tables/resolution.ts'
import { scoreChanges } from './tables/scores.ts'
import { secondOpinions } from './tables/second-opinions.ts'

/** What a fact is about: columns of what `from` joins to it. Where several rows are joined it is about each. */
type About = {
  from: SQL
  question?: AnyPgColumn | SQL
  author?: AnyPgColumn | SQL
  commentary?: AnyPgColumn | SQL
  collection?: SQL
}

/** The row of the fact itself. */
const fact = (id: AnyPgColumn): SQL => sql`join ${id.table} on ${id} = seen.fact_id`

/** That a dispute, or this reply to it, was confirmed: until then it is for reviewers. */
const isConfirmed = (reply: SQL): SQL =>
  sql`exists (select from ${disputeConfirmations}
    where ${disputeConfirmations.disputeId} = ${dispute.id} and ${disputeConfirmations.replyId} ${reply})`
const disputeIsConfirmed = isConfirmed(sql`is null`)

const ofDispute = (record: { id: AnyPgColumn; disputeId: AnyPgColumn }, and = sql``): About => ({
  from: sql`${fact(record.id)} join ${dispute} on ${dispute.id} = ${record.disputeId} and ${disputeIsConfirmed} ${and}`,
  question: dispute.questionId,
  author: dispute.authorId,
  commentary: dispute.commentaryId,
})

/** What is recorded of a candidate tells of it as it stands: nothing where that is taken back, which is for reviewers again. */
const ofCandidate = (record: SQL): About => ({
  from: sql`join ${record} on done.id = seen.fact_id join ${candidates} on ${candidates.id} = done.candidate_id
    join ${candidateReviews} on ${standingReview(candidates.id)}
    left join ${matches} on ${matches.predictionId} = ${candidateReviews.predictionId}`,
  question: matches.questionId,
  commentary: candidates.commentaryId,
})

/** The two ids that a membership is known by. */
const [collectionOf, memberOf] = [1, 2].map((part) => sql`split_part(seen.fact_id, '/', ${sql.raw(`${part}`)})`) as [
  SQL,
  SQL,
]

/**
 * What each kind of fact is about, as its change says; null where it is about nothing that is followed, or is for reviewers. A fact
 * that is for reviewers as yet is not joined: where a page is full must not tell whom it is about.
 */
const about: Readonly<Record<SealedKind, About | null>> = {
  'author-link': {
    from: sql`${fact(authorLinks.id)}
      cross join lateral (values (${authorLinks.authorId}), (${authorLinks.otherId})) as party(author_id)`,
    author: sql`party.author_id`,
  },
  commentary: {
    from: sql`${fact(commentaries.id)} left join ${bylines} on ${bylines.commentaryId} = ${commentaries.id}`,
    author: bylines.authorId,
    commentary: commentaries.id,
  },
  place: null,
  'extraction-run': { from: fact(extractionRuns.id), commentary: extractionRuns.commentaryId },
  reading: { from: fact(documentReadings.id), commentary: documentReadings.commentaryId },
  review: ofCandidate(sql`${candidateReviews} done`),
  match: ofCandidate(sql`${matches} done`),
  'second-opinion': ofCandidate(sql`${secondOpinions} done`),
  version: { from: fact(questionVersions.id), question: questionVersions.questionId },
  option: { from: fact(questionOptions.id), question: questionOptions.questionId },
  topic: { from: fact(questionTopics.id), question: questionTopics.questionId },
  baseline: { from: fact(baselines.id), question: baselines.questionId },
  prediction: {
    from: fact(predictions.id),
    question: predictions.questionId,
    author: predictions.authorId,
    commentary: predictions.commentaryId,
  },
  event: { from: fact(events.id), commentary: events.commentaryId },
  'event-review': {
    from: sql`${fact(eventCandidateReviews.id)}
      join ${eventCandidates} on ${eventCandidates.id} = ${eventCandidateReviews.eventCandidateId}`,
    commentary: eventCandidates.commentaryId,
  },
  evidence: { from: fact(evidence.id), question: evidence.questionId, commentary: evidence.commentaryId },
  coverage: null,
  resolution: { from: fact(resolutionEntries.id), question: resolutionEntries.questionId },
  'score-change': { from: fact(scoreChanges.id), question: scoreChanges.questionId, author: scoreChanges.authorId },
  dispute: {
    from: sql`${fact(dispute.id)} and ${disputeIsConfirmed}`,
    question: dispute.questionId,
    author: dispute.authorId,
    commentary: dispute.commentaryId,
  },
  'dispute-reply': ofDispute(disputeReplies, sql`and ${isConfirmed(sql`= ${disputeReplies.id}`)}`),
  'dispute-confirmation': ofDispute(disputeConfirmations),
  'dispute-ruling': ofDispute(disputeRulings),
  exclusion: {
    from: sql`${fact(exclusions.id)} join ${predictions} on ${predictions.id} = ${exclusions.predictionId}`,
    question: predictions.questionId,
    author: predictions.authorId,
    commentary: predictions.commentaryId,
  },
  redaction: null,
  erasure: null,
  'collection-commentary': { from: sql``, commentary: memberOf, collection: collectionOf },
  'collection-question': { from: sql``, question: memberOf, collection: collectionOf },
}

const NOTHING = sql`null::text`

type Range = { after: number; through: number }

/** A kind by itself: the index of kinds finds its facts in a range, and no others are looked at. */
const aboutKind = (kind: string, { from, question, author, commentary, collection }: About, range: Range): SQL =>
  sql`select seen.position, ${question ?? NOTHING} as question_id, ${author ?? NOTHING} as author_id,
    ${commentary ?? NOTHING} as commentary_id, ${collection ?? NOTHING} as collection_id
    from ${leaves} seen ${from}
    where seen.kind = ${kind} and seen.position > ${range.after} and seen.position <= ${range.through}`

const [question, author, commentary, collection] = ['question', 'author', 'commentary', 'collection'].map((name) =>
  sql.raw(`about.${name}_id`),
) as [SQL, SQL, SQL, SQL]

/** Whose words a fact is, or whose question where it is nobody's words. A membership is of its own collection alone. */
const conditions: Conditions<Omit<WebhookFilter, 'kinds' | 'authorId'> & { authorIds: readonly string[] | null }> = {
  authorIds: (ids) => or(inArray(author, [...ids]), and(sql`${author} is null`, spokenOnBy(question)(ids))),
  questionId: (id) => eq(question, id),
  topic: ofQuestion(question).topic,
  collectionId: (id) =>
    or(
      eq(collection, id),
      and(
        sql`${collection} is null`,
        or(ofQuestion(question).collectionId(id), ofCommentary(commentary).collectionId(id)),
      ),
    ),
}

/** So many facts are looked through at one time for what a filter asks. */
export const WINDOW = 5_000

/** The position through which the next `window` facts of these kinds (none: of all) reach. */
export const windowEnd = async (
  reader: Reader,
  { window, ...range }: Range & { window: number },
  kinds: readonly SealedKind[],
): Promise<number> => {
  if (kinds.length === 0) return Math.min(range.through, range.after + window)
  const [last] = await reader
    .select({ position: leaves.position })
    .from(leaves)
    .where(and(gt(leaves.position, range.after), lte(leaves.position, range.through), inArray(leaves.kind, [...kinds])))
    .orderBy(asc(leaves.position))
    .offset(window - 1)
    .limit(1)
  return last?.position ?? range.through
}

/**
 * The facts of a range that a filter asks for, in order, at most `limit`; as their authors, questions, topics and collections stand
 * now. What is about nothing of the kind is not among them.
 */
export const leavesFollowed = async (
  reader: Reader,
  { kinds, authorId, ...filter }: WebhookFilter,
  range: Range & { limit: number },
): Promise<Leaf[]> => {
  const asked = Object.entries(about).flatMap(([kind, one]) =>
    one !== null && (kinds.length === 0 || kinds.includes(kind as SealedKind)) ? [aboutKind(kind, one, range)] : [],
  )
  if (asked.length === 0) return []
  const authorIds = authorId === null ? null : await recordsOf(reader, authorId)
  const found = sql`(select distinct about.position from (${sql.join(asked, sql` union all `)}) about
    where ${allOf({ ...filter, authorIds }, conditions)} order by about.position limit ${range.limit})`
  return reader.select(leafColumns).from(leaves).where(inArray(leaves.position, found)).orderBy(asc(leaves.position))
}
