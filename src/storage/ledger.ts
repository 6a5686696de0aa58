import { and, asc, count, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { SealedKind } from '../core/ledger/fact-kinds.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { ledgerCheckpoints as checkpoints, ledgerLeaves as leaves, unsealedFacts as waiting } from './tables/ledger.ts'
import { authors, collections } from './tables/people.ts'
import { snapshots } from './tables/snapshots.ts'

export type Sealed = { position: number; sealedAt: Instant }

/** The last position and when it was sealed; null while nothing is. */
export const lastLeaf = async (reader: Reader): Promise<Sealed | null> => {
  const [last] = await reader
    .select({ position: leaves.position, sealedAt: leaves.sealedAt })
    .from(leaves)
    .orderBy(desc(leaves.position))
    .limit(1)
  return last ?? null
}

/** The position of a fact; null while it is not sealed. */
export const positionOf = async (reader: Reader, factId: string): Promise<number | null> => {
  const [leaf] = await reader.select({ position: leaves.position }).from(leaves).where(eq(leaves.factId, factId))
  return leaf?.position ?? null
}

/** The leaf of a fact; null while it is not sealed. */
export const leafOf = async (reader: Reader, factId: string): Promise<SealedLeaf | null> => {
  const [leaf] = await reader
    .select({ ...leafColumns, digest: leaves.digest, ends: leaves.ends })
    .from(leaves)
    .where(eq(leaves.factId, factId))
  return leaf ?? null
}

/** The last position, up to one or sealed by an instant, that ends a transaction; null where there is none. */
export const wholeLeaf = async (
  reader: Reader,
  by: { position: number } | { instant: Instant },
): Promise<Sealed | null> => {
  const [last] = await reader
    .select({ position: leaves.position, sealedAt: leaves.sealedAt })
    .from(leaves)
    .where(
      and(
        eq(leaves.ends, true),
        'position' in by ? lte(leaves.position, by.position) : lte(leaves.sealedAt, by.instant),
      ),
    )
    .orderBy(...('position' in by ? [] : [desc(leaves.sealedAt)]), desc(leaves.position))
    .limit(1)
  return last ?? null
}

/** `kept`: the newest kept board; `signed`: size and key of the newest checkpoint, null where there is none. `authors` and `collections`: how many; they are only ever added to, and are no facts. */
export type SettledState = {
  position: number
  kept: string | null
  signed: string | null
  authors: number
  collections: number
}

/**
 * The last position, 0 before the first, and what answers show besides facts; null while a committed fact has no position. In one
 * statement: all are of one moment.
 */
export const settledState = async (reader: Reader): Promise<SettledState | null> => {
  const [row] = await reader
    .select({
      position: sql<number>`coalesce((select max(${leaves.position}) from ${leaves}), 0)`.mapWith(Number),
      kept: sql<
        string | null
      >`(select ${snapshots.id} from ${snapshots} order by ${snapshots.recordedAt} desc, ${snapshots.id} desc limit 1)`,
      signed: sql<string | null>`(select ${checkpoints.size} || ' ' || ${checkpoints.key} from ${checkpoints}
        order by ${checkpoints.size} desc, ${checkpoints.signedAt} desc, ${checkpoints.key} desc limit 1)`,
      authors: sql<number>`(select count(*) from ${authors})`.mapWith(Number),
      collections: sql<number>`(select count(*) from ${collections})`.mapWith(Number),
      waiting: sql<boolean>`exists (select 1 from ${waiting})`,
    })
    .from(sql`(select 1) as one`)
  if (!row || row.waiting) return null
  const { waiting: _, ...state } = row
  return state
}

/** How many committed facts wait for their position. */
export const countWaiting = async (reader: Reader): Promise<number> => {
  const [row] = await reader.select({ waiting: count() }).from(waiting)
  return row?.waiting ?? 0
}

/** One sealer at a time. Taken in a statement of its own, so that the next one sees what the last sealer committed. */
export const becomeSealer = (tx: Transaction) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('hindcast-sealer', 0))`)

/**
 * Gives the facts that are committed their positions: whole transactions, in the order of their last facts, at most
 * `limit` facts and the rest of the transaction that the limit falls in. A transaction read what another wrote only after that one's
 * last fact, and appended after reading: so what builds on a fact stands behind it. Whoever commits later comes later.
 * Returns how many were sealed, and the last position.
 */
export const sealWaiting = async (
  tx: Transaction,
  sealedAt: Instant,
  limit: number,
): Promise<{ sealed: number; position: number }> => {
  await becomeSealer(tx)
  const last = await lastLeaf(tx)
  const before = last?.position ?? 0
  const noEarlier = last && last.sealedAt > sealedAt ? last.sealedAt : sealedAt
  // One statement, one view of what is committed: a transaction is in it whole, or not at all.
  await tx.execute(sql`insert into ${leaves} (position, kind, fact_id, digest, sealed_at, ends)
    select ${before}::bigint + row_number() over (order by batch.last, fact.seq), fact.kind, fact.fact_id, fact.digest,
      ${noEarlier}::timestamptz, fact.seq = batch.last
    from ${waiting} fact
    join (
      select xact, max(seq) as last, sum(count(*)) over (order by max(seq)) - count(*) as ahead
      from ${waiting} group by xact
    ) batch on batch.xact = fact.xact
    where batch.ahead < ${limit}`)
  // Nothing stops waiting but by its leaf.
  await tx.execute(sql`delete from ${waiting} using ${leaves}
    where ${leaves}.fact_id = ${waiting}.fact_id and ${leaves}.position > ${before}`)
  const position = (await lastLeaf(tx))?.position ?? 0
  return { sealed: position - before, position }
}

/** A fact at its place in the ledger. */
export type Leaf = { position: number; kind: SealedKind; factId: string; sealedAt: Instant }

export const leafColumns = {
  position: leaves.position,
  kind: leaves.kind,
  factId: leaves.factId,
  sealedAt: leaves.sealedAt,
}

/** The leaves after a position up to another, of these kinds (none: of all), in order; at most `limit`. */
export const leavesAfter = (
  reader: Reader,
  { after, through, kinds, limit }: { after: number; through: number; kinds: readonly SealedKind[]; limit: number },
): Promise<Leaf[]> =>
  reader
    .select(leafColumns)
    .from(leaves)
    .where(
      and(
        gt(leaves.position, after),
        lte(leaves.position, through),
        kinds.length > 0 ? inArray(leaves.kind, [...kinds]) : undefined,
      ),
    )
    .orderBy(asc(leaves.position))
    .limit(limit)

/** A leaf with all that the tree is made of. */
export type SealedLeaf = Leaf & { digest: string; ends: boolean }

/** The leaves after a position up to another, whole and in order; at most `limit`. */
export const sealedLeavesAfter = (
  reader: Reader,
  { after, through, limit }: { after: number; through: number; limit: number },
): Promise<SealedLeaf[]> =>
  reader
    .select({ ...leafColumns, digest: leaves.digest, ends: leaves.ends })
    .from(leaves)
    .where(and(gt(leaves.position, after), lte(leaves.position, through)))
    .orderBy(asc(leaves.position))
    .limit(limit)

/** The leaves at these positions, in order. */
export const leavesAt = (reader: Reader, positions: readonly number[]): Promise<Leaf[]> =>
  reader
    .select(leafColumns)
    .from(leaves)
    .where(inArray(leaves.position, [...positions]))
    .orderBy(asc(leaves.position))
