import { bytesOfHex } from './bytes.ts'
import type { Hash } from './digest.ts'

/** A whole subtree: the hash over the 2^level leaves from `index · 2^level` on. */
export type Node = { level: number; index: number }

/** What reads the hashes of whole subtrees, in the order that they are asked for. */
export type ReadNodes = (nodes: readonly Node[]) => Promise<string[]>

/** Leaves from `from` up to `to`, `to` not among them. */
type Range = { from: number; to: number }

const LEAF = 0x00
const INNER = 0x01

/** Hash of a leaf: SHA-256 of a zero byte and its bytes (RFC 9162, section 2.1.1). */
export const leafHash = (hash: Hash, leaf: Uint8Array): string => {
  const bytes = new Uint8Array(1 + leaf.length)
  bytes[0] = LEAF
  bytes.set(leaf, 1)
  return hash(bytes)
}

/** Hash of what stands over two subtrees. */
export const innerHash = (hash: Hash, left: string, right: string): string => {
  const bytes = new Uint8Array(65)
  bytes[0] = INNER
  bytes.set(bytesOfHex(left), 1)
  bytes.set(bytesOfHex(right), 33)
  return hash(bytes)
}

/** Root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (hash: Hash): string => hash(new Uint8Array())

/** The greatest power of two that is less than `size`, which is 2 or more. */
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1)

/** The whole subtrees that leaves from an aligned `from` on consist of, from the left; none of them is of more leaves than the one before. */
const wholeNodes = ({ from, to }: Range): Node[] => {
  const nodes: Node[] = []
  for (let at = from; at < to; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The whole subtrees that a tree of `size` leaves consists of, from the left. */
export const peaksOf = (size: number): Node[] => wholeNodes({ from: 0, to: size })

/** The hash over subtrees that follow one another, each of fewer leaves than the one before. */
const fold = (hash: Hash, hashes: readonly string[]): string => {
  const last = hashes.at(-1)
  if (last === undefined) return emptyRoot(hash)
  return hashes.slice(0, -1).reduceRight((right, left) => innerHash(hash, left, right), last)
}

/** A tree that leaves are added to one by one; it holds no more than its peaks. */
export const merkleTree = (hash: Hash) => {
  const peaks: string[] = []
  let size = 0
  return {
    add: (leaf: string): void => {
      let top = leaf
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) top = innerHash(hash, peaks.pop() as string, top)
      peaks.push(top)
      size++
    },
    size: () => size,
    root: () => fold(hash, peaks),
  }
}

/** The root over these leaves. */
export const rootOver = (hash: Hash, leaves: Iterable<string>): string => {
  const tree = merkleTree(hash)
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

/** The leaves that the hashes of an inclusion proof stand over, from the bottom (RFC 9162, 2.1.3.1). */
const pathRanges = (index: number, { from, to }: Range): Range[] => {
  if (to - from === 1) return []
  const middle = from + split(to - from)
  return index < middle
    ? [...pathRanges(index, { from, to: middle }), { from: middle, to }]
    : [...pathRanges(index, { from: middle, to }), { from, to: middle }]
}

/** The leaves that the hashes of a consistency proof stand over (RFC 9162, 2.1.4.1); `known`: the older root says this one already. */
const subproofRanges = (size: number, { from, to }: Range, known: boolean): Range[] => {
  if (size === to) return known ? [] : [{ from, to }]
  const middle = from + split(to - from)
  return size <= middle
    ? [...subproofRanges(size, { from, to: middle }, known), { from: middle, to }]
    : [...subproofRanges(size, { from: middle, to }, false), { from, to: middle }]
}

/** The hashes over these leaves, all read at once. */
const hashesOver = async (hash: Hash, read: ReadNodes, ranges: readonly Range[]): Promise<string[]> => {
  const parts = ranges.map(wholeNodes)
  const hashes = await read(parts.flat())
  let at = 0
  return parts.map(({ length }) => {
    at += length
    return fold(hash, hashes.slice(at - length, at))
  })
}

/** The root of the first `size` leaves. */
export const rootAt = async (hash: Hash, read: ReadNodes, size: number): Promise<string> =>
  fold(hash, await read(peaksOf(size)))

/** The proof that the leaf at `index`, from 0, is in the tree of the first `size` leaves. Throws a RangeError where it is not in it. */
export const inclusionProof = (hash: Hash, read: ReadNodes, index: number, size: number): Promise<string[]> => {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not among ${size}`)
  return hashesOver(hash, read, pathRanges(index, { from: 0, to: size }))
}

/** The proof that the tree of the first `from` leaves begins the tree of the first `to`. Throws a RangeError unless 0 ≤ from ≤ to. */
export const consistencyProof = (hash: Hash, read: ReadNodes, from: number, to: number): Promise<string[]> => {
  if (from < 0 || from > to) throw new RangeError(`${from} leaves do not begin ${to}`)
  return from === 0 ? Promise.resolve([]) : hashesOver(hash, read, subproofRanges(from, { from: 0, to }, true))
}

/** The root that an inclusion proof leads to from a leaf (RFC 9162, 2.1.3.2); null where the proof has another length than it must. */
export const rootByInclusion = (
  hash: Hash,
  { leaf, index, size, proof }: { leaf: string; index: number; size: number; proof: readonly string[] },
): string | null => {
  if (index < 0 || index >= size) return null
  let [node, last, root] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return null
    if (node % 2 === 1 || node === last) {
      root = innerHash(hash, sibling, root)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else root = innerHash(hash, root, sibling)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? root : null
}

/** Whether a consistency proof leads from the older root and to the newer one (RFC 9162, 2.1.4.2). */
export const isConsistent = (
  hash: Hash,
  older: { size: number; root: string },
  newer: { size: number; root: string },
  proof: readonly string[],
): boolean => {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && older.root === newer.root
  if (older.size === 0) return proof.length === 0 && older.root === emptyRoot(hash)
  const steps = Number.isInteger(Math.log2(older.size)) ? [older.root, ...proof] : [...proof]
  const first = steps.shift()
  if (first === undefined) return false
  let [node, last, oldRoot, newRoot] = [older.size - 1, newer.size - 1, first, first]
  while (node % 2 === 1) {
    node = (node - 1) / 2
    last = Math.floor(last / 2)
  }
  for (const step of steps) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldRoot = innerHash(hash, step, oldRoot)
      newRoot = innerHash(hash, step, newRoot)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else newRoot = innerHash(hash, newRoot, step)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && oldRoot === older.root && newRoot === newer.root
}
