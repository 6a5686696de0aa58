import { asc, eq } from 'drizzle-orm'
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

/** The options of a question in their order; none where it is not categorical. */
export const optionsOf = (reader: Reader, questionId: string): Promise<QuestionOption[]> =>
  reader
    .select(columns)
    .from(questionOptions)
    .where(eq(questionOptions.questionId, questionId))
    .orderBy(asc(questionOptions.position))
