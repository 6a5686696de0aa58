import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../src/core/scoring/numbers/random.ts'
import { authorOverTime, type OverTimeMeasure } from '../../../src/core/scoring/over-time/author-over-time.ts'
import { mustFindAuthor } from '../../../src/queries/must-find-author.ts'
import { reachOf } from '../../../src/queries/report/author-counts.ts'
import { overTime } from '../../../src/queries/report/over-time.ts'
import { actsBeside } from '../../../src/storage/acts.ts'
import { excluded } from '../../actions/disputes/disputing.ts'
import { accepted, settleNo } from '../../actions/story.ts'
import { statementsOf } from '../../support/counting-statements.ts'
import { inWorld, type World } from '../../support/embedded.ts'
import { ADA, asked, BEN, CLOSE, forecasters, PART, recordOf, type Said, three } from './ten-days.ts'

const { log, log2 } = Math

/** What each author had said of what came, hour by hour from the opening to the close; null = nothing. */
type Hourly = Map<string, (number | null)[]>

/** A question of ten days that came out as no, with up to four acts of each author at whole hours. */
const atRandom = async (world: World, random: () => number, label: string): Promise<Hourly> => {
  const said: Said[] = []
  const hourly: Hourly = new Map()
  for (const author of ['ada', 'ben', 'cyd']) {
    const times = new Set(Array.from({ length: 4 }, () => Math.floor(random() * 24 * CLOSE)))
    let stands: number | null = null
    const own = new Map<number, number | null>()
    for (const hour of [...times].sort((a, b) => a - b)) {
      stands = stands !== null && random() < 0.3 ? null : Math.floor(1 + random() * 98) / 100
      own.set(hour, stands)
      said.push([author, hour / 24, stands])
    }
    let so: number | null = null
    hourly.set(
      author,
      Array.from({ length: 24 * CLOSE }, (_, hour) => {
        const next = own.get(hour)
        if (next !== undefined) so = next
        return so === null ? null : 1 - so
      }),
    )
  }
  await settleNo(world, { question: await asked(world, said, { label: `${label} at random` }), now: '2026-02-10' })
  return hourly
}

const mean = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0) / values.length

/** The same figures as sums over hours. */
const overHours = (questions: readonly Hourly[], name: string) => {
  const each = (of: (own: (number | null)[], others: (number | null)[][]) => number): number =>
    mean(
      questions.map((one) =>
        of(
          one.get(name) ?? [],
          [...one].flatMap(([who, said]) => (who === name ? [] : [said])),
        ),
      ),
    )
  const stood = (own: (number | null)[]) => own.flatMap((p) => p ?? [])
  return {
    timeWeightedBrier: each((own) => mean(stood(own).map((p) => (1 - p) ** 2))),
    filledBrier: each((own) => mean(own.map((p) => (1 - (p ?? 0.5)) ** 2))),
    timeWeightedLog: each((own) => mean(stood(own).map((p) => -log(p)))),
    timeCoverage: each((own) => stood(own).length / own.length),
    timeWeightedBaseline: each((own) => mean(own.map((p) => (p === null ? 0 : 100 * (log2(p) + 1))))),
    peerScore: each((own, others) =>
      mean(
        own.map((p, hour) => {
          const beside = others.flatMap((said) => said[hour] ?? [])
          return p === null || beside.length === 0 ? 0 : 100 * (log(p) - mean(beside.map(log)))
        }),
      ),
    ),
    spotCoverage: each((own) => Number((own.at(-1) ?? null) !== null)),
  }
}

