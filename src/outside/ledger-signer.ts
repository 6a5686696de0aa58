import { hexOfBytes } from '../core/ledger/bytes.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { type NoteSigner, noteSigner } from '../core/ledger/note.ts'

/** The seed of the key, apart from whatever else is made of the same secret (HKDF, RFC 5869). */
const seedOf = async (secret: string): Promise<Uint8Array> => {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, ['deriveBits'])
  const info = new TextEncoder().encode('hindcast ledger key 1')
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, material, 256))
}

const signerOf = async (secret: string): Promise<NoteSigner> => {
  const seed = await seedOf(secret)
  // Of what is derived the name gives away no more than a hash of a hash.
  const name = `hindcast/${(await sha256(`ledger name ${await sha256(hexOfBytes(seed))}`)).slice(0, 12)}`
  return noteSigner(name, seed)
}

/**
 * What signs the ledger of an installation: Ed25519, by a key that is derived from its secret, made on first use. Null without a
 * secret (undefined, or empty): the ledger is sealed then, and not signed.
 */
export const ledgerSigner = (secret: unknown): (() => Promise<NoteSigner | null>) => {
  const text = typeof secret === 'string' ? secret.trim() : ''
  let kept: Promise<NoteSigner | null> | undefined
  return () => {
    kept ??= text === '' ? Promise.resolve(null) : signerOf(text)
    return kept
  }
}
