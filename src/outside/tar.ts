import { Buffer } from 'node:buffer'

/** One thing in an archive; `mode` as in a file system, 0o600. */
export type Entry = { path: string; folder: boolean; mode: number; bytes: number }

const BLOCK = 512
/** Where a header (POSIX ustar) keeps what is read here, and how long it may be. */
const FIELDS = {
  path: [0, 100],
  mode: [100, 8],
  bytes: [124, 12],
  checksum: [148, 8],
  type: [156, 1],
} as const

const octal = (value: number, length: number): string => value.toString(8).padStart(length - 1, '0')

/** What fills up to the next block. */
export const paddingOf = (bytes: number): Uint8Array => new Uint8Array((BLOCK - (bytes % BLOCK)) % BLOCK)

/** The end of an archive: two empty blocks. */
export const END = new Uint8Array(2 * BLOCK)

const sumOf = (header: Buffer): number => {
  const [at, length] = FIELDS.checksum
  // The sum is taken with blanks where it stands itself.
  return header.reduce((sum, byte, index) => sum + (index >= at && index < at + length ? 0x20 : byte), 0)
}

/** The header of an entry, which its bytes and their padding follow. Throws for a path of more than 100 bytes. */
export const headerOf = ({ path, folder, mode, bytes }: Entry): Uint8Array => {
  const header = Buffer.alloc(BLOCK)
  const name = folder ? `${path}/` : path
  if (Buffer.byteLength(name) > FIELDS.path[1]) throw new RangeError(`${path} is too long a path for an archive`)
  header.write(name, 0)
  header.write(octal(mode, 8), 100)
  header.write(`${octal(0, 8)}\0${octal(0, 8)}`, 108)
  header.write(octal(bytes, 12), 124)
  header.write(octal(0, 12), 136)
  header.write(folder ? '5' : '0', 156)
  header.write('ustar\0' + '00', 257)
  header.write(`${octal(sumOf(header), 7)}\0 `, 148)
  return header
}

const textAt = (header: Buffer, [at, length]: readonly [number, number]): string =>
  header
    .subarray(at, at + length)
    .toString('utf8')
    .split('\0')[0]
    ?.trim() ?? ''

/** Reads a header; null for an empty block, which ends the archive. Throws for what is no header of a file or folder. */
const entryIn = (header: Buffer): Entry | null => {
  if (header.every((byte) => byte === 0)) return null
  if (Number.parseInt(textAt(header, FIELDS.checksum), 8) !== sumOf(header)) throw new RangeError('a header is damaged')
  const type = textAt(header, FIELDS.type)
  if (type !== '0' && type !== '5') throw new RangeError(`an entry is of the type ${type}`)
  const path = textAt(header, FIELDS.path)
  const [mode, bytes] = [FIELDS.mode, FIELDS.bytes].map((field) => Number.parseInt(textAt(header, field), 8))
  return { path: path.replace(/\/$/, ''), folder: type === '5', mode: mode ?? 0, bytes: bytes ?? 0 }
}

/** Bytes that are asked for by number, out of parts as they come. */
const readerOf = (parts: AsyncIterable<Uint8Array>) => {
  const iterator = parts[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  /** At most so many bytes, at least one; none at the end. */
  const some = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const { done, value } = await iterator.next()
      if (done) return rest
      rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
    const given = rest.subarray(0, most)
    rest = rest.subarray(given.length)
    return given
  }
  const exactly = async (bytes: number): Promise<Buffer> => {
    const got: Buffer[] = []
    for (let missing = bytes; missing > 0; ) {
      const part = await some(missing)
      if (part.length === 0) throw new RangeError('it ends in the middle')
      got.push(part)
      missing -= part.length
    }
    return Buffer.concat(got)
  }
  return { some, exactly }
}

/** The entries of an archive in order, each with its bytes, which must be read before the next. Throws `RangeError` where it is damaged or cut off. */
export async function* entriesOf(
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<Entry & { content: AsyncIterable<Uint8Array> }> {
  const { some, exactly } = readerOf(parts)
  for (;;) {
    const entry = entryIn(await exactly(BLOCK))
    if (entry === null) return
    let missing = entry.bytes
    const content = async function* (): AsyncGenerator<Uint8Array> {
      while (missing > 0) {
        const part = await some(missing)
        if (part.length === 0) throw new RangeError('it ends in the middle')
        missing -= part.length
        yield part
      }
    }
    yield { ...entry, content: content() }
    if (missing > 0) await exactly(missing)
    await exactly(paddingOf(entry.bytes).length)
  }
}
