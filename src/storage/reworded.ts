import { and, eq, exists, gt, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { QuestionVersion } from '../core/question.ts'
import type { Reader } from './database.ts'
import { versionColumns } from './questions.ts'
import { questionVersions as versions } from './tables/questions.ts'

/** So many ids go into one statement. */
const CHUNK = 5_000

const later = alias(versions, 'later')

/** All versions of those among these questions that have several; of a question with one there is nothing to tell apart. */
export const rewordedVersions = async (reader: Reader, questionIds: readonly string[]): Promise<QuestionVersion[]> => {
  const found: QuestionVersion[] = []
  for (let at = 0; at < questionIds.length; at += CHUNK) {
    const isReworded = exists(
      reader
        .select({ id: later.id })
        .from(later)
        .where(and(eq(later.questionId, versions.questionId), gt(later.version, 1))),
    )
    const rows = await reader
      .select(versionColumns)
      .from(versions)
      .where(and(inArray(versions.questionId, questionIds.slice(at, at + CHUNK)), isReworded))
      .orderBy(versions.questionId, versions.version)
    found.push(...rows)
  }
  return found
}
