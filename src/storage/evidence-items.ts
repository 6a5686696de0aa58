import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Form } from '../core/prediction.ts'
import { tablesNamed, within } from './board-items.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { resolutionEntries as entries } from './tables/resolution.ts'

/** Whether a month is among those of a slice. */
export const isDueIn = ({ dueBefore, dueMonths }: CountSlice, dueMonth: string): boolean =>
  dueMonth < dueBefore && (dueMonths?.includes(dueMonth) ?? true)

/** What somebody said on one family in one form `n` times that no count of the slice holds as settled; `isDue` in its months. */
export type WaitingForm = { authorId: string; familyId: string; form: Form; n: number; isDue: boolean }

const one = tablesNamed('one')

/** A slice with all months, those to come too. */
export const ofAnyMonth = ({ dueMonths: _, ...slice }: CountSlice): CountSlice => ({
  ...slice,
  dueBefore: '9999-12',
})

const ofAuthors = (slice: CountSlice, authorIds: readonly string[], more: SQL | undefined): SQL | undefined =>
  and(within(one, ofAnyMonth(slice)), inArray(one.item.authorId, [...authorIds]), more)

/**
 * By author, family and form, what evidence on families waits for: standing items that are open, whenever they are due, and
 * those settled in months that are not of the slice.
 */
export const waitingForms = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[],
): Promise<WaitingForm[]> => {
  if (authorIds.length === 0) return []
  const { item, reversal } = one
  const rows = await reader
    .select({
      authorId: item.authorId,
      familyId: item.familyId,
      form: item.form,
      state: item.state,
      dueMonth: item.dueMonth,
      n: sql<number>`count(*)::int`,
    })
    .from(item)
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(ofAuthors(slice, authorIds, inArray(item.state, ['pending', 'scored'])))
    .groupBy(item.authorId, item.familyId, item.form, item.state, item.dueMonth)
    .orderBy(item.authorId, item.familyId, item.form, item.state, item.dueMonth)
  return rows
    .map(({ dueMonth, ...row }) => ({ ...row, isDue: isDueIn(slice, dueMonth) }))
    .filter(({ state, isDue }) => state === 'pending' || !isDue)
    .map(({ state: _, ...row }) => row)
}

/** What somebody said of a family in one form `n` times after they had first spoken of it. `hit` null for what is open. */
export type LaterForm = WaitingForm & { state: 'pending' | 'scored'; hit: boolean | null }

/** By author, family, form and what came of it, the standing items that were said later than the first of their family. */
export const saidLater = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[],
): Promise<LaterForm[]> => {
  if (authorIds.length === 0) return []
  const { item, said, reversal } = one
  const ranked = reader
    .select({
      authorId: item.authorId,
      familyId: item.familyId,
      form: item.form,
      state: item.state,
      dueMonth: item.dueMonth,
      hit: item.hit,
      isLater:
        sql<boolean>`${said.saidLatest} > min(${said.saidLatest}) over (partition by ${item.authorId}, ${item.familyId})`.as(
          'is_later',
        ),
    })
    .from(item)
    .innerJoin(said, eq(said.id, item.predictionId))
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(ofAuthors(slice, authorIds, inArray(item.state, ['pending', 'scored'])))
    .as('ranked')
  const rows = await reader
    .select({
      authorId: ranked.authorId,
      familyId: ranked.familyId,
      form: ranked.form,
      state: ranked.state,
      dueMonth: ranked.dueMonth,
      hit: ranked.hit,
      n: sql<number>`count(*)::int`,
    })
    .from(ranked)
    .where(sql`${ranked.isLater}`)
    .groupBy(ranked.authorId, ranked.familyId, ranked.form, ranked.state, ranked.dueMonth, ranked.hit)
  return rows.flatMap(({ dueMonth, state, ...row }) =>
    state === 'void' ? [] : [{ ...row, state, isDue: isDueIn(slice, dueMonth) }],
  )
}

/** The standing items of these authors on questions of which the log took an outcome back, or decided an older version apart. */
export const overturnable = async (
  reader: Reader,
  slice: CountSlice,
  authorIds: readonly string[],
): Promise<{ authorId: string; questionId: string; versionId: string }[]> => {
  if (authorIds.length === 0) return []
  const { item, said, reversal } = one
  const changed = reader
    .select({ id: entries.id })
    .from(entries)
    .where(
      and(
        eq(entries.questionId, item.questionId),
        or(eq(entries.step, 'reopen'), eq(entries.step, 'reopen-version'), eq(entries.step, 'settle-version')),
      ),
    )
  return reader
    .select({ authorId: item.authorId, questionId: item.questionId, versionId: said.versionId })
    .from(item)
    .innerJoin(said, eq(said.id, item.predictionId))
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(ofAuthors(slice, authorIds, exists(changed)))
}
