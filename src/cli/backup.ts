import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { Problem } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import { contentOf } from '../outside/backup-copy.ts'
import { packBackup } from '../outside/backup-file.ts'
import { askForBackup } from '../outside/folder-door.ts'
import { FILES } from '../storage/embedded.ts'
import { holdFolder } from '../storage/folder-lock.ts'
import { DEFAULT_FOLDER } from './serve.ts'
import type { Terminal } from './terminal.ts'

type Source = { bytes: AsyncIterable<Uint8Array>; by: string; release: () => void }

/** The backup as bytes: from the process that has the folder, or, where nobody has it, from its files as they lie. */
const sourceOf = async (folder: string, now: Instant): Promise<Source> => {
  let release: () => void
  try {
    release = holdFolder(folder).release
  } catch (error) {
    const bytes = error instanceof Problem && error.code === 'folder-in-use' ? await askForBackup(folder) : null
    if (bytes === null) throw error
    return { bytes, by: 'by the process that has it open', release: () => undefined }
  }
  return { bytes: packBackup(contentOf(folder, FILES), now), by: 'as it lies, since nobody has it open', release }
}

/** Writes a file that is there whole or not at all; how many bytes. */
const writeOut = async (path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> => {
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'w', 0o600)
  let written = 0
  try {
    for await (const part of bytes) {
      await file.writeFile(part)
      written += part.length
    }
    await file.sync()
    await file.close()
    await rename(unfinished, path)
    return written
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}

const brokenOff = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
    ? new Problem('database-unavailable', 'the server broke the backup off', 'its log says why; no file was written')
    : error

type Options = { out: string; data: string; json?: true }

export const backupCommand = (terminal: Terminal): Command =>
  new Command('backup')
    .description('Write a backup of an embedded database, also while it is served')
    .requiredOption('--out <file>', 'file to write, there whole or not at all; it must not be there yet')
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .option('--json', 'print JSON')
    .action(async ({ out, data, json }: Options) => {
      if (terminal.environment['DATABASE_URL']) {
        const remedy = 'use pg_dump or archive its WAL (docs/backup.md); unset DATABASE_URL for an embedded database'
        throw new Problem('invalid-input', 'DATABASE_URL is set: a Postgres has backups of its own', remedy)
      }
      if (!existsSync(join(data, FILES, 'PG_VERSION')))
        throw new Problem('not-found', `${resolve(data)} holds no database`, 'name its folder with --data')
      if (existsSync(out)) throw new Problem('already-exists', `${out} is there already`, 'name another file')
      const { bytes, by, release } = await sourceOf(data, terminal.now())
      try {
        const written = await writeOut(out, bytes).catch((error: unknown) => {
          throw brokenOff(error)
        })
        const secret = existsSync(join(data, 'secret'))
        if (json) return terminal.print(JSON.stringify({ file: out, bytes: written, secret }))
        terminal.note(`${out} holds ${resolve(data)}, ${written} bytes, read ${by}.`)
        if (secret) terminal.note('It holds the secret of the folder: keep it where only you can read it.')
        else terminal.note('It holds no secret: the folder has none. Keep HINDCAST_SECRET apart, it is needed again.')
      } finally {
        release()
      }
    })
