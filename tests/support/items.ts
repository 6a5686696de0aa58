import { itemsOfQuestion } from '../../src/actions/questions/post-scores.ts'
import type { Question } from '../../src/core/question.ts'
import { type Items, itemKinds, type ScoredItem } from '../../src/core/scored-item.ts'
import type { Reader } from '../../src/storage/database.ts'

/** The items of a question as its log and what was said on it make them, whatever is posted; read `most` statements at a time. */
export const itemsByLog = async (reader: Reader, question: Question, most?: number): Promise<Items<ScoredItem>> => {
  const all: Items<ScoredItem> = { scored: [], first: [] }
  for await (const { holding } of itemsOfQuestion(reader, question, most))
    for (const kind of itemKinds) all[kind].push(...holding[kind])
  return all
}
