import { fileURLToPath } from 'node:url'
import { type ServerType, serve } from '@hono/node-server'
import { compress } from 'hono/compress'
import { type Actor, contextOf, type Services } from './actions/context.ts'
import { type CreatedKey, createFirstKey } from './actions/manage-keys.ts'
import { Problem } from './core/problem.ts'
import { type Instant, toInstant } from './core/time.ts'
import type { Watch } from './core/watch.ts'
import type { Places } from './core/worked-place.ts'
import { jobsOf, workersOf } from './jobs/do-deferred.ts'
import { keepAppointing } from './jobs/keep-appointing.ts'
import { countedBy } from './outside/client-address.ts'
import { nodeFetcher } from './outside/fetch-node.ts'
import { fetchSettings } from './outside/fetch-settings.ts'
import { hostsOf, LOOPBACK } from './outside/hosts.ts'
import { limitFactor, memoryLimits } from './outside/limits-node.ts'
import type { ExtractorSettings } from './outside/models/settings.ts'
import { placesOfProcess } from './outside/places.ts'
import { noQueue } from './outside/queues/none.ts'
import { installBoss, type OpenQueue, openBoss } from './outside/queues/pg-boss.ts'
import { firstPauseOf } from './outside/queues/settings.ts'
import { newSecret, rollDice } from './outside/random.ts'
import { secretIn } from './outside/secret-file.ts'
import { UNWATCHED } from './outside/watch.ts'
import { servicesOf, type WayOut, warnsOfLost } from './services.ts'
import { createSite, lateAnswers } from './site.ts'
import { backlogAt } from './storage/backlog.ts'
import type { Database, OpenDatabase } from './storage/database.ts'
import { type EmbeddedDatabase, openEmbedded } from './storage/embedded.ts'
import { isSandbox } from './storage/installation.ts'
import { anyKey } from './storage/keys.ts'
import { JOB_TIMEOUTS } from './storage/link.ts'
import { openPostgres } from './storage/postgres.ts'
import { readinessOf } from './storage/readiness.ts'
import { openStandby } from './storage/replica.ts'
import { errorText } from './storage/violations.ts'

/** Migrations lie beside `src/` and beside `dist/` alike. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** `replicaUrl`: of a streaming standby that public reads may go to. */
export type DatabaseChoice = { databaseUrl: string | undefined; replicaUrl?: string | undefined; folder: string | null }

/** Jobs wait for one another, and not requests for them. */
const JOB_CONNECTIONS = 5

/** How often a database that does not answer yet is asked at the start, each wait about twice the one before. */
const STARTS = 5
const FIRST_WAIT_MS = 500

/** Whether a database can serve: one that starts at the same time is waited for, one without tables is not. */
const comesUp = async ({ reader }: Database): Promise<boolean> => {
  for (let tried = 1; ; tried++) {
    const readiness = await readinessOf(reader)
    if (readiness !== 'away' || tried === STARTS) return readiness === 'ready'
    await new Promise((go) => setTimeout(go, FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + rollDice())))
  }
}

const replicaWithout = (): Problem => {
  const remedy = 'set DATABASE_URL to its primary, or unset it'
  return new Problem('invalid-input', 'DATABASE_REPLICA_URL is set, and DATABASE_URL is not', remedy)
}

/**
 * Postgres by its URL, else the embedded one in a folder (in memory for null). A standby is not waited for: it may come and go. `watch` is
 * told of each statement.
 */
export const openDatabase = async (
  { databaseUrl, replicaUrl, folder }: DatabaseChoice,
  watch: Watch = UNWATCHED,
): Promise<OpenDatabase & Partial<EmbeddedDatabase>> => {
  if (!databaseUrl && replicaUrl) throw replicaWithout()
  if (!databaseUrl) return openEmbedded(folder, MIGRATIONS, watch.statement)
  const watched = { onLost: warnsOfLost(watch), watch: watch.statement }
  const database = openPostgres(databaseUrl, watched)
  const forJobs = openPostgres(databaseUrl, { ...watched, max: JOB_CONNECTIONS, timeouts: JOB_TIMEOUTS })
  const standby = replicaUrl
    ? openStandby({ url: replicaUrl, primaryUrl: databaseUrl, primary: database, clock, watch })
    : null
  const close = async () => void (await Promise.all([database, forJobs, standby].map((one) => one?.close())))
  if (await comesUp(database)) return { ...database, forJobs, ...(standby && { replica: standby.replica }), close }
  await close()
  throw new Problem(
    'database-unavailable',
    'the database at DATABASE_URL does not answer or has no tables',
    'check that it runs, then apply the migrations with hindcast migrate',
  )
}

/** The clock of this machine. */
export const clock = (): Instant => toInstant(new Date())

/** The way out that an environment configures. */
export const wayOutHere = (environment: Readonly<Record<string, unknown>> = process.env, watch?: Watch): WayOut => {
  const { gapMs, ...options } = fetchSettings(environment)
  return { fetch: nodeFetcher({ ...options, watch }), gapMs }
}

/** The services of this process around a database. */
export const servicesHere = (
  database: Database,
  extractor?: ExtractorSettings,
  wayOut = wayOutHere(),
  secret = process.env['HINDCAST_SECRET'],
  watch: Watch = UNWATCHED,
): Services => servicesOf(database, clock, wayOut, extractor, secret, watch)

