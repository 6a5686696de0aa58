import { type Actor, contextOf, type Services } from './actions/context.ts'
import { Problem } from './core/problem.ts'
import { toInstant } from './core/time.ts'
import { closeDueQuestions } from './jobs/close-due-questions.ts'
import { pollFeeds } from './jobs/poll-feeds.ts'
import { edgeFetcher } from './outside/fetch-edge.ts'
import { fetchSettings } from './outside/fetch-settings.ts'
import { servicesOf } from './services.ts'
import { createSite } from './site.ts'
import { openPostgres } from './storage/postgres.ts'

/** What `wrangler.toml` binds; a binding of the wrong name is missing, not mistyped. */
type Bindings = {
  HYPERDRIVE?: { connectionString: string }
  HINDCAST_CONTACT?: string
  HINDCAST_HOST_GAP?: string
  HINDCAST_FETCH_ALLOW?: string
}
type Cron = { scheduledTime: number; cron?: string }

/** The trigger of `wrangler.toml` that asks the feeds; every other one closes questions. */
const FEEDS = '*/10 * * * *'

const CRON: Actor = { name: 'cron', scopes: ['admin'] }

/** The runtime lets one invocation hold six sockets: one stays free. */
const CONNECTIONS = 5

/**
 * The world of one invocation, with a client of its own: a socket cannot pass from one request to the next, and
 * Hyperdrive keeps the real connections. The runtime closes it with the invocation; ending it by hand here leaves an
 * unhandled rejection behind.
 */
const provide = (bindings: unknown): Services => {
  const { HYPERDRIVE, ...environment } = (bindings ?? {}) as Bindings
  if (!HYPERDRIVE) {
    throw new Problem('database-unavailable', 'no database is bound to this worker', 'bind HYPERDRIVE in wrangler.toml')
  }
  const database = openPostgres(HYPERDRIVE.connectionString, { max: CONNECTIONS, fetchTypes: false })
  const { gapMs, ...options } = fetchSettings(environment)
  return servicesOf(database, () => toInstant(new Date()), { fetch: edgeFetcher(options), gapMs })
}

const site = createSite(provide)

/** The edge entry: the same site as `server.ts` serves, and its jobs. */
export default {
  fetch: site.fetch,
  /** Judges as of the instant it was due, however late it runs; a failure is thrown, so that the platform records it. */
  async scheduled({ scheduledTime, cron }: Cron, bindings: unknown): Promise<void> {
    const services = provide(bindings)
    const scheduledAt = toInstant(new Date(scheduledTime))
    if (cron === FEEDS) await pollFeeds(services, CRON, scheduledAt)
    else await closeDueQuestions(contextOf(services, CRON), scheduledAt)
  },
}
