import { sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { commentaries } from './tables/commentary.ts'
import { installation } from './tables/installation.ts'
import { ledgerLeaves, unsealedFacts } from './tables/ledger.ts'
import { authors, collections, keys } from './tables/people.ts'
import { questions } from './tables/questions.ts'

/** Whether this database is for practice. */
export const isSandbox = async (reader: Reader): Promise<boolean> =>
  (await reader.select({ sandbox: installation.sandbox }).from(installation))[0]?.sandbox ?? false

/** Whether anything was ever recorded: a key, an author, a fact. */
export const holdsAnything = async (reader: Reader): Promise<boolean> => {
  for (const table of [keys, authors, ledgerLeaves, unsealedFacts])
    if ((await reader.select({ one: sql`1` }).from(table).limit(1)).length > 0) return true
  return false
}

/** Whether there is anything to look at: who may write, keys and people, is none of that. One query. */
export const holdsContent = async (reader: Reader): Promise<boolean> => {
  const any = [commentaries, questions, collections, authors].map((table) => sql`exists (select from ${table})`)
  const [row] = await reader.select({ any: sql<boolean>`${sql.join(any, sql` or `)}` }).from(sql`(select 1) as one`)
  return row?.any === true
}

/** Marks this database as one for practice, for good. */
export const markSandbox = async (tx: Transaction, recordedAt: Instant): Promise<void> => {
  await tx.insert(installation).values({ id: 'this', sandbox: true, recordedAt }).onConflictDoNothing()
}
