import { Command, InvalidArgumentError } from 'commander'
import type { Services } from '../actions/context.ts'
import { Problem } from '../core/problem.ts'
import type { Host } from './host.ts'
import type { Terminal } from './terminal.ts'

export const DEFAULT_FOLDER = '.hindcast/data'

export const parsePort = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError('give a port, 0 to 65535')
  return port
}

/** Shows the admin key of a new database, once. */
export const showFirstKey = async (terminal: Terminal, host: Host, services: Services): Promise<void> => {
  const created = await host.firstKey(services)
  if (!created) return
  terminal.note('')
  terminal.note('This database is new. Its admin key, shown this once; keep it:')
  terminal.note(`  ${created.secret}`)
  terminal.note('')
}

/** Serves until the process is asked to stop, then lets requests finish and closes the database. */
export const serveUntilStopped = async (
  terminal: Terminal,
  host: Host,
  services: Services,
  address: { port: number; host: string },
): Promise<void> => {
  const { url, stop } = await host.serve(services, address.port, address.host)
  terminal.note(`Hindcast is at ${url} (API reference at ${url}/docs). Ctrl-C stops it.`)
  await host.stopRequested()
  terminal.note('Stopping …')
  await stop()
}

type Options = { port: number; host: string; data: string }

export const serveCommand = (terminal: Terminal, host: Host): Command =>
  new Command('serve')
    .description('Serve the API and the pages, on the embedded database or on DATABASE_URL')
    .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 8787)
    .option('--host <name>', 'address to listen on', '127.0.0.1')
    .option('--data <folder>', 'folder of the embedded database', DEFAULT_FOLDER)
    .action(async ({ port, host: hostname, data }: Options) => {
      const databaseUrl = terminal.environment['DATABASE_URL']
      const { services, close } = await host.open({ databaseUrl, folder: data })
      try {
        await showFirstKey(terminal, host, services)
        if (services.signIn instanceof Problem) terminal.note(`${services.signIn.message}; ${services.signIn.remedy}.`)
        await serveUntilStopped(terminal, host, services, { port, host: hostname })
      } finally {
        await close()
      }
    })
