import type { ExportFolder } from '../../src/cli/verifying/export-folder.ts'
import type { SnapshotFiles } from '../../src/core/snapshot-files.ts'
import { hash } from '../../src/outside/hash.ts'

/** The files of an export by their names. */
export type Files = Map<string, Uint8Array>

/** Where an export is written to in memory. */
export const intoMemory = (files: Files): Pick<SnapshotFiles, 'write'> => ({
  write: async (_, work) => {
    await work(async (name, parts) => {
      const chunks: Uint8Array[] = []
      for await (const part of parts) chunks.push(part)
      const whole = Buffer.concat(chunks)
      files.set(name, whole)
      return { bytes: whole.length, sha256: hash(whole) }
    })
  },
})

const decoder = new TextDecoder()
export const textOf = (files: Files, name: string): string => decoder.decode(files.get(name))
export const linesOf = (files: Files, name: string): string[] => textOf(files, name).split('\n').slice(0, -1)

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Files in memory as a folder on a disk. */
export const folderOf = (files: Files): ExportFolder => ({
  names: [...files.keys()],
  text: async (name) => (files.has(name) ? textOf(files, name) : null),
  hashed: async (name) => ({ bytes: files.get(name)?.length ?? 0, sha256: hash(files.get(name) ?? '') }),
  rows: async function* rows(name) {
    if (!files.has(name)) return
    for (const line of linesOf(files, name)) yield jsonOf(line)
  },
})
