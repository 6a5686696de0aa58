import { describe, expect, it } from 'vitest'
import { type Actor, ANYONE } from '../../../src/actions/context.ts'
import { replyToDispute } from '../../../src/actions/disputes/reply-to-dispute.ts'
import { type RuleDispute, ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import { createKey } from '../../../src/actions/manage-keys.ts'
import { banPerson } from '../../../src/actions/people/manage-people.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import type { Scope } from '../../../src/core/key.ts'
import { listCorrections, listExcluded } from '../../../src/storage/corrections.ts'
import { findPrediction } from '../../../src/storage/predictions.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { listScoreChanges } from '../../../src/storage/score-changes.ts'
import { inWorld, type World } from '../../support/embedded.ts'
import { accounts, somebody } from '../../support/people.ts'
import { expectExact, standingItems, totalsOf } from '../exact.ts'
import { accepted, type Said, searchedThrough, settleNo, settleYes } from '../story.ts'
import { filed, opened, outcomeOf } from './disputing.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
const NOW = '2026-05-01'
const RULED = '2026-05-10'
const ALL = { limit: 50, cursor: null }

const settled = async (world: World) => {
  const story = await accepted(world, rain)
  await settleYes(world, { question: story.question.id, now: NOW, on: '2026-03-01' })
  return { ...story, outcome: await outcomeOf(world, story.question.id) }
}

const reason = 'The report was of another town.'
const toNo: RuleDispute = {
  verdict: 'upheld',
  reason,
  correction: { step: 'settle', outcome: 'no', evidence: searchedThrough('2026-05-01') },
}
const upheld: RuleDispute = { verdict: 'upheld', reason }
const rejected: RuleDispute = { verdict: 'rejected', reason }
const dismissed: RuleDispute = { verdict: 'dismissed', reason }
const rule = (world: World, disputeId: string, ruling: RuleDispute, actor?: Actor) =>
  ruleDispute(world.at(RULED, actor), { disputeId, ruling })

describe('an upheld dispute about an outcome', () => {
  it('corrects the log with its score changes, and names the entry', () =>
    inWorld(async (world) => {
      const { question, prediction, outcome } = await settled(world)
      const { id } = await opened(world, { subject: outcome })
      const { dispute, scoreChanges } = await rule(world, id, toNo)
      const log = await logOf(world.tx, question.id)
      expect(log.map(({ step, outcome }) => [step, outcome])).toEqual([
        ['settle', 'yes'],
        ['reopen', null],
        ['settle', 'no'],
      ])
      expect(log.at(-1)?.reason).toBe(`dispute ${id} upheld: ${reason}`)
      expect(dispute).toMatchObject({ status: 'upheld', ruling: { verdict: 'upheld', resolutionId: log.at(-1)?.id } })
      expect(scoreChanges).toMatchObject([
        { authorId: prediction.authorId, resolutionId: log.at(-1)?.id, rulingId: null, after: { hits: 0 } },
      ])
      expect((await listCorrections(world.tx, ALL)).items).toMatchObject([
        { before: { outcome: 'yes' }, step: 'settle', outcome: 'no', dispute: { id, role: 'judged-author' } },
      ])
      await expectExact(world)
    }))

  it.each<[string, RuleDispute, object]>([
    [
      'to void',
      { ...upheld, correction: { step: 'void', voidReason: 'ambiguous', evidence: [] } },
      { status: 'void', voidReason: 'ambiguous' },
    ],
    ['by reopening', { ...upheld, correction: { step: 'reopen' } }, { status: 'due', outcome: null }],
  ])('corrects %s', (_, ruling, standing) =>
    inWorld(async (world) => {
      const { question, outcome } = await settled(world)
      const { id } = await opened(world, { subject: outcome })
      await rule(world, id, ruling)
      expect(await findQuestion(world.tx, question.id)).toMatchObject(standing)
      await expectExact(world)
    }),
  )

  it('whose correction its evidence does not carry leaves everything as it was', () =>
    inWorld(async (world) => {
      const { question, outcome } = await settled(world)
      const { id } = await opened(world, { subject: outcome })
      const before = await logOf(world.tx, question.id)
      const short: RuleDispute = {
        ...upheld,
        correction: { step: 'settle', outcome: 'no', evidence: searchedThrough('2026-03-01') },
      }
      await expect(rule(world, id, short)).rejects.toMatchObject({ code: 'insufficient-evidence' })
      expect(await logOf(world.tx, question.id)).toEqual(before)
      expect((await rule(world, id, rejected)).dispute.status).toBe('rejected')
    }))
})

describe('a rejected dispute', () => {
  it('appends nothing, and may still be replied to', () =>
    inWorld(async (world) => {
      const { question, outcome } = await settled(world)
      const before = await logOf(world.tx, question.id)
      const { id } = await opened(world, { subject: outcome })
      expect(await rule(world, id, rejected)).toMatchObject({
        dispute: { status: 'rejected', ruling: { reason, resolutionId: null } },
        scoreChanges: [],
      })
      expect(await logOf(world.tx, question.id)).toEqual(before)
      const replied = await replyToDispute(world.at('2026-06-01', ANYONE), { disputeId: id, text: 'I disagree.' })
      expect(replied.dispute.replies).toHaveLength(1)
    }))
})

describe('an upheld dispute about a statement', () => {
  it('takes it out of the scores; it stays listed with the reason', () =>
    inWorld(async (world) => {
      const { question, prediction } = await settled(world)
      const { id } = await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } })
      const { dispute, scoreChanges } = await rule(world, id, upheld)
      expect(await totalsOf(world, prediction.authorId)).toEqual({ pending: 0, void: 0, n: 0, hits: 0 })
      expect(await standingItems(world)).toEqual([])
      expect(await findPrediction(world.tx, prediction.id)).toMatchObject({
        scoreable: false,
        unscoredReason: `taken out of the scores by a ruling: ${reason}`,
        digest: prediction.digest,
      })
      expect(scoreChanges).toMatchObject([
        {
          questionId: question.id,
          resolutionId: null,
          rulingId: dispute.ruling?.id,
          before: { n: 1 },
          after: { n: 0 },
        },
      ])
      expect((await listScoreChanges(world.tx, { authorIds: null, questionId: question.id }, ALL)).items).toEqual(
        scoreChanges,
      )
      expect((await listExcluded(world.tx, ALL)).items).toMatchObject([{ predictionId: prediction.id, disputeId: id }])
      await expectExact(world)
      // It stays out whatever becomes of the outcome.
      await settleNo(world, { question: question.id, now: '2026-06-01', correct: true })
      expect(await standingItems(world)).toEqual([])
    }))

  it('lets the next statement of the same author count', () =>
    inWorld(async (world) => {
      const first = await accepted(world, rain)
      const review = { questionId: first.question.id }
      const second = await accepted(world, { ...rain, on: '2026-02-05', found: { phrase: 'unlikely' }, review })
      await settleYes(world, { question: first.question.id, now: NOW, on: '2026-03-01' })
      const { id } = await opened(world, { subject: { kind: 'candidate', candidateId: first.candidate.id } })
      await rule(world, id, upheld)
      expect(await standingItems(world)).toMatchObject([
        { predictionId: second.prediction.id, form: 'phrase:unlikely:+' },
      ])
      await expectExact(world)
    }))

  it('made before the question is decided keeps it out when it is', () =>
    inWorld(async (world) => {
      const { question, prediction } = await accepted(world, rain)
      const { id } = await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } })
      expect((await rule(world, id, upheld)).scoreChanges).toEqual([])
      await settleYes(world, { question: question.id, now: RULED, on: '2026-03-01' })
      expect(await standingItems(world)).toEqual([])
    }))

  it('for who signed a piece takes out all that this author said in it, and nobody else’s', () =>
    inWorld(async (world) => {
      const { prediction, commentary, question } = await settled(world)
      const other = await accepted(world, { ...rain, by: ['Ben'], review: { questionId: question.id } })
      const subject = { kind: 'byline' as const, commentaryId: commentary.id, authorId: prediction.authorId }
      const { id } = await opened(world, { subject })
      await rule(world, id, upheld)
      expect(await standingItems(world)).toMatchObject([{ predictionId: other.prediction.id }])
      await expectExact(world)
    }))

  it('twice changes nothing the second time', () =>
    inWorld(async (world) => {
      const { prediction, candidate } = await settled(world)
      const first = await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } })
      const second = await opened(world, { subject: { kind: 'candidate', candidateId: candidate.id } })
      await rule(world, first.id, upheld)
      expect((await rule(world, second.id, upheld)).scoreChanges).toEqual([])
      expect((await listExcluded(world.tx, ALL)).items).toHaveLength(1)
    }))
})

