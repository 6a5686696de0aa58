import { monotonicFactory } from 'ulid'
import { prefixes, type Thing } from '../core/id.ts'

const randomText = (bytes: number): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** 128 random bits for one field of a fact. */
export const newSalt = (): string => randomText(16)
/** 256 random bits for a key. */
export const newSecret = (): string => randomText(32)

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
