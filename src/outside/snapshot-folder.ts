import { createReadStream } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../core/problem.ts'
import type { SnapshotFiles } from '../core/snapshot-files.ts'
import { isAbsent } from './absent.ts'
import { newSecret } from './random.ts'
import { writeFile } from './write-file.ts'

/** How the name of what is being written begins. */
const UNFINISHED = '_'
/** What may be a name in the folder: nothing that leads out of it, and nothing that is being written. */
const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/

/**
 * Writes files into a folder, which is there whole or not at all. Until then it has a name that nobody else's can be: what is removed
 * where the work fails is what was made here.
 */
const writeFolder = async (
  folder: string,
  name: string,
  work: Parameters<SnapshotFiles['write']>[1],
): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `${UNFINISHED}${name}-${newSecret()}`)
  await mkdir(unfinished)
  try {
    await work((file, bytes) => writeFile(join(unfinished, file), bytes))
    await rename(unfinished, join(folder, name))
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

/** The bytes of a file, which is opened when the first are taken: whoever takes none leaves nothing open. */
const bytesOf = (path: string): ReadableStream<Uint8Array> => {
  const parts = (async function* () {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>
  })()
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { value, done } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => void (await parts.return(undefined)),
    },
    { highWaterMark: 0 },
  )
}

/** A folder for one export: what stands there is left alone. Throws `already-exists`. */
export const newFolder = (parent: string): Pick<SnapshotFiles, 'write'> => ({
  write: async (name, work) => {
    const path = join(parent, name)
    if (await isThere(path))
      throw new Problem('already-exists', `${path} is there already`, 'name a folder that is not there yet')
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
        return { bytes: size, stream: bytesOf(path) }
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
