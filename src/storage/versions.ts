import { inArray } from 'drizzle-orm'
import type { QuestionVersion } from '../core/question.ts'
import type { Reader } from './database.ts'
import { versionColumns } from './questions.ts'
import { questionVersions as versions } from './tables/questions.ts'

export const versionsByIds = async (reader: Reader, ids: readonly string[]): Promise<QuestionVersion[]> =>
  ids.length === 0
    ? []
    : reader
        .select(versionColumns)
        .from(versions)
        .where(inArray(versions.id, [...ids]))
