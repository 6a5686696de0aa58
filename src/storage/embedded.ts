import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { constants, cp } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { Problem } from '../core/problem.ts'
import { makeViews } from './as-of.ts'
import { databaseOf, type OpenDatabase } from './database.ts'
import { DURABLY, DurableFiles } from './durable-files.ts'

const isAlive = (pid: number): boolean => {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Folders that this process holds: a lock with our own number but not in here was left by a crash. */
const held = new Set<string>()

/**
 * Takes a data folder for this process, since the embedded database has one session and two processes would destroy
 * it. Throws `folder-in-use` naming the holder; a lock whose process is gone is taken over. Returns the release.
 */
export const holdFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'hindcast.lock')
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, `${process.pid}\n${process.argv.slice(1, 4).join(' ')}\n${hostname()}\n`)
  try {
    return takeLock(lock, mine)
  } finally {
    rmSync(mine, { force: true })
  }
}

/** So often a holder touches its lock, and so long after the last time one of another machine or container is taken for dead. */
const [TOUCH_MS, SILENT_MS] = [10_000, 120_000]

const keepTouching = (lock: string): (() => void) => {
  const first = String(process.pid).slice(0, 1)
  const timer = setInterval(() => {
    if (!existsSync(lock)) return
    const file = openSync(lock, 'r+')
    // The same byte again: whoever reads meanwhile reads the same.
    writeSync(file, first, 0)
    closeSync(file)
  }, TOUCH_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Whether the holder of a lock lives. Numbers of processes tell nothing of another machine or container: the touch of its lock does. */
const isHeld = (lock: string, mine: string, { pid, host }: { pid: number; host: string }): boolean => {
  if (host !== '' && host !== hostname()) return statSync(mine).mtimeMs - statSync(lock).mtimeMs < SILENT_MS
  return held.has(lock) || (pid !== process.pid && isAlive(pid))
}

const takeLock = (lock: string, mine: string): (() => void) => {
  const folder = dirname(lock)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      // A link appears whole or not at all: nobody ever reads a lock without its holder.
      linkSync(mine, lock)
      held.add(lock)
      const endTouching = keepTouching(lock)
      return () => {
        endTouching()
        held.delete(lock)
        rmSync(lock, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const [pid = '', command = '', host = ''] = readFileSync(lock, 'utf8').split('\n')
      if (isHeld(lock, mine, { pid: Number(pid), host })) {
        const where = host === '' || host === hostname() ? '' : ` on ${host}`
        throw new Problem(
          'folder-in-use',
          `the data folder ${resolve(folder)} is in use by process ${pid}${where} (${command})`,
          where === ''
            ? `stop that process, or give another folder with --data; if ${pid} is not Hindcast, delete ${resolve(lock)}`
            : 'stop that process, or give another folder with --data; one that was killed there is forgotten after two minutes',
        )
      }
      rmSync(lock, { force: true })
    }
  }
  throw new Problem('folder-in-use', `the lock of ${resolve(folder)} keeps changing hands`, 'try again in a moment')
}

/** Where in a data folder the files of the database lie. */
export const FILES = 'postgres'

/** Postgres takes a checkpoint by itself only where it has a process for it. */
const CHECKPOINT_MS = 5 * 60_000

/**
 * Takes a checkpoint every five minutes where something was written, so that the log of writes is used again instead of growing, and
 * a start after a crash has little to do. Returns what ends it.
 */
const keepCheckpoints = (client: PGlite): (() => void) => {
  let last = ''
  const take = async (): Promise<void> => {
    const { rows } = await client.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
    if (rows[0]?.at === last) return
    await client.exec('checkpoint')
    const { rows: after } = await client.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
    last = after[0]?.at ?? ''
  }
  const timer = setInterval(() => {
    if (!client.closed) take().catch((error: unknown) => console.error('a checkpoint failed', error))
  }, CHECKPOINT_MS)
  timer.unref()
  return () => clearInterval(timer)
}

export type EmbeddedDatabase = OpenDatabase & {
  /**
   * Copies the files as they are between two statements into a new folder: what a crash at that moment would leave, from which a
   * start recovers all that was committed. Statements wait meanwhile. Null for a database in memory.
   */
  copyTo: ((folder: string) => Promise<void>) | null
}

/** Postgres in this process, kept in a folder, or in memory for `null`. Applies what is missing of the migrations. */
export const openEmbedded = async (folder: string | null, migrations: string): Promise<EmbeddedDatabase> => {
  const release = folder === null ? () => undefined : holdFolder(folder)
  try {
    const files = folder === null ? null : join(folder, FILES)
    const client = await PGlite.create({
      extensions: { pg_trgm },
      ...(files === null ? {} : { fs: new DurableFiles(files), startParams: DURABLY }),
    })
    const connection = drizzle(client, { casing: 'snake_case' })
    await migrate(connection, { migrationsFolder: migrations })
    await makeViews(connection)
    const endCheckpoints = files === null ? () => undefined : keepCheckpoints(client)
    const close = async (): Promise<void> => {
      endCheckpoints()
      if (!client.closed) await client.close()
      release()
    }
    const copyTo = async (into: string): Promise<void> => {
      // Before it stops anybody: what the copy has to recover from is short then.
      await client.exec('checkpoint')
      const copying = { recursive: true, errorOnExist: true, force: false, mode: constants.COPYFILE_FICLONE }
      await client._runExclusiveQuery(() => cp(files ?? '', into, copying))
    }
    return { ...databaseOf(connection), close, copyTo: files === null ? null : copyTo }
  } catch (error) {
    release()
    throw error
  }
}
