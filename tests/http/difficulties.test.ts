import { expect, it } from 'vitest'
import type { z } from 'zod'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { DIFFICULTY_RULES } from '../../src/core/scoring/report/board-difficulty.ts'
import { QuestionDifficulty, Snapshot } from '../../src/core/snapshot.ts'
import { createApp } from '../../src/http/app.ts'
import { writeReports } from '../../src/jobs/write-reports.ts'
import { LeaderboardPage as Leaderboard } from '../../src/queries/board/leaderboard-page.ts'
import { PinnedReport } from '../../src/queries/report/pinned-report.ts'
import { StoredReport } from '../../src/queries/report/stored-report.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { settleNo } from '../actions/story.ts'
import { bodyOf, expectProblem, pageOf } from '../contract/api.ts'
import { manyRaces, type Race, run } from '../queries/board/races.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const NIGHT = instant('2025-06-01T04:00:00.000Z')
const NEXT = instant('2025-06-02T04:00:00.000Z')

const getIn = (world: World, now = NIGHT) => {
  const app = createApp(() => ({ ...servicesHere(world.database), clock: () => now }), draws)
  return async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}
const night = (world: World, now = NIGHT) => writeReports(servicesOver(world, [], { now }), REVIEWER, now)

const Page = pageOf(QuestionDifficulty.strict())
const rowsOf = ({ items }: z.infer<typeof Leaderboard>) =>
  Object.fromEntries(items.map((row) => [row.author.name, row]))

/** All that a snapshot keeps, read page by page. */
const walk = async (get: ReturnType<typeof getIn>, id: string) => {
  const items: z.infer<typeof QuestionDifficulty>[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: z.infer<typeof Page> = bodyOf(
      await get(`/v1/snapshots/${id}/difficulties?limit=15${cursor && `&cursor=${cursor}`}`),
      200,
      Page,
    )
    items.push(...page.items)
    cursor = page.next
  }
  return items
}

// Ben answers what is easy for everybody alone; Cyd and Dan what nobody else does.
const said = (at: number): Race['said'] =>
  at < 36 ? { Ada: at % 3 ? 0.2 : 0.6, Ben: at % 3 ? 0.4 : null, Eve: 0.5 } : { Cyd: 0.3, Dan: 0.4 }
const races = manyRaces(48, said)

