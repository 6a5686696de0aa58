import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from './database.ts'
import { authors } from './tables/people.ts'
import { predictions } from './tables/questions.ts'

/** Who a record counts for, of a row of `authors`: itself, or what it is merged into. */
export const canonicalId = sql<string>`coalesce(${authors.canonicalId}, ${authors.id})`

const whoCounts = (recordId: string): SQL =>
  sql`(select coalesce(named.canonical_id, named.id) from ${authors} named where named.id = ${recordId})`

/**
 * The ids of the records of an author, named by any of them. Of two parts, each of which an index finds: as one condition on a row it
 * would go through every author where links are replayed, as they are for a read of what stood.
 */
const recordIds = (recordId: string): SQL =>
  sql`select record.id from ${authors} record where record.id = ${whoCounts(recordId)}
    union all select record.id from ${authors} record where record.canonical_id = ${whoCounts(recordId)}`

/**
 * The records of an author, named by any of them: the one that all count for first. A list that is read in the order of an index is
 * asked for these by name: of one name it is as quick as before there could be several.
 */
export const recordsOf = async (reader: Reader, recordId: string): Promise<string[]> => {
  const rows = await reader
    .select({ id: sql<string>`found.id` })
    .from(sql`(${recordIds(recordId)}) found`)
    .orderBy(sql`found.id <> ${whoCounts(recordId)}`, sql`found.id`)
  return rows.map(({ id }) => id)
}

/** Whether a fact was recorded under one of the records of an author, named by any of them. */
export const isOf = (recordedId: AnyPgColumn, recordId: string): SQL => sql`${recordedId} in (${recordIds(recordId)})`

/** Of the records that spoke on these questions those that are merged, each with who it counts for. */
export const mergedOn = async (reader: Reader, questionIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await reader
    .selectDistinct({ id: authors.id, canonicalId })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .where(and(inArray(predictions.questionId, [...questionIds]), isNotNull(authors.canonicalId)))
  return new Map(rows.map((row) => [row.id, row.canonicalId]))
}
