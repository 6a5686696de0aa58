import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Problem } from './core/problem.ts'
import { startLocalPostgres } from './outside/local-postgres.ts'
import { newSecret } from './outside/random.ts'
import { firstKey, MIGRATIONS, servicesHere } from './server.ts'
import { migratePostgres } from './storage/migrate-postgres.ts'
import { openPostgres } from './storage/postgres.ts'

const FOLDER = '.hindcast/edge-postgres'
const PATIENCE = 5_000

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Applies the migrations, and shows the admin key of a new database, once. */
const prepare = async (url: string): Promise<void> => {
  await migratePostgres(url, MIGRATIONS)
  const database = openPostgres(url, { max: 1 })
  try {
    const created = await firstKey(servicesHere(database))
    if (created) say(`\nThis database is new. Its admin key, shown this once; keep it:\n  ${created.secret}\n`)
  } finally {
    await database.close()
  }
}

/** wrangler's own program, started without npx: nothing is looked up or downloaded. */
const wranglerProgram = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js')

/** Sessions of this machine last as long as the run, unless a secret is given. */
const secret = (): string[] => ['--var', `HINDCAST_SECRET:${process.env['HINDCAST_SECRET'] || newSecret()}`]

/** Runs the worker on workerd against a database. It works without a network and reports to nobody. */
const startWorker = (url: string, options: string[]): ChildProcess =>
  spawn(process.execPath, [wranglerProgram(), 'dev', '--show-interactive-dev-session=false', ...secret(), ...options], {
    // Of its own group, so that Ctrl-C stops it by us and once, not by the terminal as well.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: url,
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
    },
  })

const stopRequested = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
  })

/** Asks the worker to stop; what has not stopped after some seconds is stopped by force, with all it started. */
const stopWorker = async (worker: ChildProcess): Promise<void> => {
  if (worker.exitCode !== null || worker.signalCode !== null || worker.pid === undefined) return
  const group = -worker.pid
  const force = setTimeout(() => process.kill(group, 'SIGKILL'), PATIENCE)
  const gone = once(worker, 'exit')
  worker.kill('SIGINT')
  await gone
  clearTimeout(force)
}

/** The edge on this machine: workerd in front of a real Postgres, `DATABASE_URL` or one of our own. */
const runEdge = async (options: string[]): Promise<number> => {
  const stopping = stopRequested()
  const given = process.env['DATABASE_URL']
  const local = given ? null : await startLocalPostgres({ folder: FOLDER })
  if (local) say(`Postgres keeps its data in ${local.folder}.`)
  try {
    const url = given ?? local?.url ?? ''
    await prepare(url)
    say('Cron by hand: GET /cdn-cgi/handler/scheduled. Ctrl-C stops it.')
    const worker = startWorker(url, options)
    const ended = once(worker, 'exit').then(([code]) => Number(code ?? 1))
    const code = await Promise.race([ended, stopping.then(() => 0)])
    await stopWorker(worker)
    return code
  } finally {
    await local?.stop()
  }
}

try {
  process.exitCode = await runEdge(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Problem)) throw error
  say(`${error.message}\n${error.remedy}`)
  process.exitCode = 1
}
// What is left, if anything, is a signal handler: there is nothing to wait for.
process.exit()
