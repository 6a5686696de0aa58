import { afterAll, beforeAll, describe, inject } from 'vitest'
import { MIGRATIONS, type Serving, servicesHere, startServing, wayOutHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { fetchingFrom, siteOver } from '../support/site.ts'
import type { Subject } from './api.ts'
import { contract } from './contract.ts'

let database: OpenDatabase
let inProcess: Subject
let serving: Serving

beforeAll(async () => {
  database = await openEmbedded(null, MIGRATIONS)
  inProcess = await siteOver(database, inject('press'))
  serving = await startServing(
    servicesHere(database, undefined, wayOutHere(fetchingFrom(inject('press')))),
    0,
    '127.0.0.1',
  )
})

afterAll(async () => {
  await serving?.stop()
  await database?.close()
})

const overHttp = (): Subject => ({
  keys: inProcess.keys,
  press: inProcess.press,
  seal: inProcess.seal,
  request: (path, init) => fetch(`${serving.url}${path}`, init),
})

describe('Node in-process, embedded Postgres', () => contract(() => inProcess))
describe('Node over HTTP, embedded Postgres', () => contract(overHttp))