it(
  'keeps how hard each question was, by which anybody can adjust a score, and what comes later changes none of it',
  () =>
    inWorld(async (world) => {
      const { collection, ids } = await run(world, races)
      const open = await run(
        world,
        manyRaces(1, () => ({ Ada: 0.9 }), { end: '2025-02-28', outcome: 'open' }),
      )
      await settleNo(world, { question: [...open.ids.values()][0] ?? '', now: '2025-03-05' })
      await sealFacts(world.at('2025-05-30'), {})
      const get = getIn(world)
      const path = `/v1/leaderboard?collection=${collection.slug}`
      const before = bodyOf(await get(path), 200, Leaderboard.strict())
      const unkept = 'this board has not been kept yet; each night keeps what changed'
      expect(before).toMatchObject({ difficulties: null, notAdjusted: unkept })
      expect(rowsOf(before)['Ada']).toMatchObject({ adjusted: null, notAdjusted: unkept })

      await night(world)
      const [kept] = bodyOf(await get(`/v1/snapshots?collection=${collection.slug}`), 200, pageOf(Snapshot)).items
      const id = kept?.id ?? ''
      const effects = await walk(get, id)
      expect(effects.map(({ questionId }) => questionId)).toEqual([...ids.values()].slice(0, 36).sort())
      expect(effects.reduce((so, { effect }) => so + effect, 0)).toBeCloseTo(0, 10)
      const effectOf = new Map(effects.map((one) => [one.questionId, one]))
      for (const [at, { key, outcome }] of races.slice(0, 36).entries())
        expect(effectOf.get(ids.get(key) ?? '')).toMatchObject({
          version: 1,
          outcome,
          authors: at % 3 ? 3 : 2,
          rules: DIFFICULTY_RULES,
        })

      // A score of one's own, from the list alone: always 50 % has .25, and Ada what her row says.
      const own = (losing: (at: number) => number | null) => {
        const losses = races.slice(0, 36).flatMap(({ key }, at) => {
          const [loss, effect] = [losing(at), effectOf.get(ids.get(key) ?? '')?.effect]
          return loss === null || effect === undefined ? [] : [loss - effect]
        })
        return losses.reduce((so, one) => so + one, 0) / losses.length
      }
      expect(own(() => 0.25)).toBeCloseTo(0.25, 12)
      const after = bodyOf(await get(path), 200, Leaderboard.strict())
      const { Ada, Ben, Eve } = rowsOf(after)
      expect(after).toMatchObject({
        difficulties: {
          snapshot: { id, at: NIGHT },
          rules: DIFFICULTY_RULES,
          questions: 36,
          list: `/v1/snapshots/${id}/difficulties`,
        },
        notAdjusted: null,
      })
      expect(Ada?.adjusted).toMatchObject({
        n: 36,
        families: 36,
        value: expect.closeTo(
          own((at) => (at % 3 ? 0.04 : 0.16)),
          12,
        ),
      })
      expect(Eve?.adjusted?.value).toBeCloseTo(0.25, 12)
      for (const row of [Ada, Eve]) {
        expect(row?.adjusted?.low ?? 9).toBeLessThanOrEqual(row?.adjusted?.value ?? 0)
        expect(row?.adjusted?.high ?? 0).toBeGreaterThanOrEqual(row?.adjusted?.value ?? 9)
      }
      // It ranks nobody: places are as they were.
      expect(after.items.map(({ author, rank, notRanked }) => [author.slug, rank, notRanked])).toEqual(
        before.items.map(({ author, rank, notRanked }) => [author.slug, rank, notRanked]),
      )
      expect(Ben).toMatchObject({
        adjusted: null,
        notAdjusted: 'the difficulty-adjusted score needs 30 families; this author has 24',
      })
      // The kept board and the kept reports say the same, and why who is linked to nobody has none.
      const pinned = async (ask = get) => bodyOf(await ask(`${path}&snapshot=${id}`), 200, Leaderboard.strict())
      const stood = await pinned()
      expect(rowsOf(stood)['Ada']?.adjusted).toEqual(Ada?.adjusted)
      expect(stood.difficulties).toEqual(after.difficulties)
      for (const name of ['Cyd', 'Dan'])
        expect(rowsOf(stood)[name]).toMatchObject({
          adjusted: null,
          notAdjusted: expect.stringMatching(/^no chain of common questions leads to the largest group/),
        })
      const report = async (slug: string) => {
        const address = `/v1/authors/${slug}/calibration?snapshot=${id}&collection=${collection.slug}`
        return StoredReport.parse(bodyOf(await get(address), 200, PinnedReport.strict()).report)
      }
      expect((await report('ada')).board).toMatchObject({ adjusted: Ada?.adjusted, notAdjusted: null })
      expect((await report('cyd')).board).toMatchObject({
        adjusted: null,
        notAdjusted: rowsOf(stood)['Cyd']?.notAdjusted,
      })
      const live = JSON.parse((await get(`/v1/authors/ada/calibration?collection=${collection.slug}`)).text)
      expect(live.judged).toMatchObject({ snapshot: { id }, place: { adjusted: Ada?.adjusted } })

      // Later: an outcome is corrected, and a newcomer answers what is known.
      const [first] = races
      await settleNo(world, { question: ids.get(first?.key ?? '') ?? '', now: '2025-06-01', correct: true })
      await run(world, [{ key: 'later', said: { Ada: 0.9, Eve: 0.5 }, outcome: 'no' }], '2025-06-01')
      await sealFacts(world.at('2025-06-01'), {})
      expect(await walk(get, id)).toEqual(effects)
      expect(await pinned()).toEqual(stood)
      const moved = rowsOf(bodyOf(await get(path), 200, Leaderboard))
      // The first question is no longer the one that the difficulty is of, and the new one has none.
      expect(moved['Ada']?.adjusted).toMatchObject({
        n: 35,
        value: expect.closeTo(
          own((at) => (at === 0 ? null : at % 3 ? 0.04 : 0.16)),
          12,
        ),
      })
      // Who was linked to nobody then is linked to nobody still, for the same reason.
      for (const name of ['Cyd', 'Dan']) expect(moved[name]?.notAdjusted).toBe(rowsOf(stood)[name]?.notAdjusted)
      expect(moved['Ada']?.n).toBe(38)
      await night(world, NEXT)
      const later = getIn(world, NEXT)
      const next = bodyOf(await later(path), 200, Leaderboard)
      expect(next.difficulties).toMatchObject({ questions: 37, snapshot: { at: NEXT } })
      expect(rowsOf(next)['Ada']?.adjusted).toMatchObject({ n: 37 })
      expect(await walk(later, id)).toEqual(effects)
      expect(await pinned(later)).toEqual(stood)
    }),
  120_000,
)

it('lists nothing of a board whose authors share nothing, and says what is not there', () =>
  inWorld(async (world) => {
    await run(
      world,
      manyRaces(2, () => ({ Ada: 0.25, Ben: 0.5 })),
    )
    await sealFacts(world.at('2025-05-30'), {})
    await night(world)
    const get = getIn(world)
    const [kept] = bodyOf(await get('/v1/snapshots?collection=all'), 200, pageOf(Snapshot)).items
    expect(bodyOf(await get(`/v1/snapshots/${kept?.id}/difficulties`), 200, Page)).toEqual({ items: [], next: null })
    expectProblem(await get(`/v1/snapshots/snp_${'0'.repeat(26)}/difficulties`), 404, 'not-found', ['id'])
    expectProblem(await get(`/v1/snapshots/${kept?.id}/difficulties?cursor=x`), 422, 'invalid-input', ['cursor'])
    expectProblem(await get(`/v1/snapshots/${kept?.id}/difficulties?limit=0`), 422, 'invalid-input', ['limit'])
  }))
