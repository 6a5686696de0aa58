import { type SQL, sql } from 'drizzle-orm'
import { type FactKind, factTables, memberTables, type SealedKind } from '../core/ledger/fact-kinds.ts'
import type { Reader } from './database.ts'
import { ledgerLeaves as leaves, unsealedFacts as waiting } from './tables/ledger.ts'

/** Where the facts of a kind stand, what orders them by an index, and what the ledger calls them and says of them. */
type Source = { kind: SealedKind; table: string; key: SQL[]; id: SQL; digest: SQL }

const member = (kind: keyof typeof memberTables, column: string, field: string): Source => {
  const [collection, own] = [sql`fact.collection_id`, sql`fact.${sql.identifier(column)}`]
  return {
    kind,
    table: memberTables[kind],
    key: [collection, own],
    id: sql`${collection} || '/' || ${own}`,
    digest: sql`member_digest(${kind}::text, ${collection}, ${field}::text, ${own}, fact.recorded_at)`,
  }
}

/** Every kind of fact. */
export const sealedSources: readonly Source[] = [
  ...(Object.keys(factTables) as FactKind[]).map((kind) => ({
    kind,
    table: factTables[kind],
    key: [sql`fact.id`],
    id: sql`fact.id`,
    digest: sql`fact.digest`,
  })),
  member('collection-commentary', 'commentary_id', 'commentaryId'),
  member('collection-question', 'question_id', 'questionId'),
]

/** `last`: the key of the last of them, null where there is none. `off`: how many are not in exactly one place; `named`: three of those. */
export type SealedBatch = { checked: number; last: string[] | null; off: number; named: string[] }

/**
 * The next facts of a kind by their keys, and those of them that do not stand with their digest in exactly one place: in one leaf, or
 * waiting for it once. The leaf of each is found by the index, whatever the size of the ledger.
 */
export const sealedAfter = async (
  reader: Reader,
  { kind, table, key, id, digest }: Source,
  after: readonly string[] | null,
  limit: number,
): Promise<SealedBatch> => {
  const columns = sql.join(key, sql`, `)
  const values = after?.map((value) => sql`${value}`)
  const beyond = values ? sql`where (${columns}) > (${sql.join(values, sql`, `)})` : sql``
  const same = (row: SQL) => sql`${row}.kind = ${kind} and ${row}.digest = batch.digest`
  const isOff = sql`(select count(*) from ${leaves} leaf where leaf.fact_id = batch.id and ${same(sql`leaf`)})
    + coalesce(queue.times, 0) <> 1`
  const [row] = await reader
    .select({
      checked: sql<number>`count(*)`.mapWith(Number),
      last: sql<string[] | null>`to_jsonb(max(batch.key))`,
      off: sql<number>`count(*) filter (where batch.is_off)`.mapWith(Number),
      named: sql<
        string[]
      >`to_jsonb((coalesce(array_agg(batch.id order by batch.id) filter (where batch.is_off), '{}'))[1:3])`,
    })
    .from(
      sql`(select batch.key, batch.id, ${isOff} as is_off
        from (select array[${columns}] as key, ${id} as id, ${digest} as digest from ${sql.identifier(table)} fact
          ${beyond} order by ${columns} limit ${limit}) batch
        left join (select fact_id, kind, digest, count(*) as times from ${waiting} group by 1, 2, 3) queue
          on queue.fact_id = batch.id and ${same(sql`queue`)}) batch`,
    )
  if (!row) throw new Error('one row was selected and none came')
  return row
}

/** How many more are in the ledger or wait for it than there are facts of a kind. */
export const countBeyond = async (reader: Reader, { kind, table }: Source): Promise<number> => {
  const [row] = await reader
    .select({
      beyond: sql<number>`(select count(*) from ${leaves} where kind = ${kind})
        + (select count(*) from ${waiting} where kind = ${kind}) - (select count(*) from ${sql.identifier(table)})`.mapWith(
        Number,
      ),
    })
    .from(sql`(select 1) as one`)
  return row?.beyond ?? 0
}

/** How many positions up to the last one have no leaf. */
export const countGaps = async (reader: Reader): Promise<number> => {
  const [row] = await reader
    .select({ gaps: sql<number>`coalesce(max(${leaves.position}), 0) - count(*)`.mapWith(Number) })
    .from(leaves)
  return row?.gaps ?? 0
}
