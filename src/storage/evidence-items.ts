import { and, eq, exists, inArray, isNotNull, lte, not, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type PgTable, unionAll } from 'drizzle-orm/pg-core'
import type { Form, Origin } from '../core/prediction.ts'
import type { ScoredState } from '../core/scored-item.ts'
import type { Instant } from '../core/time.ts'
import { inSet } from './acts.ts'
import { canonicalId } from './author-records.ts'
import { type ItemRow, isBegunOtherwise, tablesNamed, within } from './board-items.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { authors } from './tables/people.ts'
import { familyMembers, predictions, questions, questionVersions as versions } from './tables/questions.ts'
import { resolutionEntries as entries } from './tables/resolution.ts'
import { firstItems, scoredItems } from './tables/scores.ts'

/** Whether a month is among those of a slice. */
export const isDueIn = ({ dueBefore, dueMonths }: CountSlice, dueMonth: string): boolean =>
  dueMonth < dueBefore && (dueMonths?.includes(dueMonth) ?? true)

const [scored, first] = [tablesNamed('item'), tablesNamed('item', 'first')]

/** A slice with all months, those to come too. */
export const ofAnyMonth = ({ dueMonths: _, ...slice }: CountSlice): CountSlice => ({
  ...slice,
  dueBefore: '9999-12',
})

const ofAuthors = (
  tables: typeof scored,
  slice: CountSlice,
  authorIds: readonly string[],
  more: SQL | undefined,
): SQL | undefined => and(within(tables, ofAnyMonth(slice)), inArray(tables.item.authorId, [...authorIds]), more)

const isUnposted = (table: PgTable): SQL => sql`not exists (select from ${table} posted
  where posted.author_id = ${canonicalId} and posted.question_id = ${predictions.questionId} and posted.sign = 1
    and not exists (select from ${table} undone where undone.reverses = posted.id))`

const isUnmistaken = sql`not exists (select from ${predictions} slip
  where slip.act = 'mistake' and slip.refers_to = ${predictions.id})`

const windowEndDay = sql`${versions.windowEnd}`
const isSaidInWindow = sql`(${predictions.saidLatest} at time zone 'UTC')::date <= ${windowEndDay}`
const isProspective = sql`(${versions.criteriaFixedAt} at time zone 'UTC')::date <= ${windowEndDay}`

/** What authors said first on questions that nothing is posted of, since they are open: in a slice of a set, whatever month they are due in. */
const openFirsts = (reader: Reader, slice: CountSlice, authorIds: readonly string[] | null) =>
  reader
    .selectDistinctOn([canonicalId, predictions.questionId], {
      authorId: sql<string>`${canonicalId}`.as('author_id'),
      questionId: sql<string>`${predictions.questionId}`.as('question_id'),
      versionId: sql<string>`${predictions.versionId}`.as('version_id'),
      predictionId: sql<string>`${predictions.id}`.as('prediction_id'),
      familyId: sql<string>`${familyMembers.familyId}`.as('family_id'),
      form: sql<Form>`${predictions.form}`.as('form'),
      weakHedge: sql<boolean>`${predictions.weakHedge}`.as('weak_hedge'),
      origin: sql<Origin>`${predictions.origin}`.as('origin'),
      dueMonth: sql<string>`to_char(${versions.windowEnd}, 'YYYY-MM')`.as('due_month'),
      said: sql<Instant>`${predictions.saidLatest}`.mapWith(predictions.saidLatest).as('said'),
    })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .innerJoin(versions, eq(versions.id, predictions.versionId))
    .innerJoin(questions, eq(questions.id, predictions.questionId))
    .innerJoin(familyMembers, eq(familyMembers.questionId, predictions.questionId))
    .where(
      and(
        authorIds === null
          ? undefined
          : or(inArray(authors.id, [...authorIds]), inArray(authors.canonicalId, [...authorIds])),
        eq(predictions.scoreable, true),
        isNotNull(predictions.form),
        eq(questions.kind, 'binary'),
        eq(questions.status, 'open'),
        isNotNull(versions.windowEnd),
        inArray(versions.windowSource, slice.windowSources),
        slice.attribution === undefined ? undefined : eq(predictions.attribution, slice.attribution),
        slice.weakHedge === undefined ? undefined : eq(predictions.weakHedge, slice.weakHedge),
        slice.timing === undefined ? undefined : slice.timing === 'prospective' ? isProspective : not(isProspective),
        or(eq(predictions.origin, 'commentary'), lte(predictions.saidLatest, versions.referenceAt)),
        isSaidInWindow,
        inSet(slice.set),
        isUnmistaken,
        isUnposted(scoredItems),
        isUnposted(firstItems),
      ),
    )
    .orderBy(canonicalId, predictions.questionId, predictions.saidLatest, predictions.id)

/** What somebody said first of a question that is open; nothing of it is posted. */
export type OpenRow = Omit<ItemRow, 'horizonClass' | 'state' | 'hit'>

