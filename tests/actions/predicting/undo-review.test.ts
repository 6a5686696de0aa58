import { describe, expect, it } from 'vitest'
import { ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import { recordBaseline } from '../../../src/actions/predicting/record-baseline.ts'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { undoReview } from '../../../src/actions/predicting/undo-review.ts'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { funnel } from '../../../src/queries/report/funnel.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { findCandidate, listCandidates } from '../../../src/storage/candidates.ts'
import { predictionsOn } from '../../../src/storage/predictions.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { isCommentaryAccepted } from '../../../src/storage/reviewed.ts'
import { lastReview } from '../../../src/storage/reviews.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { countsOffByLog } from '../../support/recount.ts'
import { opened } from '../disputes/disputing.ts'
import { expectExact, standingItems, totalsOf } from '../exact.ts'
import { accepted, recorded, type Said, settleNo } from '../story.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
const LATER = '2026-01-07'
const all = { limit: 50, cursor: null }
const undo = (world: World, candidateId: string, more = {}) => undoReview(world.at(LATER), { candidateId, ...more })

describe('taking a review back', () => {
  it('of a rejection: the candidate is pending again, and is reviewed once more', () =>
    inWorld(async (world) => {
      const { candidate } = await recorded(world, rain)
      const candidateId = candidate.id
      await reviewCandidate(world.at('2026-01-06'), { candidateId, review: { decision: 'reject', reason: 'a wish' } })
      const undone = await undo(world, candidateId)
      expect(undone).toMatchObject({
        candidate: { status: 'pending', reviewId: null, reviewReason: null },
        question: null,
      })
      expect(await lastReview(world.tx, candidateId)).toMatchObject({ decision: 'undo', position: 2 })
      const pending = { commentaryId: null, status: 'pending', reviewedOnly: false } as const
      expect((await listCandidates(world.tx, pending, all)).items).toHaveLength(1)
      expect((await listCandidates(world.tx, { ...pending, status: 'rejected' }, all)).items).toEqual([])
      const again = { candidateId, review: { decision: 'accept' as const, reason: 'a forecast' } }
      expect((await reviewCandidate(world.at(LATER), again)).candidate.status).toBe('accepted')
    }))

  it('of an acceptance: its statement was never said, and the question made for it is void', () =>
    inWorld(async (world) => {
      const { candidate, question, prediction, commentary } = await accepted(world, rain)
      const undone = await undo(world, candidate.id, { reason: 'the wrong key' })
      expect(undone.question).toMatchObject({ id: question.id, status: 'void', voidReason: 'annulled' })
      const said = await predictionsOn(world.tx, question.id)
      expect(said.map(({ act, refersTo }) => [act, refersTo])).toEqual([
        ['state', null],
        ['mistake', prediction.id],
      ])
      expect(said[1]).toMatchObject({ recordingReason: 'the wrong key', said: prediction.said, scoreable: false })
      expect(await isCommentaryAccepted(world.tx, commentary.id)).toBe(false)
      expect(await standingItems(world)).toEqual([])
      await expectExact(world)
    }))

  it('of an acceptance lets it be accepted anew, on a question of its own', () =>
    inWorld(async (world) => {
      const first = await accepted(world, rain)
      await undo(world, first.candidate.id)
      const review = { decision: 'accept', reason: 'likelier than read', phrase: 'almost-certainly' } as const
      const { candidate, question } = await reviewCandidate(world.at(LATER), {
        candidateId: first.candidate.id,
        review,
      })
      expect(question?.id).not.toBe(first.question.id)
      expect(candidate).toMatchObject({ phrase: 'likely', match: null })
      expect(candidate.corrections).toEqual({ phrase: { from: 'likely', to: 'almost-certainly' } })
      await settleNo(world, { question: question?.id ?? '', now: '2026-05-01' })
      expect(await standingItems(world)).toMatchObject([{ form: 'phrase:almost-certainly:+', state: 'scored' }])
      const stages = await funnel(
        world.tx,
        { authorId: first.prediction.authorId },
        instant('2026-06-01T12:00:00.000Z'),
      )
      expect(stages.candidates).toMatchObject({ all: 1, accepted: 1, pending: 0, rejected: 0 })
      expect(stages.scoring).toMatchObject({ scored: 1, 'no-forecast': 2, open: 0, 'not-standing': 0 })
      await expectExact(world)
    }))

  it('of one of two statements leaves the question to the other, and takes the first out of what counts', () =>
    inWorld(async (world) => {
      const first = await accepted(world, rain)
      const later = { ...rain, on: '2026-01-06', found: { phrase: 'unlikely' } }
      const second = await accepted(world, { ...later, review: { questionId: first.question.id } })
      const { question } = await undo(world, first.candidate.id)
      expect(question?.status).toBe('open')
      await closeQuestion(world.at('2026-04-02'), { questionId: first.question.id, asOf: day('2026-04-01') })
      expect(await standingItems(world)).toMatchObject([{ predictionId: second.prediction.id, state: 'pending' }])
      await undo(world, second.candidate.id)
      expect((await findQuestion(world.tx, first.question.id))?.status).toBe('void')
      expect(await totalsOf(world, second.prediction.authorId)).toEqual({ pending: 0, void: 0, n: 0, hits: 0 })
      expect(await countsOffByLog(world.tx)).toMatchObject({ scores: [], families: [] })
      await expectExact(world)
    }))

  it('leaves a question alone that somebody built on', () =>
    inWorld(async (world) => {
      const { candidate, question } = await accepted(world, rain)
      const base = { kind: 'base-rate' as const, probability: 0.5, at: day('2026-01-01'), source: 'the gauge' }
      await recordBaseline(world.at('2026-01-06'), { questionId: question.id, ...base })
      expect((await undo(world, candidate.id)).question?.status).toBe('open')
    }))

  it('is seen as of its position, and not before', () =>
    inWorld(async (world) => {
      const { candidate } = await accepted(world, rain)
      const { position } = await sealFacts(world.at('2026-01-06'), {})
      await undo(world, candidate.id)
      const after = await sealFacts(world.at(LATER), {})
      const statusAt = (at: number) =>
        readAsOf(world.tx, at, async (reader) => (await findCandidate(reader, candidate.id))?.status)
      expect([await statusAt(position), await statusAt(after.position)]).toEqual(['accepted', 'pending'])
    }))
})

describe('is refused', () => {
  const rejected = async (world: World) => {
    const { candidate } = await recorded(world, rain)
    const review = { decision: 'reject', reason: 'a wish' } as const
    return (await reviewCandidate(world.at('2026-01-06'), { candidateId: candidate.id, review })).candidate
  }

  it('where nothing is decided, and twice', () =>
    inWorld(async (world) => {
      const { candidate } = await recorded(world, rain)
      await expect(undo(world, candidate.id)).rejects.toMatchObject({ code: 'illegal-step' })
      await reviewCandidate(world.at(LATER), {
        candidateId: candidate.id,
        review: { decision: 'reject', reason: 'no' },
      })
      await undo(world, candidate.id)
      await expect(undo(world, candidate.id)).rejects.toMatchObject({ code: 'illegal-step' })
      await expect(undo(world, world.newId('candidate'))).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('to another hand, and where another review stands than the one that is meant', () =>
    inWorld(async (world) => {
      const { id, reviewId } = await rejected(world)
      const another = world.at(LATER, { name: 'another', scopes: ['review'] })
      const stands = { kind: 'review', id: reviewId, position: 1, step: 'reject', by: 'reviewer', reason: 'a wish' }
      await expect(undoReview(another, { candidateId: id })).rejects.toMatchObject({
        code: 'forbidden',
        stands: { ...stands, by: null },
      })
      const other = { reviewId: world.newId('review') }
      await expect(undo(world, id, other)).rejects.toMatchObject({ code: 'illegal-step', stands })
      expect((await undo(world, id, { reviewId })).candidate.status).toBe('pending')
    }))

  it('once the question is decided, with the decision', () =>
    inWorld(async (world) => {
      const { candidate, question } = await accepted(world, rain)
      await settleNo(world, { question: question.id, now: '2026-05-01' })
      await expect(undo(world, candidate.id)).rejects.toMatchObject({
        code: 'illegal-step',
        stands: { kind: 'resolution', step: 'settle', outcome: 'no' },
      })
      expect(await standingItems(world)).toMatchObject([{ state: 'scored' }])
    }))

  it('while a dispute about it is open', () =>
    inWorld(async (world) => {
      const { candidate, prediction } = await accepted(world, rain)
      await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } }, '2026-01-06')
      await expect(undo(world, candidate.id)).rejects.toMatchObject({ code: 'illegal-step' })
    }))

  it('once a dispute about it is ruled, whichever way', () =>
    inWorld(async (world) => {
      for (const verdict of ['upheld', 'rejected'] as const) {
        const said = { ...rain, quote: `It will likely rain ${verdict} by March.` }
        const { candidate, prediction } = await accepted(world, said)
        const subject = { kind: 'prediction', predictionId: prediction.id } as const
        const { id: disputeId } = await opened(world, { subject }, '2026-01-06')
        await ruleDispute(world.at('2026-01-06'), { disputeId, ruling: { verdict, reason: 'so it is' } })
        await expect(undo(world, candidate.id)).rejects.toMatchObject({ code: 'illegal-step' })
      }
    }))

  it('a second review is told which stands', () =>
    inWorld(async (world) => {
      const { id, reviewId } = await rejected(world)
      const again = { candidateId: id, review: { decision: 'accept' as const, reason: 'a forecast' } }
      await expect(reviewCandidate(world.at(LATER), again)).rejects.toMatchObject({
        code: 'already-exists',
        stands: { kind: 'review', id: reviewId, step: 'reject', by: 'reviewer', reason: 'a wish' },
      })
    }))
})

describe('a correction', () => {
  it('of the window makes a statement without an end one that is scored, and the question end there', () =>
    inWorld(async (world) => {
      const window = { start: day('2026-01-05'), end: day('2026-02-28') }
      const { question, prediction, candidate } = await accepted(world, { ...rain, end: null, review: { window } })
      expect(prediction).toMatchObject({ scoreable: true, unscoredReason: null })
      expect(question.version).toMatchObject({
        windowStart: window.start,
        windowEnd: window.end,
        windowSource: 'stated',
      })
      expect(candidate.window).toMatchObject({ end: null })
      expect(candidate.corrections?.window).toMatchObject({ from: { end: null }, to: { end: window.end } })
    }))

  it('of the number is of the event as the words say it, and the polarity turns it', () =>
    inWorld(async (world) => {
      const plain = await accepted(world, { ...rain, review: { probability: 0.9 } })
      const review = { probability: 0.9, polarity: '-' as const, newQuestion: true as const }
      const turned = await accepted(world, { ...rain, on: '2026-01-06', review })
      expect([plain.prediction.form, turned.prediction.form]).toEqual(['micro:900000', 'micro:100000'])
    }))

  it('of the speaker makes it theirs, and of a group nobody’s', () =>
    inWorld(async (world) => {
      const review = { attribution: 'quoted' as const, claimant: 'Cyd Vale' }
      const { prediction } = await accepted(world, { ...rain, review })
      expect(prediction).toMatchObject({ authorName: 'Cyd Vale', attribution: 'quoted', scoreable: true })
      const group = accepted(world, { ...rain, on: '2026-01-06', review: { attribution: 'reported' } })
      await expect(group).rejects.toMatchObject({ code: 'not-scoreable' })
    }))
})
