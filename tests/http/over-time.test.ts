import { describe, expect, it } from 'vitest'
import { submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { closeQuestion } from '../../src/actions/questions/append-resolution.ts'
import { createApp } from '../../src/http/app.ts'
import { mustFindAuthor } from '../../src/queries/must-find-author.ts'
import type { AuthorScores } from '../../src/queries/report/author-scores.ts'
import { AuthorOverTime } from '../../src/queries/report/over-time.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { predictionsBy } from '../../src/storage/predictions.ts'
import { settleNo, voidIt } from '../actions/story.ts'
import { ADA, asked, BEN, forecasters, PART, three } from '../queries/report/ten-days.ts'
import { day, inWorld, type World } from '../support/embedded.ts'

const readFrom = async (world: World, slug: string, query = '') => {
  const app = createApp(() => ({ ...servicesHere(world.database), clock: () => PART.now }), draws)
  const get = async (path: string) => (await app.request(`/v1/authors/${slug}/${path}${query}`)).json()
  const flat = (await get('scores')) as AuthorScores
  return { flat, overTime: AuthorOverTime.strict().parse(await get('over-time')) }
}
const rowOf = ({ scores }: AuthorOverTime, measure: string) => scores.find((row) => row.measure === measure)

const BY_OTHERS = ['peerScore', 'spotScore']

describe('scores over time', () => {
  it('are those that three questions give by hand', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben')
      for (let at = 0; at < 4; at++) await three(world, `${at}`)
      const { overTime, flat } = await readFrom(world, 'ada')
      const { overTime: ben } = await readFrom(world, 'ben')
      for (const [found, byHand] of [
        [overTime, ADA],
        [ben, BEN],
      ] as const) {
        for (const [measure, value] of Object.entries(byHand)) {
          if (BY_OTHERS.includes(measure)) continue
          expect(rowOf(found, measure)?.value, measure).toBeCloseTo(value, 10)
        }
      }
      expect(overTime.inputs).toMatchObject({ n: 12, families: 12, pending: 0, updated: 4, ended: 4, others: 1 })
      expect(rowOf(overTime, 'timeWeightedBrier')).toMatchObject({ n: 12, families: 12, level: 0.95, withheld: [] })
      expect(rowOf(overTime, 'peerScore')).toMatchObject({
        value: null,
        n: 12,
        withheld: [
          { field: 'comparisons', rule: 'comparisons with other authors need 100 families; this author has 12' },
        ],
      })
      // What she withdrew is not among what is scored at the reference time.
      expect(flat.scores.find(({ measure }) => measure === 'n')?.value).toBe(8)
      // The interval by hand: 12 questions of three different values, t of 11 degrees of freedom 2.200985.
      const squares = [0.1, 0.16, 0.01].reduce((so, value) => so + 4 * (value - ADA.timeWeightedBrier) ** 2, 0)
      const half = 2.200985 * Math.sqrt(squares / 11 / 12)
      expect(rowOf(overTime, 'timeWeightedBrier')?.high).toBeCloseTo(ADA.timeWeightedBrier + half, 6)
    }))

  it('wait while questions are open, leave out what is void, and are withheld by name', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben')
      await three(world, 'settled')
      const broken = await asked(world, [['ada', 0, 0.5]], { label: 'broken' })
      await voidIt(world, { question: broken, now: '2026-02-10' })
      const waits = await asked(world, [['ada', 0, 0.5]], { label: 'waiting' })
      await closeQuestion(world.at('2026-02-10'), { questionId: waits, asOf: day('2026-02-09') })
      const { overTime } = await readFrom(world, 'ada')
      expect(overTime.inputs).toMatchObject({ n: 3, families: 3, pending: 1, void: 1 })
      const rule = 'scores over time need 10 families; this author has 3'
      for (const { measure, value, withheld } of overTime.scores) {
        expect(value, measure).toBeNull()
        if (!BY_OTHERS.includes(measure)) expect(withheld, measure).toEqual([{ field: 'overTime', rule }])
      }
    }))

  it('count every question that fell due once, with what was never timed and what nobody closed yet', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada', 'Ben')
      await three(world, 'settled')
      const broken = await asked(world, [['ada', 0, 0.5]], { label: 'broken' })
      await voidIt(world, { question: broken, now: '2026-02-10' })
      await asked(world, [['ada', 0, 0.5]], { label: 'over, without an entry' })
      const closed = await asked(world, [['ada', 0, 0.5]], { label: 'closed' })
      await closeQuestion(world.at('2026-02-10'), { questionId: closed, asOf: day('2026-02-09') })
      const slip = await asked(world, [['ada', 0, 0.5]], { label: 'a slip' })
      const { id } = await mustFindAuthor(world.tx, 'ada')
      const [said] = await predictionsBy(world.tx, slip, id)
      await submitPrediction(world.at('2026-01-01T00:05:00.000Z'), { act: 'mistake', corrects: said?.id ?? '' })
      await settleNo(world, { question: slip, now: '2026-02-10' })
      const { inputs } = (await readFrom(world, 'ada')).overTime
      expect(inputs).toMatchObject({ n: 3, untimed: 1, pending: 2, void: 1 })
      expect(inputs.n + inputs.untimed + inputs.pending + inputs.void).toBe(3 + [broken, closed, slip].length + 1)
      // Ben spoke on the three alone.
      expect((await readFrom(world, 'ben')).overTime.inputs).toMatchObject({ n: 3, untimed: 0, pending: 0, void: 0 })
    }))
})
