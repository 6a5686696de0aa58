import { basename, dirname, join } from 'node:path'
import type { DatabaseChoice, Host } from './cli/host.ts'
import { closeDueQuestions } from './jobs/close-due-questions.ts'
import { writeFullExport } from './jobs/full-export.ts'
import { pollFeeds } from './jobs/poll-feeds.ts'
import { resolveQuestions } from './jobs/resolve-questions.ts'
import { sealAll } from './jobs/seal-facts.ts'
import { backUpCopy } from './outside/backup-copy.ts'
import { openDoor } from './outside/folder-door.ts'
import { extractorSettings } from './outside/models/settings.ts'
import { newSecret } from './outside/random.ts'
import { newFolder, snapshotFolder } from './outside/snapshot-folder.ts'
import {
  clock,
  firstKey,
  HOST,
  hostContext,
  MIGRATIONS,
  openDatabase,
  secretHere,
  servicesHere,
  startServing,
  wayOutHere,
} from './server.ts'
import type { OpenDatabase } from './storage/database.ts'
import { type EmbeddedDatabase, FILES, openEmbedded } from './storage/embedded.ts'
import { migratePostgres } from './storage/migrate-postgres.ts'
import { watchHere } from './watch-here.ts'

/** Lets `hindcast backup` ask for the folder of an embedded database while we have it. */
const doorOf = async (
  { folder }: DatabaseChoice,
  { copyTo }: Partial<EmbeddedDatabase>,
): Promise<() => Promise<void>> => {
  if (folder === null || !copyTo) return async () => undefined
  return openDoor(folder, () => backUpCopy(folder, FILES, copyTo, clock()))
}

/** What is made, or the database is closed and the error thrown on. */
const orClose = async <T>({ close }: OpenDatabase, make: () => T): Promise<T> => {
  try {
    return make()
  } catch (error) {
    await close()
    throw error
  }
}

/** What commands that need a database have of this process. */
export const host: Host = {
  open: async (choice) => {
    const extractor = extractorSettings(process.env, null)
    const { watch, telemetry } = await watchHere()
    const database = await openDatabase(choice, watch)
    const services = {
      ...servicesHere(
        database,
        extractor,
        wayOutHere(process.env, watch),
        await orClose(database, () => secretHere(choice)),
        watch,
      ),
      snapshotFiles: choice.folder === null ? null : snapshotFolder(join(choice.folder, 'snapshots')),
      dataLicence: process.env['HINDCAST_DATA_LICENCE'] ?? null,
    }
    const closeDoor = await doorOf(choice, database)
    const close = async (): Promise<void> => {
      await closeDoor()
      await database.close()
      await telemetry?.stop()
    }
    return { services, close }
  },
  openFolder: (folder) => openEmbedded(folder, MIGRATIONS),
  migrate: (url, role) => migratePostgres(url, MIGRATIONS, role),
  context: hostContext,
  firstKey,
  newSecret,
  closeDue: async (services, asOf) => (await closeDueQuestions(services, HOST, asOf))?.closed ?? 0,
  tryRules: async (services) => void (await resolveQuestions(services, HOST, services.clock())),
  pollFeeds: (services) => pollFeeds(services, HOST, services.clock()),
  writeFullExport: async (services, folder) => {
    await sealAll(services, HOST)
    const into = newFolder(dirname(folder))
    return writeFullExport(services, HOST, { name: basename(folder), now: services.clock(), into })
  },
  serve: startServing,
  stopRequested: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
}
