import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import { Problem } from '../core/problem.ts'
import { unpackBackup } from '../outside/backup-file.ts'
import { lastLeaf } from '../storage/ledger.ts'
import { isNewer } from '../storage/readiness.ts'
import type { Host } from './host.ts'
import type { Terminal } from './terminal.ts'

/** Throws `already-exists` unless the folder is empty, or not there. */
const mustBeFree = async (folder: string): Promise<void> => {
  const there = existsSync(folder) ? await readdir(folder).catch(() => ['a file']) : []
  if (there.length === 0) return
  const remedy = 'name a folder that is empty or not there yet: nothing is ever restored over something'
  throw new Problem('already-exists', `${resolve(folder)} is not empty`, remedy)
}

/** Opens what was unpacked, which recovers it and applies what migrations it lacks: a backup that cannot be served is none. */
const tryOut = async (host: Host, file: string, folder: string): Promise<number> => {
  const database = await host.openFolder(folder)
  try {
    if (await isNewer(database.reader))
      throw new Problem('invalid-input', `${file} was written by a newer version`, 'restore it with that version')
    return (await lastLeaf(database.reader))?.position ?? 0
  } finally {
    await database.close()
  }
}

type Options = { data: string; json?: true }

export const restoreCommand = (terminal: Terminal, host: Host): Command =>
  new Command('restore')
    .description('Restore a backup of an embedded database into a folder that is empty or not there')
    .argument('<file>', 'the backup')
    .requiredOption('--data <folder>', 'folder to restore into, there whole or not at all')
    .option('--json', 'print JSON')
    .action(async (file: string, { data, json }: Options) => {
      if (!existsSync(file)) throw new Problem('not-found', `${file} does not exist`, 'check the path')
      await mustBeFree(data)
      const folder = resolve(data)
      const unfinished = join(dirname(folder), `.restoring-${process.pid}`)
      await mkdir(unfinished, { recursive: true, mode: 0o700 })
      try {
        const { madeAt, files } = await unpackBackup(file, unfinished)
        const position = await tryOut(host, file, unfinished)
        if (existsSync(folder)) await rmdir(folder)
        await rename(unfinished, folder)
        const secret = files.some(({ path }) => path === 'secret')
        if (json) return terminal.print(JSON.stringify({ folder, madeAt, position, secret }))
        terminal.note(`${folder} is as it was at ${madeAt}, the ledger sealed to position ${position}.`)
        if (!secret) terminal.note('The backup holds no secret: start the server with the HINDCAST_SECRET of before.')
      } finally {
        await rm(unfinished, { recursive: true, force: true })
      }
    })
