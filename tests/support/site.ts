import { servicesHere } from '../../src/server.ts'
import { createSite } from '../../src/site.ts'
import type { Database } from '../../src/storage/database.ts'
import type { Subject } from '../contract/api.ts'
import { makeKeys } from './keys.ts'

/** The site over a database, asked in this process, with keys of that database. */
export const siteOver = async (database: Database): Promise<Subject> => {
  const services = servicesHere(database)
  const site = createSite(() => services)
  return { keys: await makeKeys(services), request: async (path, init) => site.request(path, init) }
}
