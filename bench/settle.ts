import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import postgres from 'postgres'
import { startLocalPostgres } from '../src/outside/local-postgres.ts'
import { clock, firstKey, servicesHere } from '../src/server.ts'
import { createSite } from '../src/site.ts'
import { migratePostgres } from '../src/storage/migrate-postgres.ts'
import { openPostgres } from '../src/storage/postgres.ts'
import { bench, figureOf, type Mode, median } from './harness.ts'

/**
 * Settling a question on which very many spoke, through the whole site, beside one UPDATE of as many rows of the table that it fills; by
 * turns in one run on copies of one database.
 */
type Size = { forecasts: number; rounds: number }
const SIZES: Record<Mode, Size> = { short: { forecasts: 20_000, rounds: 2 }, full: { forecasts: 100_000, rounds: 5 } }
const MIGRATIONS = resolve('migrations')
const folder = mkdtempSync(join(tmpdir(), 'hindcast-bench-settle-'))

type Ask = (path: string, body: unknown) => Promise<{ id: string; event: { id: string } }>

const askerOf = (url: string, secret: string): { ask: Ask; close: () => Promise<void> } => {
  const database = openPostgres(url)
  const services = servicesHere(database)
  const site = createSite(() => services)
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
  const ask: Ask = async (path, body) => {
    const response = await site.request(path, { method: 'POST', body: JSON.stringify(body), headers })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return { ask, close: () => database.close() }
}

/** One author each, and what each said of the question: round numbers, as people say them. Triggers sleep meanwhile. */
const forecasting = (questionId: string, count: number): string => `
  set session_replication_role = replica;
  insert into authors (id, name, slug, kind, bot, identity, recorded_by, recorded_at)
  select 'aut_' || lpad(i::text, 26, '0'), 'Forecaster ' || i, 'forecaster-' || i, 'person', false, 'name:forecaster ' || i, 'bench', '2024-01-01'
  from generate_series(1, ${count}) i;
  insert into predictions (id, author_id, question_id, version_id, act, form, said_earliest, said_latest, attribution, directness, weak_hedge,
    scoreable, origin, recorded_by, recorded_at, salts, digest)
  select 'prd_' || lpad(i::text, 26, '0'), 'aut_' || lpad(i::text, 26, '0'), version.question_id, version.id, 'state', 'micro:' || ((i * 7919) % 19 + 1) * 50000,
    said, said, 'own', 'verbatim', false, true, 'submitted', 'bench', said, '{}', encode(sha256(i::text::bytea), 'hex')
  from generate_series(1, ${count}) i, question_versions version, (select now() - interval '1 hour' as said) moment where version.question_id = '${questionId}';
  analyze`

/** What was said an hour ago of what is reported now. */
const QUESTION = {
  wording: 'The great mill closes.',
  windowStart: '2024-01-01',
  windowEnd: '2190-12-31',
  referenceAt: '2190-06-30T00:00:00.000Z',
}

await bench(async (mode) => {
  const { forecasts, rounds } = SIZES[mode]
  const local = await startLocalPostgres({ folder: join(folder, 'server') })
  const admin = postgres(local.url, { max: 1, onnotice: () => undefined })
  const urlOf = (name: string) => Object.assign(new URL(local.url), { pathname: `/${name}` }).href
  const onCopy = async <T>(of: string, work: (url: string) => Promise<T>): Promise<T> => {
    await admin`create database copied template ${admin(of)}`
    try {
      return await work(urlOf('copied'))
    } finally {
      await admin`drop database copied with (force)`
    }
  }
  try {
    await admin`create database ground`
    await migratePostgres(urlOf('ground'), MIGRATIONS)
    const database = openPostgres(urlOf('ground'))
    const key = await firstKey(servicesHere(database))
    await database.close()
    const secret = key?.secret ?? ''
    const { ask, close } = askerOf(urlOf('ground'), secret)
    const { id: questionId } = await ask('/v1/questions', QUESTION)
    const happened = { title: 'The great mill closed', happened: clock(), url: 'https://example.org/mill' }
    const { event } = await ask('/v1/events', happened)
    const eventId = event.id
    await close()
    const sql = postgres(urlOf('ground'), { max: 1, onnotice: () => undefined })
    await sql.unsafe(forecasting(questionId, forecasts))
    await sql.end()
    const settle = (url: string): Promise<number> => {
      const site = askerOf(url, secret)
      const evidence = [{ kind: 'report', bearing: 'shows', eventId }]
      const start = performance.now()
      return site
        .ask('/v1/resolutions', { questionId, step: 'settle', outcome: 'yes', evidence, reason: 'it was reported' })
        .then(() => performance.now() - start)
        .finally(site.close)
    }
    // What is updated beside are the rows of a settlement.
    await admin`create database settled template ground`
    await settle(urlOf('settled'))
    const update = async (url: string): Promise<number> => {
      const client = postgres(url, { max: 1, onnotice: () => undefined })
      await client`set session_replication_role = replica`
      const start = performance.now()
      const { count } =
        await client`update scored_items set state = 'void', hit = null where question_id = ${questionId}`
      const took = performance.now() - start
      await client.end()
      if (count !== forecasts) throw new Error(`${count} rows were updated instead of ${forecasts}`)
      return took
    }
    const times: { settled: number; updated: number }[] = []
    for (let round = 0; round < rounds; round++)
      times.push({ settled: await onCopy('ground', settle), updated: await onCopy('settled', update) })
    const seconds = (of: 'settled' | 'updated') => `${(median(times.map((time) => time[of])) / 1000).toFixed(2)} s`
    const peak = (process.resourceUsage().maxRSS / 1000).toFixed(0)
    return [
      figureOf(
        'resolve-large',
        times.map(({ settled, updated }) => settled / updated),
        {
          note: `${forecasts} forecasts settled in ${seconds('settled')}, at most ${peak} MB; UPDATE of as many scored items: ${seconds('updated')}`,
          target: { most: 4 },
        },
      ),
    ]
  } finally {
    await admin.end()
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
