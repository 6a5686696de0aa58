import { fromBase64, hexOfBytes, toBase64 } from './bytes.ts'

/** Text that was signed, and the lines that sign it: the signed note of https://c2sp.org/signed-note. */
export type SignedNote = { text: string; signatures: { name: string; keyId: string; signature: string }[] }

/** A key that notes are signed with. `verifier`: what others check them with, `name+id+base64`. */
export type NoteSigner = { name: string; verifier: string; sign: (text: string) => Promise<string> }

/** Ed25519 is the one algorithm; its number stands before every key. */
const ED25519 = 0x01
const ALGORITHM = { name: 'Ed25519' }
/** A private key of 32 bytes is told to WebCrypto as PKCS #8 (RFC 8410): always by these bytes before it. */
const PKCS8 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20]
const ID_BYTES = 4
const SIGNATURE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/
/** A name is printable ASCII without space or plus: nothing that looks like another, or moves a terminal's cursor. */
const NAME = /^[!-*,-~]{1,200}$/

const encoder = new TextEncoder()

/** The first four bytes of SHA-256 over the name, a line break and the key with its algorithm. */
const keyIdOf = async (name: string, key: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array([...encoder.encode(`${name}\n`), ...key]))
  return new Uint8Array(digest).slice(0, ID_BYTES)
}

type ReadKey = { name: string; id: string; key: Uint8Array<ArrayBuffer> }

/** A name, an id and 32 bytes of an Ed25519 key; null where it is none. A name may hold no plus, base64 may. */
const readKey = (text: string): ReadKey | null => {
  const [name = '', id = '', ...rest] = text.split('+')
  const bytes = fromBase64(rest.join('+'))
  if (!NAME.test(name) || !bytes || bytes.length !== 33 || bytes[0] !== ED25519) return null
  return { name, id, key: bytes.slice(1) }
}

const publicOf = async (name: string, seed: Uint8Array) => {
  const pair = await crypto.subtle.importKey('pkcs8', new Uint8Array([...PKCS8, ...seed]), ALGORITHM, true, ['sign'])
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair)
  const bytes = fromBase64(x.replaceAll('-', '+').replaceAll('_', '/'))
  const key = new Uint8Array([ED25519, ...(bytes ?? [])])
  return { pair, key, id: await keyIdOf(name, key) }
}

/** What signs by the 32 random bytes that an Ed25519 key is made of. Throws a RangeError for a name or bytes that are none. */
export const noteSigner = async (name: string, seed: Uint8Array): Promise<NoteSigner> => {
  if (!NAME.test(name)) throw new RangeError('the name of a key has 1 to 200 characters of ASCII, and no space or plus')
  if (seed.length !== 32) throw new RangeError('a key is made of 32 bytes')
  const { pair, key, id } = await publicOf(name, seed)
  return {
    name,
    verifier: `${name}+${hexOfBytes(id)}+${toBase64(key)}`,
    sign: async (text) => {
      const signature = new Uint8Array(await crypto.subtle.sign(ALGORITHM, pair, encoder.encode(text)))
      return `${text}\n— ${name} ${toBase64(new Uint8Array([...id, ...signature]))}\n`
    },
  }
}

/** The name in a key that notes are checked by; null where it is no key. */
export const keyName = (verifier: string): string | null => readKey(verifier)?.name ?? null

/** The parts of a note; null where it is none. Its text ends in a line break, an empty line follows, then a signature a line. */
export const readNote = (note: string): SignedNote | null => {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return null
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.map((line) => {
    const [, name = '', signed = ''] = SIGNATURE.exec(line) ?? []
    const bytes = fromBase64(signed)
    return bytes && bytes.length > ID_BYTES
      ? { name, keyId: hexOfBytes(bytes.slice(0, ID_BYTES)), signature: toBase64(bytes.slice(ID_BYTES)) }
      : null
  })
  if (signatures.includes(null)) return null
  return { text: note.slice(0, end + 1), signatures: signatures.flatMap((one) => one ?? []) }
}

/** The text of a note that a key signed; null where it signed none: `verifier` as the signer gave it. Other signatures are passed over. */
export const openNote = async (note: string, verifier: string): Promise<string | null> => {
  const [read, by] = [readNote(note), readKey(verifier)]
  if (!read || !by) return null
  const id = hexOfBytes(await keyIdOf(by.name, new Uint8Array([ED25519, ...by.key])))
  if (id !== by.id) return null
  const key = await crypto.subtle.importKey('raw', by.key, ALGORITHM, false, ['verify'])
  for (const { name, keyId, signature } of read.signatures) {
    const bytes = fromBase64(signature)
    if (name !== by.name || keyId !== id || !bytes) continue
    return (await crypto.subtle.verify(ALGORITHM, key, bytes, encoder.encode(read.text))) ? read.text : null
  }
  return null
}
