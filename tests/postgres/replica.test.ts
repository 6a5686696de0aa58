import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { plusMs } from '../../src/core/fetching/pace.ts'
import { toInstant } from '../../src/core/time.ts'
import { sealAll } from '../../src/jobs/seal-facts.ts'
import type { LocalPostgres } from '../../src/outside/local-postgres.ts'
import { HOST, MIGRATIONS, openDatabase, servicesHere } from '../../src/server.ts'
import { createSite } from '../../src/site.ts'
import { readAsOf } from '../../src/storage/as-of.ts'
import type { Reader, Replica } from '../../src/storage/database.ts'
import { migratePostgres } from '../../src/storage/migrate-postgres.ts'
import { openPostgres, type Postgres } from '../../src/storage/postgres.ts'
import { AGAIN_MS, LOOK_MS, openStandby } from '../../src/storage/replica.ts'
import { type Api, apiOf, mark } from '../contract/api.ts'
import { accept, commentaryBody, proposeAndSettle, recordEvent, recordForecasts } from '../contract/steps.ts'
import { makeKeys } from '../support/keys.ts'
import { freshDatabase } from '../support/postgres.ts'
import { caughtUp, type Standby, startPrimary, startStandby } from '../support/standby.ts'
import { type Wire, wireTo } from '../support/wire.ts'

/** The clock of the server, which the tests turn: what was just made is two minutes old to it. */
let ahead = 0
const clock = () => plusMs(toInstant(new Date()), 120_000 + ahead)

let folder: string
let primary: LocalPostgres
let standby: Standby
/** Ways to both that can be cut. */
let toPrimary: Wire
let toStandby: Wire
let hand: postgres.Sql
let database: Postgres & { replica: Replica }
let site: ReturnType<typeof createSite>
let api: Api
/** The same, answered by the primary alone. */
let alone: Api
let closing: (() => Promise<void>)[] = []

const opened = (): Postgres & { replica: Replica } => {
  const own = openPostgres(toPrimary.url)
  const beside = openStandby({ url: toStandby.url, primaryUrl: toPrimary.url, primary: own, clock })
  closing.push(own.close, beside.close)
  return { ...own, replica: beside.replica }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindcast-replica-'))
  primary = await startPrimary(join(folder, 'primary'))
  await migratePostgres(primary.url, MIGRATIONS)
  standby = await startStandby(primary)
  toPrimary = await wireTo(primary.url)
  toStandby = await wireTo(standby.url)
  hand = postgres(primary.url, { max: 2, onnotice: () => undefined })
  const straight = openPostgres(primary.url)
  const services = { ...servicesHere(straight), clock }
  const keys = await makeKeys(services)
  const seal = async () => void (await sealAll(services, HOST))
  const request = async (path: string, init?: RequestInit) => createSite(() => services).request(path, init)
  alone = apiOf(() => ({ press: inject('press'), keys, seal, request }))
  api = apiOf(() => ({ press: inject('press'), keys, seal, request: async (...asked) => site.request(...asked) }))
  closing = []
  for (const name of ['mill', 'pier']) {
    const { candidates } = await recordForecasts(alone, [name])
    const { id } = await accept(alone, candidates[0]?.id ?? '')
    await proposeAndSettle(alone, id, await recordEvent(alone))
  }
  await seal()
  await straight.reader.execute(sql`select 1`)
  closeStraight = straight.close
})
let closeStraight = async (): Promise<void> => undefined

beforeEach(async () => {
  ahead = 0
  database = opened()
  const services = { ...servicesHere(database), clock }
  site = createSite(() => services)
  await caughtUp(primary.url, standby.url)
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const close of closing.splice(0)) await close()
  for (const wire of [toPrimary, toStandby]) await wire.set('through')
})

afterAll(async () => {
  await closeStraight()
  await hand.end()
  for (const wire of [toPrimary, toStandby]) await wire.close()
  await standby.close()
  await primary.stop()
  await rm(folder, { recursive: true, force: true })
})

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))
const isOnStandby = async (reader: Reader): Promise<boolean> =>
  ((await reader.execute(sql`select pg_is_in_recovery() as it`)) as unknown as { it: boolean }[])[0]?.it === true
