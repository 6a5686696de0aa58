import { expect, it } from 'vitest'
import { z } from 'zod'
import { recordBaseline } from '../../src/actions/predicting/record-baseline.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { Snapshot } from '../../src/core/snapshot.ts'
import { createApp } from '../../src/http/app.ts'
import { writeReports } from '../../src/jobs/write-reports.ts'
import { AuthorScores } from '../../src/queries/report/author-scores.ts'
import { CalibrationReport } from '../../src/queries/report/calibration-report.ts'
import { PinnedReport } from '../../src/queries/report/pinned-report.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { reportIn } from '../../src/storage/snapshots.ts'
import { settleNo, settleYes } from '../actions/story.ts'
import { bodyOf, expectProblem, pageOf } from '../contract/api.ts'
import { authorNamed, manyRaces, run } from '../queries/board/races.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const NIGHT = instant('2025-06-01T04:00:00.000Z')
const getAt = (world: World, now = NIGHT) => {
  const app = createApp(() => ({ ...servicesHere(world.database), clock: () => now }), draws)
  return async (path: string, held?: string) => {
    const response = await app.request(path, { headers: held ? { 'if-none-match': held } : {} })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}
const kept = async (world: World) => {
  const races = await run(
    world,
    manyRaces(36, (at) => ({ Ada: [0.1, 0.25, 0.6][at % 3] ?? 0.5, Ben: 0.5 })),
  )
  await sealFacts(world.at('2025-05-30'), {})
  return races
}
const night = (world: World) => writeReports(servicesOver(world, [], { now: NIGHT }), REVIEWER, NIGHT)

const Many = z.looseObject({ items: z.array(z.looseObject({ problem: z.unknown() })) })

it('shows what a night judged, names its board, and gives the report as it was kept', () =>
  inWorld(async (world) => {
    const { collection, ...races } = await kept(world)
    const get = getAt(world)
    const path = '/v1/authors/ada/calibration'
    const before = await get(path)
    expect(bodyOf(before, 200, CalibrationReport.strict()).judged).toBeNull()
    await night(world)
    // The tag of before the night does not pass for what came by it.
    const after = await get(path, before.headers.get('etag') ?? '')
    const { judged, notJudged, n, families } = bodyOf(after, 200, CalibrationReport.strict())
    const boards = bodyOf(await get('/v1/snapshots?collection=all'), 200, pageOf(Snapshot)).items
    const [board] = boards
    expect(judged).toMatchObject({
      snapshot: { id: board?.id, at: NIGHT },
      position: board?.position,
      n,
      families,
      place: { rank: null },
      chance: { mcb: null, ece: null },
    })
    // A board of everything has no cohort that could enter, so no word is said of it; the rule is named.
    expect(judged?.verdict).toBeNull()
    expect(judged?.withheld.map(({ field }) => field)).toContain('verdict')
    expect(judged?.bootstrap.brier?.estimate).toBeGreaterThan(0)
    expect(judged?.robustness?.checks.length).toBeGreaterThan(0)
    expect(notJudged).toBeNull()

    const pinned = bodyOf(await get(`${path}?snapshot=${board?.id}`), 200, PinnedReport.strict())
    const stored = await reportIn(world.tx, board?.id ?? '', authorNamed({ collection, ...races }, 'Ada').id)
    expect(pinned).toMatchObject({ author: { slug: 'ada' }, snapshot: board, countsSha256: stored?.countsSha256 })
    expect(pinned.report).toEqual(stored?.body)
    expect(pinned.kind).toBe('kept')
    expectProblem(await get(`${path}?snapshot=snp_${'0'.repeat(26)}`), 404, 'not-found', ['snapshot'])
    expectProblem(await get(`${path}?snapshot=${board?.id}&voice=quoted`), 422, 'invalid-input', ['voice'])
    expectProblem(await get(`${path}?snapshot=${board?.id}&timing=retrospective`), 422, 'invalid-input', ['timing'])
    const elsewhere = `${path}?snapshot=${board?.id}&collection=${collection.slug}`
    const refusal = await get(elsewhere)
    expectProblem(refusal, 422, 'invalid-input', ['snapshot'])
    const sameBoard = await get(`/v1/leaderboard?snapshot=${board?.id}&collection=${collection.slug}`)
    expectProblem(sameBoard, 422, 'invalid-input', ['snapshot'])
    const remedyOf = ({ text }: { text: string }): unknown => JSON.parse(text).remedy
    expect(remedyOf(sameBoard)).toBe(remedyOf(refusal))
    await run(world, [{ key: 'after', said: { Ada: 0.99 }, outcome: 'no' }])
    const pin = { id: board?.id, at: board?.at }
    const at = (route: string) => get(`/v1/authors/ada/${route}?snapshot=${board?.id}`)
    for (const route of ['lexicon', 'comparisons', 'calls', 'scores']) {
      const answer = await at(route)
      expect(answer.headers.get('hindcast-position'), route).toBe(String(board?.position))
      expect(JSON.parse(answer.text), route).toMatchObject({ snapshot: pin, asOf: board?.at, collectionId: null })
    }
    const figures = z.looseObject({ brier: z.looseObject({ mean: z.number() }) }).parse(stored?.body)
    const flat = bodyOf(await at('scores'), 200, AuthorScores)
    expect(flat.scores.find(({ measure }) => measure === 'brier')?.value).toBe(figures.brier.mean)
    const many = bodyOf(await get(`/v1/scores?author=ada&author=nobody&snapshot=${board?.id}`), 200, Many)
    expect(many).toMatchObject({ snapshot: pin, items: [{ scores: flat }, { problem: { code: 'not-found' } }] })
    const predictions = z.object({ predictions: z.object({ all: z.int() }) })
    const [thenAll, nowAll] = [await at('funnel'), await get('/v1/authors/ada/funnel')]
    expect(bodyOf(nowAll, 200, predictions).predictions.all).toBe(bodyOf(thenAll, 200, predictions).predictions.all + 1)
    const { points } = z.looseObject({ points: z.array(z.object({ p: z.number() })) }).parse(figures['curve'])
    const cells = (await at('calibration.csv')).text.trim().split('\r\n').slice(1)
    expect(cells.map((line) => Number(line.split(',')[0]))).toEqual(points.map(({ p }) => p))
    expect((await at('calibration.svg')).text).toContain('<svg')
    const then = bodyOf(await get(`${path}?as_of=${board?.position}`), 200, z.object({ judged: z.null() }))
    expect(then).toEqual({ judged: null })
  }))

it('says of who is not on a kept board that they are not', () =>
  inWorld(async (world) => {
    await kept(world)
    await night(world)
    await run(world, [{ key: 'later', said: { Cid: 0.5 }, outcome: 'no' }])
    const get = getAt(world)
    const [board] = bodyOf(await get('/v1/snapshots?collection=all'), 200, pageOf(Snapshot)).items
    const answer = await get(`/v1/authors/cid/calibration?snapshot=${board?.id}`)
    expectProblem(answer, 404, 'not-found', ['snapshot'])
    expect(answer.text).toContain('cid is not on it')
  }))

it('holds the forecasts against each reference, and says the figures in sentences', () =>
  inWorld(async (world) => {
    const races = manyRaces(36, (at) => ({ Ada: [0.1, 0.25, 0.6][at % 3] ?? 0.5 }))
    const { ids } = await run(
      world,
      races.map((race) => ({ ...race, outcome: 'open' })),
    )
    for (const { key, outcome } of races) {
      const questionId = ids.get(key) ?? ''
      const price = { kind: 'market' as const, probability: 0.4, at: day('2024-12-31'), source: 'The exchange' }
      await recordBaseline(world.at('2025-01-02'), { questionId, ...price })
      const settled = { question: questionId, now: '2025-03-01' }
      if (outcome === 'yes') await settleYes(world, { ...settled, on: '2025-01-20' })
      else await settleNo(world, settled)
    }
    const report = bodyOf(await getAt(world)('/v1/authors/ada/calibration'), 200, CalibrationReport.strict())
    // .1 came true, .25 and .6 did not, twelve times each; the market said .4 of all, the outcomes say a third.
    const [own, market, base] = [(0.81 + 0.0625 + 0.36) / 3, (0.36 + 0.16 + 0.16) / 3, 2 / 9]
    const of = (brier: number) => ({
      n: 36,
      families: 36,
      brier: expect.closeTo(brier, 12),
      own: expect.closeTo(own, 12),
      difference: { value: expect.closeTo(brier - own, 12), interval: { level: 0.95 } },
      withheld: [],
    })
    const none = { n: 0, brier: null, difference: null }
    expect(report.references).toMatchObject([
      { reference: 'half', inSample: false, ...of(0.25) },
      {
        reference: 'base-rate',
        ...none,
        withheld: [{ field: 'references', rule: 'no base-rate baseline counts beside any of these forecasts' }],
      },
      { reference: 'market', inSample: false, ...of(market) },
      { reference: 'crowd', ...none },
      { reference: 'status-quo', ...none },
      { reference: 'in-sample-base-rate', inSample: true, ...of(base) },
    ])
    expect(report.brier?.mean).toBeCloseTo(own, 12)
    expect(report.sentences.map(({ about }) => about)).toEqual(['brier', 'overconfidence', 'curve'])
    expect(report.sentences[0]?.sentence).toMatch(/^Average penalty 0\.41 .* score 0\.25 and the market 0\.23\.$/)
  }))
