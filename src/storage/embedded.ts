import { constants, cp } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { Problem } from '../core/problem.ts'
import { makeViews } from './as-of.ts'
import { type Database, databaseOf, type OpenDatabase } from './database.ts'
import { DURABLY, DurableFiles, isDiskFull } from './durable-files.ts'
import { holdFolder } from './folder-lock.ts'

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

/** The same database, which takes no more transactions while its disk is about to be full: it would end at the first write that fails. */
const withRoom = (database: Database, files: string): Database => {
  const isFull = (): boolean => isDiskFull(files)
  const transaction: Database['transaction'] = async (work) => {
    if (isFull())
      throw new Problem(
        'database-unavailable',
        'the disk of the database is full: nothing can be recorded, what is there can be read',
        'try again once whoever runs this server has made room',
      )
    return database.transaction(work)
  }
  return { ...database, transaction, isFull }
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
    const database = databaseOf(connection)
    if (files === null) return { ...database, close, copyTo: null }
    return { ...withRoom(database, files), close, copyTo }
  } catch (error) {
    release()
    throw error
  }
}
