import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import type { Order } from './server.ts'
import type { Trap } from './trap.ts'

type Told = { id?: number; done?: unknown; failed?: string; url?: string; key?: string }
type OrderOf = Order extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never

/** A process of the server that lives until it is killed. */
export type ServerProcess = {
  pid: number
  url: string
  /** The admin key of a new database. */
  key: string | null
  /** Gives the answer, or null where the process died over it. Throws what failed in it. */
  order: <T>(order: OrderOf) => Promise<T | null>
  kill: () => void
  /** Resolves when it is gone. */
  gone: Promise<void>
}

/** The server as one file with its migrations beside it, as it is shipped: a loader that compiles on the way takes seconds a start. */
export const bundleServer = async (folder: string): Promise<string> => {
  const root = resolve(import.meta.dirname, '../..')
  const outfile = join(folder, 'dist', 'server.js')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  cpSync(join(root, 'migrations'), join(folder, 'migrations'), { recursive: true })
  for (const name of ['node_modules', 'package.json', 'examples']) symlinkSync(join(root, name), join(folder, name))
  await build({
    entryPoints: [join(root, 'tests/crash/server.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return outfile
}

/** How many migrations the bundled server has. */
export const migrationsIn = (folder: string): number =>
  JSON.parse(readFileSync(join(folder, 'migrations/meta/_journal.json'), 'utf8')).entries.length

/** What a server is told that nothing keeps from being asked as fast as it can, and that sends to a receiver of this machine. */
export const unboundFor = (receiver: string): Record<string, string> => ({
  HINDCAST_FETCH_ALLOW: receiver,
  HINDCAST_HOST_GAP: '0',
  HINDCAST_RATE_LIMIT: '0',
  HINDCAST_SECRET: 'of these tests alone, known to everybody',
})

export type Start = {
  program: string
  args: readonly string[]
  environment: Record<string, string>
  trap?: Trap | null
}

/** The end of what each process said on standard error, for whoever has to find out why it did not start. */
const spawned = ({ program, args, environment, trap }: Start): { child: ChildProcess; said: () => string } => {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment, CRASH_TRAP: trap ? JSON.stringify(trap) : '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  child.stdin?.on('error', () => undefined)
  return { child, said: () => said }
}

/** Runs a program that should end; null where it was killed. */
export const runToEnd = async (start: Start, killAfter: number | null): Promise<number | null> => {
  const { child, said } = spawned(start)
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const [code, signal] = await once(child, 'close')
  clearTimeout(timer)
  if (signal === null && code !== 0) throw new Error(`${start.args.join(' ')} ended with ${code}: ${said()}`)
  return signal === null ? code : null
}

/** Starts a server; null where it was killed before it was up. Throws where it ended by itself. */
export const startServer = async (start: Start, killAfter: number | null = null): Promise<ServerProcess | null> => {
  const { child, said } = spawned(start)
  const waiting = new Map<number, (told: Told) => void>()
  let key: string | null = null
  let up: (url: string) => void = () => undefined
  const url = new Promise<string>((done) => {
    up = done
  })
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const told: Told = JSON.parse(line)
    if (told.key) key = told.key
    if (told.url) up(told.url)
    if (told.id !== undefined) waiting.get(told.id)?.(told)
  })
  const gone = once(child, 'close').then(() => {
    for (const done of waiting.values()) done({})
  })
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const first = await Promise.race([url, gone.then(() => null)])
  clearTimeout(timer)
  if (first === null) {
    if (child.signalCode === 'SIGKILL') return null
    throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}: ${said()}`)
  }
  let count = 0
  const order = async <T>(what: OrderOf): Promise<T | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return null
    count += 1
    const id = count
    const told = await new Promise<Told>((done) => {
      waiting.set(id, done)
      child.stdin?.write(`${JSON.stringify({ id, ...what })}\n`)
    })
    waiting.delete(id)
    if (told.failed !== undefined) throw new Error(told.failed)
    return (told.done ?? null) as T | null
  }
  void gone.then(() => {
    if (child.signalCode !== 'SIGKILL')
      console.error(`a server went by itself (${child.exitCode ?? child.signalCode}): ${said()}`)
  })
  return { pid: child.pid ?? 0, url: first, key, order, kill: () => void child.kill('SIGKILL'), gone }
}
