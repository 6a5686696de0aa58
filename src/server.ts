import { fileURLToPath } from 'node:url'
import { type ServerType, serve } from '@hono/node-server'
import { type Actor, contextOf, type Services } from './actions/context.ts'
import { type CreatedKey, createKey } from './actions/manage-keys.ts'
import { Problem } from './core/problem.ts'
import { type Instant, toInstant } from './core/time.ts'
import { closeDueQuestions } from './jobs/close-due-questions.ts'
import { newSecret } from './outside/random.ts'
import { createSite } from './site.ts'
import type { OpenDatabase } from './storage/database.ts'
import { openEmbedded } from './storage/embedded.ts'
import { listKeys } from './storage/keys.ts'
import { openPostgres } from './storage/postgres.ts'
import { isReady } from './storage/readiness.ts'

/** Migrations lie beside `src/` and beside `dist/` alike. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

export type DatabaseChoice = { databaseUrl: string | undefined; folder: string | null }

/** Postgres by its URL, else the embedded one in a folder (in memory for null). */
export const openDatabase = async ({ databaseUrl, folder }: DatabaseChoice): Promise<OpenDatabase> => {
  if (!databaseUrl) return openEmbedded(folder, MIGRATIONS)
  const database = openPostgres(databaseUrl)
  if (await isReady(database.reader)) return database
  await database.close()
  throw new Problem(
    'database-unavailable',
    'the database at DATABASE_URL does not answer or has no tables',
    'check that it runs, then apply the migrations with hindcast migrate',
  )
}

/** The clock of this machine. */
export const clock = (): Instant => toInstant(new Date())

const HOST: Actor = { name: 'host', scopes: ['admin'] }
const TIMER: Actor = { name: 'timer', scopes: ['admin'] }
export const hostContext = (services: Services) => contextOf(services, HOST)

/** The admin key of a database that has none yet: shown once, by whoever starts it first. */
export const firstKey = async (services: Services): Promise<CreatedKey | null> => {
  if ((await listKeys(services.database.reader)).length > 0) return null
  const input = { name: 'first admin key', scopes: ['admin' as const], expiresAt: null, secretBytes: newSecret() }
  return createKey(hostContext(services), input)
}

const HOUR = 3_600_000
const startOfHour = (now: Instant): Instant => toInstant(new Date(Math.floor(Date.parse(now) / HOUR) * HOUR))

const runJobs = async (services: Services): Promise<void> => {
  try {
    await closeDueQuestions(contextOf(services, TIMER), startOfHour(services.clock()))
  } catch (error) {
    console.error('job close-due-questions failed and will run again', error)
  }
}

export type Serving = { url: string; stop: () => Promise<void> }

const listening = (services: Services, port: number, hostname: string): Promise<{ server: ServerType; port: number }> =>
  new Promise((resolve, reject) => {
    const app = createSite(() => services)
    const server = serve({ fetch: app.fetch, port, hostname }, (info) => resolve({ server, port: info.port }))
    server.once('error', reject)
  })

/** Serves the site and runs the hourly jobs until stopped; stopping lets requests under way finish. */
export const startServing = async (services: Services, port: number, hostname: string): Promise<Serving> => {
  const { server, port: chosen } = await listening(services, port, hostname).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new Problem('invalid-input', `port ${port} is in use`, 'give another with --port, or 0 for any free one')
  })
  let running = runJobs(services)
  const timer = setInterval(() => {
    running = runJobs(services)
  }, HOUR)
  const stop = async (): Promise<void> => {
    clearInterval(timer)
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
    await running
  }
  return { url: `http://${hostname}:${chosen}`, stop }
}
