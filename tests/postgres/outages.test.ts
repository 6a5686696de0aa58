import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/server.ts'
import type { OpenDatabase, Reader, Transaction } from '../../src/storage/database.ts'
import { openPostgres, type PostgresOptions } from '../../src/storage/postgres.ts'
import { asProblem } from '../../src/storage/violations.ts'
import { apiOf, expectProblem } from '../contract/api.ts'
import { freshDatabase, untilWaiting } from '../support/postgres.ts'
import { siteOver } from '../support/site.ts'
import { type Wire, wireTo } from '../support/wire.ts'

const SHORT = { statement: 300, lock: 150, idle: 300 }
const AWAY = { code: 'database-unavailable' }

let url: string
let wire: Wire
let hand: postgres.Sql
const opened: OpenDatabase[] = []

const open = (at: string, options: PostgresOptions = {}): OpenDatabase => {
  const database = openPostgres(at, options)
  opened.push(database)
  return database
}

beforeEach(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  wire = await wireTo(url)
  hand = postgres(url, { max: 2, onnotice: () => undefined })
  await hand`create table marks (pair int, half int)`
})

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  await wire.close()
  await hand.end()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const mark = (on: Reader, pair: number, half: number) =>
  on.execute(sql`insert into marks values (${pair}::int, ${half}::int)`)
const marks = async () => (await hand`select pair, half from marks order by 1, 2`).map(({ pair, half }) => [pair, half])
const backendOf = async (on: Reader): Promise<number> =>
  ((await on.execute(sql`select pg_backend_pid() as pid`)) as unknown as { pid: number }[])[0]?.pid ?? 0
