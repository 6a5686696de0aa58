import { describe, expect, it } from 'vitest'
import { ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { itemsOff } from '../../../src/core/resolution/check-items.ts'
import { ALL, itemKinds, setOfCollection } from '../../../src/core/scored-item.ts'
import { pool } from '../../../src/core/scoring/counts.ts'
import { entrantOf } from '../../../src/core/scoring/report/entrant.ts'
import { evidenceFigure } from '../../../src/core/scoring/report/evidence-input.ts'
import { standingOf } from '../../../src/core/scoring/report/standing.ts'
import { boardInput } from '../../../src/queries/board/board-input.ts'
import { judgeBoard, judgedOf } from '../../../src/queries/board/judge-board.ts'
import { comparisons } from '../../../src/queries/comparing/comparisons.ts'
import { filterOf } from '../../../src/queries/report/report.ts'
import { evidenceOfAuthor, overturnedOf } from '../../../src/queries/report/standing-evidence.ts'
import { StoredReport } from '../../../src/queries/report/stored-report.ts'
import { findAuthor } from '../../../src/storage/authors.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { reportCounts } from '../../../src/storage/report-counts.ts'
import { standingOn } from '../../../src/storage/scored-items.ts'
import { opened } from '../../actions/disputes/disputing.ts'
import { accepted, settleNo, settleYes, voidIt } from '../../actions/story.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { itemsByLog } from '../../support/items.ts'
import { authorNamed, manyRaces, run } from '../board/races.ts'
import { asked, forecasters, PART, type Said } from './ten-days.ts'

const NOW = instant('2025-06-01T00:00:00.000Z')

it('starts again after an outcome that was taken back, though its question waits and stands in no pair', () =>
  inWorld(async (world) => {
    const made = await run(
      world,
      manyRaces(4, () => ({ Ada: 0.7, Ben: 0.6 })),
    )
    const [ada, ben] = [authorNamed(made, 'Ada'), authorNamed(made, 'Ben')]
    const part = { timing: 'prospective', voice: 'own', now: NOW } as const
    const filter = filterOf({ authorId: ada.id, set: setOfCollection(made.collection.id), ...part })
    const evidence = async () => evidenceOfAuthor(world.tx, filter)
    const before = await evidence()
    expect([before.since, before.families.length, before.open.flat()]).toEqual([null, 4, []])

    const questionId = made.ids.get('R-0') ?? ''
    await resolveQuestion(world.at('2025-05-03'), { step: 'reopen', questionId, reason: 'the report was withdrawn' })
    const { authorId: _, ...slice } = filter
    const since = (await overturnedOf(world.tx, slice, [ada.id, ben.id])).get(ada.id)
    expect(since).toMatch(/^2025-05-03/)
    const after = await evidence()
    expect(after.since).toBe(since)
    // All else was settled before; what is left is the question that waits.
    expect([after.families, after.open]).toEqual([[], [[expect.objectContaining({ p: 0.7, n: 1 })]]])
    const opponents = [{ kind: 'author', author: ben }] as const
    const { comparisons: beside } = await comparisons(world.tx, ada, opponents, {
      ...part,
      collection: made.collection,
    })
    expect(beside[0]).toMatchObject({ common: 3, with: 'ben' })
  }))

describe('of what was submitted', () => {
  const outcomeAt = (at: number): 'yes' | 'no' => (at % 3 === 0 ? 'yes' : 'no')
  const slice = { timing: 'prospective', voice: 'own', now: PART.now } as const

  it('rests on what was said first, though restated or withdrawn since, and the board on the same', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada')
      const questions: string[] = []
      for (let at = 0; at < 35; at++) {
        const first: Said = ['ada', 1, (1 + (at % 5)) / 10]
        const then: Said[] = at < 10 ? [['ada', 5, 0.9]] : at < 15 ? [['ada', 5, null]] : []
        questions.push(await asked(world, [first, ...then], { label: `of ${at}` }))
      }
      for (const [at, question] of questions.entries()) {
        if (outcomeAt(at) === 'yes') await settleYes(world, { question, on: '2026-01-20', now: '2026-02-10' })
        else await settleNo(world, { question, now: '2026-02-10' })
      }
      const ada = await findAuthor(world.tx, 'ada')
      if (!ada) throw new Error('no author')
      const live = await evidenceOfAuthor(world.tx, filterOf({ authorId: ada.id, set: ALL, ...slice }))
      const hits = (p: number) =>
        questions.filter((_, at) => (1 + (at % 5)) / 10 === p && outcomeAt(at) === 'yes').length
      expect(pool(live.families.flat())).toEqual(
        [0, 1, 2, 3, 4].map((at) => (1 + at) / 10).map((p) => ({ p, n: 7, hits: hits(p) })),
      )
      expect([live.open.flat(), live.later, live.families.length]).toEqual([[], 10, 35])

      const { countsSha256: _, ...input } = await boardInput(world.tx, { set: ALL, ...slice }, PART.now)
      expect(input.authors.map(({ items }) => items.length)).toEqual([30])
      const { reports } = judgeBoard({ seed: 'snp_seed', ...input })
      const kept = StoredReport.parse(reports.get(ada.id))
      expect([kept.n, kept.eValue]).toEqual([30, evidenceFigure(live)])
      for (const id of questions) {
        const question = await findQuestion(world.tx, id)
        if (!question) throw new Error('no question')
        const [standing, holding] = [await standingOn(world.tx, id), await itemsByLog(world.tx, question)]
        for (const kind of itemKinds) expect(itemsOff(standing[kind], holding[kind])).toEqual([])
      }
    }))

  it('waits for a withdrawn one while it is due, drops it when it is void, and starts again with it', () =>
    inWorld(async (world) => {
      await forecasters(world, 'Ada')
      const withdrawn: Said[] = [
        ['ada', 1, 0.3],
        ['ada', 5, null],
      ]
      const questionId = await asked(world, withdrawn)
      const ada = await findAuthor(world.tx, 'ada')
      const evidence = async () => evidenceOfAuthor(world.tx, filterOf({ authorId: ada?.id ?? '', set: ALL, ...slice }))
      const open = [[expect.objectContaining({ p: 0.3, n: 1 })]]
      await closeQuestion(world.at('2026-02-01'), { questionId, asOf: day('2026-02-01') })
      expect(await evidence()).toMatchObject({ families: [], open, since: null })
      await settleYes(world, { question: questionId, on: '2026-01-20', now: '2026-02-10' })
      expect(await evidence()).toMatchObject({ families: [[{ p: 0.3, n: 1, hits: 1 }]], since: null })
      await resolveQuestion(world.at('2026-03-01'), { step: 'reopen', questionId, reason: 'the report was withdrawn' })
      expect(await evidence()).toMatchObject({ families: [], open, since: expect.stringMatching(/^2026-03-01/) })
      await voidIt(world, { question: questionId, now: '2026-03-02' })
      expect(await evidence()).toMatchObject({ families: [], open: [] })
    }))
})

