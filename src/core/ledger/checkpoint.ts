import { z } from 'zod'
import { Instant } from '../time.ts'
import { bytesOfHex, fromBase64, hexOfBytes, toBase64 } from './bytes.ts'
import { keyName, openNote } from './note.ts'
import { Sha256 } from './sha256.ts'

/** How many facts a tree holds, and its root. */
export const TreeHead = z.object({ size: z.int().min(0), root: Sha256 }).meta({ id: 'TreeHead' })
export type TreeHead = z.infer<typeof TreeHead>

/** What the ledger was at a moment, signed. */
export const Checkpoint = z
  .object({
    size: z.int().min(1).meta({ description: 'how many facts it covers: those up to this position' }),
    root: Sha256.meta({ description: 'root of the Merkle tree (RFC 9162) over them, hexadecimal' }),
    note: z.string().meta({
      description:
        'the same as a signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint): keep this text, byte for byte',
    }),
    key: z.string().meta({ description: 'the key that its signature is checked with, `name+id+base64`' }),
    signedAt: Instant,
  })
  .meta({ id: 'Checkpoint' })
export type Checkpoint = z.infer<typeof Checkpoint>

/** What a checkpoint says before it is signed: who, how many facts, their root (c2sp.org/tlog-checkpoint). */
export const checkpointText = (origin: string, { size, root }: TreeHead): string =>
  `${origin}\n${size}\n${toBase64(bytesOfHex(root))}\n`

const SIZE = /^(0|[1-9][0-9]{0,15})$/

/** What the text of a checkpoint says; null where it is none. Lines that follow the root may say more. */
export const readCheckpoint = (text: string): (TreeHead & { origin: string }) | null => {
  const [origin = '', size = '', root = ''] = text.split('\n')
  const bytes = fromBase64(root)
  return origin !== '' && SIZE.test(size) && bytes?.length === 32
    ? { origin, size: Number(size), root: hexOfBytes(bytes) }
    : null
}

/** What a signed checkpoint says, where this key signed it and its text is one of the ledger of that name; else null. */
export const openCheckpoint = async (note: string, verifier: string): Promise<TreeHead | null> => {
  const text = await openNote(note, verifier)
  const read = text === null ? null : readCheckpoint(text)
  return read && read.origin === keyName(verifier) ? { size: read.size, root: read.root } : null
}