describe('a record over time', () => {
  it('against others are those of the same three questions, and sum to 0', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben')
      await three(world, 'once')
      for (const [name, byHand] of [
        ['ada', ADA],
        ['ben', BEN],
      ] as const) {
        const author = await mustFindAuthor(world.tx, name)
        const { figures } = authorOverTime((await recordOf(world, author.id)).questions, author.id)
        for (const [measure, value] of Object.entries(byHand)) {
          expect(figures[measure as OverTimeMeasure]?.value, `${name} ${measure}`).toBeCloseTo(value, 10)
        }
      }
    }))

  it('let what was said in commentary stand until the close, and are of one voice and timing', () =>
    inWorld(async (world) => {
      await accepted(world, { on: '2026-01-05', quote: 'It will likely rain.', end: '2026-03-31' }).then(
        ({ question }) => settleNo(world, { question: question.id, now: '2026-04-10' }),
      )
      const author = await mustFindAuthor(world.tx, 'ada')
      const { questions } = await recordOf(world, author.id)
      expect(questions).toMatchObject([{ stood: [{ user: author.id, until: null }] }])
      const [{ open, actualClose, scheduledClose, stood } = { open: 0, actualClose: 0, scheduledClose: 0, stood: [] }] =
        questions
      expect(new Date(open).toISOString()).toBe('2026-01-05T12:00:00.000Z')
      expect([actualClose, scheduledClose].map((at) => new Date(at).toISOString())).toEqual([
        '2026-04-01T00:00:00.000Z',
        '2026-04-01T00:00:00.000Z',
      ])
      expect(new Date(stood[0]?.from ?? 0).toISOString()).toBe('2026-01-05T23:59:59.999Z')
      expect((await recordOf(world, author.id, { timing: 'retrospective' })).questions).toEqual([])
      expect((await recordOf(world, author.id, { voice: 'quoted' })).questions).toEqual([])
    }))

  it('leave out what a ruling took out of the scores, of the author and of those beside', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben')
      const question = await asked(world, [
        ['ada', 0, 0.9],
        ['ben', 1, 0.7],
        ['ada', 5, 0.2],
      ])
      await settleNo(world, { question, now: '2026-02-10' })
      const author = await mustFindAuthor(world.tx, 'ada')
      const standing = async () => {
        const { questions } = await recordOf(world, author.id)
        return questions.flatMap(({ stood }) => stood.map(({ came }) => Math.round(came * 10) / 10))
      }
      expect((await standing()).toSorted()).toEqual([0.1, 0.3, 0.8])
      await excluded(world, { question, which: 0, now: '2026-02-11' })
      expect((await standing()).toSorted()).toEqual([0.3, 0.8])
      await excluded(world, { question, which: 1, now: '2026-02-12' })
      expect(await standing()).toEqual([0.8])
      await excluded(world, { question, which: 2, now: '2026-02-13' })
      expect((await recordOf(world, author.id)).questions).toEqual([])
    }))

  it('ask the database as often for many questions as for one', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben')
      await three(world, 'first')
      const author = await mustFindAuthor(world.tx, 'ada')
      const asking = () => statementsOf(world.tx, () => overTime(world.tx, author, PART))
      const few = await asking()
      await three(world, 'second')
      await three(world, 'third')
      expect(await asking()).toBe(few)
    }))

  it('are refused whole where more was said than is read for one answer', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben')
      await three(world, 'once')
      const author = await mustFindAuthor(world.tx, 'ada')
      const acts = (await actsBeside(world.tx, (await reachOf(world.tx, PART)).slice, author.id, 1000)).length
      expect((await overTime(world.tx, author, PART, acts)).inputs.n).toBe(3)
      await expect(overTime(world.tx, author, PART, acts - 1)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'collection' }],
      })
    }))

  it('agree with sums over the hours on forecasts at random', { timeout: 120_000 }, () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben', 'Cyd')
      const random = randomFrom('hours')
      const hours: Hourly[] = []
      for (let at = 0; at < 12; at++) hours.push(await atRandom(world, random, `${at}`))
      for (const name of ['ada', 'ben', 'cyd']) {
        const author = await mustFindAuthor(world.tx, name)
        const { scores } = await overTime(world.tx, author, PART)
        const { figures } = authorOverTime((await recordOf(world, author.id)).questions, author.id)
        for (const [measure, value] of Object.entries(overHours(hours, name))) {
          expect(figures[measure as OverTimeMeasure]?.value, `${name} ${measure}`).toBeCloseTo(value, 9)
          const row = scores.find((one) => one.measure === measure)
          if (row?.value !== null) expect(row?.value, `${name} ${measure}`).toBeCloseTo(value, 9)
        }
      }
    }),
  )
})