/** Records a commentary without forecasts, whose fact is sealed at once; gives the position. */
const record = async (): Promise<number> => {
  const sent = await alone.post('/v1/commentaries', 'submit', commentaryBody(`Velmark is a town. ${mark()}`))
  expect(sent.status, sent.text).toBe(201)
  await alone.seal()
  return Number(JSON.parse((await alone.get('/v1/ledger')).text).position)
}
/** Who answers a request: told by what the site asked of its replica. */
const answeredBy = async (path: string, scope: Parameters<Api['get']>[1] = null, init: RequestInit = {}) => {
  const asked = vi.spyOn(database.replica, 'readerAt')
  const answer = await api.send(path, scope, init)
  const given = await Promise.all(asked.mock.results.map(({ value }) => value))
  asked.mockRestore()
  return { answer, by: given.some((reader) => reader !== null) ? 'standby' : 'primary' }
}
const by = async (...asked: Parameters<typeof answeredBy>) => (await answeredBy(...asked)).by
/** After so long the standby is looked at again. */
const nextLook = (ms = LOOK_MS) => {
  ahead += ms
}
/** The primary is not reached any more, by what is open either. */
const losePrimary = async () => {
  await toPrimary.set('dropped')
  toPrimary.cut()
}
const readiness = async () => {
  const { status, text } = await api.get('/readyz')
  return { code: status, ...JSON.parse(text) }
}

describe('public reads', () => {
  it('are answered by the standby, as the primary answers them, without asking the primary', async () => {
    const list = async (path: string) => JSON.parse((await alone.get(path)).text).items
    const [question] = await list('/v1/questions')
    const [prediction] = await list('/v1/predictions')
    const position = Number(JSON.parse((await alone.get('/v1/ledger')).text).position)
    const author = `/v1/authors/${prediction.authorId}`
    const paths = [
      ...['/v1/questions', '/v1/predictions', '/v1/events', '/v1/resolutions', '/v1/authors', '/v1/commentaries'],
      ...['/v1/leaderboard', '/v1/sources', '/v1/search?q=velmark', '/v1/changes', '/v1/ledger', '/v1/snapshots'],
      ...[`/v1/questions/${question.id}`, `/v1/questions/${question.id}?as_of=${position}`, `/v1/events?as_of=3`],
      ...[author, `${author}/calibration`, `${author}/calibration?as_of=${position}`, `${author}/scores`],
      ...[`${author}/calls`, `${author}/calibration.svg`, '/v1/exports/predictions.ndjson', '/v1/exports/events.csv'],
      ...[
        '/',
        '/authors',
        '/questions',
        `/questions/${question.id}`,
        `/authors/${prediction.authorId}`,
        '/corrections',
      ],
      ...['/v1/questions/qst_01000000000000000000000000', '/v1/ledger/consistency?from=2'],
    ]
    expect((await answeredBy('/v1/questions')).by).toBe('standby')
    await losePrimary()
    const frozen = clock()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.parse(frozen) - 120_000) })
    try {
      for (const path of paths) {
        const here = await answeredBy(path)
        expect(here.by, path).toBe('standby')
        const there = await alone.get(path)
        const told = ({ status, headers, text }: typeof there) => ({
          status,
          ...{ etag: headers.get('etag'), position: headers.get('hindcast-position') },
          text: text.replace(/"requestId":"[^"]*"/, '').replace(/nonce-[\w-]+|nonce="[^"]*"/g, ''),
        })
        expect(told(here.answer), path).toEqual(told(there))
      }
    } finally {
      vi.useRealTimers()
    }
  })

  it('are of who shows neither a key nor a session, waits for nothing, and asks for what others alone write', async () => {
    for (const path of ['/v1/questions', '/', '/authors', '/v1/changes?after=1'])
      expect(await by(path), path).toBe('standby')
    expect(await by('/v1/questions', 'read')).toBe('primary')
    expect(await by('/v1/questions', null, { headers: { cookie: 'a=b; __Host-hindcast=x.y' } })).toBe('primary')
    expect(await by('/v1/questions', null, { headers: { cookie: 'theme=dark' } })).toBe('standby')
    expect(await by('/v1/changes?after=1&wait=1')).toBe('primary')
    for (const path of ['/v1/disputes', '/v1/jobs', '/sign-in', '/v1/exports/snapshots', '/v1/keys/me'])
      expect(await by(path), path).toBe('primary')
  })

  it('of what was made in the last minute are for the primary, and so is what is written', async () => {
    const sent = await answeredBy('/v1/commentaries', 'submit', {
      method: 'POST',
      body: JSON.stringify(commentaryBody(`Velmark is a town. ${mark()}`)),
      headers: { 'content-type': 'application/json' },
    })
    expect(sent).toMatchObject({ by: 'primary', answer: { status: 201 } })
    const { id } = JSON.parse(sent.answer.text).commentary
    nextLook(-120_000)
    expect(await answeredBy(`/v1/commentaries/${id}`)).toMatchObject({ by: 'primary', answer: { status: 200 } })
    expect(await by('/v1/questions')).toBe('standby')
  })
})

