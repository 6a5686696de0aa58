import { and, asc, gt, type SQL, sql } from 'drizzle-orm'
import type { Question } from '../core/question.ts'
import type { Reader } from './database.ts'
import { selectQuestions } from './questions.ts'
import { ledgerLeaves as leaves } from './tables/ledger.ts'
import { questionOptions, questions, questionVersions } from './tables/questions.ts'
import { questionTopics } from './tables/references.ts'
import { resolutionEntries } from './tables/resolution.ts'

/** Whether something came to a question after one position, up to another. */
const changedIn = (since: number, through: number): SQL => {
  const facts = [questionVersions, questionOptions, questionTopics, resolutionEntries].map(
    (table) => sql`select ${table.id} from ${table} where ${table.questionId} = ${questions.id}`,
  )
  return sql`exists (select from ${leaves} where ${leaves.position} > ${since} and ${leaves.position} <= ${through}
    and ${leaves.factId} in (${sql.join(facts, sql` union all `)}))`
}

export type QuestionsAfter = { after: string; since: number | null; through: number; limit: number }

/** The questions after an id, in the order of ids, those alone that changed after a position; at most `limit`. */
export const questionsAfter = (reader: Reader, { after, since, through, limit }: QuestionsAfter): Promise<Question[]> =>
  selectQuestions(reader)
    .where(and(gt(questions.id, after), since === null ? undefined : changedIn(since, through)))
    .orderBy(asc(questions.id))
    .limit(limit)
