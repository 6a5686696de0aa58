import type { Services } from '../../src/actions/context.ts'
import { openFolder } from '../../src/cli/verifying/export-folder.ts'
import { verifyExport } from '../../src/cli/verifying/verify-export.ts'
import { openCheckpoint } from '../../src/core/ledger/checkpoint.ts'
import { hashOfLeaf } from '../../src/core/ledger/leaf.ts'
import { merkleTree } from '../../src/core/ledger/merkle.ts'
import { newestCheckpoint } from '../../src/storage/checkpoints.ts'
import { sealedLeavesAfter } from '../../src/storage/ledger.ts'

/** A checkpoint as somebody elsewhere keeps it: the note, and the key that it is checked with. */
export type KeptCheckpoint = { note: string; key: string }

const BATCH = 5000

/** The roots over the first leaves, of each of these sizes that there are so many of: from the leaves alone. */
const rootsOver = async (
  { database: { reader }, hash }: Services,
  sizes: readonly number[],
): Promise<Map<number, string>> => {
  const roots = new Map<number, string>()
  const tree = merkleTree(hash)
  for (const through = Math.max(0, ...sizes); tree.size() < through; ) {
    const leaves = await sealedLeavesAfter(reader, { after: tree.size(), through, limit: BATCH })
    for (const leaf of leaves) {
      tree.add(hashOfLeaf(hash, leaf))
      if (sizes.includes(tree.size())) roots.set(tree.size(), tree.root())
    }
    if (leaves.length === 0) return roots
  }
  return roots
}

/**
 * What is wrong with what was signed: the newest note, and one that was kept elsewhere, must open by their keys and name the root of
 * the leaves; and whoever signed then signs now.
 */
export const checkpointFaults = async (services: Services, kept: KeptCheckpoint | null): Promise<string[]> => {
  const signer = await services.ledgerSigner()
  const newest = await newestCheckpoint(services.database.reader)
  if (kept && !newest) return ['no checkpoint is there any more']
  const faults: string[] = []
  if (newest && signer?.verifier !== newest.key) faults.push('the ledger is signed by another secret than before')
  const heads = []
  for (const [what, signed] of [
    ['newest', newest],
    ['kept', kept],
  ] as const) {
    const head = signed && (await openCheckpoint(signed.note, signed.key))
    if (signed && !head) faults.push(`the ${what} checkpoint does not open by its key`)
    if (head) heads.push({ what, ...head })
    if (what === 'newest' && head && (head.size !== newest?.size || head.root !== newest.root))
      faults.push('the newest checkpoint says another than its note')
  }
  const roots = await rootsOver(
    services,
    heads.map(({ size }) => size),
  )
  for (const { what, size, root } of heads)
    if (roots.get(size) !== root) faults.push(`the ${what} checkpoint of ${size} facts is not of the leaves`)
  return faults
}

/** What the offline check finds in an export against a checkpoint that was kept, and how many facts it checked. */
export const verifiedAgainst = async (
  folder: string,
  { note, key }: KeptCheckpoint,
): Promise<{ facts: number; faults: string[] }> => {
  const { facts, faults, unchecked, against } = await verifyExport(await openFolder(folder), {
    key,
    against: note,
    againstKey: null,
  })
  return {
    facts,
    faults: [
      ...faults.map(({ file, position, detail }) => `${file}: position ${position}: ${detail}`),
      ...unchecked.map((name) => `${name}: unchecked`),
      ...(against ? [] : ['it was held against no checkpoint']),
    ],
  }
}
