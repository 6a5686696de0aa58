import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { Subject } from '../contract/api.ts'
import { contract } from '../contract/contract.ts'
import { freshDatabase } from '../support/postgres.ts'
import { siteOver } from '../support/site.ts'

let subject: Subject
let close = async (): Promise<void> => undefined

beforeAll(async () => {
  const database = openPostgres(await freshDatabase(inject('postgresUrl')))
  close = database.close
  subject = await siteOver(database, inject('press'))
})

afterAll(() => close())

describe('Node in-process, real Postgres', () => contract(() => subject))
