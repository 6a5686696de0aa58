import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LEDGER_FILE } from '../../core/ledger/verify.ts'
import { Problem } from '../../core/problem.ts'
import { isAbsent } from '../../outside/absent.ts'
import { linesIn } from '../../outside/lines.ts'
import { harmless } from '../terminal.ts'

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

/** The names in a folder. Throws `invalid-input` for what is no file: a link leads out of what was signed, and a folder hides things. */
const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const other = entries.find((entry) => !entry.isFile())
  if (!other) return entries.map(({ name }) => name)
  const detail = `${harmless(join(folder, other.name))} is no regular file`
  throw new Problem('invalid-input', detail, 'an export holds files alone: take out links and folders')
}

/**
 * The folder that is named, or the file alone where one is. Throws `not-found`, `invalid-input` where it holds no ledger or what is no
 * regular file.
 */
export const openFolder = async (path: string): Promise<ExportFolder> => {
  const found = await stat(path).catch((error: unknown) => {
    if (!isAbsent(error)) throw error
    throw new Problem('not-found', `${path} does not exist`, 'name the folder of an export, or its ledger.ndjson')
  })
  if (!found.isDirectory() && !found.isFile())
    throw new Problem('invalid-input', `${path} is neither a folder nor a file`, 'name the folder of an export')
  const names = found.isDirectory() ? await filesIn(path) : [basename(path)]
  const fileOf = (name: string): string => (found.isDirectory() ? join(path, name) : path)
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
      for await (const line of linesIn(createReadStream(fileOf(name)))) yield jsonOf(line)
    },
  }
}
