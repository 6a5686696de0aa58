import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { appendFile, chmod, chown, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import postgres from 'postgres'
import { type LocalPostgres, startLocalPostgres } from '../../src/outside/local-postgres.ts'
import { freePort, killPostmaster } from './processes.ts'

/** A hot standby that streams from a primary; it may be killed and started again, at the same address. */
export type Standby = {
  url: string
  start: () => Promise<void>
  /** As a machine that loses its power. */
  kill: () => Promise<void>
  /** Stops or goes on replaying what comes in. */
  pause: () => Promise<void>
  resume: () => Promise<void>
  /** Makes it a primary of its own. */
  promote: () => Promise<void>
  close: () => Promise<void>
}

/** A primary of its own, since copying one with the databases of all tests takes long. Its commits are written before they are told of. */
export const startPrimary = async (folder: string): Promise<LocalPostgres> => {
  const primary = await startLocalPostgres({ folder, throwaway: true })
  const sql = postgres(primary.url, { max: 1, onnotice: () => undefined })
  await sql`alter role current_user set synchronous_commit = on`
  await sql.end()
  return primary
}

/** What a copy begins anew: the log is streamed, from the beginning of the copy on. */
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot']

/** Copies the files of a running primary: between start and stop in one session, and what the stop says makes the copy whole. */
const copyOf = async (primary: LocalPostgres, data: string): Promise<void> => {
  const from = join(primary.folder, 'data')
  const sql = postgres(primary.url, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_backup_start('standby', true)`
    await cp(from, data, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) })
    const [stop] = await sql`select labelfile from pg_backup_stop(false)`
    await writeFile(join(data, 'backup_label'), stop?.['labelfile'])
  } finally {
    await sql.end()
  }
  for (const empty of ['pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot'])
    await mkdir(join(data, empty), { recursive: true })
  const { hostname: host, port, username: user, password } = new URL(primary.url)
  const conninfo = `primary_conninfo = 'host=${host} port=${port} user=${user} password=${password}'\n`
  await appendFile(join(data, 'postgresql.auto.conf'), conninfo)
  await writeFile(join(data, 'standby.signal'), '')
  // Postgres refuses files that are not of whom it runs as, and a folder that others may enter.
  const { uid, gid } = statSync(from)
  for (const entry of await readdir(data, { recursive: true })) await chown(join(data, entry), uid, gid)
  await chown(data, uid, gid)
  await chmod(data, 0o700)
}

/** Copies a primary, beside where it lies, and starts a hot standby of it; ready once it takes reads. */
export const startStandby = async (primary: LocalPostgres): Promise<Standby> => {
  const port = await freePort()
  const from = join(primary.folder, 'data')
  const { uid, gid } = statSync(from)
  // Where the program lies that the primary runs: copied elsewhere, where this folder is closed to others.
  const program = readlinkSync(`/proc/${Number(readFileSync(join(from, 'postmaster.pid'), 'utf8').split('\n')[0])}/exe`)
  const data = `${primary.folder}-standby`
  await copyOf(primary, data)
  const url = Object.assign(new URL(primary.url), { port: String(port) }).href
  let child: ChildProcess | undefined
  const start = async (): Promise<void> => {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'hot_standby=on']
    // Reads that stand in the way of what is replayed are stopped at once.
    settings.push('max_standby_streaming_delay=0')
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
    const owner = process.getuid?.() === 0 ? { uid, gid } : {}
    const started = spawn(program, args, { ...owner, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] })
    child = started
    let said = ''
    const ready = new Promise<void>((done) =>
      started.stderr.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-4000)
        if (said.includes('ready to accept read-only connections')) done()
      }),
    )
    const ended = once(started, 'close').then(([code]) => Promise.reject(new Error(`it ended with ${code}: ${said}`)))
    await Promise.race([ready, ended])
    ended.catch(() => undefined)
  }
  const isUp = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null
  const stop = async (): Promise<void> => {
    if (!child || !isUp()) return
    const gone = once(child, 'close')
    child.kill('SIGINT')
    await gone
  }
  const atExit = (): void => void (isUp() && child?.kill('SIGINT'))
  process.once('exit', atExit)
  const say = async (statement: string): Promise<void> => {
    const sql = postgres(url, { max: 1, onnotice: () => undefined })
    await sql.unsafe(statement)
    await sql.end()
  }
  await start()
  return {
    url,
    start,
    kill: async () => {
      const gone = child && once(child, 'close')
      await killPostmaster(child?.pid ?? 0)
      await gone
    },
    pause: () => say('select pg_wal_replay_pause()'),
    resume: () => say('select pg_wal_replay_resume()'),
    promote: () => say('select pg_promote()'),
    close: async () => {
      await stop()
      process.off('exit', atExit)
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Waits until a standby has replayed all that its primary has written. */
export const caughtUp = async (primaryUrl: string, standbyUrl: string): Promise<void> => {
  const [primary, standby] = [primaryUrl, standbyUrl].map((url) => postgres(url, { max: 1, onnotice: () => undefined }))
  if (!primary || !standby) return
  try {
    const [due] = await primary`select pg_current_wal_flush_lsn()::text as lsn`
    for (;;) {
      const [row] = await standby`select pg_last_wal_replay_lsn() >= ${due?.['lsn']}::pg_lsn as there`
      if (row?.['there'] === true) return
      await new Promise((go) => setTimeout(go, 10))
    }
  } finally {
    await Promise.all([primary.end(), standby.end()])
  }
}
