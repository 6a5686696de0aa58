import { monotonicFactory } from 'ulid'
import { prefixes, type Thing } from '../core/id.ts'
import { toBase64 } from '../core/ledger/bytes.ts'

const randomBase64 = (bytes: number): string => toBase64(crypto.getRandomValues(new Uint8Array(bytes)))

const randomText = (bytes: number): string =>
  randomBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Twelve bits as two letters of base64url. */
const PAIRS = Array.from({ length: 4096 }, (_, bits) => `${LETTERS[bits >> 6]}${LETTERS[bits & 63]}`)
const SALT_BYTES = 16
/** Dice are dear by the call and cheap by the byte: what 64 salts take is drawn at once. */
const drawn = new Uint8Array(64 * SALT_BYTES)
let used = drawn.length

/** 128 random bits for one field of a fact, base64url. */
export const newSalt = (): string => {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  let text = ''
  const end = used + SALT_BYTES - 1
  for (; used < end; used += 3) {
    const [a = 0, b = 0, c = 0] = [drawn[used], drawn[used + 1], drawn[used + 2]]
    text += `${PAIRS[(a << 4) | (b >> 4)]}${PAIRS[((b & 15) << 8) | c]}`
  }
  const last = drawn[used] ?? 0
  used += 1
  return text + (PAIRS[last << 4] ?? '')
}
/** 256 random bits for a key. */
export const newSecret = (): string => randomText(32)
/** 256 random bits to sign with, in plain base64. */
export const newSigningBytes = (): string => randomBase64(32)

/** Ids that sort by the time they were made, also within a millisecond. Made on first use: the edge has no dice at start. */
export const idMaker = (): ((thing: Thing) => string) => {
  let next: (() => string) | undefined
  return (thing) => {
    next ??= monotonicFactory()
    return `${prefixes[thing]}_${next().toLowerCase()}`
  }
}

/** Uniform in [0, 1), for spreading retries. */
export const rollDice = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
