import { cpSync, createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import postgres from 'postgres'
import { startLocalPostgres } from '../src/outside/local-postgres.ts'
import { firstKey, servicesHere } from '../src/server.ts'
import { createSite } from '../src/site.ts'
import type { OpenDatabase } from '../src/storage/database.ts'
import { openEmbedded } from '../src/storage/embedded.ts'
import { migratePostgres } from '../src/storage/migrate-postgres.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { bench, type Measured as Figure, figureOf, type Mode, median } from './harness.ts'

/**
 * Forecasts by NDJSON batch, through the whole site, beside COPY of the very rows that this made into the same tables with the same
 * indexes, checks and triggers, by turns in one run on copies of one database. And the memory it takes: ten times as many forecasts
 * must not take more.
 */
type Size = { few: number; many: number; rounds: number }
const SIZES: Record<Mode, Size> = {
  short: { few: 2_000, many: 20_000, rounds: 2 },
  full: { few: 10_000, many: 100_000, rounds: 5 },
}
const [AUTHORS, QUESTIONS] = [100, 1_000]
const folder = mkdtempSync(join(tmpdir(), 'hindcast-bench-'))
/** Those of the product: the bundle lies elsewhere than its sources. */
const MIGRATIONS = resolve('migrations')
const ROWS = join(folder, 'rows.copy')

type Ask = (path: string, body: BodyInit, type?: string) => Promise<Response>
/** What there is before the first forecast: the key, and whom and what to forecast as and on. */
type Ground = { secret: string; authors: string[]; questions: string[] }

const askerOf = (database: OpenDatabase, secret: string): Ask => {
  const services = servicesHere(database)
  const site = createSite(() => ({ ...services, largestBatch: 1_000_000_000 }))
  return async (path, body, type = 'application/json') =>
    site.request(path, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${secret}`, 'content-type': type },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    })
}

const made = async (response: Response): Promise<{ id: string; author: { id: string } }> => {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return response.json()
}

const layGround = async (database: OpenDatabase): Promise<Ground> => {
  const key = await firstKey(servicesHere(database))
  if (!key) throw new Error('the database has a key already')
  const ask = askerOf(database, key.secret)
  const authors: string[] = []
  for (let at = 0; at < AUTHORS; at++) {
    const { author } = await made(await ask('/v1/authors', JSON.stringify({ name: `Model ${at}`, kind: 'model' })))
    authors.push(author.id)
  }
  const questions: string[] = []
  const window = { windowStart: '2024-01-01', windowEnd: '2190-12-31', referenceAt: '2190-06-30T00:00:00.000Z' }
  for (let at = 0; at < QUESTIONS; at++) {
    const body = JSON.stringify({ wording: `Mill number ${at} closes.`, ...window })
    questions.push((await made(await ask('/v1/questions', body))).id)
  }
  return { secret: key.secret, authors, questions }
}

/** So many forecasts as a stream, each author on all questions and then the next. */
const forecasts = ({ authors, questions }: Ground, count: number): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let at = 0
  return new ReadableStream({
    pull: (controller) => {
      const until = Math.min(at + 500, count)
      let text = ''
      for (; at < until; at++) {
        const [author, questionId] = [authors[Math.floor(at / QUESTIONS)], questions[at % QUESTIONS]]
        text += `${JSON.stringify({ author, questionId, probability: ((at * 7919) % 9999) / 10_000 })}\n`
      }
      if (text !== '') controller.enqueue(encoder.encode(text))
      if (at >= count) controller.close()
    },
  })
}

/** The largest resident memory while something runs, in MB. */
const peakOf = async <T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> => {
  let peak = 0
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss() / 1e6)
  }
  const timer = setInterval(look, 20)
  try {
    const result = await work()
    look()
    return { result, peak }
  } finally {
    clearInterval(timer)
  }
}

const sendBatch = async (ask: Ask, ground: Ground, count: number): Promise<{ seconds: number; peak: number }> => {
  const start = performance.now()
  const { result: last, peak } = await peakOf(async () => {
    const answer = await ask('/v1/predictions/batch', forecasts(ground, count), 'application/x-ndjson')
    let tail = ''
    for await (const bytes of answer.body ?? []) tail = new TextDecoder().decode(bytes).slice(-2000)
    return JSON.parse(tail.trimEnd().split('\n').at(-1) ?? '{}')
  })
  if (!last.done || last.recorded !== count) throw new Error(`not all were recorded: ${JSON.stringify(last)}`)
  return { seconds: (performance.now() - start) / 1000, peak }
}

type Figures = Figure[]
type Measured = { batch: number; copy: number; few: number; many: number }

const onPostgres = async ({ few, many, rounds: howMany }: Size): Promise<Measured[]> => {
  const local = await startLocalPostgres({ folder: join(folder, 'server') })
  const admin = postgres(local.url, { max: 1, onnotice: () => undefined })
  const urlOf = (name: string) => Object.assign(new URL(local.url), { pathname: `/${name}` }).href
  try {
    await admin`create database ground`
    await migratePostgres(urlOf('ground'), MIGRATIONS)
    const database = openPostgres(urlOf('ground'))
    const ground = await layGround(database)
    await database.close()
    const onCopy = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
      await admin`create database copied template ground`
      try {
        return await work(urlOf('copied'))
      } finally {
        await admin`drop database copied with (force)`
      }
    }
    const batch = (count: number) =>
      onCopy(async (url) => {
        const opened = openPostgres(url)
        const sent = await sendBatch(askerOf(opened, ground.secret), ground, count)
        if (count === many) {
          const client = postgres(url, { max: 1 })
          await pipeline(await client`copy predictions to stdout`.readable(), createWriteStream(ROWS))
          await client.end()
        }
        await opened.close()
        return sent
      })
    const copy = () =>
      onCopy(async (url) => {
        const client = postgres(url, { max: 1 })
        const start = performance.now()
        await pipeline(createReadStream(ROWS), await client`copy predictions from stdin`.writable())
        const seconds = (performance.now() - start) / 1000
        const [waiting] = await client`select count(*)::int as n from unsealed_facts`
        if (waiting?.['n'] < many) throw new Error('COPY left out the ledger')
        await client.end()
        return seconds
      })
    const rounds: Measured[] = []
    for (let round = 0; round < howMany; round++) {
      const small = await batch(few)
      const large = await batch(many)
      rounds.push({ batch: large.seconds, copy: await copy(), few: small.peak, many: large.peak })
    }
    return rounds
  } finally {
    await admin.end()
    await local.stop()
  }
}

const onEmbedded = async ({ few, many }: Size): Promise<Measured[]> => {
  const [ground, copied] = [join(folder, 'ground'), join(folder, 'copied')]
  const first = await openEmbedded(ground, MIGRATIONS)
  const laid = await layGround(first)
  await first.close()
  const afresh = (): void => {
    rmSync(copied, { recursive: true, force: true })
    cpSync(ground, copied, { recursive: true })
  }
  const batch = async (count: number) => {
    afresh()
    const opened = await openEmbedded(copied, MIGRATIONS)
    const sent = await sendBatch(askerOf(opened, laid.secret), laid, count)
    await opened.close()
    return sent
  }
  const copy = async (): Promise<number> => {
    afresh()
    const client = await PGlite.create({ extensions: { pg_trgm }, dataDir: join(copied, 'postgres') })
    const blob = new Blob([readFileSync(ROWS)])
    const start = performance.now()
    await client.query("copy predictions from '/dev/blob'", [], { blob })
    const seconds = (performance.now() - start) / 1000
    await client.close()
    return seconds
  }
  const small = await batch(few)
  const large = await batch(many)
  // The rows of this database: those of another name other questions.
  const opened = await PGlite.create({ extensions: { pg_trgm }, dataDir: join(copied, 'postgres') })
  const { blob } = await opened.query("copy predictions to '/dev/blob'")
  await opened.close()
  if (!blob) throw new Error('COPY gave nothing')
  await pipeline(blob.stream(), createWriteStream(ROWS))
  return [{ batch: large.seconds, copy: await copy(), few: small.peak, many: large.peak }]
}

const report = (name: string, rounds: readonly Measured[], few: number, many: number): Figures => {
  const speed = Math.round(many / median(rounds.map(({ batch }) => batch)))
  const where = `by NDJSON on ${name}, ${speed} rows/s`
  const ratios = rounds.map(({ batch, copy }) => copy / batch)
  const growth = rounds.map((round) => round.many / round.few)
  const [small, large] = [median(rounds.map((round) => round.few)), median(rounds.map((round) => round.many))]
  const id = name === 'Postgres' ? 'batch-submit' : `batch-submit-${name}`
  return [
    figureOf(id, ratios, {
      note: `rows/s of ${many} forecasts ${where}, over COPY of the same rows into the same tables`,
      target: name === 'Postgres' ? { least: 0.3 } : null,
    }),
    figureOf(`memory-batch-${name.toLowerCase()}`, growth, {
      note: `peak of the process, which also sends: ${large.toFixed(0)} MB for ${many} rows over ${small.toFixed(0)} MB for ${few}`,
      target: null,
    }),
  ]
}

await bench(async (mode, given) => {
  const size = SIZES[mode]
  try {
    const onServer = report('Postgres', await onPostgres(size), size.few, size.many)
    if (mode === 'short' || given.includes('--postgres')) return onServer
    return [...onServer, ...report('embedded', await onEmbedded(size), size.few, size.many)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
