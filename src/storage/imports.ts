import { and, eq, gt, inArray, min, sql } from 'drizzle-orm'
import type { Outcome, Status } from '../core/resolution/lifecycle.ts'
import type { Reader, Transaction } from './database.ts'
import { holdId } from './hold.ts'
import type { MadeBy } from './made-by.ts'
import { isNewestVersion } from './questions.ts'
import { authors } from './tables/people.ts'
import { imports, predictions, questions, questionVersions as versions } from './tables/questions.ts'

/** A bulk load and what a reader must know about it. */
export type Import = typeof imports.$inferSelect

/** The values of a list as rows: one parameter, however many there are. */
const listed = (values: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`

/** The import of this name: recorded now, or standing already. */
export const putImport = async (tx: Transaction, row: Import): Promise<{ import: Import; created: boolean }> => {
  const [inserted] = await tx.insert(imports).values(row).onConflictDoNothing().returning()
  if (inserted) return { import: inserted, created: true }
  const [standing] = await tx.select().from(imports).where(eq(imports.name, row.name))
  if (!standing) throw new Error(`the import ${row.name} vanished`)
  return { import: standing, created: false }
}

/** Appends the record of a bulk load; null when one of this name stands already. */
export const insertImport = async (tx: Transaction, row: Import): Promise<Import | null> => {
  const [inserted] = await tx.insert(imports).values(row).onConflictDoNothing().returning()
  return inserted ?? null
}

/** The questions of a bulk load by one of the keys of their forecasts. */
export const questionsOfImport = async (
  reader: Reader,
  name: string,
): Promise<{ questionId: string; key: string }[]> => {
  const rows = await reader
    .select({ questionId: predictions.questionId, key: min(predictions.importKey) })
    .from(predictions)
    .innerJoin(imports, eq(imports.id, predictions.importId))
    .where(eq(imports.name, name))
    .groupBy(predictions.questionId)
  return rows.map(({ questionId, key }) => ({ questionId, key: key ?? '' }))
}

/** Holds an import until the transaction ends, so that two who load the same one follow each other. */
export const lockImport = async (tx: Transaction, id: string): Promise<Import | null> => {
  await holdId(tx, id)
  const [held] = await tx.select().from(imports).where(eq(imports.id, id))
  return held ?? null
}

export type StandingQuestion = {
  digest: string
  id: string
  versionId: string
  status: Status
  outcome: Outcome | null
  wording: string
  windowEnd: string | null
}

/** Those questions that there are, by the digest of what made them. */
export const questionsByDigest = async (
  reader: Reader,
  digests: readonly string[],
): Promise<Map<string, StandingQuestion>> => {
  if (digests.length === 0) return new Map()
  const rows = await reader
    .select({
      digest: sql<string>`${questions.requestDigest}`,
      id: questions.id,
      versionId: versions.id,
      status: questions.status,
      outcome: questions.outcome,
      wording: versions.wording,
      windowEnd: versions.windowEnd,
    })
    .from(questions)
    .innerJoin(versions, and(eq(versions.questionId, questions.id), isNewestVersion))
    .where(inArray(questions.requestDigest, listed(digests)))
  return new Map(rows.map((row) => [row.digest, row]))
}

/** Which forecasts of an import stand already, by their key: the id of each. */
export const standingForecasts = async (
  reader: Reader,
  importId: string,
  keys: readonly string[],
): Promise<Map<string, string>> => {
  if (keys.length === 0) return new Map()
  const rows = await reader
    .select({ key: sql<string>`${predictions.importKey}`, id: predictions.id })
    .from(predictions)
    .where(and(eq(predictions.importId, importId), inArray(predictions.importKey, listed(keys))))
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** The ids of those authors that there are, by what they are found again by. */
export const authorsByIdentities = async (
  reader: Reader,
  identities: readonly string[],
): Promise<Map<string, string>> => {
  if (identities.length === 0) return new Map()
  const rows = await reader
    .select({ identity: authors.identity, id: authors.id })
    .from(authors)
    .where(inArray(authors.identity, listed(identities)))
  return new Map(rows.map(({ identity, id }) => [identity, id]))
}

/** The bulk loads that some names recorded a forecast of, in the order of ids. */
export const importsMadeBy = (reader: Reader, { names, after, limit }: MadeBy): Promise<Import[]> => {
  const by = inArray(predictions.recordedBy, listed(names))
  const theirs = reader.select({ id: predictions.importId }).from(predictions).where(by)
  return reader
    .select()
    .from(imports)
    .where(and(inArray(imports.id, theirs), gt(imports.id, after)))
    .orderBy(imports.id)
    .limit(limit)
}
