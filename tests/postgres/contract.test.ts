import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { Subject } from '../contract/api.ts'
import { contract } from '../contract/contract.ts'
import { restrictedDatabase } from '../support/roles.ts'
import { siteOver } from '../support/site.ts'

let subject: Subject
let close = async (): Promise<void> => undefined

beforeAll(async () => {
  const database = openPostgres((await restrictedDatabase(inject('postgresUrl'))).app)
  close = database.close
  subject = await siteOver(database, inject('press'))
})

afterAll(() => close())

// As the role that is let do what the application needs and no more: whatever it cannot do shows here.
describe('Node in-process, real Postgres', () => contract(() => subject))
