import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type ImportedQuestion, importForecasts } from '../../src/actions/predicting/import-forecasts.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import { LeaderboardPage as Leaderboard } from '../../src/queries/board/leaderboard-page.ts'
import { ComputedScores } from '../../src/queries/calculator/scores.ts'
import { Calibration } from '../../src/queries/report/calibration.ts'
import { servicesHere } from '../../src/server.ts'
import { createSite } from '../../src/site.ts'
import { bodyOf } from '../contract/api.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'

// Published forecasts with their outcomes, beside this project where somebody has laid them there: they are not part of it.
const folder = new URL('../../../shared/data/published/', import.meta.url)
const there = existsSync(folder)
if (!there) console.info(`skipped: there are no published forecasts in ${folder.pathname}`)

const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(name, folder)), { columns: true, bom: true })

/** One question with what each author said of it on a day, and what came of it later. */
type Asked = {
  key: string
  family: string
  said: string
  happened: string
  came: boolean
  forecasts: { author: string; p: number }[]
}

const questionOf = (asked: Asked, authors: ReadonlyMap<string, string>): ImportedQuestion => ({
  key: asked.key,
  family: asked.family,
  wording: `${asked.key} comes out positive.`,
  criteria: 'As published with the forecasts.',
  orientation: 'as-worded',
  windowStart: day(asked.said),
  windowEnd: day(asked.happened),
  criteriaFixedAt: instant(`${asked.said}T00:00:00.000Z`),
  forecasts: asked.forecasts.map(({ author, p }) => ({
    authorId: authors.get(author) ?? '',
    probability: p,
    said: { earliest: instant(`${asked.said}T00:00:00.000Z`), latest: instant(`${asked.said}T22:00:00.000Z`) },
    key: author,
  })),
})

/** Imports what was said, and settles each question by an event. Gives the slugs of the authors and of the collection. */
const play = async (world: World, name: string, all: Asked[]) => {
  const context = world.at('2026-01-01')
  const names = [...new Set(all.flatMap(({ forecasts }) => forecasts.map(({ author }) => author)))]
  const authors = new Map<string, string>()
  const slugs = new Map<string, string>()
  for (const author of names) {
    const recorded = await recordAuthor(context, { name: author, kind: 'model' })
    authors.set(author, recorded.author.id)
    slugs.set(author, recorded.author.slug)
  }
  const { collection } = await recordCollection(context, {
    name,
    rule: 'All that was published.',
    readWhole: true,
    caveat: null,
  })
  const { source } = await recordSource(context, { name: 'Who published it', reportingLagDays: null })
  const { questionIds } = await importForecasts(context, {
    ...{ name, source: 'published', licence: 'as published', note: '' },
    collectionId: collection.id,
    questions: all.map((asked) => questionOf(asked, authors)),
  })
  for (const { key, came, happened } of all) {
    const { event } = await recordEvent(context, {
      title: `${key}: ${came}`,
      happened: day(happened),
      sourceId: source.id,
    })
    await resolveQuestion(context, {
      ...{ step: 'settle', questionId: questionIds.get(key) ?? '', correct: false, reason: 'as published' },
      outcome: came ? 'yes' : 'no',
      evidence: [{ kind: 'report', bearing: came ? 'shows' : 'excludes', eventId: event.id }],
    })
  }
  return { slugs, collection }
}

/** The API over the database of one test, long after. */
const apiIn = (world: World) => {
  const app = createSite(() => ({ ...servicesHere(world.database), clock: () => instant('2026-01-01T12:00:00.000Z') }))
  return async (path: string, body?: unknown) => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await app.request(path, body === undefined ? {} : post)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}
const rounded = (x: number | undefined, digits: number): number => Number((x ?? Number.NaN).toFixed(digits))

