import { describe, expect, it } from 'vitest'
import { ANYONE } from '../../../src/actions/context.ts'
import { confirmDispute } from '../../../src/actions/disputes/confirm-dispute.ts'
import { fileDispute } from '../../../src/actions/disputes/file-dispute.ts'
import { replyToDispute } from '../../../src/actions/disputes/reply-to-dispute.ts'
import { ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import { UNCONFIRMED } from '../../../src/core/dispute.ts'
import { flagCandidates, flagEntries, flagPredictions, flagQuestions } from '../../../src/queries/flagged.ts'
import { withProbability } from '../../../src/queries/probabilities.ts'
import { shownDispute } from '../../../src/queries/shown-dispute.ts'
import { contactsOf } from '../../../src/storage/dispute-records.ts'
import { type DisputeFilter, findDispute, listDisputes } from '../../../src/storage/disputes.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { accepted, recorded, type Said, settleYes } from '../story.ts'
import { filed, opened, outcomeOf } from './disputing.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
const NOW = '2026-05-01'
const settled = async (world: World) => {
  const story = await accepted(world, rain)
  await settleYes(world, { question: story.question.id, now: NOW, on: '2026-03-01' })
  return { ...story, outcome: await outcomeOf(world, story.question.id) }
}
const listed = async (world: World, filter: Partial<DisputeFilter>, now = `${NOW}T12:00:00.000Z`) => {
  const whole = { status: null, questionId: null, confirmedOnly: true, ...filter }
  return (await listDisputes(world.tx, whole, { limit: 50, cursor: null }, instant(now))).items.map(({ id }) => id)
}

describe('filing', () => {
  it('without a key is received, with the day by which it is ruled, and shown to nobody', () =>
    inWorld(async (world) => {
      const { question, outcome } = await settled(world)
      const dispute = await filed(world, { subject: outcome })
      expect(dispute).toMatchObject({
        status: 'received',
        confirmed: false,
        subject: outcome,
        questionId: question.id,
        ruleBy: '2026-05-16T23:59:59.999Z',
        ruling: null,
      })
      expect(shownDispute(dispute, false)).toMatchObject({ id: dispute.id, status: 'received', grounds: null })
      expect(shownDispute(dispute, true).grounds).toBe('It was another town.')
      expect(await listed(world, {})).toEqual([])
      expect(await listed(world, { status: 'received', confirmedOnly: false })).toEqual([dispute.id])
      expect((await flagQuestions(world.tx, [question]))[0]?.disputes).toEqual([])
    }))

  it('by a reviewer needs no confirmation', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const input = { subject: outcome, role: 'other' as const, grounds: 'We erred.' }
      const { dispute } = await fileDispute(world.at(NOW), input)
      expect(dispute).toMatchObject({ status: 'open', confirmed: true })
    }))

  it('the same twice stands once', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const input = { subject: outcome, role: 'other' as const, grounds: 'No.', contact: 'ada@example.org' }
      const first = await fileDispute(world.at(NOW, ANYONE), input)
      const second = await fileDispute(world.at('2026-05-03', ANYONE), input)
      expect(second).toEqual({ dispute: first.dispute, created: false })
      expect(await contactsOf(world.tx, first.dispute.id)).toHaveLength(1)
    }))

  it.each<[string, (world: World) => Promise<unknown>, string, string]>([
    [
      'a passage that is not reviewed',
      async (world) => {
        const { candidate } = await recorded(world, rain)
        return filed(world, { subject: { kind: 'candidate', candidateId: candidate.id } })
      },
      'not-found',
      'subject.candidateId',
    ],
    [
      'a prediction that is not there',
      (world) => filed(world, { subject: { kind: 'prediction', predictionId: world.newId('prediction') } }),
      'not-found',
      'subject.predictionId',
    ],
    [
      'somebody who does not sign',
      async (world) => {
        const { commentary } = await accepted(world, rain)
        const other = await accepted(world, { ...rain, by: ['Ben'] })
        const authorId = other.prediction.authorId
        return filed(world, { subject: { kind: 'byline', commentaryId: commentary.id, authorId } })
      },
      'not-found',
      'subject.authorId',
    ],
  ])('%s is refused', (_, act, code, field) =>
    inWorld(async (world) => {
      await expect(act(world)).rejects.toMatchObject({ code, fields: [{ field }] })
    }),
  )

  it('an entry that decides nothing is refused', () =>
    inWorld(async (world) => {
      const { question } = await settled(world)
      await settleYes(world, { question: question.id, now: NOW, on: '2026-02-01', correct: true, reason: 'earlier' })
      const reopened = (await logOf(world.tx, question.id)).find(({ step }) => step === 'reopen')
      const subject = { kind: 'resolution' as const, resolutionId: reopened?.id ?? '' }
      await expect(filed(world, { subject })).rejects.toMatchObject({ code: 'invalid-input' })
    }))
})