it('rests on what was said of each family first, and counts what was said of it later, settled or open', () =>
  inWorld(async (world) => {
    const [on, end] = ['2025-01-05', '2025-03-31']
    const { question, prediction } = await accepted(world, { on, end, quote: 'It will likely rain.' })
    const again = { newQuestion: true, familyId: question.familyId } as const
    const snow = await accepted(world, { on: '2025-01-12', end, quote: 'It will likely snow.', review: again })
    const hail = await accepted(world, { on: '2025-01-13', end, quote: 'It will likely hail.', review: again })
    const fog = { on, end, quote: 'There will likely be fog.', review: { newQuestion: true } } as const
    const apart = await accepted(world, fog)
    for (const { id } of [question, snow.question, apart.question])
      await settleNo(world, { question: id, now: '2025-04-10' })
    await closeQuestion(world.at('2025-04-10'), { questionId: hail.question.id, asOf: day('2025-04-10') })
    const filter = filterOf({
      authorId: prediction.authorId,
      set: 'all',
      timing: 'prospective',
      voice: 'own',
      now: NOW,
    })
    const { families } = await reportCounts(world.tx, filter)
    expect(families.reduce((so, { n }) => so + n, 0)).toBe(3)
    const live = await evidenceOfAuthor(world.tx, filter)
    expect(live).toMatchObject({ since: null, later: 2 })
    expect(live.families.map((of) => of.reduce((so, { n }) => so + n, 0))).toEqual([1, 1])
    expect(live.open.flat()).toEqual([])
  }))

