import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { revokeKey } from '../../src/actions/manage-keys.ts'
import { answering, MOST_TRIES } from '../../src/core/deferred.ts'
import { jobNames } from '../../src/core/job.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { answerRequest } from '../../src/jobs/answer-request.ts'
import { answerRequests } from '../../src/jobs/answer-requests.ts'
import { workersOf } from '../../src/jobs/do-deferred.ts'
import { type OpenQueue, openBoss } from '../../src/outside/queues/pg-boss.ts'
import { HOST, hostContext } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { listDeadLetters } from '../../src/storage/dead-letters.ts'
import { keyBySecret } from '../../src/storage/keys.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { commentaries } from '../../src/storage/tables/commentary.ts'
import { mark } from '../contract/api.ts'
import { commentaryBody, forecast } from '../contract/steps.ts'
import { answeringServices, puttingOff } from '../support/put-off.ts'
import { restrictedDatabase } from '../support/roles.ts'

const PATH = '/v1/commentaries'
const piece = () => commentaryBody(forecast(`mill ${mark()}`))

let urls: { owner: string; app: string }
const queues: OpenQueue[] = []
const databases: OpenDatabase[] = []

/** A process without a queue, or one that has not come to it. It may do what the application's role may. */
const alone = (url = urls.app): Services => {
  const database = openPostgres(url, { max: 5 })
  databases.push(database)
  return answeringServices(database)
}

/** The same, taking part in the queue. */
const joined = async (): Promise<Services> => {
  const services = alone()
  const { statements } = services.database
  if (!statements) throw new Error('a Postgres takes statements')
  const options = { workers: workersOf(services, HOST), names: jobNames, firstPause: 0, lookSeconds: 1 }
  const queue = await openBoss(statements, options)
  queues.push(queue)
  services.queue = queue
  return services
}

beforeEach(async () => {
  urls = await restrictedDatabase(inject('postgresUrl'))
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined)
})

afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.stop()))
  for (const database of databases.splice(0)) await database.close()
  vi.restoreAllMocks()
})

const until = (what: () => Promise<void>) => vi.waitFor(what, { timeout: 120_000, interval: 100 })
const recorded = async ({ database }: Services): Promise<number> =>
  (await database.reader.select({ id: commentaries.id }).from(commentaries)).length
const letters = async ({ database }: Services) =>
  (await listDeadLetters(database.reader, false, { limit: 50, cursor: null })).items

describe('requests that are put off', () => {
  it('are each done once by one of several processes, whichever took them', async () => {
    const four = [await joined(), await joined(), await joined(), await joined()] as const
    const all = await Promise.all(four.map(puttingOff))
    const standing = all[0]?.standing ?? (() => Promise.reject(new Error('there are four')))
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, at) => all[at % 4]?.sent(PATH, 'submit', piece()) ?? ''),
    )
    await until(async () => {
      const seen = await Promise.all(ids.map(standing))
      expect(seen.map(({ state, tries, answer }) => [state, tries, answer?.status])).toEqual(
        ids.map(() => ['answered', 1, 201]),
      )
    })
    expect(await recorded(four[0])).toBe(20)
  })

  it('are done after a crash between the writing down and the putting in', async () => {
    const { sent, standing } = await puttingOff(alone())
    const id = await sent(PATH, 'submit', piece())
    const owner = alone(urls.owner)
    await owner.database.reader.execute(
      sql`update deferred_requests set recorded_at = recorded_at - interval '1 minute'`,
    )
    const services = await joined()
    expect(await standing(id)).toMatchObject({ state: 'waiting' })
    expect(await answerRequests(services, HOST, services.clock())).toEqual({ queued: 1 })
    await until(async () => expect(await standing(id)).toMatchObject({ state: 'answered', answer: { status: 201 } }))
  })

  it('are done once though they are given to several at the same time', async () => {
    const four = [alone(), alone(), alone(), alone()] as const
    const { sent, standing } = await puttingOff(four[0])
    const id = await sent(PATH, 'submit', piece())
    const done = await Promise.all(four.map((services) => answerRequest(services, HOST, id)))
    expect(done).toContain('done')
    expect(await standing(id)).toMatchObject({ tries: 1, answer: { status: 201 } })
    expect(await recorded(four[0])).toBe(1)
  })

  it('of a key that is revoked while they wait are refused', async () => {
    const { keys, sent, standing } = await puttingOff(alone())
    const id = await sent(PATH, 'submit', piece())
    const services = await joined()
    const found = await keyBySecret(services.database.reader, await sha256(keys.submit))
    await revokeKey(hostContext(services), { id: found?.key.id ?? '' })
    await services.queue?.put([answering(id)])
    await until(async () => expect(await standing(id)).toMatchObject({ state: 'answered', answer: { status: 401 } }))
    expect(await recorded(services)).toBe(0)
  })

  it('become dead letters of which their senders are told, and are put back', async () => {
    const services = await joined()
    const { site, keys, sent, standing } = await puttingOff(services)
    const owner = alone(urls.owner)
    const rename = (from: string, to: string) =>
      owner.database.reader.execute(sql.raw(`alter table ${from} rename to ${to}`))
    await rename('commentaries', 'commentaries_away')
    const id = await sent(PATH, 'submit', piece())
    await until(async () => expect(await standing(id)).toMatchObject({ state: 'failed', tries: MOST_TRIES }))
    await rename('commentaries_away', 'commentaries')
    const [letter] = await letters(services)
    expect(letter).toMatchObject({ work: answering(id), tries: MOST_TRIES, errorCode: 'internal' })
    const headers = { authorization: `Bearer ${keys.admin}`, 'content-type': 'application/json' }
    const path = `/v1/jobs/dead-letters/${letter?.id}/replay`
    expect((await site.request(path, { method: 'POST', headers, body: '{}' })).status).toBe(201)
    await until(async () => expect(await standing(id)).toMatchObject({ state: 'answered', answer: { status: 201 } }))
    expect(await letters(services)).toEqual([])
  })
})
