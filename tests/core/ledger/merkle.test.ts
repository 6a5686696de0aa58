import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  isConsistent,
  leafHash,
  type ReadNodes,
  rootAt,
  rootByInclusion,
  rootOver,
} from '../../../src/core/ledger/merkle.ts'

const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

/** The leaves and roots that the reference implementation of Certificate Transparency is tested with. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The tree hash as RFC 9162 defines it, by recursion over all leaves. */
const defined = (hashes: readonly string[]): string => {
  const [only] = hashes
  if (only === undefined) return hash(new Uint8Array())
  if (hashes.length === 1) return only
  let half = 1
  while (half * 2 < hashes.length) half *= 2
  return hash(bytes(`01${defined(hashes.slice(0, half))}${defined(hashes.slice(half))}`))
}

const hashesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => leafHash(hash, new TextEncoder().encode(`fact ${at}`)))

const reading =
  (hashes: readonly string[]): ReadNodes =>
  async (nodes) =>
    nodes.map(({ level, index }) => {
      const part = hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)
      expect(part).toHaveLength(2 ** level)
      return defined(part)
    })

describe('the Merkle tree', () => {
  it('has the roots of the reference implementation', () => {
    expect(emptyRoot(hash)).toBe(roots[0])
    const hashes = leaves.map((leaf) => leafHash(hash, bytes(leaf)))
    for (const [size, root] of roots.entries()) expect(rootOver(hash, hashes.slice(0, size))).toBe(root)
  })

  it('is the tree of the definition at every size', async () => {
    const hashes = hashesOf(70)
    for (let size = 0; size <= hashes.length; size++) {
      const root = defined(hashes.slice(0, size))
      expect(rootOver(hash, hashes.slice(0, size))).toBe(root)
      expect(await rootAt(hash, reading(hashes), size)).toBe(root)
    }
  })
})

const tree = hashesOf(70)
const rootOf = (size: number): string => defined(tree.slice(0, size))

describe('inclusion', () => {
  it('is proved for each leaf of each tree, and leads to no other root', async () => {
    for (let size = 1; size <= 40; size++)
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(hash, reading(tree), index, size)
        const leaf = tree[index] as string
        expect(rootByInclusion(hash, { leaf, index, size, proof })).toBe(rootOf(size))
      }
  })

  it('is not proved by another leaf, place, size or path', async () => {
    const places = fc
      .integer({ min: 2, max: 64 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(69)))
    await fc.assert(
      fc.asyncProperty(places, async ([size, index, other]) => {
        const proof = await inclusionProof(hash, reading(tree), index, size)
        const told = { leaf: tree[index] as string, index, size, proof }
        const root = rootOf(size)
        if (other !== index) {
          expect(rootByInclusion(hash, { ...told, leaf: tree[other] as string })).not.toBe(root)
          expect(rootByInclusion(hash, { ...told, index: other })).not.toBe(root)
        }
        expect(rootByInclusion(hash, { ...told, proof: proof.slice(1) })).not.toBe(root)
        expect(rootByInclusion(hash, { ...told, proof: [...proof, root] })).toBeNull()
        expect(rootByInclusion(hash, { ...told, index: size })).toBeNull()
      }),
    )
    expect(() => inclusionProof(hash, reading(tree), 4, 4)).toThrow(RangeError)
  })
})

describe('consistency', () => {
  it('is proved between all sizes, and for no other root', async () => {
    for (let to = 0; to <= 40; to++)
      for (let from = 0; from <= to; from++) {
        const proof = await consistencyProof(hash, reading(tree), from, to)
        const [older, newer] = [
          { size: from, root: rootOf(from) },
          { size: to, root: rootOf(to) },
        ]
        expect(isConsistent(hash, older, newer, proof)).toBe(true)
        expect(isConsistent(hash, { ...older, root: rootOf(69) }, newer, proof)).toBe(false)
        // Every tree begins with none.
        expect(isConsistent(hash, older, { ...newer, root: rootOf(69) }, proof)).toBe(from === 0 && to > 0)
        expect(isConsistent(hash, older, newer, [...proof, rootOf(3)])).toBe(false)
        if (proof.length > 0) expect(isConsistent(hash, older, newer, proof.slice(1))).toBe(false)
      }
    expect(isConsistent(hash, { size: 2, root: rootOf(2) }, { size: 1, root: rootOf(1) }, [])).toBe(false)
    expect(() => consistencyProof(hash, reading(tree), 5, 4)).toThrow(RangeError)
  })
})
