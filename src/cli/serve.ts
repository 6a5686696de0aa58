import { setTimeout } from 'node:timers/promises'
import { Command, InvalidArgumentError } from 'commander'
import type { Services } from '../actions/context.ts'
import { Problem } from '../core/problem.ts'
import { HeldElsewhere } from '../storage/folder-lock.ts'
import type { DatabaseChoice, Host, Opened } from './host.ts'
import { offerSample } from './offer-sample.ts'
import { openSandbox, SANDBOX_FOLDER } from './practice.ts'
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

/** Serves until the process is asked to stop, telling where the first run of an empty database is, then lets requests finish and closes the database. */
export const serveUntilStopped = async (
  terminal: Terminal,
  host: Host,
  services: Services,
  address: { port: number; host: string },
  firstRun: string | null = null,
): Promise<void> => {
  const { url, stop } = await host.serve(services, address.port, address.host)
  if (firstRun !== null)
    terminal.note(`Nothing is recorded yet. To look at it with the fictional sample, open ${url}${firstRun}`)
  terminal.note(`Hindcast is at ${url} (API reference at ${url}/docs). Ctrl-C stops it.`)
  await host.stopRequested()
  terminal.note('Stopping …')
  await stop()
}

/** So often, and after so long each, a folder is asked for that another machine or container has: one that died is forgotten by then. */
const [TRIES, AGAIN_MS] = [26, 5000]

/** Opens a database; one in a folder that a process elsewhere has, which may be dead, once that is forgotten. */
const openPatiently = async (terminal: Terminal, host: Host, choice: DatabaseChoice): Promise<Opened> => {
  for (let tried = 1; ; tried++) {
    try {
      return await host.open(choice)
    } catch (error) {
      if (!(error instanceof HeldElsewhere) || tried === TRIES) throw error
      if (tried === 1) terminal.note(`${error.message}. Waiting up to two minutes, in case it was killed …`)
      await setTimeout(AGAIN_MS)
    }
  }
}

type Options = { port: number; host: string; data?: string; sample?: true; reset?: true }

/** The database to serve: that of `--data` or DATABASE_URL, or with `--sample` a sandbox. */
const openFor = async (terminal: Terminal, host: Host, examples: string, options: Options): Promise<Opened> => {
  const databaseUrl = terminal.environment['DATABASE_URL']
  const { data, sample, reset = false } = options
  if (reset && !sample) throw new Problem('invalid-input', '--reset goes with --sample', 'it begins a sandbox anew')
  const replicaUrl = terminal.environment['DATABASE_REPLICA_URL']
  if (!sample) return openPatiently(terminal, host, { databaseUrl, replicaUrl, folder: data ?? DEFAULT_FOLDER })
  if (databaseUrl)
    throw new Problem('invalid-input', 'DATABASE_URL is set', 'unset it: a sandbox keeps a folder of its own, --data')
  return openSandbox(terminal, host, data ?? SANDBOX_FOLDER, { reset, examples })
}

export const serveCommand = (terminal: Terminal, host: Host, examples: string): Command =>
  new Command('serve')
    .description('Serve the API and the pages, on the embedded database or on DATABASE_URL')
    .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 8787)
    .option('--host <name>', 'address to listen on', '127.0.0.1')
    .option('--data <folder>', `folder of the embedded database (default: ${DEFAULT_FOLDER}, or ${SANDBOX_FOLDER})`)
    .option('--sample', 'practice: a sandbox with the fictional sample and test keys')
    .option('--reset', 'with --sample: begin anew')
    .action(async (options: Options) => {
      const opened = await openFor(terminal, host, examples, options)
      const { services, close } = opened
      try {
        if (!options.sample) await showFirstKey(terminal, host, services)
        if (services.signIn instanceof Problem) terminal.note(`${services.signIn.message}; ${services.signIn.remedy}.`)
        const offer = await offerSample(terminal, host, opened, examples)
        await serveUntilStopped(terminal, host, offer?.services ?? services, options, offer?.path)
      } finally {
        await close()
      }
    })
