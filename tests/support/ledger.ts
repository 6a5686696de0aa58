import { asc, sql } from 'drizzle-orm'
import { factTables } from '../../src/core/ledger/fact-kinds.ts'
import type { Reader } from '../../src/storage/database.ts'
import { ledgerLeaves, unsealedFacts } from '../../src/storage/tables/ledger.ts'

export type Noted = { kind: string; factId: string; digest: string }

/** Every fact that stands in the database, by the tables themselves. */
export const factsIn = async (reader: Reader): Promise<Noted[]> => {
  const facts: Noted[] = []
  for (const [kind, table] of Object.entries(factTables)) {
    const rows = await reader
      .select({ factId: sql<string>`id`, digest: sql<string>`digest` })
      .from(sql`${sql.identifier(table)}`)
    facts.push(...rows.map((row) => ({ kind, ...row })))
  }
  return facts
}

/** Does what no role of an application may: as if there were no triggers. */
export const unguarded = async <T>(reader: Reader, work: () => Promise<T>): Promise<T> => {
  await reader.execute(sql`set session_replication_role = replica`)
  try {
    return await work()
  } finally {
    await reader.execute(sql`set session_replication_role = origin`)
  }
}

export const leavesIn = (reader: Reader) => reader.select().from(ledgerLeaves).orderBy(asc(ledgerLeaves.position))
export const waitingIn = (reader: Reader) => reader.select().from(unsealedFacts).orderBy(asc(unsealedFacts.seq))

/** As `kind fact digest`, in order of the alphabet. */
export const linesOf = (facts: readonly Noted[]): string[] =>
  facts.map(({ kind, factId, digest }) => `${kind} ${factId} ${digest}`).sort()
