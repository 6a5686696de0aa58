import type { Hash } from '../core/ledger/digest.ts'
import { Problem } from '../core/problem.ts'
import type { Reader } from '../storage/database.ts'
import { type Rehashed, rehashSubtrees } from '../storage/ledger-rehash.ts'
import { WIDTH } from '../storage/ledger-tree.ts'

/** Subtrees of 256 leaves whose rows are in memory at a time. */
const AT_ONCE = 20
/** So many of them are made again each time that the ledger is signed: 1,024 facts. */
export const SHARE = 4
/** So many places are named; all are counted. */
const NAMED = 10

type Off = Rehashed['off']

/** Throws `ledger-changed` where something is off. */
export const mustBeUnchanged = (off: Off): void => {
  if (off.length === 0) return
  const places = off.slice(0, NAMED).map(({ from, through }) => `${from} to ${through}`)
  const more = off.length > NAMED ? `, and in ${off.length - NAMED} more places` : ''
  throw new Problem(
    'ledger-changed',
    `what was sealed has been changed: facts ${places.join(', ')}${more} no longer make the roots that are kept of them`,
    'restore the database from a backup, and check it with hindcast verify',
  )
}

/** Makes every kept root again, level by level, a few subtrees in memory at a time. */
export const rehashAll = async (reader: Reader, hash: Hash): Promise<Rehashed> => {
  const all: Rehashed = { checked: 0, off: [] }
  for (let level = 1; ; level++) {
    let from = 0
    for (;;) {
      const { checked, off } = await rehashSubtrees(reader, hash, { level, from, limit: AT_ONCE })
      all.off.push(...off)
      from += checked
      if (checked < AT_ONCE) break
    }
    if (from === 0) return all
    all.checked += from
  }
}

/**
 * Makes the roots of a share of the ledger again, from a subtree of 256 leaves on, and those above it. Says where the next share begins, 0
 * past the end. Throws `ledger-changed` where they are not what is kept.
 */
export const rehashShare = async (reader: Reader, hash: Hash, from: number): Promise<number> => {
  const { checked, off } = await rehashSubtrees(reader, hash, { level: 1, from, limit: SHARE })
  mustBeUnchanged(off)
  for (let [level, index] = [2, Math.floor(from / WIDTH)]; ; level++, index = Math.floor(index / WIDTH)) {
    const above = await rehashSubtrees(reader, hash, { level, from: index, limit: 1 })
    mustBeUnchanged(above.off)
    if (above.checked === 0) return checked < SHARE ? 0 : from + checked
  }
}
