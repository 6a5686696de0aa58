import { and, eq, getTableColumns } from 'drizzle-orm'
import type { QuestionDifficulty } from '../core/snapshot.ts'
import type { Reader, Transaction } from './database.ts'
import { afterQuestion, byQuestion, type Page, type PageRequest, pageOfQuestions } from './keyset.ts'
import { questionDifficulties } from './tables/snapshots.ts'

const { snapshotId, ...columns } = getTableColumns(questionDifficulties)

const CHUNK = 2000

/** Keeps how hard the questions of a snapshot were; in the transaction that keeps it. */
export const insertDifficulties = async (
  tx: Transaction,
  id: string,
  difficulties: readonly QuestionDifficulty[],
): Promise<void> => {
  const rows = difficulties.map((one) => ({ snapshotId: id, ...one }))
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.insert(questionDifficulties).values(rows.slice(at, at + CHUNK))
}

/** All that a snapshot keeps. */
export const difficultiesOf = (reader: Reader, id: string): Promise<QuestionDifficulty[]> =>
  reader
    .select(columns)
    .from(questionDifficulties)
    .where(eq(snapshotId, id))
    .orderBy(...byQuestion(columns))

/** A page of what a snapshot keeps, in the order of question ids. */
export const listDifficulties = async (
  reader: Reader,
  id: string,
  page: PageRequest,
): Promise<Page<QuestionDifficulty>> => {
  const rows = await reader
    .select(columns)
    .from(questionDifficulties)
    .where(and(eq(snapshotId, id), afterQuestion(page, columns)))
    .orderBy(...byQuestion(columns))
    .limit(page.limit + 1)
  return pageOfQuestions(rows, page)
}
