import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Services } from '../../src/actions/context.ts'
import { MIGRATIONS, type Serving, servicesHere, startServing } from '../../src/server.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { apiOf } from '../contract/api.ts'
import { siteOver } from '../support/site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Ran = { code: number | null; stdout: string; stderr: string }
export type Served = Awaited<ReturnType<typeof serveHere>>

/** Starts the command as a process of its own, without a terminal. Nothing stands between that would have to hand signals on. */
export const start = (args: readonly string[], environment: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', HINDCAST_SERVER: '', HINDCAST_KEY: '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })

export const ended = async (child: ChildProcess): Promise<Ran> => {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'close'),
  ])
  return { code, stdout, stderr }
}

/** Runs the command to its end. */
export const run = (args: readonly string[], environment: Record<string, string> = {}, typed = ''): Promise<Ran> => {
  const child = start(args, environment)
  child.stdin?.end(typed)
  return ended(child)
}

/** A server of this process on the embedded database, and its API with a key for each scope. */
export const serveHere = async () => {
  const database = await openEmbedded(null, MIGRATIONS)
  const services: Services = servicesHere(database)
  const site = await siteOver(database, 'http://127.0.0.1:1')
  const serving: Serving = await startServing(services, 0, '127.0.0.1')
  const api = apiOf(() => site)
  const close = async (): Promise<void> => {
    await serving.stop()
    await database.close()
  }
  /** Runs a command as whoever holds the key of a scope. */
  const as = (scope: keyof typeof site.keys, ...args: string[]): Promise<Ran> =>
    run(args, { HINDCAST_SERVER: serving.url, HINDCAST_KEY: site.keys[scope] })
  return { url: serving.url, keys: site.keys, services, api, close, as }
}
