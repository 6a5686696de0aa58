import { constants, cp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { Problem } from '../core/problem.ts'
import { removeCopies } from '../outside/backup-copy.ts'
import { makeViews } from './as-of.ts'
import { type Database, databaseOf, type OpenDatabase } from './database.ts'
import { DURABLY, DurableFiles, hasRoomFor, isDiskFull } from './durable-files.ts'
import { type Hold, holdFolder } from './folder-lock.ts'
import { embeddedStatements, type Statements } from './statements.ts'
import { type StatementWatch, watchedEmbedded } from './watched-statements.ts'

/** Where in a data folder the files of the database lie. */
export const FILES = 'postgres'

/** Postgres takes a checkpoint by itself only where it has a process for it. */
const CHECKPOINT_MS = 5 * 60_000

/**
 * Takes a checkpoint every five minutes where something was written, so that the log of writes is used again instead of growing, and
 * a start after a crash has little to do. None on a disk about to be full: it writes. Returns what ends it.
 */
const keepCheckpoints = (client: PGlite, files: string): (() => void) => {
  let last = ''
  const take = async (): Promise<void> => {
    const { rows } = await client.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
    if (rows[0]?.at === last) return
    await client.exec('checkpoint')
    const { rows: after } = await client.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
    last = after[0]?.at ?? ''
  }
  const timer = setInterval(() => {
    if (!client.closed && !isDiskFull(files))
      take().catch((error: unknown) => console.error('a checkpoint failed', error))
  }, CHECKPOINT_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * The same database, which takes no more transactions while its disk is about to be full: it would end at the first write that fails.
 * Nor does it begin one where another process took the folder over.
 */
const withRoom = (database: Database, files: string, hold: Hold): Database => {
  const isFull = (): boolean => isDiskFull(files)
  const ask = (): void => {
    hold.touch()
    if (isFull())
      throw new Problem(
        'database-unavailable',
        'the disk of the database is full: nothing can be recorded, what is there can be read',
        'try again once whoever runs this server has made room',
      )
  }
  const transaction: Database['transaction'] = async (work) => {
    ask()
    return database.transaction(async (tx) => {
      // One that waited for others begins only now.
      ask()
      return work(tx)
    })
  }
  const { statements } = database
  const asking: Statements | undefined = statements && {
    ...statements,
    executeSql: async (text, values) => {
      ask()
      return statements.executeSql(text, values)
    },
  }
  return { ...database, transaction, isFull, ...(asking ? { statements: asking } : {}) }
}

const sizeOf = async (files: string): Promise<number> => {
  const entries = await readdir(files, { recursive: true, withFileTypes: true })
  const sizes = entries.filter((one) => one.isFile()).map((one) => stat(join(one.parentPath, one.name)))
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0)
}

const askRoomForCopy = async (files: string): Promise<void> => {
  const bytes = await sizeOf(files)
  if (!hasRoomFor(files, bytes))
    throw new Problem(
      'database-unavailable',
      `the disk has no room for a copy of the database, which takes ${bytes} bytes`,
      'make room, or stop the server: then the backup is made without a copy',
    )
}

/** Copies the files of a database that is open; where that fails, what was copied is gone before anybody writes again. */
const copyFiles = async (client: PGlite, files: string, into: string): Promise<void> => {
  await askRoomForCopy(files)
  // Before it stops anybody: what the copy has to recover from is short then.
  await client.exec('checkpoint')
  const copying = { recursive: true, errorOnExist: true, force: false, mode: constants.COPYFILE_FICLONE }
  await client._runExclusiveQuery(async () => {
    await askRoomForCopy(files)
    try {
      await cp(files, into, copying)
    } catch (error) {
      await rm(into, { recursive: true, force: true })
      throw error
    }
  })
}

export type EmbeddedDatabase = OpenDatabase & {
  /**
   * Copies the files as they are between two statements into a new folder: what a crash at that moment would leave, from which a
   * start recovers all that was committed. Statements wait meanwhile. Throws `database-unavailable` where it does not fit on the disk.
   * Null for a database in memory.
   */
  copyTo: ((folder: string) => Promise<void>) | null
}

/** Postgres in this process, kept in a folder, or in memory for `null`. Applies what is missing of the migrations. `watch` is told of each statement after. */
export const openEmbedded = async (
  folder: string | null,
  migrations: string,
  watch?: StatementWatch,
): Promise<EmbeddedDatabase> => {
  const hold = folder === null ? null : holdFolder(folder)
  try {
    // Before the first write: it may be what fills the disk.
    if (folder !== null) removeCopies(folder)
    const files = folder === null ? null : join(folder, FILES)
    const client = await PGlite.create({
      extensions: { pg_trgm },
      ...(files === null ? {} : { fs: new DurableFiles(files), startParams: DURABLY }),
    })
    const connection = drizzle(client, { casing: 'snake_case' })
    await migrate(connection, { migrationsFolder: migrations })
    await makeViews(connection)
    const endCheckpoints = files === null ? () => undefined : keepCheckpoints(client, files)
    const close = async (): Promise<void> => {
      endCheckpoints()
      if (!client.closed) await client.close()
      hold?.release()
    }
    const statements: Statements = { executeSql: embeddedStatements(client), embedded: true }
    const watched = watch ? drizzle(watchedEmbedded(client, watch), { casing: 'snake_case' }) : connection
    const database: Database = { ...databaseOf(watched), statements }
    if (files === null || hold === null) return { ...database, close, copyTo: null }
    return { ...withRoom(database, files, hold), close, copyTo: (into) => copyFiles(client, files, into) }
  } catch (error) {
    hold?.release()
    throw error
  }
}