const ended = async (pid: number): Promise<void> => {
  await hand`select pg_terminate_backend(${pid})`
  while ((await hand`select 1 from pg_stat_activity where pid = ${pid}`).length > 0) await pause(5)
  await pause(20)
}
/** What a read came to, as it would be told. */
const reading = async (work: PromiseLike<unknown>): Promise<unknown> => {
  try {
    return await work
  } catch (error) {
    throw asProblem(error)
  }
}
/** Why something that was asked failed. */
const reasonOf = (work: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(work).then(
    () => 'done',
    (error) => String(error.cause ?? error),
  )
const works = async (database: OpenDatabase): Promise<void> => {
  await database.transaction((tx) => mark(tx, 99, 1))
  expect(await marks()).toContainEqual([99, 1])
}

describe('a backend that is ended', () => {
  it('while a statement of a transaction runs, fails that transaction and nothing else', async () => {
    const database = open(url, { max: 2 })
    const done = database.transaction(async (tx) => {
      await mark(tx, 1, 1)
      const pid = await backendOf(tx)
      void pause(50).then(() => ended(pid))
      await tx.execute(sql`select pg_sleep(20)`)
    })
    await expect(done).rejects.toMatchObject(AWAY)
    expect(await marks()).toEqual([])
    await works(database)
  })

  it('between two statements lets nothing of the transaction through that comes after, whatever else goes on', async () => {
    const database = open(url, { max: 1 })
    const done = database.transaction(async (tx) => {
      await mark(tx, 1, 1)
      await ended(await backendOf(tx))
      // Those who wait for a connection get another one now.
      await Promise.all(Array.from({ length: 5 }, () => backendOf(database.reader)))
      await mark(tx, 1, 2).catch(() => undefined)
      await tx.transaction((inner) => mark(inner, 1, 3)).catch(() => undefined)
    })
    await expect(done).rejects.toMatchObject(AWAY)
    expect(await marks()).toEqual([])
    await works(database)
  })

  it('with more statements on their way runs none of them elsewhere', async () => {
    const database = open(url, { max: 2 })
    const done = database.transaction(async (tx) => {
      const pid = await backendOf(tx)
      void pause(50).then(() => ended(pid))
      await Promise.all([tx.execute(sql`select pg_sleep(20)`), mark(tx, 1, 1), mark(tx, 1, 2)])
    })
    await expect(done).rejects.toMatchObject(AWAY)
    await works(database)
    expect(await marks()).toEqual([[99, 1]])
  })

  it('while idle is not asked again', async () => {
    const database = open(url, { max: 4 })
    const pids = await Promise.all(Array.from({ length: 4 }, () => backendOf(database.reader)))
    for (const pid of new Set(pids)) await ended(pid)
    await Promise.all(Array.from({ length: 8 }, (_, at) => database.transaction((tx) => mark(tx, at, 1))))
    expect(await marks()).toHaveLength(8)
  })

  it('any of them, again and again, leaves whole pairs alone behind', async () => {
    const database = open(url, { max: 6 })
    let writing = true
    let kept = 0
    let failed = 0
    const write = async (writer: number) => {
      for (let turn = 0; turn < 12; turn++) {
        const pair = writer * 100 + turn
        const both = database.transaction(async (tx) => {
          await mark(tx, pair, 1)
          if (turn % 3 === 0) await pause(5)
          await Promise.all([backendOf(tx), mark(tx, pair, 2)])
        })
        const alone = Promise.allSettled([backendOf(database.reader), backendOf(database.reader)])
        await both.then(
          () => kept++,
          (error) => {
            expect(error).toMatchObject(AWAY)
            failed++
          },
        )
        await alone
      }
    }
    const end = async () => {
      while (writing) {
        await hand`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'postgres.js' and pid not in
            (select pid from pg_stat_activity where query like '%pg_stat_activity%') order by random() limit 1`
        await pause(50)
      }
    }
    const ending = end()
    await Promise.all(Array.from({ length: 6 }, (_, writer) => write(writer)))
    writing = false
    await ending
    expect(failed).toBeGreaterThan(0)
    const rows = await hand`select pair, count(*)::int as halves from marks group by pair`
    expect(rows.every(({ halves }) => halves === 2)).toBe(true)
    // A commit whose answer was lost may stand.
    expect(rows.length).toBeGreaterThanOrEqual(kept)
    expect(rows.length).toBeLessThanOrEqual(kept + failed)
    await works(database)
  })
})

describe('a transaction that is over', () => {
  const OVER = 'this transaction is over'

  it('takes nothing more, of what is asked in it or in a savepoint, whether it was kept or not', async () => {
    const database = open(url, { max: 1 })
    const used: Transaction[] = []
    await database.transaction(async (tx) => {
      used.push(tx)
      await tx.transaction(async (inner) => {
        used.push(inner)
        await mark(inner, 1, 1)
      })
      expect(await reasonOf(mark(used[1] as Transaction, 1, 2))).toContain(OVER)
    })
    await database
      .transaction(async (tx) => {
        used.push(tx)
        throw new Error('never mind')
      })
      .catch(() => undefined)
    await database.transaction(async () => {
      for (const tx of used) expect(await reasonOf(mark(tx, 2, 1))).toContain(OVER)
      for (const tx of used) expect(await reasonOf(tx.transaction((inner) => mark(inner, 2, 2)))).toContain(OVER)
    })
    expect(await marks()).toEqual([[1, 1]])
  })
})

describe('what takes too long', () => {
  it.each([true, false])('in a transaction leaves nothing behind, timeouts said when connecting: %s', async (says) => {
    const database = open(url, { max: 2, timeouts: SHORT, says })
    const slow = database.transaction(async (tx) => {
      await mark(tx, 1, 1)
      await tx.execute(sql`select pg_sleep(20)`)
    })
    await expect(slow).rejects.toMatchObject({ ...AWAY, message: expect.stringContaining('longer than it may') })
    const idle = database.transaction(async (tx) => {
      await mark(tx, 1, 2)
      await pause(800)
      await mark(tx, 1, 3)
    })
    await expect(idle).rejects.toMatchObject(AWAY)
    expect(await marks()).toEqual([])
    await works(database)
  })

  it('is stopped outside of a transaction too, where that can be said', async () => {
    const database = open(url, { max: 1, timeouts: SHORT })
    await expect(reading(database.reader.execute(sql`select pg_sleep(20)`))).rejects.toMatchObject(AWAY)
    await works(database)
  })

  it('leaves no setting behind on a connection that others use', async () => {
    const database = open(url, { max: 1, timeouts: SHORT, says: false })
    await works(database)
    const [shown] = (await database.reader.execute(sql`show statement_timeout`)) as unknown as unknown[]
    expect(shown).toEqual({ statement_timeout: '0' })
  })

  it('is told as 503 with a time to come back, with nothing written', async () => {
    const database = open(url, { timeouts: SHORT })
    const subject = await siteOver(database, inject('press'))
    const before = await hand`select count(*)::int as n from authors`
    const held = hand.begin(async (tx) => {
      await tx`lock table authors in exclusive mode`
      const answer = await apiOf(() => subject).post('/v1/authors', 'submit', { name: 'Ada', kind: 'person' })
      expectProblem(answer, 503, 'database-unavailable')
      expect(answer.headers.get('retry-after')).toBe('5')
      const page = await subject.request('/authors')
      expect([200, 503]).toContain(page.status)
    })
    await held
    expect(await hand`select count(*)::int as n from authors`).toEqual(before)
  })
})

describe('a database that is away', () => {
  it.each(['untaken', 'dropped', 'silent'] as const)(
    '(%s) is told as 503, soon by readiness, and served when it is back',
    async (manner) => {
      const database = open(wire.url, { max: 3 })
      const subject = await siteOver(database, inject('press'))
      expect((await subject.request('/readyz')).status).toBe(200)
      wire.cut()
      await wire.set(manner)
      const answer = subject.request('/v1/questions')
      const ready = await Promise.race([subject.request('/readyz'), pause(4000)])
      expect((ready as Response | undefined)?.status).toBe(503)
      expect((ready as Response).headers.get('retry-after')).toBe('5')
      const { status, headers } = await answer
      expect([status, headers.get('retry-after')]).toEqual([503, '5'])
      const page = await subject.request('/questions')
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
      expect((await subject.request('/healthz')).status).toBe(200)
      await wire.set('through')
      wire.cut()
      await pause(50)
      expect((await subject.request('/v1/questions')).status).toBe(200)
      expect((await subject.request('/readyz')).status).toBe(200)
    },
  )

  it('by a reset within a transaction takes the connection with it: whoever asks next has another, at once', async () => {
    const database = open(wire.url, { max: 1 })
    for (let pair = 1; pair <= 5; pair++) {
      const broken = database.transaction(async (tx) => {
        await mark(tx, pair, 1)
        void pause(30).then(() => wire.reset())
        await tx.execute(sql`select pg_sleep(20)`)
      })
      await expect(Promise.race([broken, pause(15_000)])).rejects.toMatchObject(AWAY)
      const next = await Promise.race([backendOf(database.reader), pause(15_000)])
      expect(next).toBeGreaterThan(0)
    }
    expect(await marks()).toEqual([])
    await works(database)
  })

  it('in the middle of an answer is given up, and the connection with it', async () => {
    const database = open(wire.url, { max: 1, timeouts: SHORT })
    await reading(backendOf(database.reader))
    await wire.set('silent')
    await expect(reading(backendOf(database.reader))).rejects.toMatchObject(AWAY)
    await wire.set('through')
    await works(database)
  })

  it('at the start is waited for', async () => {
    await wire.set('untaken')
    const opening = openDatabase({ databaseUrl: wire.url, folder: null })
    await pause(1000)
    await wire.set('through')
    const database = await opening
    opened.push(database)
    await works(database)
  })

  it('for good is told, and so is one without tables, at once', async () => {
    await hand`drop schema drizzle cascade`
    await expect(openDatabase({ databaseUrl: wire.url, folder: null })).rejects.toMatchObject(AWAY)
    await wire.set('untaken')
    await expect(openDatabase({ databaseUrl: wire.url, folder: null })).rejects.toMatchObject(AWAY)
  })

  it('behind a pooler that takes no settings is reached without', async () => {
    await wire.set('startup')
    const database = open(wire.url, { max: 2, timeouts: SHORT })
    await works(database)
    await expect(database.transaction((tx) => tx.execute(sql`select pg_sleep(20)`))).rejects.toMatchObject(AWAY)
  })
})

describe('connections that are all taken', () => {
  it('are waited for so long and by so many, and served again after', async () => {
    const database = open(url, { max: 2, timeouts: { ...SHORT, statement: 20_000, lock: 1000, idle: 20_000 } })
    let free = (): void => undefined
    const freed = new Promise<void>((resolve) => {
      free = resolve
    })
    const holders = [1, 2].map((pair) =>
      database.transaction(async (tx: Transaction) => {
        await mark(tx, pair, 1)
        await freed
      }),
    )
    await pause(100)
    const waiting = Array.from({ length: 2000 }, () =>
      backendOf(database.reader).then(
        () => 'served',
        () => 'turned away',
      ),
    )
    await expect(reading(backendOf(database.reader))).rejects.toMatchObject({
      ...AWAY,
      message: expect.stringContaining('taken'),
    })
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['turned away']))
    const last = backendOf(database.reader)
    free()
    await Promise.all(holders)
    expect(await last).toBeGreaterThan(0)
    expect(await marks()).toHaveLength(2)
  })

  it('by jobs keep no request waiting', async () => {
    const database = await openDatabase({ databaseUrl: url, folder: null })
    opened.push(database)
    const work = Array.from({ length: 5 }, () =>
      database.forJobs?.transaction((tx) => tx.execute(sql`select pg_advisory_xact_lock(1)`)),
    )
    await hand.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(1)`
      const blocked = Array.from({ length: 5 }, () =>
        database.forJobs?.transaction((inner) => inner.execute(sql`select pg_advisory_xact_lock(1)`)),
      )
      await untilWaiting(database.reader, 5)
      await works(database)
      void Promise.allSettled(blocked)
    })
    await Promise.allSettled(work)
  })
})
