import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocalPostgres } from '../../src/outside/local-postgres.ts'
import { MIGRATIONS, servicesHere } from '../../src/server.ts'
import { migratePostgres } from '../../src/storage/migrate-postgres.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { Keys } from '../contract/api.ts'
import { openGazette } from './gazette.ts'
import { makeKeys } from './keys.ts'
import { createDatabase, TEMPLATE } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A real Postgres, with a migrated database for tests to copy. */
    postgresUrl: string
    /** The database behind the worker, and keys of it. */
    edge: { url: string; keys: Keys }
    /** Where the newspaper of the contract answers, as an origin. */
    press: string
  }
}

const edgeDatabase = async (postgresUrl: string): Promise<{ url: string; keys: Keys }> => {
  const url = await createDatabase(postgresUrl, 'edge', TEMPLATE)
  const database = openPostgres(url, { max: 1 })
  try {
    return { url, keys: await makeKeys(servicesHere(database)) }
  } finally {
    await database.close()
  }
}

/** Starts one Postgres and one newspaper for the whole run, and stops them after. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = join(tmpdir(), `hindcast-tests-${crypto.randomUUID()}`)
  const { url, stop } = await startLocalPostgres({ folder, throwaway: true })
  await migratePostgres(await createDatabase(url, TEMPLATE), MIGRATIONS)
  project.provide('postgresUrl', url)
  project.provide('edge', await edgeDatabase(url))
  const gazette = await openGazette()
  project.provide('press', gazette.origin)
  return async () => {
    await gazette.close()
    await stop()
  }
}
