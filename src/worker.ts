import { env, tracing } from 'cloudflare:workers'
import type { Actor, Services } from './actions/context.ts'
import { appointed } from './core/deferred.ts'
import { cronOf, jobNames, timetable } from './core/job.ts'
import { Problem } from './core/problem.ts'
import { type Instant, toInstant } from './core/time.ts'
import { workersOf } from './jobs/do-deferred.ts'
import { countedBy } from './outside/client-address.ts'
import { brokenFetcher } from './outside/fetch.ts'
import { edgeFetcher } from './outside/fetch-edge.ts'
import { fetchSettings } from './outside/fetch-settings.ts'
import { hostsOf } from './outside/hosts.ts'
import { bindingLimits, type RateLimitBinding } from './outside/limits-edge.ts'
import { logTo, loudnessOf } from './outside/log.ts'
import { type ExtractorSettings, extractorSettings, type WorkersAi } from './outside/models/settings.ts'
import { boundQueues, cloudflareQueue, type QueueBatch, takeBatch } from './outside/queues/cloudflare.ts'
import { noQueue } from './outside/queues/none.ts'
import { firstPauseOf } from './outside/queues/settings.ts'
import { slowMsOf, watchOf } from './outside/watch.ts'
import { edgeTracer } from './outside/watch-edge.ts'
import { servicesOf, type WayOut, warnsOfLost } from './services.ts'
import { createSite, lateAnswers } from './site.ts'
import type { Replica } from './storage/database.ts'
import { isSandbox } from './storage/installation.ts'
import { JOB_TIMEOUTS, REQUEST_TIMEOUTS } from './storage/link.ts'
import { openPostgres, type Postgres } from './storage/postgres.ts'
import { nothingKnown, replicaOf } from './storage/replica.ts'
import { errorText } from './storage/violations.ts'

/** What `wrangler.toml` binds; a binding of the wrong name is missing, not mistyped. */
type Bindings = {
  HYPERDRIVE?: { connectionString: string }
  /** A streaming standby of that database, which public reads may go to. */
  HYPERDRIVE_REPLICA?: { connectionString: string }
  AI?: WorkersAi
  ADDRESS_LIMITER?: RateLimitBinding
  KEY_LIMITER?: RateLimitBinding
  /** A secret of the account, not a variable: `wrangler secret put HINDCAST_SECRET`. */
  HINDCAST_SECRET?: string
  HINDCAST_DATA_LICENCE?: string
  HINDCAST_LOG_LEVEL?: string
  HINDCAST_SLOW_QUERY_MS?: string
  [variable: string]: unknown
}
type Cron = { scheduledTime: number; cron: string }

/** Told of the work of this isolate. The platform keeps the lines and the spans, as `wrangler.toml` says. */
const watch = watchOf({
  log: logTo(() => toInstant(new Date())),
  // Where nothing is awaited it stands still.
  ticks: () => performance.now(),
  slowMs: slowMsOf(env),
  loudness: loudnessOf(env),
  tracer: edgeTracer(tracing),
}).serving()

const CRON: Actor = { name: 'cron', scopes: ['admin'] }

const answersLater = lateAnswers(watch)

/** The runtime lets one invocation hold six sockets: one stays free. Where there is a replica it has its part of them. */
const CONNECTIONS = { alone: 5, primary: 3, replica: 2 }

/** An invocation may make 1,000 requests of its own: the database and other jobs have their part of them. */
const SENDING = { atOnce: 4, attempts: 800 }

