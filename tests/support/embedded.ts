import type { Actor, Context } from '../../src/actions/context.ts'
import { prefixes, type Thing } from '../../src/core/id.ts'
import { Day, Instant } from '../../src/core/time.ts'
import { sharedTagger } from '../../src/outside/extractor.ts'
import { hash } from '../../src/outside/hash.ts'
import { type Database, databaseOf, type OpenDatabase, type Transaction } from '../../src/storage/database.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'

/** The migrations that the product ships. */
export const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname

export const day = (text: string): Day => Day.parse(text)
export const instant = (text: string): Instant => Instant.parse(text)

export const REVIEWER: Actor = { name: 'reviewer', scopes: ['admin'] }

/** What one test has of the world. Whatever it writes is rolled back when it ends. */
export type World = {
  tx: Transaction
  /** Each of its transactions is a savepoint of the test's own, with errors turned into problems as in production. */
  database: Database
  newId: (thing: Thing) => string
  newSalt: () => string
  /** The circumstances of one request at noon of a day, or at an instant. */
  at: (when: string, actor?: Actor) => Context
}

class RollBack extends Error {}

let opened: Promise<OpenDatabase> | undefined

/** One in memory for all files of a worker: booting takes longer than a test. It goes with its worker. */
const booted = (): Promise<OpenDatabase> => {
  opened ??= openEmbedded(null, MIGRATIONS)
  return opened
}

/** Ids that count up in the form of real ones, so that a test can be read twice and says the same. */
export const countingIds = (): ((thing: Thing) => string) => {
  let last = 0
  return (thing) => {
    last += 1
    return `${prefixes[thing]}_${String(last).padStart(26, '0')}`
  }
}

const countingSalts = (): (() => string) => {
  let last = 0
  return () => {
    last += 1
    return `salt${String(last).padStart(18, '0')}`
  }
}

/** One language model for all worlds of a worker. */
export const tagger = sharedTagger()

/** The world of one test in a transaction; its ids are those of every other. */
export const worldIn = (tx: Transaction): World => {
  const database = databaseOf(tx)
  const newId = countingIds()
  const newSalt = countingSalts()
  const at = (when: string, actor: Actor = REVIEWER): Context => ({
    database,
    newId,
    newSalt,
    hash,
    tagger,
    actor,
    now: instant(when.length === 10 ? `${when}T12:00:00.000Z` : when),
  })
  return { tx, database, newId, newSalt, at }
}

/** Runs a test in a transaction of its own and rolls it back, whether it passes or fails. */
export const inWorld = async (test: (world: World) => Promise<void>): Promise<void> => {
  const database = await booted()
  const rollBack = new RollBack()
  try {
    await database.transaction(async (tx) => {
      await test(worldIn(tx))
      throw rollBack
    })
  } catch (error) {
    if (error !== rollBack) throw error
  }
}