describe('a ruling that cannot be', () => {
  type Case = [string, 'outcome' | 'prediction', 'received' | 'open', RuleDispute[], string]
  it.each<Case>([
    ['upholding what nobody confirmed', 'outcome', 'received', [toNo], 'illegal-step'],
    ['rejecting what nobody confirmed', 'outcome', 'received', [rejected], 'illegal-step'],
    ['dismissing what is confirmed', 'outcome', 'open', [dismissed], 'illegal-step'],
    ['ruling twice', 'outcome', 'open', [rejected, toNo], 'illegal-step'],
    ['ruling after dismissal', 'outcome', 'received', [dismissed, rejected], 'illegal-step'],
    ['upholding against an outcome without a correction', 'outcome', 'open', [upheld], 'invalid-input'],
    ['correcting an outcome that is not disputed', 'prediction', 'open', [toNo], 'invalid-input'],
  ])('%s', (_, about, status, attempts, code) =>
    inWorld(async (world) => {
      const { outcome, prediction } = await settled(world)
      const subject = about === 'outcome' ? outcome : { kind: 'prediction' as const, predictionId: prediction.id }
      const { id } = await (status === 'open' ? opened : filed)(world, { subject })
      const last = attempts.at(-1)
      for (const ruling of attempts.slice(0, -1)) await rule(world, id, ruling)
      if (last) await expect(rule(world, id, last)).rejects.toMatchObject({ code })
    }),
  )
})

