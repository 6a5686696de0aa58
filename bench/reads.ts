import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import postgres from 'postgres'
import { keepReports } from '../src/jobs/keep-reports.ts'
import { memoryLimits } from '../src/outside/limits-node.ts'
import { startLocalPostgres } from '../src/outside/local-postgres.ts'
import { placesOfProcess } from '../src/outside/places.ts'
import { clock, HOST, servicesHere } from '../src/server.ts'
import { createSite } from '../src/site.ts'
import { authorsByIds } from '../src/storage/authors.ts'
import { migratePostgres } from '../src/storage/migrate-postgres.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { standingReports } from '../src/storage/tables/snapshots.ts'
import { bench, figureOf, type Measured, type Mode, median } from './harness.ts'
import { type Answered, isLoadThread, loadFrom } from './load.ts'
import { fillPlatform, platformId } from './platform.ts'

/**
 * Reads of a platform of 10⁷ forecasts, a seventh of them by one author, beside the same reads of one of 10⁴, and beside a bare route of Hono
 * that makes one select by primary key through the same driver; by turns in one run. `HINDCAST_BENCH_FOLDER` keeps the databases for the
 * next run: to fill the large one takes a quarter of an hour.
 */
type Size = { small: number; large: number; rounds: number; ms: number }
const SIZES: Record<Mode, Size> = {
  short: { small: 10_000, large: 100_000, rounds: 3, ms: 1_000 },
  full: { small: 10_000, large: 10_000_000, rounds: 5, ms: 4_000 },
}
const MIGRATIONS = resolve('migrations')
const CONNECTIONS = 16
const AUTHOR = platformId('aut', 1)
const BOARD = { set: 'all', timing: 'prospective', voice: 'own' } as const

const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN

const serving = (
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ url: string; stop: () => void }> =>
  new Promise((done) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      done({ url: `http://127.0.0.1:${port}`, stop: () => void server.close() }),
    )
  })

/** A database of so many forecasts, made where it is not there yet. */
const platform = async (server: string, predictions: number): Promise<string> => {
  const name = `platform_${predictions}`
  const admin = postgres(server, { max: 1, onnotice: () => undefined })
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  try {
    const [standing] = await admin`select 1 from pg_database where datname = ${name}`
    if (standing) return url
    // What breaks here is made anew; so nothing has to reach the disk before it goes on.
    await admin.unsafe(`alter system set fsync = off`)
    await admin.unsafe(`alter system set max_wal_size = '16GB'`)
    await admin`select pg_reload_conf()`
    await admin`create database ${admin(`${name}_made`)}`
    const made = Object.assign(new URL(server), { pathname: `/${name}_made` }).href
    await migratePostgres(made, MIGRATIONS)
    await fillPlatform(made, { predictions, seed: 9 }, (line) => predictions > 1e6 && console.log(line))
    const database = openPostgres(made)
    console.log(
      `reports kept of ${predictions}: ${JSON.stringify(await keepReports(servicesHere(database), HOST, clock()))}`,
    )
    await database.close()
    await admin.unsafe(`alter database ${name}_made rename to ${name}`)
    return url
  } finally {
    await admin.unsafe(`alter system reset all`)
    await admin`select pg_reload_conf()`
    await admin.end()
  }
}

