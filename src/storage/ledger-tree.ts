import { type AnyColumn, and, between, desc, eq, or, type SQL } from 'drizzle-orm'
import type { Hash } from '../core/ledger/digest.ts'
import { hashOfLeaf } from '../core/ledger/leaf.ts'
import { type Node, type ReadNodes, rootOver } from '../core/ledger/merkle.ts'
import type { Reader, Transaction } from './database.ts'
import { ledgerLeaves as leaves, ledgerSubtrees as subtrees } from './tables/ledger.ts'

/** A subtree that is kept stands over so many of the level below: eight levels of the tree. */
const LEVELS = 8
export const WIDTH = 2 ** LEVELS

/** Entries of a kept level, 0 for the leaves themselves: from one up to another, which is among them. */
type Span = { from: number; through: number }

const within = (column: AnyColumn, spans: readonly Span[]): SQL | undefined =>
  or(...spans.map(({ from, through }) => between(column, from, through)))

/** Hashes of the leaves at these indices, by index. */
const leafEntries = async (reader: Reader, hash: Hash, spans: readonly Span[]): Promise<Map<number, string>> => {
  const rows = await reader
    .select({
      position: leaves.position,
      kind: leaves.kind,
      digest: leaves.digest,
      sealedAt: leaves.sealedAt,
      ends: leaves.ends,
    })
    .from(leaves)
    .where(
      within(
        leaves.position,
        spans.map(({ from, through }) => ({ from: from + 1, through: through + 1 })),
      ),
    )
  return new Map(rows.map(({ position, ...leaf }) => [position - 1, hashOfLeaf(hash, leaf)]))
}

/** Roots of the kept subtrees of a level at these indices, by index. */
const keptEntries = async (reader: Reader, level: number, spans: readonly Span[]): Promise<Map<number, string>> => {
  const rows = await reader
    .select({ index: subtrees.index, root: subtrees.root })
    .from(subtrees)
    .where(and(eq(subtrees.level, level), within(subtrees.index, spans)))
  return new Map(rows.map(({ index, root }) => [index, root]))
}

/** Hashes of the entries of a level in these spans, by index; what is not there is left out. */
export const entriesOf = (
  reader: Reader,
  hash: Hash,
  level: number,
  spans: readonly Span[],
): Promise<Map<number, string>> => (level === 0 ? leafEntries(reader, hash, spans) : keptEntries(reader, level, spans))

/** The entries that a node of the tree stands over, and on which kept level. */
const spanOf = ({ level, index }: Node): Span & { kept: number } => {
  const width = 2 ** (level % LEVELS)
  return { kept: Math.floor(level / LEVELS), from: index * width, through: (index + 1) * width - 1 }
}

/** Entries in their order. Throws where one is not there. */
export function* entriesIn(entries: ReadonlyMap<number, string>, { from, through }: Span): Generator<string> {
  for (let at = from; at <= through; at++) {
    const entry = entries.get(at)
    if (entry === undefined) throw new Error(`the ledger has no entry ${at}`)
    yield entry
  }
}

/** Reads nodes of the Merkle tree: a query for each kept level among them, at most 256 entries a node. Throws where one is not whole. */
export const readNodes =
  (reader: Reader, hash: Hash): ReadNodes =>
  async (nodes) => {
    const spans = nodes.map(spanOf)
    const levels = new Map<number, Map<number, string>>()
    for (const kept of new Set(spans.map((span) => span.kept)))
      levels.set(
        kept,
        await entriesOf(
          reader,
          hash,
          kept,
          spans.filter((span) => span.kept === kept),
        ),
      )
    return spans.map((span) => rootOver(hash, entriesIn(levels.get(span.kept) ?? new Map(), span)))
  }

/** How many subtrees of a level are kept. */
const countKept = async (tx: Transaction, level: number): Promise<number> => {
  const [last] = await tx
    .select({ index: subtrees.index })
    .from(subtrees)
    .where(eq(subtrees.level, level))
    .orderBy(desc(subtrees.index))
    .limit(1)
  return last ? last.index + 1 : 0
}

/**
 * Keeps the roots of the subtrees that are whole among the first `size` leaves, at most `limit` of the lowest level at a time. Only the
 * sealer may: one at a time. True once nothing is left.
 */
export const keepSubtrees = async (tx: Transaction, hash: Hash, size: number, limit: number): Promise<boolean> => {
  let [below, done] = [size, true]
  for (let level = 1; below >= WIDTH; level++) {
    const [from, whole] = [await countKept(tx, level), Math.floor(below / WIDTH)]
    const through = Math.min(whole, from + limit) - 1
    if (through >= from) {
      const span = { from: from * WIDTH, through: (through + 1) * WIDTH - 1 }
      const entries = await entriesOf(tx, hash, level - 1, [span])
      const rows = Array.from({ length: through - from + 1 }, (_, at) => ({
        level,
        index: from + at,
        root: rootOver(hash, entriesIn(entries, { from: (from + at) * WIDTH, through: (from + at + 1) * WIDTH - 1 })),
      }))
      await tx.insert(subtrees).values(rows)
    }
    if (through + 1 < whole) done = false
    below = through + 1
  }
  return done
}
