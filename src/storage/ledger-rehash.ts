import { and, asc, eq, gte } from 'drizzle-orm'
import type { Hash } from '../core/ledger/digest.ts'
import { rootOver } from '../core/ledger/merkle.ts'
import type { Reader } from './database.ts'
import { entriesIn, entriesOf, WIDTH } from './ledger-tree.ts'
import { ledgerSubtrees as subtrees } from './tables/ledger.ts'

/** Kept subtrees of a level: where the first of them stands among those of its level, and how many at most. */
export type Share = { level: number; from: number; limit: number }

/** How many were made again, and the first and last position under each that is not what is kept of it. */
export type Rehashed = { checked: number; off: { from: number; through: number }[] }

/**
 * Makes the roots of kept subtrees again from what stands below them, the lowest from the leaves: 256 rows a subtree in memory. One that
 * is gone, and one that something is gone of, is off like one that has another root.
 */
export const rehashSubtrees = async (reader: Reader, hash: Hash, { level, from, limit }: Share): Promise<Rehashed> => {
  const kept = await reader
    .select({ index: subtrees.index, root: subtrees.root })
    .from(subtrees)
    .where(and(eq(subtrees.level, level), gte(subtrees.index, from)))
    .orderBy(asc(subtrees.index))
    .limit(limit)
  if (kept.length === 0) return { checked: 0, off: [] }
  const span = (at: number) => ({ from: (from + at) * WIDTH, through: (from + at + 1) * WIDTH - 1 })
  const below = { from: span(0).from, through: span(kept.length - 1).through }
  const entries = await entriesOf(reader, hash, level - 1, [below])
  const isOff = ({ index, root }: (typeof kept)[number], at: number): boolean => {
    const within = span(at)
    for (let one = within.from; one <= within.through; one++) if (!entries.has(one)) return true
    return index !== from + at || rootOver(hash, entriesIn(entries, within)) !== root
  }
  const leaves = WIDTH ** level
  const off = kept.flatMap((one, at) =>
    isOff(one, at) ? [{ from: (from + at) * leaves + 1, through: (from + at + 1) * leaves }] : [],
  )
  return { checked: kept.length, off }
}