describe('without a key', () => {
  it('so many may wait on one thing, and no more until they are confirmed', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const ids: string[] = []
      for (let at = 0; at < UNCONFIRMED.perSubject; at++) {
        ids.push((await filed(world, { subject: outcome, grounds: `Wrong, ${at}.` })).id)
      }
      const more = { subject: outcome, grounds: 'One more.' }
      await expect(filed(world, more)).rejects.toMatchObject({
        code: 'rate-limited',
        retryAt: '2026-05-03T12:00:00.000Z',
      })
      expect(await listed(world, { status: 'received', confirmedOnly: false })).toHaveLength(UNCONFIRMED.perSubject)
      await confirmDispute(world.at('2026-05-02'), { disputeId: ids[0] ?? '', how: 'called them' })
      await filed(world, more)
    }))

  it('what has waited a day keeps nobody out', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      for (let at = 0; at < UNCONFIRMED.perSubject; at++)
        await filed(world, { subject: outcome, grounds: `Spam ${at}.` })
      const more = { subject: outcome, grounds: 'I am the judged author.' }
      await expect(filed(world, more, '2026-05-03T11:59:59.999Z')).rejects.toMatchObject({ code: 'rate-limited' })
      await filed(world, more, '2026-05-03T12:00:00.000Z')
    }))

  it('what is dismissed shows nothing of itself, nor of the reason', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const { id } = await filed(world, { subject: outcome, grounds: 'A hoax.' })
      const ruling = { verdict: 'dismissed', reason: 'libel, sent from x@example.org' } as const
      const { dispute } = await ruleDispute(world.at('2026-05-04'), { disputeId: id, ruling })
      expect(shownDispute(dispute, false)).toMatchObject({
        status: 'dismissed',
        grounds: null,
        ruling: null,
        replies: [],
      })
      expect(shownDispute(dispute, true)).toMatchObject({ grounds: 'A hoax.', ruling: { reason: ruling.reason } })
    }))

  it('so much may come in within an hour', () =>
    inWorld(async (world) => {
      const subjects = []
      for (let at = 0; at <= UNCONFIRMED.perHour / UNCONFIRMED.perSubject; at++) {
        const review = { newQuestion: true as const }
        const { prediction } = await accepted(world, { ...rain, by: [`Ada ${at}`], review })
        subjects.push({ kind: 'prediction' as const, predictionId: prediction.id })
      }
      const [last, ...others] = subjects
      if (!last) throw new Error('no subject')
      for (const subject of others) {
        for (let at = 0; at < UNCONFIRMED.perSubject; at++) await filed(world, { subject, grounds: `Wrong, ${at}.` })
      }
      await expect(filed(world, { subject: last })).rejects.toMatchObject({
        code: 'rate-limited',
        retryAt: '2026-05-02T13:00:00.000Z',
      })
      await filed(world, { subject: last }, '2026-05-02T13:00:00.000Z')
    }))

  it('so many replies may wait on one dispute', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const { id } = await opened(world, { subject: outcome })
      const reply = (text: string) => replyToDispute(world.at('2026-05-03', ANYONE), { disputeId: id, text })
      for (let at = 0; at < UNCONFIRMED.perSubject; at++) await reply(`No, ${at}.`)
      await expect(reply('One more.')).rejects.toMatchObject({ code: 'rate-limited' })
      expect((await findDispute(world.tx, id))?.replies).toHaveLength(UNCONFIRMED.perSubject)
    }))
})