/** The secret of this installation: `HINDCAST_SECRET`, else the one that an embedded database keeps in its folder. */
export const secretHere = ({ databaseUrl, folder }: DatabaseChoice): string | undefined => {
  const given = process.env['HINDCAST_SECRET']
  return given || databaseUrl || folder === null ? given : secretIn(folder)
}

export const HOST: Actor = { name: 'host', scopes: ['admin'] }
const TIMER: Actor = { name: 'timer', scopes: ['admin'] }
export const hostContext = (services: Services) => contextOf(services, HOST)

/** The admin key of a database that has none yet: shown once, by whoever starts it first. */
export const firstKey = async (services: Services): Promise<CreatedKey | null> => {
  if (await anyKey(services.database.reader)) return null
  const input = { name: 'first admin key', scopes: ['admin' as const], expiresAt: null, bot: false }
  return createFirstKey(hostContext(services), { ...input, secretBytes: newSecret() })
}

/** The queue of the database, as a process of Node takes part in it; where there is none, jobs run here as their moments come, and it says why. */
const queueHere = async (services: Services, stopping: AbortSignal): Promise<OpenQueue> => {
  const workers = workersOf(services, TIMER, stopping)
  const { statements } = services.database
  if (!statements) return { ...noQueue('this database takes no queue', workers.do), stop: async () => undefined }
  try {
    // Elsewhere `hindcast migrate` makes its tables, as their owner.
    if (statements.embedded) await installBoss(statements, workers.log)
    const options = { workers, names: jobsOf(services), firstPause: firstPauseOf(process.env) }
    return await openBoss(statements, options)
  } catch (error) {
    const lacking = 'the tables of the queue are missing or of another version: run hindcast migrate'
    services.watch.log('warn', 'jobs run without a queue', { why: lacking, error: errorText(error) })
    return { ...noQueue(lacking, workers.do), stop: async () => undefined }
  }
}

/** The largest batch, in bytes: a stream takes no memory, and as long as it takes. */
const LARGEST_BATCH = 1_000_000_000
/** How long a request may take to come in whole: a batch of that size at 300 kB/s. What is no batch has less: src/http/patience.ts. */
const REQUEST_MS = 3_600_000
/** How long its headers may take. */
const HEADERS_MS = 30_000

export type Serving = { url: string; stop: () => Promise<void> }

/**
 * The address that a request came from: that of the socket, or, behind a proxy that is told of (`HINDCAST_TRUST_PROXY=1`), the
 * last one that this proxy wrote into X-Forwarded-For. What a client writes there itself stands before it.
 */
const clientOf = (bindings: unknown, request: Request, behindProxy: boolean): string | null => {
  const { incoming } = bindings as { incoming?: { socket?: { remoteAddress?: string } } }
  const forwarded = behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return countedBy(forwarded || incoming?.socket?.remoteAddress)
}

/** Whether the browser came by https, as a proxy that is told of says; nothing where there is none: this process has no TLS. */
const httpsOf = (request: Request, behindProxy: boolean): { https?: boolean } => {
  const scheme = behindProxy ? request.headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim() : undefined
  return scheme ? { https: scheme === 'https' } : {}
}

/** A sandbox is marked whoever serves it: its mark stands in the database. */
const marked = async (services: Services): Promise<Services> => ({
  ...services,
  sandbox: await isSandbox(services.database.reader),
})

type Listening = { server: ServerType; port: number; places: Places }

const listening = (services: Services, port: number, hostname: string): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const limits = memoryLimits(limitFactor(process.env))
    const places = placesOfProcess()
    const behindProxy = process.env['HINDCAST_TRUST_PROXY'] === '1'
    const hosts = hostsOf(process.env, !behindProxy && LOOPBACK.includes(hostname))
    const site = createSite(
      (bindings, request) => ({
        ...services,
        limits,
        places,
        zips: true,
        largestBatch: LARGEST_BATCH,
        client: clientOf(bindings, request, behindProxy),
        hosts,
        ...httpsOf(request, behindProxy),
      }),
      services.watch,
      // The edge compresses by itself.
      compress(),
    )
    const serverOptions = { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS }
    const server = serve({ fetch: site.fetch, port, hostname, serverOptions }, (info) =>
      resolve({ server, port: info.port, places }),
    )
    server.once('error', reject)
  })

/** Serves the site and runs the jobs of the clock until stopped; stopping lets what is under way finish. */
export const startServing = async (services: Services, port: number, hostname: string): Promise<Serving> => {
  const stopping = new AbortController()
  const watch = services.watch.serving()
  const timed: Services = { ...services, watch, database: services.database.forJobs ?? services.database }
  timed.answerLater = lateAnswers(watch)(timed)
  const queue = await queueHere(timed, stopping.signal)
  // The jobs that it gives out may put work into it.
  timed.queue = queue
  const served = { ...(await marked(services)), watch, queue, stopping: stopping.signal }
  const listened = await listening(served, port, hostname).catch(async (error: unknown) => {
    stopping.abort()
    await queue.stop()
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new Problem('invalid-input', `port ${port} is in use`, 'give another with --port, or 0 for any free one')
  })
  const ends = jobsOf(services).map((name) => keepAppointing(queue, timed, name))
  const { server, port: chosen, places } = listened
  const backlog = () => backlogAt(services.database.reader, services.clock())
  const lookAway = watch.observe({ places: places.taken, backlog })
  const stop = async (): Promise<void> => {
    lookAway()
    stopping.abort()
    const jobs = Promise.all(ends.map((end) => end())).then(queue.stop)
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
    await jobs
  }
  return { url: `http://${hostname}:${chosen}`, stop }
}
