import { and, eq } from 'drizzle-orm'
import { type CountSlice, type FormCount, inSlice, total } from './counts.ts'
import type { Reader } from './database.ts'
import { scoreCounts } from './tables/scores.ts'

export type DueCount = FormCount & { dueMonth: string }

/** Counts of one author, or for null of everyone on a board together, by the month of the window's end and by form. */
export const dueCounts = (reader: Reader, authorId: string | null, filter: CountSlice): Promise<DueCount[]> =>
  reader
    .select({
      dueMonth: scoreCounts.dueMonth,
      form: scoreCounts.form,
      pending: total(scoreCounts.pending),
      void: total(scoreCounts.void),
      n: total(scoreCounts.n),
      hits: total(scoreCounts.hits),
    })
    .from(scoreCounts)
    .where(
      and(
        authorId === null ? undefined : eq(scoreCounts.authorId, authorId),
        eq(scoreCounts.set, filter.set),
        inSlice(scoreCounts, filter),
      ),
    )
    .groupBy(scoreCounts.dueMonth, scoreCounts.form)
    .orderBy(scoreCounts.dueMonth, scoreCounts.form)
