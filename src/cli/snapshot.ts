import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Host } from './host.ts'
import { DEFAULT_FOLDER } from './serve.ts'
import type { Terminal } from './terminal.ts'

type Options = { out: string; data?: string }

/** `hindcast snapshot`: a full export of the database here, signed, as a folder that is there whole or not at all. */
export const snapshotCommand = (terminal: Terminal, host: Host): Command =>
  new Command('snapshot')
    .description('Write everything that anyone may read, signed, as a full export that hindcast verify checks')
    .requiredOption('--out <folder>', 'where to: a folder that is not there yet')
    .option('--data <folder>', `folder of the embedded database (default: ${DEFAULT_FOLDER})`)
    .action(async ({ out, data }: Options) => {
      const databaseUrl = terminal.environment['DATABASE_URL']
      const { services, close } = await host.open({ databaseUrl, folder: data ?? DEFAULT_FOLDER })
      try {
        const { position, files, checkpoint } = await host.writeFullExport(services, resolve(out))
        terminal.note(`${files.length} files as of position ${position} are in ${out}.`)
        terminal.note(
          checkpoint
            ? `Signed by ${checkpoint.key}`
            : 'Not signed: without HINDCAST_SECRET there is nothing to sign with, and without facts nothing to sign.',
        )
      } finally {
        await close()
      }
    })
