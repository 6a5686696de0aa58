import { expect, it } from 'vitest'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { LeaderboardPage } from '../../../src/queries/board/leaderboard-page.ts'
import { Calibration } from '../../../src/queries/report/calibration.ts'
import { createSite } from '../../../src/site.ts'
import { settleNo } from '../../actions/story.ts'
import { type Asked, lookAt, simulate } from '../../core/scoring/simulation.ts'
import { day, inWorld } from '../../support/embedded.ts'
import { servicesOver } from '../../support/press-services.ts'
import { type Race, run } from '../board/races.ts'

const NOW = '2025-06-01T00:00:00.000Z'
/** The same draws twice: with a quarter of the "no" never settled, and with 4 % of them. */
const scene = { seed: 1000, perMonth: 500, months: 1 }
const [quarter, few] = [simulate({ ...scene, neverNo: 0.25 }), simulate({ ...scene, neverNo: 0.04 })]
const outcomeOf = ({ settledIn, outcome }: Asked): Race['outcome'] =>
  settledIn === null ? 'open' : outcome === 1 ? 'yes' : 'no'

it(
  'a perfect forecaster through database and API: bounds alone while a quarter of "no" is out, a cohort when 4 % are',
  () =>
    inWorld(async (world) => {
      const { ids } = await run(
        world,
        quarter.map((asked, at) => ({ key: `q${at}`, said: { Oracle: asked.p }, outcome: outcomeOf(asked) })),
      )
      const site = createSite(() => servicesOver(world, [], { now: NOW }))
      const read = async (path: string) => (await site.request(path)).json()
      const look = async () => ({
        board: LeaderboardPage.parse(await read('/v1/leaderboard?collection=races')),
        report: Calibration.parse(await read('/v1/authors/oracle/calibration?collection=races')),
      })
      // A window that nobody has closed or settled yet shows in the cohort and in no author's counts: so all are closed.
      for (const [at, asked] of quarter.entries()) {
        if (asked.settledIn !== null) continue
        await closeQuestion(world.at('2025-03-01'), { questionId: ids.get(`q${at}`) ?? '', asOf: day('2025-03-01') })
      }

      const waiting = lookAt(quarter, 12)
      const before = await look()
      const { due, settled } = waiting.joined[0] ?? {}
      expect(before.board.cohort).toEqual({ entered: false, due, settled, months: ['2025-01'] })
      expect(before.board.items).toMatchObject([{ rank: null, notRanked: expect.stringContaining('95 %') }])
      expect(before.report).toMatchObject({ n: settled, pending: 500 - (settled ?? 0) })
      expect(before.report.bounds?.hitRate.lowest).toBeCloseTo(waiting.hitRate?.lowest ?? -1, 12)
      expect(before.report.bounds?.hitRate.highest).toBeCloseTo(waiting.hitRate?.highest ?? -1, 12)

      for (const [at, asked] of few.entries()) {
        if (asked.settledIn === null || quarter[at]?.settledIn !== null) continue
        await settleNo(world, { question: ids.get(`q${at}`) ?? '', now: '2025-05-01' })
      }
      const done = lookAt(few, 12)
      const after = await look()
      expect(after.board.cohort).toEqual({
        entered: true,
        ...{ due, settled: done.joined[0]?.settled },
        months: ['2025-01'],
      })
      const { n, hits, expectedHits } = after.report
      expect(n).toBe(done.shown?.n)
      expect((hits ?? 0) / n).toBeCloseTo(done.shown?.observed ?? -1, 12)
      expect((expectedHits ?? 0) / n).toBeCloseTo(done.shown?.expected ?? -1, 9)
      const points = (share: number) => (100 * share).toFixed(2)
      console.info(
        `one run of 500: a quarter out, settled ones say ${points(waiting.naive?.off ?? 0)} points off, bounds ${points(before.report.bounds?.hitRate.lowest ?? 0)} to ${points(before.report.bounds?.hitRate.highest ?? 0)} % around mean p ${points(waiting.truth.meanP)} %; 4 % out, ${points(done.shown?.off ?? 0)} points, standard error ${points(done.truth.error)}`,
      )
    }),
  300_000,
)
