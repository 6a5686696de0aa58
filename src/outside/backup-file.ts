import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { Problem } from '../core/problem.ts'
import { Instant } from '../core/time.ts'
import { END, entriesOf, headerOf, paddingOf } from './tar.ts'
import { writeFile } from './write-file.ts'

/** The last entry of a backup: a file that is cut off has none. */
const MANIFEST = 'manifest.json'

/** What a backup holds: every file with the SHA-256 of its bytes. */
export const BackupManifest = z.object({
  format: z.literal('hindcast-backup-1'),
  madeAt: Instant,
  files: z.array(z.object({ path: z.string(), bytes: z.int().min(0), sha256: z.string() })),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** What is packed: below which path in the backup, and where it lies. */
export type Packed = { path: string; from: string }

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

type Files = BackupManifest['files']

async function* packFile({ path, from }: Packed, mode: number, files: Files): AsyncGenerator<Uint8Array> {
  const { size: bytes } = await stat(from)
  yield headerOf({ path, folder: false, mode, bytes })
  const hash = createHash('sha256')
  let read = 0
  for await (const part of createReadStream(from)) {
    hash.update(part)
    read += part.length
    yield part
  }
  if (read !== bytes) throw new Error(`${from} changed while it was packed`)
  yield paddingOf(bytes)
  files.push({ path, bytes, sha256: hash.digest('hex') })
}

async function* packAll({ path, from }: Packed, files: Files): AsyncGenerator<Uint8Array> {
  const found = await stat(from)
  const mode = found.mode & 0o777
  if (!found.isDirectory()) {
    yield* packFile({ path, from }, mode, files)
    return
  }
  yield headerOf({ path, folder: true, mode, bytes: 0 })
  for (const name of (await readdir(from)).sort())
    yield* packAll({ path: `${path}/${name}`, from: join(from, name) }, files)
}

/** A backup as it is kept in a file: a gzipped tar of files that nobody changes meanwhile, with its manifest at the end. */
export async function* packBackup(packed: readonly Packed[], madeAt: Instant): AsyncGenerator<Uint8Array> {
  const files: Files = []
  async function* archive(): AsyncGenerator<Uint8Array> {
    for (const one of packed) yield* packAll(one, files)
    const manifest = bytesOf(`${JSON.stringify({ format: 'hindcast-backup-1', madeAt, files }, null, 2)}\n`)
    yield headerOf({ path: MANIFEST, folder: false, mode: 0o600, bytes: manifest.length })
    yield manifest
    yield paddingOf(manifest.length)
    yield END
  }
  const zipped = createGzip({ level: 1 })
  const zipping = pipeline(archive, zipped)
  // Told where it is awaited; until then it is nobody's.
  zipping.catch(() => undefined)
  yield* zipped
  await zipping
}

const damaged = (file: string, why: string): Problem =>
  new Problem('invalid-input', `${file} is no whole backup: ${why}`, 'take another one: nothing was restored from it')

/** A path of a backup that leads below the folder that it is unpacked into. */
const BELOW = /^(?!.*(?:^|\/)\.\.(?:\/|$))[^/\0\\][^\0\\]*$/

const manifestIn = async (content: AsyncIterable<Uint8Array>): Promise<BackupManifest> => {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return BackupManifest.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
}

const unpack = async (
  file: string,
  folder: string,
): Promise<{ manifest: BackupManifest; hashes: Map<string, string> }> => {
  const hashes = new Map<string, string>()
  const unzipped = createGunzip()
  const unzipping = pipeline(createReadStream(file), unzipped)
  unzipping.catch(() => undefined)
  for await (const { path, folder: isFolder, mode, content } of entriesOf(unzipped)) {
    if (path === MANIFEST) return { manifest: await manifestIn(content), hashes }
    if (!BELOW.test(path)) throw new RangeError(`${path} leads out of it`)
    const to = join(folder, path)
    if (isFolder) await mkdir(to, { recursive: true, mode })
    else {
      await mkdir(dirname(to), { recursive: true })
      hashes.set(path, (await writeFile(to, content, mode)).sha256)
    }
  }
  throw new RangeError('its manifest is missing')
}

/** Unpacks a backup into an empty folder and holds every file against the manifest. Throws `invalid-input` where it is not whole. */
export const unpackBackup = async (file: string, folder: string): Promise<BackupManifest> => {
  const { manifest, hashes } = await unpack(file, folder).catch((error: unknown) => {
    const known = error instanceof RangeError || error instanceof z.ZodError || error instanceof SyntaxError
    const zip = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
    throw known || zip ? damaged(file, error.message) : error
  })
  const off = manifest.files.find(({ path, sha256 }) => hashes.get(path) !== sha256)
  if (off) throw damaged(file, `${off.path} is not what was packed`)
  if (hashes.size !== manifest.files.length) throw damaged(file, 'it holds more than its manifest says')
  return manifest
}