const oneFamily = async (world: World, on: [string, string], ends: [string, string]) => {
  const quotes = ['It will likely rain.', 'It will likely snow.']
  const first = await accepted(world, { on: on[0], end: ends[0], quote: quotes[0] ?? '' })
  const review = { newQuestion: true, familyId: first.question.familyId } as const
  const second = await accepted(world, { on: on[1], end: ends[1], quote: quotes[1] ?? '', review })
  const scope = { set: ALL, timing: 'prospective', voice: 'own' } as const
  const filter = filterOf({ authorId: first.prediction.authorId, ...scope, now: NOW })
  const both = async () => {
    const { countsSha256: _, ...input } = await boardInput(world.tx, scope, NOW)
    const [author] = input.authors
    return {
      live: await evidenceOfAuthor(world.tx, filter),
      board: author && standingOf(entrantOf(judgedOf(author), [])),
    }
  }
  return { first: first.question.id, second: second.question.id, both }
}

it('waits for what was said first where its question is open, and lets nothing said later weigh in its place', () =>
  inWorld(async (world) => {
    const { second, both } = await oneFamily(world, ['2025-01-05', '2025-01-12'], ['2025-12-31', '2025-01-31'])
    await settleNo(world, { question: second, now: '2025-02-10' })
    const { live, board } = await both()
    expect([live.families, live.later, live.open.flat().length]).toEqual([[], 1, 1])
    expect([board?.items, board?.later, board?.waiting.length]).toEqual([[], 1, 1])
    expect(evidenceFigure(live).e).toBeLessThan(1)
  }))

it('keeps the weight of what became void, with factor 1', () =>
  inWorld(async (world) => {
    const { first, second, both } = await oneFamily(world, ['2025-01-05', '2025-01-05'], ['2025-01-31', '2025-01-31'])
    await settleNo(world, { question: first, now: '2025-02-10' })
    const alone = evidenceFigure((await both()).live).e
    await voidIt(world, { question: second, now: '2025-02-11' })
    const { live, board } = await both()
    expect(live.open.flat()).toEqual([expect.objectContaining({ n: 1, void: true })])
    expect(board?.waiting).toEqual([expect.objectContaining({ n: 1, void: true })])
    expect([live.families.flat().length, board?.items.length, live.later]).toEqual([1, 1, 0])
    expect(evidenceFigure(live).e).toBeGreaterThan(Number(alone))
  }))

it('takes what was said first of a question for what it is, and waits for nothing said of it later', () =>
  inWorld(async (world) => {
    const found = { weakHedge: true }
    const weak = await accepted(world, { on: '2025-01-05', end: '2025-12-31', quote: 'It might likely rain.', found })
    const again = { questionId: weak.question.id } as const
    await accepted(world, { on: '2025-01-08', end: '2025-12-31', quote: 'It will likely rain.', review: again })
    const review = { newQuestion: true, familyId: weak.question.familyId } as const
    const snow = await accepted(world, { on: '2025-01-12', end: '2025-01-31', quote: 'It will likely snow.', review })
    await settleNo(world, { question: snow.question.id, now: '2025-02-10' })
    const filter = filterOf({
      authorId: weak.prediction.authorId,
      set: ALL,
      timing: 'prospective',
      voice: 'own',
      now: NOW,
    })
    const live = await evidenceOfAuthor(world.tx, filter)
    expect([live.families.flat().length, live.open.flat(), live.later]).toEqual([1, [], 0])
    const { authors } = await boardInput(world.tx, { set: ALL, timing: 'prospective', voice: 'own' }, NOW)
    const [board] = authors.map((author) => standingOf(entrantOf(judgedOf(author), [])))
    expect([board?.items.length, board?.waiting, board?.later]).toEqual([1, [], 0])
  }))

it('waits for nothing that a ruling took out', () =>
  inWorld(async (world) => {
    const rain = await accepted(world, { on: '2025-01-05', end: '2025-12-31', quote: 'It will likely rain.' })
    const review = { newQuestion: true, familyId: rain.question.familyId } as const
    const snow = await accepted(world, { on: '2025-01-12', end: '2025-01-31', quote: 'It will likely snow.', review })
    await settleNo(world, { question: snow.question.id, now: '2025-02-10' })
    const dispute = await opened(
      world,
      { subject: { kind: 'prediction', predictionId: rain.prediction.id } },
      '2025-02-11',
    )
    const ruling = { verdict: 'upheld', reason: 'a misquotation' } as const
    await ruleDispute(world.at('2025-02-12'), { disputeId: dispute.id, ruling })
    const { authorId } = rain.prediction
    const filter = filterOf({ authorId, set: ALL, timing: 'prospective', voice: 'own', now: NOW })
    const live = await evidenceOfAuthor(world.tx, filter)
    expect([live.families.flat().length, live.open.flat(), live.later]).toEqual([1, [], 0])
  }))
