import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { Problem } from '../core/problem.ts'
import { makeViews } from './as-of.ts'
import { databaseOf, type OpenDatabase } from './database.ts'

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
  writeFileSync(mine, `${process.pid}\n${process.argv.slice(1, 4).join(' ')}\n`)
  try {
    return takeLock(lock, mine)
  } finally {
    rmSync(mine, { force: true })
  }
}

const takeLock = (lock: string, mine: string): (() => void) => {
  const folder = dirname(lock)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      // A link appears whole or not at all: nobody ever reads a lock without its holder.
      linkSync(mine, lock)
      held.add(lock)
      return () => {
        held.delete(lock)
        rmSync(lock, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const [pid = '', command = ''] = readFileSync(lock, 'utf8').split('\n')
      if (held.has(lock) || (Number(pid) !== process.pid && isAlive(Number(pid)))) {
        throw new Problem(
          'folder-in-use',
          `the data folder ${resolve(folder)} is in use by process ${pid} (${command})`,
          `stop that process, or give another folder with --data; if ${pid} is not Hindcast, delete ${resolve(lock)}`,
        )
      }
      rmSync(lock, { force: true })
    }
  }
  throw new Problem('folder-in-use', `the lock of ${resolve(folder)} keeps changing hands`, 'try again in a moment')
}

/** Postgres in this process, kept in a folder, or in memory for `null`. Applies what is missing of the migrations. */
export const openEmbedded = async (folder: string | null, migrations: string): Promise<OpenDatabase> => {
  const release = folder === null ? () => undefined : holdFolder(folder)
  try {
    const client = await PGlite.create({
      extensions: { pg_trgm },
      ...(folder === null ? {} : { dataDir: join(folder, 'postgres') }),
    })
    const connection = drizzle(client, { casing: 'snake_case' })
    await migrate(connection, { migrationsFolder: migrations })
    await makeViews(connection)
    const close = async (): Promise<void> => {
      if (!client.closed) await client.close()
      release()
    }
    return { ...databaseOf(connection), close }
  } catch (error) {
    release()
    throw error
  }
}
