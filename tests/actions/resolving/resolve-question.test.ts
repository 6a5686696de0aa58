import { describe, expect, it } from 'vitest'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { decideProposal } from '../../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { probabilityOf } from '../../../src/queries/probabilities.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { listScoreChanges, type ScoreChangeFilter } from '../../../src/storage/score-changes.ts'
import { scoredItems } from '../../../src/storage/tables/scores.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems, totalsOf } from '../exact.ts'
import { accepted, reopen, reportOf, type Said, searchedThrough, settleNo, settleYes, voidIt } from '../story.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
const NOW = '2026-05-01'

/** A question on which two authors spoke: Ada said likely, Ben unlikely. */
const asked = async (world: World) => {
  const { question, prediction } = await accepted(world, rain)
  const second = await accepted(world, {
    ...rain,
    on: '2026-01-10',
    by: ['Ben'],
    found: { phrase: 'unlikely' },
    review: { questionId: question.id },
  })
  return { id: question.id, ada: prediction.authorId, ben: second.prediction.authorId }
}
const close = (world: World, id: string) =>
  closeQuestion(world.at('2026-04-01'), { questionId: id, asOf: day('2026-04-01') })

const none = { pending: 0, void: 0, n: 0, hits: 0 }
const pending = { ...none, pending: 1 }
const hit = { ...none, n: 1, hits: 1 }
const miss = { ...none, n: 1 }
const voided = { ...none, void: 1 }

describe('the counts', () => {
  type Step = (world: World, id: string) => Promise<unknown>
  const yes: Step = (world, id) => settleYes(world, { question: id, now: NOW, on: '2026-03-01' })
  const no: Step = (world, id) => settleNo(world, { question: id, now: NOW })
  const annul: Step = (world, id) => voidIt(world, { question: id, now: NOW })
  const again: Step = (world, id) => reopen(world, { question: id, now: NOW })
  const correctToYes: Step = (world, id) =>
    settleYes(world, { question: id, now: NOW, on: '2026-03-01', correct: true })
  const correctToNo: Step = (world, id) => settleNo(world, { question: id, now: NOW, correct: true })
  const correctToVoid: Step = (world, id) => voidIt(world, { question: id, now: NOW, correct: true })

  it.each<[string, [Step, object][]]>([
    ['close', [[close, pending]]],
    [
      'close, yes',
      [
        [close, pending],
        [yes, hit],
      ],
    ],
    ['yes in an open window', [[yes, hit]]],
    ['no', [[no, miss]]],
    ['void', [[annul, voided]]],
    [
      'yes, reopen, no',
      [
        [yes, hit],
        [again, pending],
        [no, miss],
      ],
    ],
    [
      'no, reopen, void, reopen, yes',
      [
        [no, miss],
        [again, pending],
        [annul, voided],
        [again, pending],
        [yes, hit],
      ],
    ],
    [
      'close, void, reopen',
      [
        [close, pending],
        [annul, voided],
        [again, pending],
      ],
    ],
    [
      'yes, corrected to no, and back',
      [
        [yes, hit],
        [correctToNo, miss],
        [correctToYes, hit],
      ],
    ],
    [
      'no, corrected to void, corrected to yes',
      [
        [no, miss],
        [correctToVoid, voided],
        [correctToYes, hit],
      ],
    ],
    [
      'yes, corrected to yes',
      [
        [yes, hit],
        [correctToYes, hit],
      ],
    ],
    ['a correction of what was not decided just decides', [[correctToNo, miss]]],
  ])('of %s', (_, history) =>
    inWorld(async (world) => {
      const { id, ada, ben } = await asked(world)
      expect(await totalsOf(world, ada)).toEqual(none)
      for (const [step, expected] of history) {
        await step(world, id)
        expect(await totalsOf(world, ada)).toEqual(expected)
        expect(await totalsOf(world, ben)).toEqual(expected)
        await expectExact(world)
      }
    }),
  )

  it('go back and forth without a trace but in the postings', () =>
    inWorld(async (world) => {
      const { id, ada } = await asked(world)
      await close(world, id)
      for (let round = 0; round < 3; round++) {
        await no(world, id)
        await again(world, id)
      }
      expect(await totalsOf(world, ada)).toEqual(pending)
      const items = await world.tx.select().from(scoredItems)
      // Two authors: a posting at first, and in each round two reversals and two postings for each of them.
      expect(items).toHaveLength(2 * (1 + 3 * 4))
      expect(items.reduce((so, { sign }) => so + sign, 0)).toBe(2)
    }))

  it('move for each author by when they spoke', () =>
    inWorld(async (world) => {
      const { id, ada, ben } = await asked(world)
      await settleYes(world, { question: id, now: NOW, on: '2026-01-08' })
      expect(await totalsOf(world, ada)).toEqual(hit)
      expect(await totalsOf(world, ben)).toEqual(none)
      // The event is found to have been later: now Ben had spoken before it too.
      await resolveQuestion(world.at(NOW), {
        step: 'settle',
        questionId: id,
        outcome: 'yes',
        evidence: await reportOf(world, { title: 'the real rain', on: '2026-02-01', now: NOW }),
        reason: 'the first report was of another town',
        correct: true,
      })
      expect(await totalsOf(world, ben)).toEqual(hit)
      await expectExact(world)
    }))
})