/** The site over a database, and beside it bare routes: of an author, and of the very bytes that the report is answered with. */
const sitesOver = async (url: string) => {
  const database = openPostgres(url)
  const services = { ...servicesHere(database), limits: memoryLimits(1_000_000), places: placesOfProcess(), zips: true }
  const site = createSite(() => ({ ...services, client: '192.0.2.1' }), undefined, compress())
  const served = await serving((request) => site.fetch(request))
  const bare = new Hono()
    .get('/authors/:id', async (c) => c.json((await authorsByIds(database.reader, [c.req.param('id')]))[0]))
    .get('/reports/:id', async (c) => {
      const { set, timing, voice } = BOARD
      const [row] = await database.reader
        .select({ body: standingReports.zipped })
        .from(standingReports)
        .where(
          and(
            eq(standingReports.authorId, c.req.param('id')),
            eq(standingReports.set, set),
            eq(standingReports.timing, timing),
            eq(standingReports.voice, voice),
          ),
        )
      return c.body(row?.body ?? '', 200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    })
  const beside = await serving((request) => bare.fetch(request))
  const stop = async (): Promise<void> => {
    served.stop()
    beside.stop()
    await database.close()
  }
  return { site: served.url, bare: beside.url, stop }
}

type Sites = Awaited<ReturnType<typeof sitesOver>>
type Loading = ReturnType<typeof loadFrom>

const grew = (
  id: string,
  what: string,
  share: number,
  most: number | null,
  rounds: [Answered, Answered][],
  sizes: Size,
) => {
  const times = rounds.map(([small, large]) => [quantile(small.times, share), quantile(large.times, share)] as const)
  const [before, after] = [0, 1].map((at) => median(times.map((pair) => pair[at] ?? Number.NaN)))
  return figureOf(
    id,
    times.map(([small, large]) => large / small),
    {
      note: `${what}, ${share === 0.5 ? 'median' : `${share * 100} of 100`}: ${after?.toFixed(2)} ms with ${sizes.large} forecasts, ${before?.toFixed(2)} ms with ${sizes.small}`,
      target: most === null ? null : { most },
    },
  )
}

/** As every browser asks, and every client that reads much. */
const ZIPPED = { 'accept-encoding': 'gzip' }
const CALIBRATION = `/v1/authors/${AUTHOR}/calibration`
/** Reads that should cost the same however much there is; reported. */
const READS = [
  ['changes', '/v1/changes?limit=100&after=5000'],
  ['list', `/v1/predictions?author=${AUTHOR}&limit=50`],
  ['question', `/v1/questions/${platformId('qst', 500)}`],
] as const

const growth = async (load: Loading, small: Sites, large: Sites, size: Size): Promise<Measured[]> => {
  const both = async (path: string, ms: number): Promise<[Answered, Answered][]> => {
    const rounds: [Answered, Answered][] = []
    for (let round = -1; round < size.rounds; round++) {
      const of = async ({ site }: Sites) => load.put({ urls: [site + path], connections: 1, ms, headers: ZIPPED })
      const pair: [Answered, Answered] = [await of(small), await of(large)]
      if (round >= 0) rounds.push(pair)
    }
    return rounds
  }
  const calibration = await both(CALIBRATION, size.ms)
  const others: Measured[] = []
  for (const [id, path] of READS)
    others.push(grew(`${id}-growth-p50`, path, 0.5, null, await both(path, size.ms / 2), size))
  return [
    grew('calibration-growth-p50', 'calibration', 0.5, 1.2, calibration, size),
    grew('calibration-growth-p99', 'calibration', 0.99, 1.5, calibration, size),
    ...others,
  ]
}

const beside = async (load: Loading, { site, bare }: Sites, size: Size): Promise<Measured[]> => {
  const tag = (await fetch(site + CALIBRATION)).headers.get('etag') ?? ''
  const rates: Record<'read' | 'same' | 'held' | 'one', number[]> = { read: [], same: [], held: [], one: [] }
  let bytes = 0
  for (let round = -1; round < size.rounds; round++) {
    const at = { connections: CONNECTIONS, ms: size.ms }
    const read = await load.put({ ...at, urls: [site + CALIBRATION], headers: ZIPPED })
    const same = await load.put({ ...at, urls: [`${bare}/reports/${AUTHOR}`], headers: ZIPPED })
    const held = await load.put({ ...at, urls: [site + CALIBRATION], headers: { 'if-none-match': tag }, status: 304 })
    const one = await load.put({ ...at, urls: [`${bare}/authors/${AUTHOR}`] })
    if (round < 0) continue
    for (const [name, answered] of Object.entries({ read, same, held, one }))
      rates[name as keyof typeof rates].push(answered.perSecond)
    bytes = read.bytes / read.times.length
  }
  const ratios = (of: readonly number[], by: readonly number[]) => of.map((rate, at) => rate / (by[at] ?? Number.NaN))
  const per = (name: keyof typeof rates) => `${median(rates[name]).toFixed(0)}/s`
  return [
    figureOf('calibration-read', ratios(rates.read, rates.same), {
      note: `report of an author, ${(bytes / 1000).toFixed(1)} kB: ${per('read')}; a bare route that selects the same bytes by primary key: ${per('same')}`,
      target: { least: 0.6 },
    }),
    figureOf('cached-read', ratios(rates.held, rates.one), {
      note: `304 on a held tag: ${per('held')}; a bare route that selects one author by primary key: ${per('one')}`,
      target: { least: 0.8 },
    }),
  ]
}

if (!isLoadThread())
  await bench(async (mode) => {
    const size = SIZES[mode]
    const kept = process.env['HINDCAST_BENCH_FOLDER']
    const folder = kept ?? mkdtempSync(join(tmpdir(), 'hindcast-bench-reads-'))
    const server = await startLocalPostgres({ folder })
    const load = loadFrom(import.meta.url)
    try {
      const small = await sitesOver(await platform(server.url, size.small))
      const large = await sitesOver(await platform(server.url, size.large))
      const measured = [...(await beside(load, large, size)), ...(await growth(load, small, large, size))]
      await small.stop()
      await large.stop()
      return measured
    } finally {
      await load.end()
      await server.stop()
      if (!kept && existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    }
  })