describe('four eyes', () => {
  const keyed = async (world: World, name: string, scopes: Scope[]): Promise<Actor> => {
    const { key } = await createKey(world.at('2026-01-01'), { name, scopes, expiresAt: null, secretBytes: name })
    return { name: key.id, scopes }
  }
  const decidedBy = async (world: World, actor: Actor) => {
    const { question } = await accepted(world, rain)
    await resolveQuestion(world.at(NOW, actor), {
      step: 'void',
      questionId: question.id,
      voidReason: 'annulled',
      evidence: [],
      reason: 'it broke',
      correct: false,
    })
    return opened(world, { subject: await outcomeOf(world, question.id) })
  }

  it('are needed where another key may rule', () =>
    inWorld(async (world) => {
      const decider = await keyed(world, 'one', ['resolve'])
      const { id } = await decidedBy(world, decider)
      const other = await keyed(world, 'two', ['resolve'])
      await expect(rule(world, id, rejected, decider)).rejects.toMatchObject({ code: 'forbidden' })
      expect((await rule(world, id, rejected, other)).dispute.ruling).toMatchObject({ sameHand: false })
    }))

  it('are done without where none may, and the ruling says so', () =>
    inWorld(async (world) => {
      const decider = await keyed(world, 'one', ['admin'])
      await keyed(world, 'reader', ['read', 'submit', 'review'])
      const { id } = await decidedBy(world, decider)
      expect((await rule(world, id, rejected, decider)).dispute.ruling).toMatchObject({ sameHand: true })
    }))

  const keyOf = async (world: World, maker: Actor, scopes: Scope[]): Promise<Actor> => {
    const input = { name: maker.name, scopes, expiresAt: null, secretBytes: `${maker.name} ${scopes}` }
    const { key } = await createKey(world.at('2026-01-01', maker), input)
    return { name: key.id, scopes }
  }

  it.each(['session', 'key', 'made'] as const)(
    'are of two people, where a %s decided: it is one hand with the others',
    (which) =>
      inWorld(async (world) => {
        const ada = await somebody(world, ['admin'], 'ada')
        const ben = await somebody(world, ['resolve'], 'ben')
        const key = await keyOf(world, ada.actor, ['admin'])
        const made = await keyOf(world, key, ['resolve'])
        const hands = { session: ada.actor, key, made }
        const { id } = await decidedBy(world, hands[which])
        for (const hand of Object.values(hands))
          await expect(rule(world, id, rejected, hand)).rejects.toMatchObject({ code: 'forbidden' })
        expect((await rule(world, id, rejected, ben.actor)).dispute.ruling).toMatchObject({ sameHand: false })
      }),
  )

  it('are not made by making keys for oneself, and are not needed where nobody else may rule', () =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['resolve'], 'ada')
      const key = await keyOf(world, ada.actor, ['resolve'])
      const { id } = await decidedBy(world, key)
      const ben = await somebody(world, ['resolve'], 'ben')
      await expect(rule(world, id, rejected, ada.actor)).rejects.toMatchObject({ code: 'forbidden' })
      await banPerson(world.at('2026-01-02'), { id: ben.id, reason: 'left', accounts })
      expect((await rule(world, id, rejected, ada.actor)).dispute.ruling).toMatchObject({ sameHand: true })
    }))
})