describe('the log', () => {
  it('keeps each step with its decider, rule, reason, and the evidence that decided', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await close(world, id)
      const { question } = await settleNo(world, { question: id, now: NOW, reason: 'nothing was reported' })
      expect(question).toMatchObject({ status: 'resolved', outcome: 'no', voidReason: null })
      expect(await findQuestion(world.tx, id)).toEqual(question)
      const log = await logOf(world.tx, id)
      expect(log).toMatchObject([
        { position: 1, step: 'close', outcome: null, reason: 'its window ended on 2026-03-31', evidence: [] },
        {
          position: 2,
          step: 'settle',
          outcome: 'no',
          decider: 'reviewer',
          rules: 'resolution-4',
          reason: 'nothing was reported',
          evidence: [{ kind: 'search-statement', readThrough: '2026-04-30' }],
        },
      ])
      expect(log[1]?.decidingEvidenceId).toBe(log[1]?.evidence[0]?.id)
    }))

  it('writes a correction as a reopening and a new decision, with the reason', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await settleNo(world, { question: id, now: NOW })
      await voidIt(world, { question: id, now: '2026-05-02', correct: true, why: 'ambiguous', reason: 'drizzle' })
      expect((await logOf(world.tx, id)).map(({ step, reason, voidReason }) => [step, reason, voidReason])).toEqual([
        ['settle', 'it did not happen', null],
        ['reopen', 'correction: drizzle', null],
        ['void', 'drizzle', 'ambiguous'],
      ])
    }))

  it('names the piece of evidence that decided among several', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const [early = null] = await reportOf(world, { title: 'rain before', on: '2026-01-01', now: NOW })
      const [inside = null] = await reportOf(world, { title: 'rain inside', on: '2026-02-01', now: NOW })
      if (!early || !inside) throw new Error('no evidence')
      await resolveQuestion(world.at(NOW), {
        step: 'settle',
        questionId: id,
        outcome: 'yes',
        evidence: [early, ...searchedThrough('2026-04-30'), inside],
        reason: 'it rained',
        correct: false,
      })
      const [entry] = await logOf(world.tx, id)
      expect(entry?.evidence).toHaveLength(3)
      expect(entry?.evidence.find((one) => one.id === entry.decidingEvidenceId)?.eventId).toBe(inside.eventId)
    }))
})

