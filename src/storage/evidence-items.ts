import { and, eq, exists, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Form } from '../core/prediction.ts'
import type { ScoredState } from '../core/scored-item.ts'
import { isBegunOtherwise, tablesNamed, within } from './board-items.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { openFirsts } from './open-firsts.ts'
import { resolutionEntries as entries } from './tables/resolution.ts'

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