describe('a confirmed dispute', () => {
  it('flags what it is about, and everything that rests on that', () =>
    inWorld(async (world) => {
      const { tx } = world
      const { question, prediction, candidate, outcome } = await settled(world)
      const about = [
        await opened(world, { subject: outcome }),
        await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } }),
        await opened(world, { subject: { kind: 'candidate', candidateId: candidate.id } }),
        await opened(world, {
          subject: { kind: 'byline', commentaryId: candidate.commentaryId, authorId: prediction.authorId },
        }),
      ].map(({ id }) => id)
      const [onOutcome, onPrediction, onCandidate, onByline] = about
      const ids = (things: { disputes: { id: string }[] }[]) => things[0]?.disputes.map(({ id }) => id).sort()
      const entry = (await logOf(tx, question.id)).at(-1)
      expect(ids(await flagEntries(tx, entry ? [entry] : []))).toEqual([onOutcome])
      expect(ids(await flagQuestions(tx, [question]))).toEqual([onOutcome, onPrediction, onCandidate])
      expect(ids(await flagPredictions(tx, [withProbability(prediction)]))).toEqual([
        onPrediction,
        onCandidate,
        onByline,
      ])
      expect(ids(await flagCandidates(tx, [candidate]))).toEqual([onPrediction, onCandidate])
    }))

  it('flags nothing else', () =>
    inWorld(async (world) => {
      const { tx } = world
      const { outcome, candidate, prediction } = await settled(world)
      const other = await accepted(world, { ...rain, by: ['Ben'], review: { newQuestion: true } })
      await opened(world, { subject: outcome })
      const byline = { kind: 'byline' as const, commentaryId: candidate.commentaryId, authorId: prediction.authorId }
      await opened(world, { subject: byline })
      expect((await flagQuestions(tx, [other.question]))[0]?.disputes).toEqual([])
      expect((await flagPredictions(tx, [withProbability(other.prediction)]))[0]?.disputes).toEqual([])
      expect((await flagCandidates(tx, [other.candidate]))[0]?.disputes).toEqual([])
    }))

  it('is overdue once its day has passed, not before', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const { id, ruleBy } = await opened(world, { subject: outcome })
      expect(await listed(world, { status: 'overdue' }, ruleBy)).toEqual([])
      expect(await listed(world, { status: 'overdue' }, '2026-05-17T00:00:00.000Z')).toEqual([id])
      expect(await listed(world, { status: 'open' })).toEqual([id])
    }))

  it('is confirmed once', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const { id } = await opened(world, { subject: outcome })
      const again = confirmDispute(world.at(NOW), { disputeId: id, how: 'again' })
      await expect(again).rejects.toMatchObject({ code: 'already-exists' })
    }))
})

describe('a reply', () => {
  it('of the judged author needs no key, and is shown once it is confirmed', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const { id } = await opened(world, { subject: outcome, role: 'other' })
      const input = { disputeId: id, text: 'I meant the other town.', contact: 'ada@example.org' }
      const { dispute, replyId, created } = await replyToDispute(world.at('2026-05-03', ANYONE), input)
      expect(created).toBe(true)
      expect(shownDispute(dispute, false).replies).toEqual([])
      expect(shownDispute(dispute, true).replies).toMatchObject([{ text: input.text, confirmed: false }])
      const confirmed = await confirmDispute(world.at('2026-05-04'), { disputeId: id, replyId, how: 'called them' })
      expect(shownDispute(confirmed, false).replies).toMatchObject([{ id: replyId, text: input.text }])
      expect(await replyToDispute(world.at('2026-05-05', ANYONE), input)).toMatchObject({ replyId, created: false })
    }))

  it('of another dispute cannot be confirmed here', () =>
    inWorld(async (world) => {
      const { outcome } = await settled(world)
      const [one, two] = [
        await opened(world, { subject: outcome }),
        await opened(world, { subject: outcome, grounds: 'Another reason.' }),
      ]
      const { replyId } = await replyToDispute(world.at(NOW, ANYONE), { disputeId: one.id, text: 'No.' })
      const wrong = confirmDispute(world.at(NOW), { disputeId: two.id, replyId, how: 'called them' })
      await expect(wrong).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'replyId' }] })
    }))
})
