import type { Instant } from '../time.ts'
import { canonical, type Hash } from './digest.ts'
import type { SealedKind } from './fact-kinds.ts'
import { leafHash } from './merkle.ts'

/** What the ledger says of a fact: its kind, the digest over its fields, when it was sealed, and whether it ends its transaction. */
export type LeafContent = { kind: SealedKind; digest: string; sealedAt: Instant; ends: boolean }

const encoder = new TextEncoder()

/**
 * The hash of a fact in the Merkle tree: over the canonical JSON (RFC 8785) of `{digest, ends, kind, sealedAt}`. Its place in the tree
 * is its position less one; its id is among its fields, and so in the digest.
 */
export const hashOfLeaf = (hash: Hash, { kind, digest, sealedAt, ends }: LeafContent): string =>
  leafHash(hash, encoder.encode(canonical({ digest, ends, kind, sealedAt })))
