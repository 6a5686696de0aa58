import { and, eq, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias, type PgTable, union } from 'drizzle-orm/pg-core'
import type { Form, Origin } from '../core/prediction.ts'
import type { Timing } from '../core/question.ts'
import type { Instant } from '../core/time.ts'
import { inSet, scoreable } from './acts.ts'
import { canonicalId } from './author-records.ts'
import type { ItemRow } from './board-items.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { authors } from './tables/people.ts'
import { familyMembers, predictions, questions, questionVersions as versions } from './tables/questions.ts'
import { firstItems, scoredItems } from './tables/scores.ts'

/** What somebody said first of a question that is open; nothing of it is posted. */
export type OpenRow = Omit<ItemRow, 'horizonClass' | 'state' | 'hit'>

const isUnposted = (table: PgTable): SQL => sql`not exists (select from ${table} posted
  where posted.author_id = ${canonicalId} and posted.question_id = ${predictions.questionId} and posted.sign = 1
    and not exists (select from ${table} undone where undone.reverses = posted.id))`

/**
 * Of which families anything was ever posted of authors: of others nothing is due, and nothing waits. Statements begin here, since what an
 * author has open is mostly of families that nothing came of yet.
 */
const knownFamilies = (reader: Reader, authorIds: readonly string[] | null) => {
  const [scored, first] = [alias(scoredItems, 'posted'), alias(firstItems, 'posted_first')]
  const of = (items: typeof scored | typeof first) =>
    reader
      .selectDistinct({ authorId: items.authorId, familyId: items.familyId })
      .from(items)
      .where(authorIds === null ? undefined : inArray(items.authorId, [...authorIds]))
  return union(of(scored), of(first)).as('known_family')
}

/** Whether it was said under one of the records of authors: of what many spoke on, only theirs is read. */
const isBy = (authorIds: readonly string[] | null): SQL | undefined =>
  authorIds === null
    ? undefined
    : sql`${predictions.authorId} in (select record.id from ${authors} record where record.id in ${authorIds}
        union all select record.id from ${authors} record where record.canonical_id in ${authorIds})`

const isSaidInWindow = (saidLatest: SQL): SQL => sql`(${saidLatest} at time zone 'UTC')::date <= ${versions.windowEnd}`

const isUnmistaken = sql`not exists (select from ${predictions} slip where slip.act = 'mistake'
  and slip.refers_to = ${predictions.id} and ${isSaidInWindow(sql`slip.said_latest`)})`

const timing = sql<Timing>`case when (${versions.criteriaFixedAt} at time zone 'UTC')::date <= ${versions.windowEnd}
  then 'prospective' else 'retrospective' end`

const inCommentary = eq(predictions.origin, 'commentary')

/**
 * What authors said first on questions that nothing is posted of, since they are open, of families of which something is: as
 * `firstStatement` finds it, whatever slice it is in.
 */
const firstsOn = (reader: Reader, set: string, authorIds: readonly string[] | null) => {
  const known = knownFamilies(reader, authorIds)
  return reader
    .selectDistinctOn([canonicalId, predictions.questionId], {
      authorId: sql<string>`${canonicalId}`.as('author_id'),
      questionId: sql<string>`${predictions.questionId}`.as('question_id'),
      versionId: sql<string>`${predictions.versionId}`.as('version_id'),
      predictionId: sql<string>`${predictions.id}`.as('prediction_id'),
      familyId: sql<string>`${familyMembers.familyId}`.as('family_id'),
      form: sql<Form>`${predictions.form}`.as('form'),
      weakHedge: sql<boolean>`${predictions.weakHedge}`.as('weak_hedge'),
      attribution: sql<string>`${predictions.attribution}`.as('attribution'),
      windowSource: sql<string>`${versions.windowSource}`.as('window_source'),
      timing: timing.as('timing'),
      inSet: inSet(set).as('in_set'),
      origin: sql<Origin>`${predictions.origin}`.as('origin'),
      dueMonth: sql<string>`to_char(${versions.windowEnd}, 'YYYY-MM')`.as('due_month'),
      said: sql<Instant>`${predictions.saidLatest}`.mapWith(predictions.saidLatest).as('said'),
    })
    .from(known)
    .innerJoin(familyMembers, eq(familyMembers.familyId, known.familyId))
    .innerJoin(questions, eq(questions.id, familyMembers.questionId))
    .innerJoin(predictions, eq(predictions.questionId, questions.id))
    .innerJoin(authors, and(eq(authors.id, predictions.authorId), sql`${canonicalId} = ${known.authorId}`))
    .innerJoin(versions, eq(versions.id, predictions.versionId))
    .where(
      and(
        eq(questions.status, 'open'),
        eq(questions.kind, 'binary'),
        isBy(authorIds),
        scoreable,
        isNotNull(predictions.form),
        isNotNull(versions.windowEnd),
        or(inCommentary, lte(predictions.saidLatest, versions.referenceAt)),
        isSaidInWindow(sql`${predictions.saidLatest}`),
        isUnmistaken,
        isUnposted(scoredItems),
        isUnposted(firstItems),
      ),
    )
    .orderBy(
      canonicalId,
      predictions.questionId,
      predictions.saidLatest,
      sql`${inCommentary} desc`,
      sql`case when ${inCommentary} then ${predictions.id} end`,
      sql`${predictions.id} desc`,
    )
}

/** Of these, as a part of a statement, what is in a slice of a set, whatever month it is due in; of all authors for null. */
export const openFirsts = (reader: Reader, slice: CountSlice, authorIds: readonly string[] | null) => {
  const first = firstsOn(reader, slice.set, authorIds).as('open_first')
  return reader
    .select({
      authorId: first.authorId,
      questionId: first.questionId,
      versionId: first.versionId,
      predictionId: first.predictionId,
      familyId: first.familyId,
      form: first.form,
      weakHedge: first.weakHedge,
      origin: first.origin,
      dueMonth: first.dueMonth,
      said: first.said,
    })
    .from(first)
    .where(
      and(
        eq(first.inSet, true),
        inArray(first.windowSource, slice.windowSources),
        slice.attribution === undefined ? undefined : eq(first.attribution, slice.attribution),
        slice.weakHedge === undefined ? undefined : eq(first.weakHedge, slice.weakHedge),
        slice.timing === undefined ? undefined : eq(first.timing, slice.timing),
      ),
    )
}

/** The same, an item a row. */
export const openFirstsOf = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[] | null,
): Promise<OpenRow[]> => (authorIds?.length === 0 ? [] : openFirsts(reader, slice, authorIds))