describe('a standby that is behind', () => {
  afterEach(async () => {
    await standby.resume()
    await caughtUp(primary.url, standby.url)
  })

  it('answers nobody who has seen more, by a position, a tag, or where they go on', async () => {
    const before = await record()
    await caughtUp(primary.url, standby.url)
    expect(await by('/v1/questions')).toBe('standby')
    await standby.pause()
    const position = await record()
    const tag = (await alone.get('/v1/questions')).headers.get('etag') ?? ''
    // It is not yet known to be behind; what was seen tells.
    expect(await by(`/v1/questions?as_of=${before}`)).toBe('standby')
    expect(await answeredBy(`/v1/questions?as_of=${position}`)).toMatchObject({
      by: 'primary',
      answer: { status: 200 },
    })
    expect(await answeredBy(`/v1/changes?after=${position}`)).toMatchObject({ by: 'primary', answer: { status: 200 } })
    const held = await answeredBy('/v1/questions', null, { headers: { 'if-none-match': tag } })
    expect(held).toMatchObject({ by: 'primary', answer: { status: 304 } })
  })

  it('answers nobody at all once a look has shown it, until it has replayed what it lacks', async () => {
    expect(await by('/v1/questions')).toBe('standby')
    await standby.pause()
    const position = await record()
    nextLook()
    // It holds all that the primary held a second ago.
    await api.get('/v1/questions')
    nextLook()
    expect(await by('/v1/questions')).toBe('primary')
    expect(await readiness()).toMatchObject({ code: 200, replica: { state: 'behind' } })
    expect((await readiness()).replica.position).toBeLessThan(position)
    await standby.resume()
    await caughtUp(primary.url, standby.url)
    nextLook()
    expect(await by(`/v1/questions?as_of=${position}`)).toBe('standby')
    expect(await readiness()).toMatchObject({ code: 200, replica: { state: 'ok', position } })
  })

  it('is found out also by what has no position yet', async () => {
    await standby.pause()
    const sent = await alone.post('/v1/commentaries', 'submit', commentaryBody(`Velmark is a town. ${mark()}`))
    expect(sent.status).toBe(201)
    expect(await by('/v1/commentaries')).toBe('primary')
    expect((await readiness()).replica.state).toBe('behind')
  })

  it('takes nobody back in time, whatever happens to it', async () => {
    let seen = { position: 0, tag: '' }
    let held = 0
    const steps = [
      'record',
      'read',
      'pause',
      'read',
      'record',
      'as-of',
      'tag',
      'look',
      'read',
      'tag',
      'resume',
      'look',
      'read',
    ] as const
    let paused = false
    for (let round = 0; round < 6; round++)
      for (const step of steps.slice(round % 3)) {
        if (step === 'record') await record()
        else if (step === 'pause' || step === 'resume') {
          await standby[step]()
          paused = step === 'pause'
          if (!paused && round % 2 === 0) await caughtUp(primary.url, standby.url)
        } else if (step === 'look') nextLook()
        else {
          const asked = { read: '', 'as-of': `?as_of=${seen.position}`, tag: '' }[step]
          const headers: Record<string, string> = step === 'tag' ? { 'if-none-match': seen.tag } : {}
          const { answer, by: who } = await answeredBy(`/v1/questions${asked}`, null, { headers })
          const at = Number(answer.headers.get('hindcast-position') ?? Number.NaN)
          if (step === 'as-of')
            expect({ at, text: answer.text }).toEqual({
              at: seen.position,
              text: (await alone.get(`/v1/questions${asked}`)).text,
            })
          if (step === 'tag' && !Number.isNaN(at)) expect(at).toBeGreaterThanOrEqual(seen.position)
          if (step !== 'as-of' && at >= seen.position) seen = { position: at, tag: answer.headers.get('etag') ?? '' }
          if (who === 'standby') held += 1
        }
      }
    expect(held).toBeGreaterThan(5)
    expect(seen.position).toBeGreaterThan(5)
  })
})

