import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { type LocalPostgres, startLocalPostgres } from '../../src/outside/local-postgres.ts'
import { createDatabase } from '../support/postgres.ts'
import { childrenOf, killPostmaster, lives } from '../support/processes.ts'

/** Where the facts lie, and what of it can be killed besides the server. */
export type Place = {
  args: readonly string[]
  environment: Record<string, string>
  /** Kills what it is told of the database; null where there is none to kill: it lives in the server. */
  kill: ((what: 'backend' | 'postmaster') => Promise<void>) | null
  /** Brings the database up again, at the same address, after it was killed. */
  recover: () => Promise<void>
  close: () => Promise<void>
}

export const embeddedPlace = (folder: string): Place => {
  mkdirSync(folder, { recursive: true })
  const nothing = async (): Promise<void> => undefined
  return {
    args: ['--data', folder],
    environment: { DATABASE_URL: '' },
    kill: null,
    recover: nothing,
    close: nothing,
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A real Postgres that writes to the disk before it answers, with one database in it. */
export const postgresPlace = async (folder: string): Promise<Place> => {
  let running: LocalPostgres = await startLocalPostgres({ folder })
  const { port } = new URL(running.url)
  const url = await createDatabase(running.url, 'hindcast_crash')
  const postmaster = (): number =>
    Number(readFileSync(join(running.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  const answers = async (): Promise<boolean> => {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
    try {
      await sql`select 1`
      return true
    } catch {
      return false
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
  const kill = async (what: 'backend' | 'postmaster'): Promise<void> => {
    if (what === 'postmaster') return killPostmaster(postmaster())
    // One that works; the postmaster then ends all others and recovers by itself.
    const sql = postgres(url, { max: 1, onnotice: () => undefined })
    const busy = await sql`select pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() order by state = 'active' desc, query_start desc limit 1`
    const children = childrenOf(postmaster())
    for (const { pid } of busy) process.kill(Number(pid), 'SIGKILL')
    await sql.end({ timeout: 1 }).catch(() => undefined)
    while (busy.length > 0 && children.some(lives)) await pause(20)
  }
  const recover = async (): Promise<void> => {
    for (let attempt = 1; !(await answers()); attempt++) {
      if (attempt > 300) throw new Error('Postgres does not come up again')
      // What the killed one leaves behind may keep the next from starting for a moment.
      if (!lives(postmaster())) running = await startLocalPostgres({ folder, port: Number(port) }).catch(() => running)
      await pause(100)
    }
  }
  return { args: [], environment: { DATABASE_URL: url }, kill, recover, close: () => running.stop() }
}