describe('what cannot happen', () => {
  const refused = async (world: World, id: string, act: Promise<unknown>, code: string) => {
    const before = await logOf(world.tx, id)
    await expect(act).rejects.toMatchObject({ code })
    expect(await logOf(world.tx, id)).toEqual(before)
    await expectExact(world)
  }

  it('reopening what is open or due', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await refused(world, id, reopen(world, { question: id, now: NOW }), 'illegal-step')
      await close(world, id)
      await refused(world, id, reopen(world, { question: id, now: NOW }), 'illegal-step')
    }))

  it('deciding twice without saying that it is a correction', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await settleNo(world, { question: id, now: NOW })
      await refused(world, id, settleNo(world, { question: id, now: NOW }), 'illegal-step')
      await refused(world, id, voidIt(world, { question: id, now: NOW }), 'illegal-step')
      await refused(world, id, close(world, id), 'illegal-step')
    }))

  it('closing before the window has ended', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const early = closeQuestion(world.at('2026-03-31'), { questionId: id, asOf: day('2026-03-31') })
      await refused(world, id, early, 'window-open')
    }))

  it('"no" while the window is open, and "no" because a deadline passed', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await refused(world, id, settleNo(world, { question: id, now: '2026-03-31' }), 'window-open')
      const onNothing = resolveQuestion(world.at(NOW), {
        step: 'settle',
        questionId: id,
        outcome: 'no',
        evidence: searchedThrough('2026-03-30'),
        reason: 'the deadline passed',
        correct: false,
      })
      await refused(world, id, onNothing, 'insufficient-evidence')
    }))

  it('"yes" by an event outside the window', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await refused(world, id, settleYes(world, { question: id, now: NOW, on: '2026-04-01' }), 'insufficient-evidence')
    }))

  it('a correction whose evidence does not carry: the old outcome stands', () =>
    inWorld(async (world) => {
      const { id, ada } = await asked(world)
      await settleNo(world, { question: id, now: NOW })
      const wrong = settleYes(world, { question: id, now: NOW, on: '2026-04-20', correct: true })
      await refused(world, id, wrong, 'insufficient-evidence')
      expect(await totalsOf(world, ada)).toEqual(miss)
    }))

  it('anything on a question that is not there', () =>
    inWorld(async (world) => {
      const absent = world.newId('question')
      await expect(voidIt(world, { question: absent, now: NOW })).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'questionId' }],
      })
    }))
})

