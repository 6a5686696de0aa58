import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Problem } from '../core/problem.ts'
import type { SnapshotFiles, Written } from '../core/snapshot-files.ts'

/** How the name of what is being written begins. */
const UNFINISHED = '_'
/** What may be a name in the folder: nothing that leads out of it, and nothing that is being written. */
const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/
const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Writes a file to its end and to the disk. */
const writeFile = async (path: string, parts: AsyncIterable<Uint8Array>): Promise<Written> => {
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  let bytes = 0
  try {
    for await (const part of parts) {
      hash.update(part)
      bytes += part.byteLength
      await file.writeFile(part)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Writes files into a folder, which is there whole or not at all. */
const writeFolder = async (
  folder: string,
  name: string,
  work: Parameters<SnapshotFiles['write']>[1],
): Promise<void> => {
  const [path, unfinished] = [join(folder, name), join(folder, `${UNFINISHED}${name}`)]
  await mkdir(unfinished, { recursive: true })
  try {
    await work((file, bytes) => writeFile(join(unfinished, file), bytes))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

/** A folder for one export: what stands there is left alone. Throws `already-exists`. */
export const newFolder = (parent: string): Pick<SnapshotFiles, 'write'> => ({
  write: async (name, work) => {
    if (await stat(join(parent, name)).catch(() => null))
      throw new Problem(
        'already-exists',
        `${join(parent, name)} is there already`,
        'name a folder that is not there yet',
      )
    await writeFolder(parent, name, work)
  },
})

/** Full snapshots in a folder of this machine, each a folder that appears whole by being renamed. */
export const snapshotFolder = (folder: string): SnapshotFiles => {
  const list = async (): Promise<string[]> => {
    try {
      return (await readdir(folder))
        .filter((name) => NAME.test(name))
        .sort()
        .reverse()
    } catch (error) {
      if (isAbsent(error)) return []
      throw error
    }
  }
  /** Removes what processes that died left half written, of whatever night. */
  const removeUnfinished = async (): Promise<void> => {
    await mkdir(folder, { recursive: true })
    const left = (await readdir(folder)).filter((name) => name.startsWith(UNFINISHED))
    for (const name of left) await rm(join(folder, name), { recursive: true, force: true })
  }
  return {
    list,
    read: async (snapshot, file) => {
      if (!NAME.test(snapshot) || !NAME.test(file)) return null
      const path = join(folder, snapshot, file)
      try {
        const { size } = await stat(path)
        return { bytes: size, stream: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> }
      } catch (error) {
        if (isAbsent(error)) return null
        throw error
      }
    },
    write: async (snapshot, work) => {
      await removeUnfinished()
      await writeFolder(folder, snapshot, work)
    },
    keepNewest: async (count) => {
      const old = (await list()).slice(count)
      for (const name of old) await rm(join(folder, name), { recursive: true, force: true })
      return old.length
    },
  }
}
