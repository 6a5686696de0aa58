import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import Table from 'cli-table3'
import { importOutcomes } from '../src/actions/predicting/import-outcomes.ts'
import { importPart } from '../src/actions/predicting/import-part.ts'
import { openImport } from '../src/actions/predicting/open-import.ts'
import { sealFacts } from '../src/actions/seal-facts.ts'
import type { ImportForecast, ImportOutcome } from '../src/core/importing/import-item.ts'
import { randomFrom } from '../src/core/scoring/numbers/random.ts'
import { Day, Instant, plusDays } from '../src/core/time.ts'
import { writeReports } from '../src/jobs/write-reports.ts'
import { clock, HOST, hostContext, servicesHere } from '../src/server.ts'
import { createSite } from '../src/site.ts'
import { findAuthor } from '../src/storage/authors.ts'
import type { Database } from '../src/storage/database.ts'
import { openEmbedded } from '../src/storage/embedded.ts'

/**
 * The time that the server takes for the page of an author with 10,000 settled forecasts, beside that for one with 100, by turns in one
 * run: `npm run bench author-page -- FEW MANY FOLDER`; a folder that is filled already is measured again. Each question is answered by the author and one other; the reports of a night stand, as
 * they do of every author who is on a board.
 */
const [few = 100, many = 10_000] = process.argv.slice(2, 4).map(Number)
const [WARM, ROUNDS] = [3, 25]
const WANTED = 1.5
const START = Day.parse('2015-01-01')
const DAYS = 3_000
const CHUNK = 250

type Item = { forecasts: ImportForecast[]; outcome: ImportOutcome }

/** One question on which the author and another spoke, and how it came out: a little less than the author said. */
const itemOf = (author: string, at: number, random: () => number): Item => {
  const chance = Math.round(1 + 98 * random()) / 100
  const asked = plusDays(START, Math.floor(random() * DAYS))
  const about = {
    question: `${author} ${at}`,
    wording: `The mill no. ${at} of ${author} closes.`,
    askedAt: Instant.parse(`${asked}T00:00:00.000Z`),
    windowEnd: plusDays(asked, 30),
  }
  const said = { earliest: Instant.parse(`${asked}T08:00:00.000Z`), latest: Instant.parse(`${asked}T09:00:00.000Z`) }
  const forecastOf = (who: string, probability: number): ImportForecast => ({
    ...about,
    forecast: who,
    author: who,
    probability,
    said,
  })
  const truth = 0.5 + 0.7 * (chance - 0.5)
  return {
    forecasts: [forecastOf(author, chance), forecastOf('Beside', Math.round(100 * truth) / 100)],
    outcome: {
      question: about.question,
      outcome: random() < truth ? 'yes' : 'no',
      resolvedAt: Instant.parse(`${plusDays(asked, 20)}T00:00:00.000Z`),
    },
  }
}

const fill = async (context: ReturnType<typeof hostContext>, author: string, count: number): Promise<void> => {
  const random = randomFrom(author)
  const about = { source: 'made up', licence: 'CC0', note: 'made up', whole: true }
  const { import: opened } = await openImport(context, { name: `Mills of ${author}`, ...about })
  const items = Array.from({ length: count }, (_, at) => itemOf(author, at, random))
  for (let at = 0; at < count; at += CHUNK) {
    const part = items.slice(at, at + CHUNK)
    await importPart(context, { importId: opened.id, items: part.flatMap(({ forecasts }) => forecasts) })
    await importOutcomes(context, { importId: opened.id, items: part.map(({ outcome }) => outcome) })
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

type Timed = { ms: number; kilobytes: number }

const pages = ['few', 'many'] as const
type Page = (typeof pages)[number]

const measure = async (database: Database): Promise<Record<Page, Timed>> => {
  const services = servicesHere(database)
  const site = createSite(() => services)
  const load = async (page: Page): Promise<Timed> => {
    const start = performance.now()
    const response = await site.request(`/authors/${page}-say`)
    const text = await response.text()
    if (response.status !== 200) throw new Error(`the page answered ${response.status}`)
    return { ms: performance.now() - start, kilobytes: text.length / 1000 }
  }
  const times: Record<Page, number[]> = { few: [], many: [] }
  const sizes = { few: 0, many: 0 }
  for (let round = 0; round < WARM + ROUNDS; round++)
    for (const page of pages) {
      const { ms, kilobytes } = await load(page)
      if (round >= WARM) times[page].push(ms)
      sizes[page] = kilobytes
    }
  return {
    few: { ms: median(times.few), kilobytes: sizes.few },
    many: { ms: median(times.many), kilobytes: sizes.many },
  }
}

const folder = process.argv[4] ?? mkdtempSync(join(tmpdir(), 'hindcast-bench-author-'))
const database = await openEmbedded(folder, 'migrations')
try {
  const context = hostContext(servicesHere(database))
  const table = new Table({
    head: ['', `${few} settled, ms`, `${many} settled, ms`, 'ratio', 'KB', 'KB'],
    style: { head: [], border: [] },
  })
  const row = (name: string, { few: short, many: long }: Record<Page, Timed>): void => {
    const ratio = (long.ms / short.ms).toFixed(2)
    table.push([
      name,
      short.ms.toFixed(1),
      long.ms.toFixed(1),
      ratio,
      Math.round(short.kilobytes),
      Math.round(long.kilobytes),
    ])
  }
  if (!(await findAuthor(database.reader, 'many-say'))) {
    await fill(context, 'Few Say', few)
    await fill(context, 'Many Say', many)
  }
  while (!(await sealFacts(hostContext(servicesHere(database)), {})).done);
  await writeReports(servicesHere(database), HOST, clock())
  row('reports of the night stand', await measure(database))
  console.log(`${table.toString()}\nratio wanted: at most ${WANTED}`)
} finally {
  await database.close()
  if (process.argv[4] === undefined) rmSync(folder, { recursive: true, force: true })
}