describe('what a correction did to the scores', () => {
  const listed = async (world: World, filter: ScoreChangeFilter) =>
    (await listScoreChanges(world.tx, filter, { limit: 50, cursor: null })).items

  it('is told for each author whose headline moved', () =>
    inWorld(async (world) => {
      const { id, ada, ben } = await asked(world)
      const first = await settleYes(world, { question: id, now: NOW, on: '2026-03-01' })
      expect(first.scoreChanges).toEqual([])
      const { scoreChanges } = await voidIt(world, { question: id, now: NOW, correct: true })
      const was = { n: 1, families: 1, hits: 1, brier: null, pending: 0, bounds: null }
      const is = { n: 0, families: 0, hits: null, brier: null, pending: 0, bounds: null }
      const place = { questionId: id, timing: 'prospective', voice: 'own', before: was, after: is, delta: null }
      expect(scoreChanges).toMatchObject([ada, ben].map((authorId) => ({ authorId, ...place })))
      expect(new Set(scoreChanges.map(({ resolutionId }) => resolutionId))).toEqual(
        new Set([(await logOf(world.tx, id)).at(-1)?.id]),
      )
      expect(await listed(world, { authorIds: [ben], questionId: null })).toEqual(scoreChanges.slice(1))
    }))

  it('is nothing where nothing moved', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await settleNo(world, { question: id, now: NOW })
      expect((await settleNo(world, { question: id, now: NOW, correct: true })).scoreChanges).toEqual([])
    }))

  it('is told for a reopening too', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await settleNo(world, { question: id, now: NOW })
      const { scoreChanges } = await reopen(world, { question: id, now: NOW })
      expect(scoreChanges).toHaveLength(2)
      expect(scoreChanges[0]).toMatchObject({ before: { n: 1 }, after: { n: 0 } })
    }))

  it('is told of the decision after a reopening, also where a proposal settles', () =>
    inWorld(async (world) => {
      const { id, ada } = await asked(world)
      await settleNo(world, { question: id, now: NOW })
      await reopen(world, { question: id, now: NOW })
      const { proposal } = await proposeOutcome(world.at(NOW), {
        questionId: id,
        outcome: 'no',
        evidence: searchedThrough('2026-04-30'),
        rationale: 'read again',
      })
      const decision = { decision: 'settle', reason: 'nothing there' } as const
      await decideProposal(world.at(NOW), { proposalId: proposal.id, decision })
      expect(await listed(world, { authorIds: [ada], questionId: id })).toMatchObject([
        { before: { n: 0 }, after: { n: 1, hits: 0 } },
        { before: { n: 1, hits: 0 }, after: { n: 0 } },
      ])
    }))

  it('is nothing when the same correction comes twice', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await settleNo(world, { question: id, now: NOW })
      expect((await voidIt(world, { question: id, now: NOW, correct: true })).scoreChanges).toHaveLength(2)
      expect((await voidIt(world, { question: id, now: NOW, correct: true })).scoreChanges).toEqual([])
      expect(await listed(world, { authorIds: null, questionId: id })).toHaveLength(2)
    }))

  it('is nothing while the month of the window has not ended', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const now = '2026-03-20'
      await settleYes(world, { question: id, now, on: '2026-03-01' })
      expect((await voidIt(world, { question: id, now, correct: true })).scoreChanges).toEqual([])
    }))

  it('names a mean Brier from ten families on, and null below', () =>
    inWorld(async (world) => {
      const ids: string[] = []
      for (let at = 0; at < 10; at++) {
        const { question } = await accepted(world, {
          ...rain,
          quote: `It will likely rain in valley ${at}.`,
          review: { newQuestion: true },
        })
        await settleNo(world, { question: question.id, now: NOW })
        ids.push(question.id)
      }
      const [first = '', second = ''] = ids
      const p = probabilityOf('phrase:likely:+')
      const { scoreChanges } = await settleYes(world, { question: first, now: NOW, on: '2026-03-01', correct: true })
      const after = (9 * p ** 2 + (1 - p) ** 2) / 10
      expect(scoreChanges).toMatchObject([
        { before: { n: 10, families: 10, hits: 0 }, after: { n: 10, families: 10, hits: 1 } },
      ])
      // Nothing is open, so the score ends where it is.
      for (const { brier, pending, bounds } of scoreChanges.flatMap(({ before, after }) => [before, after])) {
        expect(pending).toBe(0)
        expect(bounds?.lowest).toBeCloseTo(brier ?? Number.NaN, 12)
        expect(bounds?.highest).toBeCloseTo(brier ?? Number.NaN, 12)
      }
      expect(scoreChanges[0]?.before.brier).toBeCloseTo(p ** 2, 12)
      expect(scoreChanges[0]?.after.brier).toBeCloseTo(after, 12)
      expect(scoreChanges[0]?.delta).toBeCloseTo(after - p ** 2, 12)
      const voided = await voidIt(world, { question: second, now: NOW, correct: true })
      expect(voided.scoreChanges).toMatchObject([{ after: { n: 9, families: 9, brier: null }, delta: null }])
      // Two more are due and open: with one lost to them of eleven, the ten that are left could end on either side.
      for (const at of [11, 12]) {
        const { question } = await accepted(world, {
          ...rain,
          quote: `It will likely rain in valley ${at}.`,
          review: { newQuestion: true },
        })
        if (at === 11) await settleNo(world, { question: question.id, now: NOW })
        else await closeQuestion(world.at(NOW), { questionId: question.id, asOf: day(NOW.slice(0, 10)) })
      }
      const [, , third = ''] = ids
      const { scoreChanges: bounded } = await settleYes(world, {
        question: third,
        now: NOW,
        on: '2026-03-01',
        correct: true,
      })
      const [no, yes] = [p ** 2, (1 - p) ** 2]
      const [now] = bounded
      expect(now).toMatchObject({ before: { n: 10, pending: 1 }, after: { n: 10, pending: 1 } })
      expect(now?.before.bounds?.lowest).toBeCloseTo((9 * no + yes + Math.min(no, yes)) / 11, 12)
      expect(now?.before.bounds?.highest).toBeCloseTo((9 * no + yes + Math.max(no, yes)) / 11, 12)
      expect(now?.after.bounds?.lowest).toBeCloseTo((8 * no + 2 * yes + Math.min(no, yes)) / 11, 12)
      expect(now?.after.bounds?.highest).toBeCloseTo((8 * no + 2 * yes + Math.max(no, yes)) / 11, 12)
    }))
})

describe('timing', () => {
  const timings = async (world: World) => (await standingItems(world)).map(({ timing }) => timing)

  it('is prospective when the criteria were recorded before the window ended and before the report', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, rain)
      await settleYes(world, { question: question.id, now: NOW, on: '2026-03-01' })
      expect(await timings(world)).toEqual(['prospective'])
    }))

  it('is retrospective when they were recorded after the report', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, { ...rain, recorded: '2026-03-02' })
      await settleYes(world, { question: question.id, now: NOW, on: '2026-03-01' })
      expect(await timings(world)).toEqual(['retrospective'])
    }))

  it('is retrospective when they were recorded after the window', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, { ...rain, recorded: '2026-04-01' })
      await settleNo(world, { question: question.id, now: NOW })
      expect(await timings(world)).toEqual(['retrospective'])
    }))
})
