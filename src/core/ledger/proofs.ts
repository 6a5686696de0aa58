import { z } from 'zod'
import { Instant } from '../time.ts'
import { Checkpoint, TreeHead } from './checkpoint.ts'
import { sealedKinds } from './fact-kinds.ts'
import { Sha256 } from './sha256.ts'

const Hashes = z.array(Sha256).meta({ description: 'SHA-256 each, hexadecimal, from the leaves upwards' })

/** That a fact stands in the ledger of a checkpoint (RFC 9162, section 2.1.3). */
export const InclusionProof = z
  .object({
    id: z.string().meta({ description: 'of the fact' }),
    position: z.int().min(1).meta({ description: 'its place in the ledger; its index in the tree is one less' }),
    leaf: z
      .object({ kind: z.enum(sealedKinds), digest: Sha256, sealedAt: Instant, ends: z.boolean() })
      .meta({ description: 'what the tree holds of it: the canonical JSON (RFC 8785) of this' }),
    leafHash: Sha256.meta({ description: 'SHA-256 of a zero byte and that JSON, hexadecimal' }),
    proof: Hashes,
    checkpoint: Checkpoint,
  })
  .meta({ id: 'InclusionProof' })
export type InclusionProof = z.infer<typeof InclusionProof>

/** That the ledger only grew between two sizes (RFC 9162, section 2.1.4). */
export const ConsistencyProof = z
  .object({ from: TreeHead, to: TreeHead, proof: Hashes })
  .meta({ id: 'ConsistencyProof' })
export type ConsistencyProof = z.infer<typeof ConsistencyProof>