describe.skipIf(!there)('forecasts of rain in Niamey, 2016', () => {
  // Dimitriadis, Gneiting & Jordan 2021, PNAS 118(8) e2016191118: their four forecasts of precipitation.
  const published = {
    EMOS: { brier: 0.232, mcb: 0.0183, dsc: 0.0305 },
    ENS: { brier: 0.2662, mcb: 0.0661, dsc: 0.0441 },
    EPC: { brier: 0.2343, mcb: 0.0223, dsc: 0.0323 },
    Logistic: { brier: 0.2057, mcb: 0.0171, dsc: 0.0555 },
  }
  const UNC = 0.244

  it('score as published, through the database, the report and the calculator', () =>
    inWorld(async (world) => {
      const all = table('precip_Niamey_2016.csv').map(
        ({ date = '', obs, ...said }): Asked => ({
          ...{ key: `rain ${date}`, family: date, came: obs === '1' },
          // Each is for the day after it was made.
          said: new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10),
          happened: date,
          forecasts: Object.keys(published).map((author) => ({ author, p: Number(said[author]) })),
        }),
      )
      expect(all).toHaveLength(92)
      const { slugs } = await play(world, 'Rain in Niamey', all)
      const ask = apiIn(world)
      for (const [author, { brier, mcb, dsc }] of Object.entries(published)) {
        const told = await ask(`/v1/authors/${slugs.get(author)}/calibration`)
        const { counts, n, ...report } = bodyOf(told, 200, Calibration)
        expect(n).toBe(92)
        const sent = counts.map(({ probability: p, n: said, hits }) => ({ p, n: said, hits }))
        const [scored] = bodyOf(await ask('/v1/scores', { counts: sent }), 200, ComputedScores).authors
        expect(scored?.brier?.mean).toBe(report.brier?.mean)
        expect(scored?.counts).toEqual(sent.toSorted((a, b) => a.p - b.p))
        const digits = author === 'EMOS' ? 3 : 4
        expect([author, rounded(scored?.brier?.mean, digits)]).toEqual([author, brier])
        const { decomposition } = scored ?? {}
        expect([author, rounded(decomposition?.mcb, 4), rounded(decomposition?.dsc, 4)]).toEqual([author, mcb, dsc])
        expect(rounded(decomposition?.unc, 3)).toBe(UNC)
      }
    }))
})

describe.skipIf(!there)('final forecasts of the presidential election of 2016, 50 states and D.C.', () => {
  // The names of the file, what they stand for, and the Brier scores of "Trump wins" that were published.
  const published = {
    pec: { name: 'Princeton Election Consortium', brier: 0.0744 },
    kremp: { name: 'Pierre-Antoine Kremp', brier: 0.0766 },
    predictwise_markets: { name: 'PredictWise, markets', brier: 0.0767 },
    predictwise_overall: { name: 'PredictWise, overall', brier: 0.0783 },
    pollsavvy: { name: 'PollSavvy', brier: 0.0794 },
    nyt: { name: 'The New York Times, Upshot', brier: 0.0802 },
    desart: { name: 'Jay DeSart', brier: 0.0825 },
    dailykos: { name: 'Daily Kos', brier: 0.0864 },
    huffpost: { name: 'The Huffington Post', brier: 0.0892 },
  }

  it('score as published, on the board and in the reports', () =>
    inWorld(async (world) => {
      const rows = table('buzzfeed_2016_final_forecasts.csv').filter(
        ({ office, candidate }) => office === 'P' && candidate === 'TRUMP',
      )
      const nameOf = (model: string): string => published[model as keyof typeof published].name
      const states = [...new Set(rows.map(({ state = '' }) => state))]
      const all = states.map((state): Asked => {
        const said = rows.filter((row) => row['state'] === state)
        return {
          ...{ key: `Trump wins ${state}`, family: state, came: said[0]?.['winner'] === 'TRUMP' },
          ...{ said: '2016-11-07', happened: '2016-11-08' },
          forecasts: said.map(({ model = '', win_prob }) => ({ author: nameOf(model), p: Number(win_prob) })),
        }
      })
      expect(all).toHaveLength(51)
      const { slugs, collection } = await play(world, 'Presidential election of 2016', all)
      const ask = apiIn(world)
      const { items: board } = bodyOf(await ask(`/v1/leaderboard?collection=${collection.slug}`), 200, Leaderboard)
      expect(board).toHaveLength(9)
      for (const { name, brier } of Object.values(published)) {
        const row = board.find(({ author }) => author.name === name)
        expect([name, row?.n, row?.families, rounded(row?.brier?.mean, 4)]).toEqual([name, 51, 51, brier])
        const report = bodyOf(await ask(`/v1/authors/${slugs.get(name)}/calibration`), 200, Calibration)
        expect(report.brier?.mean).toBe(row?.brier?.mean)
        expect(report.bounds?.brier).toEqual({ lowest: report.brier?.mean, highest: report.brier?.mean })
      }
    }))
})