/** The extractor that the variables configure, or what is wrong with them: that must not take the site down. */
const extractorOf = (bindings: Bindings): ExtractorSettings | Problem => {
  try {
    return extractorSettings(bindings, bindings.AI ?? null)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** The way out that the variables configure; wrong ones break fetching, not the site. */
const wayOutOf = (bindings: Bindings): WayOut => {
  try {
    const { gapMs, ...options } = fetchSettings(bindings)
    return { fetch: edgeFetcher({ ...options, watch }), gapMs }
  } catch (error) {
    if (error instanceof Problem) return { fetch: brokenFetcher(error), gapMs: 0 }
    throw error
  }
}

const clock = (): Instant => toInstant(new Date())

/** What this isolate has seen of the replica; what its requests wait for cannot pass from one to the next. */
const seen = nothingKnown()

const replicaBeside = (primary: Postgres, url: string): Replica => {
  const standby = openPostgres(url, { max: CONNECTIONS.replica, says: false, tries: 1, watch: watch.statement })
  const watching = { primary: primary.reader, standby: standby.reader }
  return replicaOf({ primary, standby, watching, clock, known: seen, log: watch.log })
}

/**
 * The world of one invocation, with a client of its own: a socket cannot pass from one request to the next, and
 * Hyperdrive keeps the real connections. The runtime closes it with the invocation; ending it by hand here leaves an
 * unhandled rejection behind.
 */
const provide = (bindings: unknown, timeouts = REQUEST_TIMEOUTS, withReplica = false): Services => {
  const bound = (bindings ?? {}) as Bindings
  const { HYPERDRIVE, HYPERDRIVE_REPLICA } = bound
  const standby = withReplica ? HYPERDRIVE_REPLICA : undefined
  if (!HYPERDRIVE) {
    throw new Problem('database-unavailable', 'no database is bound to this worker', 'bind HYPERDRIVE in wrangler.toml')
  }
  const database = openPostgres(HYPERDRIVE.connectionString, {
    max: standby ? CONNECTIONS.primary : CONNECTIONS.alone,
    onLost: warnsOfLost(watch),
    watch: watch.statement,
    timeouts,
    // Hyperdrive keeps the connections: what a session says is not kept.
    says: false,
  })
  const { HINDCAST_SECRET: secret } = bound
  const read = standby ? { ...database, replica: replicaBeside(database, standby.connectionString) } : database
  const services = servicesOf(read, clock, wayOutOf(bound), extractorOf(bound), secret, watch)
  const sending: Services = { ...services, sending: SENDING }
  sending.answerLater = answersLater(sending)
  const queues = boundQueues(bound)
  const queue = typeof queues === 'string' ? noQueue(queues, workersOf(sending, CRON).do) : cloudflareQueue(queues)
  return { ...sending, queue }
}

/** The same for a request, which is counted. */
const provideRequest = (bindings: unknown, request: Request): Services => ({
  ...provide(bindings, REQUEST_TIMEOUTS, true),
  limits: bindingLimits((bindings ?? {}) as Bindings),
  dataLicence: ((bindings ?? {}) as Bindings).HINDCAST_DATA_LICENCE ?? null,
  client: countedBy(request.headers.get('cf-connecting-ip')),
  hosts: hostsOf((bindings ?? {}) as Bindings, false),
})

/** Whether the database is one for practice, once this isolate knows: its mark is for good. */
let sandbox: boolean | undefined

/** What is asked to see whether this lives, which waits for nothing that it does not ask itself. */
const PROBES: readonly string[] = ['/healthz', '/readyz']

/** Where the database does not answer the request tells so by itself, and the next one asks again. */
const learnSandbox = async (bindings: unknown, { url }: Request): Promise<void> => {
  if (PROBES.includes(new URL(url).pathname)) return
  try {
    sandbox ??= await isSandbox(provide(bindings).database.reader)
  } catch (error) {
    watch.log('warn', 'whether this is a sandbox is not known', { error: errorText(error) })
  }
}

const site = createSite(
  (bindings, request) => ({
    ...provideRequest(bindings, request),
    ...(sandbox === undefined ? {} : { sandbox }),
  }),
  watch,
)

/** Puts the jobs of a trigger into their queues; without queues they run one after the other, and that one fails keeps no other from its turn. */
const appointJobsOf = async (services: Services, cron: string, scheduledAt: Instant): Promise<void> => {
  const names = jobNames.filter((name) => cronOf(timetable[name]) === cron)
  if (names.length === 0) throw new Error(`no job runs at ${cron}: wrangler.toml and the timetable differ`)
  await services.queue?.put(names.map((name) => appointed(name, scheduledAt)))
}

/** The edge entry: the same site as `server.ts` serves, and its jobs. */
export default {
  fetch: async (...[request, bindings, execution]: Parameters<typeof site.fetch>): Promise<Response> => {
    await learnSandbox(bindings, request)
    return site.fetch(request, bindings, execution)
  },
  /** Judges as of the instant it was due, however late it runs; a failure is thrown, so that the platform records it. */
  scheduled: ({ scheduledTime, cron }: Cron, bindings: unknown): Promise<void> =>
    appointJobsOf(provide(bindings, JOB_TIMEOUTS), cron, toInstant(new Date(scheduledTime))),
  /** Does what a queue gives out; what fails is given out again. */
  queue: (batch: QueueBatch, bindings: unknown): Promise<void> => {
    const services = provide(bindings, JOB_TIMEOUTS)
    const firstPause = firstPauseOf((bindings ?? {}) as Bindings)
    return takeBatch({ workers: workersOf(services, CRON), clock: services.clock, firstPause }, batch)
  },
}
