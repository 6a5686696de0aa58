import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../core/time.ts'
import { type Packed, packBackup } from './backup-file.ts'

/** How a copy that is being packed is named: so, and six characters after it. */
const COPYING = '.copying-'
const COPY = /^\.copying-[A-Za-z0-9]{6}$/
const SECRET = 'secret'

/** What of a data folder belongs into a backup: the files of the database, wherever they lie, and the secret where it keeps one. */
export const contentOf = (folder: string, files: string, copied = folder): Packed[] => [
  { path: files, from: join(copied, files) },
  ...(existsSync(join(folder, SECRET)) ? [{ path: SECRET, from: join(folder, SECRET) }] : []),
]

/** Removes the copies that processes that died left behind: folders of that name, no files and no links to elsewhere. */
export const removeCopies = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && COPY.test(entry.name)) rmSync(join(folder, entry.name), { recursive: true, force: true })
}

/** A backup of a folder whose database is open, from a copy of its files, which takes as much room again while it is packed. */
export async function* backUpCopy(
  folder: string,
  files: string,
  copyTo: (folder: string) => Promise<void>,
  madeAt: Instant,
): AsyncGenerator<Uint8Array> {
  const scratch = await mkdtemp(join(folder, COPYING))
  try {
    await copyTo(join(scratch, files))
    yield* packBackup(contentOf(folder, files, scratch), madeAt)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
