import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bury } from '../../../src/actions/dead-letters.ts'
import { appointed, nameOf } from '../../../src/core/deferred.ts'
import { jobNames } from '../../../src/core/job.ts'
import { workersOf } from '../../../src/jobs/do-deferred.ts'
import { installBoss, type OpenQueue, openBoss } from '../../../src/outside/queues/pg-boss.ts'
import type { Do } from '../../../src/outside/queues/queue.ts'
import { HOST, hostContext, servicesHere } from '../../../src/server.ts'
import { listDeadLetters } from '../../../src/storage/dead-letters.ts'
import { type EmbeddedDatabase, openEmbedded } from '../../../src/storage/embedded.ts'
import { apiOf } from '../../contract/api.ts'
import { instant, MIGRATIONS } from '../../support/embedded.ts'
import { siteOver } from '../../support/site.ts'

const work = appointed('poll-feeds', instant('2026-05-04T12:00:00.000Z'))
const later = appointed('poll-feeds', instant('2026-05-04T12:10:00.000Z'))
const until = (what: () => void | Promise<void>) => vi.waitFor(what, { timeout: 120_000, interval: 50 })

let database: EmbeddedDatabase
let queue: OpenQueue | null = null

const open = async (doWork: Do): Promise<OpenQueue> => {
  if (!database.statements) throw new Error('an embedded database takes statements')
  await installBoss(database.statements)
  const workers = { ...workersOf(servicesHere(database), HOST), do: doWork }
  queue = await openBoss(database.statements, { workers, names: jobNames, firstPause: 0 })
  return queue
}

beforeEach(async () => {
  database = await openEmbedded(null, MIGRATIONS)
})

afterEach(async () => {
  await queue?.stop()
  queue = null
  await database.close()
})

describe('the queue of the embedded database', () => {
  it('gives out at once what is put in, once, and what waited from before', async () => {
    const done: string[] = []
    const doWork: Do = async (one) => {
      done.push(nameOf(one))
      return 'done'
    }
    const first = await open(doWork)
    await first.put([work])
    await first.put([work])
    await until(() => expect(done).toEqual([nameOf(work)]))
    await first.stop()
    const second = await open(doWork)
    await second.put([work, later])
    await until(() => expect(done).toEqual([nameOf(work), nameOf(later)]))
  })

  it('waits for a transaction that is open, and holds none up', async () => {
    const done: string[] = []
    const opened = await open(async (one) => {
      await database.transaction((tx) => listDeadLetters(tx, null, { limit: 1, cursor: null }))
      done.push(nameOf(one))
      return 'done'
    })
    let putting: Promise<void> = Promise.resolve()
    await database.transaction(async (tx) => {
      putting = opened.put([work])
      for (let times = 0; times < 20; times++) await listDeadLetters(tx, null, { limit: 1, cursor: null })
      expect(done).toEqual([])
    })
    await putting
    await until(() => expect(done).toEqual([nameOf(work)]))
  })

  it('takes a dead letter back within the transaction that marks it', async () => {
    const done: string[] = []
    const opened = await open(async (one) => {
      done.push(nameOf(one))
      return 'done'
    })
    const context = hostContext(servicesHere(database))
    await bury(context, { written: work, tries: 4, failure: { errorCode: 'internal', error: 'a slip' } })
    const [letter] = (await listDeadLetters(database.reader, false, { limit: 1, cursor: null })).items
    const subject = await siteOver(database, 'http://127.0.0.1:1', { queue: opened })
    const api = apiOf(() => subject)
    const ask = () => api.post(`/v1/jobs/dead-letters/${letter?.id}/replay`, 'admin', {})
    expect((await Promise.all([ask(), ask()])).map(({ status }) => status).sort()).toEqual([200, 201])
    await until(() => expect(done).toEqual([nameOf(work)]))
  })
})
