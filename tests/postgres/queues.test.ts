import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { appointed, type Deferred, nameOf } from '../../src/core/deferred.ts'
import { plusMs } from '../../src/core/fetching/pace.ts'
import { jobNames } from '../../src/core/job.ts'
import { Problem } from '../../src/core/problem.ts'
import { workersOf } from '../../src/jobs/do-deferred.ts'
import { type OpenQueue, openBoss } from '../../src/outside/queues/pg-boss.ts'
import type { Do, Workers } from '../../src/outside/queues/queue.ts'
import { HOST, servicesHere, startServing } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { listDeadLetters } from '../../src/storage/dead-letters.ts'
import { listRuns } from '../../src/storage/job-runs.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { apiOf } from '../contract/api.ts'
import { instant } from '../support/embedded.ts'
import { restrictedDatabase } from '../support/roles.ts'
import { siteOver } from '../support/site.ts'

const noon = instant('2026-05-04T12:00:00.000Z')
const polling = (at: number): Deferred => appointed('poll-feeds', plusMs(noon, at * 600_000))

let urls: { owner: string; app: string }
const opened: { queue: OpenQueue; database: OpenDatabase }[] = []
const databases: OpenDatabase[] = []

/** As another process would: connections and an instance of its own. It may do what the application's role may. */
const join = async (doWork?: Do): Promise<{ queue: OpenQueue; database: OpenDatabase; workers: Workers }> => {
  const database = openPostgres(urls.app, { max: 5 })
  databases.push(database)
  if (!database.statements) throw new Error('a Postgres takes statements')
  const own = workersOf(servicesHere(database), HOST)
  const workers = doWork ? { ...own, do: doWork } : own
  const queue = await openBoss(database.statements, { workers, names: jobNames, firstPause: 0, lookSeconds: 1 })
  opened.push({ queue, database })
  return { queue, database, workers }
}

beforeEach(async () => {
  urls = await restrictedDatabase(inject('postgresUrl'))
  for (const method of ['warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined)
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ queue }) => queue.stop()))
  for (const database of databases.splice(0)) await database.close()
  vi.restoreAllMocks()
})

const until = (what: () => void | Promise<void>) => vi.waitFor(what, { timeout: 120_000, interval: 100 })
const waiting = async ({ reader }: OpenDatabase) =>
  (await listDeadLetters(reader, false, { limit: 50, cursor: null })).items

describe('several processes on one Postgres', () => {
  it('share what each of them put in: all of it is done, each by one of them, once', async () => {
    const done: [number, string][] = []
    const four = await Promise.all(
      [0, 1, 2, 3].map((by) =>
        join(async (work) => {
          done.push([by, nameOf(work)])
          await new Promise((go) => setTimeout(go, 20))
          return 'done'
        }),
      ),
    )
    const all = Array.from({ length: 25 }, (_, at) => polling(at))
    await Promise.all(four.map(({ queue }) => queue.put(all)))
    await until(() => expect(done.length).toBeGreaterThanOrEqual(25))
    await four[0]?.queue.put(all)
    await Promise.all(opened.splice(0).map(({ queue }) => queue.stop()))
    expect(done.map(([, name]) => name).sort()).toEqual(all.map(nameOf).sort())
    expect(new Set(done.map(([by]) => by)).size).toBeGreaterThan(1)
  })

  it('leave to others what they cannot do themselves', async () => {
    const { database, workers } = await join()
    const names = jobNames.filter((name) => name !== 'poll-feeds')
    const done: string[] = []
    if (!database.statements) throw new Error('a Postgres takes statements')
    const other = await openBoss(database.statements, { workers, names, lookSeconds: 1 })
    opened.push({ queue: other, database })
    await opened.shift()?.queue.stop()
    await other.put([polling(0)])
    await join(async (work) => {
      done.push(nameOf(work))
      return 'done'
    })
    await until(() => expect(done).toEqual([nameOf(polling(0))]))
  })
})

