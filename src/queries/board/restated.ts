import { groupBy } from '../../core/group-by.ts'
import type { Voice } from '../../core/slice.ts'
import { repeatedActs } from '../../storage/acts.ts'
import { authorQuestion, type ItemRow } from '../../storage/board-items.ts'
import type { Reader } from '../../storage/database.ts'
import { judgedQuestions } from '../report/own-outcomes.ts'
import { type FirstAndLast, firstAndLast } from '../report/timed-record.ts'

/** What of the scored items of a board their authors said first and last on the question, by `authorQuestion`, where several stood. */
export const restatedOn = async (
  reader: Reader,
  rows: readonly ItemRow[],
  voice: Voice,
): Promise<Map<string, FirstAndLast>> => {
  const scored = rows.filter(({ state }) => state === 'scored')
  const acts = groupBy(
    await repeatedActs(reader, [...new Set(scored.map(({ questionId }) => questionId))]),
    authorQuestion,
  )
  const again = scored.filter((row) => acts.has(authorQuestion(row)))
  const judged = await judgedQuestions(reader, [...new Set(again.map(({ questionId }) => questionId))])
  return new Map(
    again.flatMap((row): [string, FirstAndLast][] => {
      const log = judged.get(row.questionId)
      const found = log && firstAndLast(acts.get(authorQuestion(row)) ?? [], log, { versionId: row.versionId, voice })
      return found ? [[authorQuestion(row), found]] : []
    }),
  )
}
