import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../core/problem.ts'
import { isAbsent } from './absent.ts'
import { SHORTEST_SECRET } from './accounts.ts'
import { newSecret } from './random.ts'

const readOr = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** Does something with an open file or folder, and has it on the disk before it is closed. */
const synced = (path: string, flags: string, work: (fd: number) => void): void => {
  const fd = openSync(path, flags, 0o600)
  try {
    work(fd)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Writes a file that only its owner may read: it is there whole and on the disk, or not at all, whenever the process dies. */
const writeWhole = (folder: string, name: string, text: string): void => {
  const aside = join(folder, `${name}.new`)
  // What a process left that died over it.
  rmSync(aside, { force: true })
  synced(aside, 'wx', (fd) => writeFileSync(fd, text))
  renameSync(aside, join(folder, name))
  // No folder of Windows can be opened; its renames are journaled.
  if (process.platform !== 'win32') synced(folder, 'r', () => undefined)
}

/**
 * The secret of a data folder, made on first use; its owner alone may read the file. The folder must be there, and held by this process.
 * Throws `internal` where the file holds fewer characters than a secret has: nobody could sign in, and nothing would be signed.
 */
export const secretIn = (folder: string): string => {
  const file = join(folder, 'secret')
  const kept = readOr(file)
  if (kept === null) {
    const secret = newSecret()
    writeWhole(folder, 'secret', secret)
    return secret
  }
  if (kept.trim().length >= SHORTEST_SECRET) return kept
  throw new Problem(
    'internal',
    `${file} holds fewer than ${SHORTEST_SECRET} characters: it is empty or was cut off`,
    'put back the file of a backup, or set HINDCAST_SECRET; remove the file for a new secret, which ends what the old one signed',
  )
}