describe('a read that its standby fails', () => {
  const readerNow = async (): Promise<Reader> => {
    const reader = await database.replica.readerAt(0)
    if (!reader) throw new Error('the standby is not read from')
    expect(await isOnStandby(reader)).toBe(true)
    return reader
  }

  it('since it stood in the way of what is replayed, goes on at the primary, and the next one begins at the standby', async () => {
    await hand`create table if not exists marks (at int)`
    await hand`insert into marks values (1)`
    await caughtUp(primary.url, standby.url)
    const reader = await readerNow()
    const reading =
      reader.execute(sql`select (select count(*) from marks)::int as n, pg_sleep(30)::text where pg_is_in_recovery()
      union all select (select count(*) from marks)::int, '' where not pg_is_in_recovery()`)
    // Sent only once it is awaited.
    const answer = Promise.resolve(reading)
    await pause(300)
    await hand.begin(async (tx) => {
      await tx`lock table marks in access exclusive mode`
      await tx`insert into marks values (2)`
    })
    expect(await answer).toMatchObject([{ n: 2 }])
    expect(await isOnStandby(reader)).toBe(false)
    expect(await readerNow()).toBeDefined()
  })

  it('in the midst of a transaction goes on there with what was set in it', async () => {
    const position = await record()
    await caughtUp(primary.url, standby.url)
    const reader = await readerNow()
    const asked = sql`select current_setting('hindcast.position')::int as position,
      (select max(position) from ledger_leaves)::int as last, pg_is_in_recovery() as standby`
    const told = await readAsOf(reader, position - 1, async (then) => {
      const before = await then.execute(asked)
      toStandby.cut()
      // What is sent at once comes to the same.
      return [before, ...(await Promise.all([then.execute(asked), then.execute(asked)]))]
    })
    const at = { position: position - 1, last: position }
    expect(told).toMatchObject([[{ ...at, standby: true }], [{ ...at, standby: false }], [{ ...at, standby: false }]])
    // The connection of the primary is given back as it was.
    expect(await database.reader.execute(sql`select current_setting('search_path') as path`)).toMatchObject([
      { path: '"$user", public' },
    ])
  })

  it('for a fault of its own is failed', async () => {
    const reader = await readerNow()
    await expect(reader.execute(sql`select 1 / 0`)).rejects.toThrow()
    expect(await isOnStandby(reader)).toBe(true)
    await expect(readAsOf(reader, 1, (then) => then.execute(sql`select 1 / 0`))).rejects.toThrow()
    expect(await isOnStandby(reader)).toBe(true)
  })

  it('since it falls silent is answered by the primary once a look has shown that', async () => {
    const reader = await readerNow()
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await toStandby.set('silent')
    const reading = Promise.resolve(reader.execute(sql`select 1 as one`))
    nextLook()
    expect(await by('/v1/questions')).toBe('primary')
    expect(await reading).toMatchObject([{ one: 1 }])
    expect(await readiness()).toMatchObject({ code: 200, status: 'degraded', replica: { state: 'away' } })
    expect(warned).toHaveBeenCalledTimes(1)
  })
})