/** The same, an item a row; of all authors for null. */
export const openFirstsOf = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[] | null,
): Promise<OpenRow[]> => (authorIds?.length === 0 ? [] : openFirsts(reader, slice, authorIds))

/**
 * What somebody said on one family in one form `n` times and what came of it; `hit` null for what is not settled; `open`: nothing of it is
 * posted. `isDue`: in the months of the slice. `isLater`: after what they had said first of the question or the family, in whatever form.
 */
export type EvidenceForm = {
  authorId: string
  familyId: string
  form: Form
  state: ScoredState | 'open'
  hit: boolean | null
  isDue: boolean
  isLater: boolean
  n: number
}

const saidIn = (
  reader: Reader,
  tables: typeof scored,
  { slice, authorIds, replaced }: { slice: CountSlice; authorIds: readonly string[]; replaced: SQL<boolean> },
) => {
  const { item, said, reversal } = tables
  return reader
    .select({
      authorId: item.authorId,
      familyId: item.familyId,
      form: item.form,
      state: sql<EvidenceForm['state']>`${item.state}`.as('state'),
      dueMonth: item.dueMonth,
      hit: item.hit,
      said: said.saidLatest,
      replaced: replaced.as('replaced'),
    })
    .from(item)
    .innerJoin(said, eq(said.id, item.predictionId))
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(ofAuthors(tables, slice, authorIds, undefined))
}

const openIn = (reader: Reader, slice: CountSlice, authorIds: readonly string[]) => {
  const open = openFirsts(reader, slice, authorIds).as('open_first')
  return reader
    .select({
      authorId: open.authorId,
      familyId: open.familyId,
      form: open.form,
      state: sql<EvidenceForm['state']>`'open'`.as('state'),
      dueMonth: open.dueMonth,
      hit: sql<boolean | null>`null::boolean`.as('hit'),
      said: open.said,
      replaced: sql<boolean>`false`.as('replaced'),
    })
    .from(open)
}

/**
 * By author, family, form and what came of it, whatever month it is due in: the standing items, in the place of those that were not
 * what their author said first on a question, which are `isLater`, what was, and what they said first where nothing is posted yet.
 */
export const evidenceForms = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[],
): Promise<EvidenceForm[]> => {
  if (authorIds.length === 0) return []
  const of = { slice, authorIds }
  const all = unionAll(
    saidIn(reader, scored, { ...of, replaced: isBegunOtherwise(scored) }),
    saidIn(reader, first, { ...of, replaced: sql<boolean>`false` }),
    openIn(reader, slice, authorIds),
  ).as('said')
  const earliest = sql`min(${all.said}) filter (where not ${all.replaced}) over (partition by ${all.authorId}, ${all.familyId})`
  const ranked = reader
    .select({
      authorId: all.authorId,
      familyId: all.familyId,
      form: all.form,
      state: all.state,
      dueMonth: all.dueMonth,
      hit: all.hit,
      isLater: sql<boolean>`(${all.replaced} or ${all.said} > ${earliest})`.as('is_later'),
    })
    .from(all)
    .as('ranked')
  // What is later is only counted: it has one row, whatever was said.
  const ofFirst = <Column>(column: SQLWrapper) => sql<Column>`case when not ${ranked.isLater} then ${column} end`
  const keys = {
    authorId: ranked.authorId,
    familyId: ranked.familyId,
    state: ranked.state,
    dueMonth: ranked.dueMonth,
    isLater: ranked.isLater,
    form: ofFirst<string | null>(ranked.form),
    hit: ofFirst<boolean | null>(ranked.hit),
  }
  const rows = await reader
    .select({ ...keys, n: sql<number>`count(*)::int` })
    .from(ranked)
    .groupBy(...Object.values(keys))
    .orderBy(...Object.values(keys))
  return rows.map(({ dueMonth, form, ...row }) => ({
    ...row,
    form: (form ?? '') as Form,
    isDue: isDueIn(slice, dueMonth),
  }))
}

/** The standing items of these authors on questions of which the log took an outcome back, or decided an older version apart. */
export const overturnable = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[],
): Promise<{ authorId: string; questionId: string; versionId: string }[]> => {
  if (authorIds.length === 0) return []
  const changed = ({ item }: typeof scored) =>
    exists(
      reader
        .select({ id: entries.id })
        .from(entries)
        .where(
          and(
            eq(entries.questionId, item.questionId),
            or(eq(entries.step, 'reopen'), eq(entries.step, 'reopen-version'), eq(entries.step, 'settle-version')),
          ),
        ),
    )
  const of = (tables: typeof scored) =>
    reader
      .select({
        authorId: tables.item.authorId,
        questionId: tables.item.questionId,
        versionId: tables.said.versionId,
      })
      .from(tables.item)
      .innerJoin(tables.said, eq(tables.said.id, tables.item.predictionId))
      .leftJoin(tables.reversal, eq(tables.reversal.reverses, tables.item.id))
      .where(ofAuthors(tables, slice, authorIds, changed(tables)))
  return unionAll(of(scored), of(first))
}
