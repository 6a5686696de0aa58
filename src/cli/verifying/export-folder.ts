import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { LEDGER_FILE } from '../../core/ledger/verify.ts'
import { Problem } from '../../core/problem.ts'

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** An export on this machine. */
export type ExportFolder = {
  /** The names of its files. */
  names: readonly string[]
  /** A small file; null where there is none. */
  text: (name: string) => Promise<string | null>
  /** How many bytes a file has, and their hash. */
  hashed: (name: string) => Promise<{ bytes: number; sha256: string }>
  /** The lines of a file, as JSON; a line that is none is `undefined`. Nothing where there is no such file. */
  rows: (name: string) => AsyncGenerator<unknown>
}

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The folder that is named, or the file alone where one is. Throws `not-found`, `invalid-input` where it holds no ledger. */
export const openFolder = async (path: string): Promise<ExportFolder> => {
  const found = await stat(path).catch((error: unknown) => {
    if (!isAbsent(error)) throw error
    throw new Problem('not-found', `${path} does not exist`, 'name the folder of an export, or its ledger.ndjson')
  })
  const [folder, names] = found.isDirectory() ? [path, await readdir(path)] : [dirname(path), [basename(path)]]
  const fileOf = (name: string): string => (found.isDirectory() ? join(folder, name) : path)
  if (found.isDirectory() && !names.includes(LEDGER_FILE)) {
    const remedy = 'take a full export: hindcast snapshot writes one, and a server keeps one of each night'
    throw new Problem('invalid-input', `${path} holds no ${LEDGER_FILE}`, remedy)
  }
  return {
    names,
    text: async (name) => (names.includes(name) ? readFile(fileOf(name), 'utf8') : null),
    hashed: async (name) => {
      const digest = createHash('sha256')
      let bytes = 0
      for await (const part of createReadStream(fileOf(name))) {
        digest.update(part as Uint8Array)
        bytes += (part as Uint8Array).byteLength
      }
      return { bytes, sha256: digest.digest('hex') }
    },
    rows: async function* rows(name) {
      if (found.isDirectory() && !names.includes(name)) return
      const lines = createInterface({ input: createReadStream(fileOf(name)), crlfDelay: Number.POSITIVE_INFINITY })
      for await (const line of lines) yield jsonOf(line)
    },
  }
}