describe('a standby that is gone', () => {
  it('is nobody’s error, and is read from again some seconds after it is back', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(await by('/v1/questions')).toBe('standby')
    let asking = true
    const statuses = new Map<number, number>()
    const ask = async () => {
      while (asking) {
        for (const path of ['/v1/questions', '/v1/questions?as_of=3', '/authors', '/v1/exports/predictions.ndjson']) {
          const { status } = await api.get(path)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
        }
      }
    }
    const clients = Array.from({ length: 6 }, ask)
    await pause(200)
    await standby.kill()
    await pause(200)
    asking = false
    await Promise.all(clients)
    expect([...statuses.keys()]).toEqual([200])
    expect(statuses.get(200)).toBeGreaterThan(50)
    expect(await by('/v1/questions')).toBe('primary')
    expect(await readiness()).toMatchObject({ code: 200, status: 'degraded', replica: { state: 'away' } })
    const position = await record()
    await standby.start()
    await caughtUp(primary.url, standby.url)
    nextLook()
    // It is not asked while it would only be waited for.
    expect(await by('/v1/questions')).toBe('primary')
    nextLook(AGAIN_MS)
    expect(await by(`/v1/questions?as_of=${position}`)).toBe('standby')
    expect(await readiness()).toMatchObject({ code: 200, replica: { state: 'ok', position } })
    expect(warned.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { level: 'warn', event: 'the replica does not answer, and the primary answers for it' },
      { level: 'warn', event: 'the replica answers again', state: 'ok' },
    ])
  })

  it('keeps no server from starting', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await toStandby.set('untaken')
    const started = await openDatabase({ databaseUrl: primary.url, replicaUrl: toStandby.url, folder: null })
    expect(await started.replica?.readerAt(0)).toBeNull()
    expect(await started.replica?.standing()).toEqual({ state: 'away', position: 0 })
    await started.close()
  })

  it('is missed where there is nothing to stand by, and an address that is none is refused', async () => {
    const given = { databaseUrl: undefined, replicaUrl: standby.url, folder: null }
    await expect(openDatabase(given)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(openDatabase({ ...given, databaseUrl: primary.url, replicaUrl: 'none' })).rejects.toMatchObject({
      message: 'DATABASE_REPLICA_URL is no connection string',
    })
  })
})

describe('a primary that is away', () => {
  it('leaves public reads to the standby as it stands, and fails what is its own', async () => {
    expect(await by('/v1/questions')).toBe('standby')
    await losePrimary()
    nextLook()
    expect(await answeredBy('/v1/questions')).toMatchObject({ by: 'standby', answer: { status: 200 } })
    expect((await api.get('/v1/questions', 'read')).status).toBe(503)
    expect((await api.get('/readyz')).status).toBe(503)
  })
})

describe('the worker of the edge', () => {
  it('reads from the standby that is bound, and tells of it', async () => {
    const bound = {
      HYPERDRIVE: { connectionString: primary.url },
      HYPERDRIVE_REPLICA: { connectionString: toStandby.url },
    }
    const { default: worker } = await import('../../src/worker.ts')
    const ask = (path: string) => worker.fetch(new Request(`http://hindcast.test${path}`), bound)
    expect((await ask('/v1/questions')).status).toBe(200)
    expect(await (await ask('/readyz')).json()).toMatchObject({ replica: { state: 'ok' } })
    // Without its primary, of which this isolate knows how far it was.
    const away = { ...bound, HYPERDRIVE: { connectionString: toPrimary.url } }
    await losePrimary()
    const answer = await worker.fetch(new Request('http://hindcast.test/v1/questions'), away)
    expect(await answer.text()).toBe((await alone.get('/v1/questions')).text)
  })
})

describe('what is no standby of the database', () => {
  it('is not read from: another database', async () => {
    const other = await freshDatabase(inject('postgresUrl'))
    const beside = openStandby({ url: other, primaryUrl: primary.url, primary: database, clock })
    closing.push(beside.close)
    expect(await beside.replica.readerAt(0)).toBeNull()
    expect(await beside.replica.standing()).toEqual({ state: 'other', position: 0 })
  })

  // The last: there is no way back for it.
  it('is not read from: a standby that was made a primary', async () => {
    expect(await by('/v1/questions')).toBe('standby')
    await standby.promote()
    nextLook()
    expect(await by('/v1/questions')).toBe('primary')
    expect(await readiness()).toMatchObject({ code: 200, status: 'degraded', replica: { state: 'other' } })
  })
})