describe('work that fails', () => {
  it('is tried four times, then it is a dead letter, which is put back once whoever asks for it at once', async () => {
    let broken = true
    const tried: boolean[] = []
    const { queue, database } = await join(async (_, again) => {
      tried.push(again)
      if (broken) throw new Problem('fetch-failed', 'nobody is there', 'look for them')
      return 'done'
    })
    await queue.put([polling(0)])
    await until(async () => expect(await waiting(database)).toHaveLength(1))
    expect(tried).toEqual([false, true, true, true])
    const [letter] = await waiting(database)
    expect(letter).toMatchObject({
      work: polling(0),
      tries: 4,
      times: 1,
      errorCode: 'fetch-failed',
      error: 'nobody is there',
    })

    broken = false
    const subject = await siteOver(database, inject('press'), { queue })
    const api = apiOf(() => subject)
    const ask = () => api.post(`/v1/jobs/dead-letters/${letter?.id}/replay`, 'admin', {})
    const answers = await Promise.all([ask(), ask(), ask(), ask()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    await until(() => expect(tried).toHaveLength(5))
    expect((await ask()).status).toBe(200)
    await queue.put([polling(1)])
    await until(() => expect(tried).toHaveLength(6))
    expect(tried).toEqual([false, true, true, true, false, false])
    expect(await waiting(database)).toEqual([])
  })

  it('is not put back by a transaction that is not kept', async () => {
    const done: string[] = []
    const { queue, database } = await join(async (work) => {
      done.push(nameOf(work))
      return 'done'
    })
    const slip = new Error('a slip')
    const putting = database.transaction(async (tx) => {
      await queue.putBack(tx, 'ded_1', polling(0))
      throw slip
    })
    await expect(putting).rejects.toBe(slip)
    await queue.put([polling(1)])
    await until(() => expect(done).toEqual([nameOf(polling(1))]))
  })

  it('and that nobody can read becomes a dead letter too', async () => {
    const { queue, database } = await join()
    await queue.put([{ ...polling(0), scheduledAt: 'noon' } as never])
    await until(async () => expect(await waiting(database)).toMatchObject([{ work: null, tries: 4 }]))
  })
})

describe('what somebody took up and left', () => {
  it('is given to another once its time is over', async () => {
    let comeBack = (): void => undefined
    let taken = 0
    const away = await join(async () => {
      taken += 1
      await new Promise<void>((go) => {
        comeBack = go
      })
      return 'done'
    })
    await away.queue.put([polling(0)])
    await until(() => expect(taken).toBe(1))
    const done: [string, boolean][] = []
    await join(async (work, again) => {
      done.push([nameOf(work), again])
      return 'done'
    })
    const owner = openPostgres(urls.owner, { max: 1 })
    databases.push(owner)
    await owner.reader.execute(
      sql`update pgboss.job set started_on = started_on - interval '17 minutes' where state = 'active'`,
    )
    await owner.reader.execute(sql`update pgboss.queue set monitor_on = null`)
    try {
      await until(() => expect(done).toEqual([[nameOf(polling(0)), true]]))
    } finally {
      comeBack()
    }
  })
})

describe('a process that stops', () => {
  it('finishes what it is at, and takes up nothing more', async () => {
    const begun: string[] = []
    const ended: string[] = []
    let finish = (): void => undefined
    const { queue } = await join(async (work) => {
      begun.push(nameOf(work))
      await new Promise<void>((go) => {
        finish = go
      })
      ended.push(nameOf(work))
      return 'done'
    })
    await queue.put([polling(0), polling(1)])
    await until(() => expect(begun).toHaveLength(1))
    const stopped = queue.stop()
    finish()
    await stopped
    expect(ended).toEqual(begun)
    expect(begun).toHaveLength(1)
    await join(async (work) => {
      begun.push(nameOf(work))
      return 'done'
    })
    await until(() => expect(begun).toHaveLength(2))
  })
})

describe('a server', () => {
  it('puts its jobs into the queue, as the role of the application, and does them', async () => {
    const database = openPostgres(urls.app)
    databases.push(database)
    const serving = await startServing(servicesHere(database), 0, '127.0.0.1')
    try {
      const { queue } = await (await fetch(`${serving.url}/v1/jobs`)).json()
      expect(queue).toEqual({ kind: 'pg-boss', lacking: null })
      await until(async () => {
        const filter = { job: null, status: 'done' as const, now: servicesHere(database).clock() }
        const { items } = await listRuns(database.reader, filter, { limit: 200, cursor: null })
        expect(new Set(items.map(({ job }) => job)).size).toBe(jobNames.length - 1)
      })
    } finally {
      await serving.stop()
    }
  })

  it('says what is missing where there are no tables for a queue, and does its jobs all the same', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const owner = openPostgres(urls.owner, { max: 1 })
    const database = openPostgres(urls.app)
    databases.push(owner, database)
    await owner.reader.execute(sql`drop schema pgboss cascade`)
    const serving = await startServing(servicesHere(database), 0, '127.0.0.1')
    try {
      const { queue } = await (await fetch(`${serving.url}/v1/jobs`)).json()
      expect(queue).toEqual({ kind: 'none', lacking: expect.stringContaining('hindcast migrate') })
      expect(warned).toHaveBeenCalledWith(expect.stringMatching(/"jobs run without a queue".*hindcast migrate/))
      await until(async () => {
        const filter = { job: 'seal-facts', status: 'done' as const, now: servicesHere(database).clock() }
        expect((await listRuns(database.reader, filter, { limit: 1, cursor: null })).items).toHaveLength(1)
      })
    } finally {
      await serving.stop()
    }
  })
})
