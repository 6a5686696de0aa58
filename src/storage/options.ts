import { asc, inArray } from 'drizzle-orm'
import { groupBy } from '../core/group-by.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { QuestionOption } from '../core/option.ts'
import type { Reader, Transaction } from './database.ts'
import { questionOptions } from './tables/questions.ts'

const columns = {
  id: questionOptions.id,
  questionId: questionOptions.questionId,
  position: questionOptions.position,
  label: questionOptions.label,
  isOther: questionOptions.isOther,
  reason: questionOptions.reason,
  recordedAt: questionOptions.recordedAt,
}

export type NewOption = QuestionOption & { recordedBy: string; salts: Salts; digest: string }

export const insertOptions = async (tx: Transaction, rows: NewOption[]): Promise<void> => {
  if (rows.length > 0) await tx.insert(questionOptions).values(rows)
}

/** The options of each of these questions in their order; none where it is not categorical. */
export const optionsOfAll = async (
  reader: Reader,
  questionIds: readonly string[],
): Promise<Map<string, QuestionOption[]>> => {
  if (questionIds.length === 0) return new Map()
  const rows = await reader
    .select(columns)
    .from(questionOptions)
    .where(inArray(questionOptions.questionId, [...questionIds]))
    .orderBy(asc(questionOptions.position))
  return groupBy(rows, ({ questionId }) => questionId)
}

export const optionsOf = async (reader: Reader, questionId: string): Promise<QuestionOption[]> =>
  (await optionsOfAll(reader, [questionId])).get(questionId) ?? []

export const optionsByIds = async (reader: Reader, ids: readonly string[]): Promise<QuestionOption[]> =>
  ids.length === 0
    ? []
    : reader
        .select(columns)
        .from(questionOptions)
        .where(inArray(questionOptions.id, ids as QuestionOption['id'][]))
