import { groupBy } from '../../core/group-by.ts'
import type { Voice } from '../../core/slice.ts'
import { repeatedActs } from '../../storage/acts.ts'
import type { ItemRow } from '../../storage/board-items.ts'
import type { Reader } from '../../storage/database.ts'
import { judgedQuestions } from '../report/own-outcomes.ts'
import { type FirstAndLast, firstAndLast } from '../report/timed-record.ts'

const keyOf = ({ authorId, questionId }: Pick<ItemRow, 'authorId' | 'questionId'>): string =>
  `${authorId} ${questionId}`

/** What of the scored items of a board their authors said first and last on the question, by `restatedKey`, where several stood. */
export const restatedOn = async (
  reader: Reader,
  rows: readonly ItemRow[],
  voice: Voice,
): Promise<Map<string, FirstAndLast>> => {
  const scored = rows.filter(({ state }) => state === 'scored')
  const acts = groupBy(await repeatedActs(reader, [...new Set(scored.map(({ questionId }) => questionId))]), keyOf)
  const again = scored.filter((row) => acts.has(keyOf(row)))
  const judged = await judgedQuestions(reader, [...new Set(again.map(({ questionId }) => questionId))])
  return new Map(
    again.flatMap((row): [string, FirstAndLast][] => {
      const log = judged.get(row.questionId)
      const found = log && firstAndLast(acts.get(keyOf(row)) ?? [], log, { versionId: row.versionId, voice })
      return found ? [[keyOf(row), found]] : []
    }),
  )
}

export const restatedKey = keyOf
