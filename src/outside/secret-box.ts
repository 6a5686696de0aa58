import { fromBase64, toBase64 } from '../core/ledger/bytes.ts'
import { Problem } from '../core/problem.ts'

/** Keeps texts that must be read again: what is stored is of no use to who reads the database alone. */
export type SecretBox = {
  seal: (text: string) => Promise<string>
  /** Throws `internal` for what was sealed with another secret, or is no sealed text. */
  open: (sealed: string) => Promise<string>
}

const PLAIN = 'plain.'
const SEALED = 'sealed.'
const NONCE_BYTES = 12

/** The key of a box, apart from whatever else is made of the same secret (HKDF, RFC 5869). */
const keyOf = async (secret: string): Promise<CryptoKey> => {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('hindcast secret box 1')
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const unreadable = (detail: string): Problem =>
  new Problem('internal', detail, 'set HINDCAST_SECRET as it was, or rotate the secret of each webhook')

/**
 * A box by the secret of an installation: AES-256-GCM, each text with a nonce of its own. Without a secret (undefined, or empty)
 * it keeps texts plain; a box with one reads those too, so that a secret may be set later.
 */
export const secretBox = (secret: unknown): SecretBox => {
  const text = typeof secret === 'string' ? secret.trim() : ''
  let kept: Promise<CryptoKey> | undefined
  const key = (): Promise<CryptoKey> => {
    kept ??= keyOf(text)
    return kept
  }
  return {
    seal: async (plain) => {
      if (text === '') return PLAIN + plain
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), new TextEncoder().encode(plain))
      return SEALED + toBase64(iv) + toBase64(new Uint8Array(sealed))
    },
    open: async (sealed) => {
      if (sealed.startsWith(PLAIN)) return sealed.slice(PLAIN.length)
      if (!sealed.startsWith(SEALED)) throw unreadable('this is no sealed secret')
      if (text === '') throw unreadable('a secret was sealed by HINDCAST_SECRET, which is not set')
      const bytes = fromBase64(sealed.slice(SEALED.length))
      if (!bytes) throw unreadable('this is no sealed secret')
      const [iv, data] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)]
      try {
        return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await key(), data))
      } catch {
        throw unreadable('a secret was sealed by another HINDCAST_SECRET than the one that is set')
      }
    },
  }
}
