import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/actions/context.ts'
import { ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import { createKey } from '../../../src/actions/manage-keys.ts'
import { giveSecondOpinion } from '../../../src/actions/predicting/give-second-opinion.ts'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { undoReview } from '../../../src/actions/predicting/undo-review.ts'
import type { Scope } from '../../../src/core/key.ts'
import type { GiveSecondOpinion } from '../../../src/core/second-opinion.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { agreementOfReviewers, blindCandidate } from '../../../src/queries/second-reading.ts'
import { findCandidate, listCandidates } from '../../../src/storage/candidates.ts'
import { findDispute } from '../../../src/storage/disputes.ts'
import { decisionPairs } from '../../../src/storage/second-opinions.ts'
import { inWorld, REVIEWER, type World } from '../../support/embedded.ts'
import { accepted, recorded, type Said } from '../story.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
const late: Said = { ...rain, recorded: '2026-06-01' }
const SECOND: Actor = { name: 'second', scopes: ['review', 'resolve'] }
const NOW = '2026-06-02'
const agrees: GiveSecondOpinion = { decision: 'accept', reason: 'a forecast' }

const opine = (world: World, candidateId: string, opinion: GiveSecondOpinion = agrees, actor = SECOND) =>
  giveSecondOpinion(world.at(NOW, actor), { candidateId, opinion })
const waiting = async ({ tx }: World, by = 'second') => {
  const filter = { commentaryId: null, status: null, reviewedOnly: false, secondButBy: [by] }
  return (await listCandidates(tx, filter, { limit: 200, cursor: null })).items
}
const isSampled = async (id: string): Promise<boolean> => {
  const bytes = new TextEncoder().encode(`second opinion ${id}`)
  return (new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))[0] ?? 255) < 26
}
/** A candidate decided in time, of those that the hash chooses to be judged twice or of the others. */
const decided = async (world: World, { sampled, decision }: { sampled: boolean; decision: 'accept' | 'reject' }) => {
  for (let at = 0; at < 200; at++) {
    const said = { ...rain, on: '2026-01-04', by: [`Ada ${at}, ${sampled}, ${decision}`] }
    const { candidate } = await recorded(world, said)
    if ((await isSampled(candidate.id)) !== sampled) continue
    const review = { decision, reason: 'a wish' }
    return (await reviewCandidate(world.at('2026-01-05'), { candidateId: candidate.id, review })).candidate
  }
  throw new Error('the hash chose none')
}
const rejected = (world: World) => decided(world, { sampled: true, decision: 'reject' })

describe('a second opinion', () => {
  it('that agrees makes two reviewers of one, and nobody takes the decision back alone', () =>
    inWorld(async (world) => {
      const { candidate } = await accepted(world, late)
      expect(candidate.reviewers).toBe(1)
      const opinion = await opine(world, candidate.id)
      expect(opinion).toMatchObject({ decision: 'accept', orientation: 'as-worded', polarity: '+', disputeId: null })
      expect(opinion).toMatchObject({ phrase: 'likely', windowEnd: '2026-03-31', reviewId: candidate.reviewId })
      expect(await findCandidate(world.tx, candidate.id)).toMatchObject({ status: 'accepted', reviewers: 2 })
      const undone = undoReview(world.at(NOW), { candidateId: candidate.id })
      await expect(undone).rejects.toMatchObject({ code: 'illegal-step' })
    }))

  it('that differs on an acceptance disputes the prediction, on its grounds, and the acceptance stands', () =>
    inWorld(async (world) => {
      const { candidate, prediction } = await accepted(world, late)
      const { disputeId } = await opine(world, candidate.id, { decision: 'reject', reason: 'it tells of the past' })
      const dispute = await findDispute(world.tx, disputeId ?? '')
      expect(dispute).toMatchObject({
        status: 'open',
        subject: { kind: 'prediction', predictionId: prediction.id },
        grounds: expect.stringContaining('would reject it: it tells of the past'),
      })
      expect(await findCandidate(world.tx, candidate.id)).toMatchObject({ status: 'accepted', reviewers: 2 })
    }))

  it('that differs on a rejection disputes the candidate, and on the orientation the prediction', () =>
    inWorld(async (world) => {
      const { id } = await rejected(world)
      const over = await opine(world, id)
      expect((await findDispute(world.tx, over.disputeId ?? ''))?.subject).toEqual({
        kind: 'candidate',
        candidateId: id,
      })
      const { candidate } = await accepted(world, { ...late, on: '2026-01-06' })
      const turned = await opine(world, candidate.id, { ...agrees, polarity: '-', probability: 0.8 })
      expect(turned).toMatchObject({ phrase: 'micro:800000', polarity: '-', disputeId: expect.any(String) })
    }))

  it('is refused to who decided, twice, and of what is not decided', () =>
    inWorld(async (world) => {
      const { candidate } = await accepted(world, late)
      await expect(opine(world, candidate.id, agrees, REVIEWER)).rejects.toMatchObject({ code: 'forbidden' })
      await opine(world, candidate.id)
      await expect(opine(world, candidate.id)).rejects.toMatchObject({ code: 'already-exists' })
      const { candidate: pending } = await recorded(world, { ...late, on: '2026-01-06' })
      await expect(opine(world, pending.id)).rejects.toMatchObject({ code: 'illegal-step' })
      await expect(opine(world, world.newId('candidate'))).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('that a hand gives twice at once is refused as given, where the look before it saw none', () =>
    inWorld(async (world) => {
      const { candidate } = await accepted(world, late)
      await opine(world, candidate.id)
      const columns = sql`reviewer, candidate_id, review_id, decision, orientation, polarity, phrase, window_end, reason, dispute_id, recorded_at, salts, digest`
      const again = world.database.transaction((tx) =>
        tx.execute(sql`insert into second_opinions (id, ${columns})
          select ${world.newId('secondOpinion')}, ${columns} from second_opinions`),
      )
      await expect(again).rejects.toMatchObject({ code: 'already-exists', fields: [{ field: 'id' }] })
    }))

  it('is refused of a decision that nobody chose to be judged twice, and enters no agreement', () =>
    inWorld(async (world) => {
      for (const decision of ['accept', 'reject'] as const) {
        const { id } = await decided(world, { sampled: false, decision })
        await expect(opine(world, id)).rejects.toMatchObject({
          code: 'illegal-step',
          message: expect.stringContaining('not one of those that are judged twice'),
        })
        await opine(world, (await decided(world, { sampled: true, decision })).id)
      }
      expect((await agreementOfReviewers(world.tx)).decisions).toMatchObject({ n: 2, agreed: 1 })
    }))

  it('opens a dispute that a third rules, where there is one; else the second may, and the ruling says so', () =>
    inWorld(async (world) => {
      const { candidate } = await accepted(world, late)
      const { disputeId } = await opine(world, candidate.id, { decision: 'reject', reason: 'no forecast' })
      const ruling = { verdict: 'upheld', reason: 'no forecast, indeed' } as const
      const { dispute } = await ruleDispute(world.at(NOW, SECOND), { disputeId: disputeId ?? '', ruling })
      expect(dispute.ruling).toMatchObject({ verdict: 'upheld', sameHand: true })
    }))
})

describe('two second opinions that differ from one decision', () => {
  const differs: GiveSecondOpinion = { decision: 'reject', reason: 'it tells of the past' }

  it('in the same words are two disputes, and the later is open though the first is ruled', () =>
    inWorld(async (world) => {
      const { candidate } = await accepted(world, late)
      const one = await opine(world, candidate.id, differs)
      const ruling = { verdict: 'rejected', reason: 'a forecast it is' } as const
      await ruleDispute(world.at(NOW, { ...SECOND, name: 'other' }), { disputeId: one.disputeId ?? '', ruling })
      const other = await opine(world, candidate.id, differs, { ...SECOND, name: 'third' })
      expect(other.disputeId).not.toBe(one.disputeId)
      expect(await findDispute(world.tx, other.disputeId ?? '')).toMatchObject({ status: 'open', ruling: null })
    }))

  it('on one dispute are both parties to it', () =>
    inWorld(async (world) => {
      const keyed = async (name: string): Promise<Actor> => {
        const made = {
          name,
          scopes: ['resolve'] as Scope[],
          expiresAt: null,
          secretBytes: newSecret(),
        }
        return { name: (await createKey(world.at(NOW), made)).key.id, scopes: ['review', 'resolve'] }
      }
      const [second, third, fourth] = [await keyed('second'), await keyed('third'), await keyed('fourth')]
      const { candidate } = await accepted(world, late)
      const { id, disputeId } = await opine(world, candidate.id, differs, second)
      const columns = sql`candidate_id, review_id, decision, orientation, polarity, phrase, window_end, reason, dispute_id, recorded_at, salts, digest`
      await world.tx.execute(sql`insert into second_opinions (id, reviewer, ${columns})
        select ${world.newId('secondOpinion')}, ${third.name}, ${columns} from second_opinions where id = ${id}`)
      const ruling = { verdict: 'rejected', reason: 'a forecast it is' } as const
      const rule = (actor: Actor) => ruleDispute(world.at(NOW, actor), { disputeId: disputeId ?? '', ruling })
      for (const party of [second, third]) await expect(rule(party)).rejects.toMatchObject({ code: 'forbidden' })
      expect((await rule(fourth)).dispute.ruling).toMatchObject({ sameHand: false })
    }))
})

describe('what waits for one', () => {
  it('is what was accepted after its window, by somebody else, until another has judged it', () =>
    inWorld(async (world) => {
      const { candidate } = await accepted(world, late)
      expect((await waiting(world)).map(({ id }) => id)).toContain(candidate.id)
      expect(await waiting(world, 'reviewer')).toEqual([])
      await opine(world, candidate.id)
      expect(await waiting(world, 'third')).toEqual([])
    }))

  it('and one in ten of all others, rejected or not, whoever asks', () =>
    inWorld(async (world) => {
      const inTime: string[] = []
      for (let at = 1; at <= 28; at++) {
        const on = `2026-01-${String(at).padStart(2, '0')}`
        const { candidate } = await recorded(world, { ...rain, on })
        const review = { decision: 'reject', reason: 'a wish' } as const
        await reviewCandidate(world.at(on), { candidateId: candidate.id, review })
        inTime.push(candidate.id)
      }
      const found = (await waiting(world)).map(({ id }) => id)
      const sampled = await Promise.all(inTime.map(isSampled))
      expect(found.toSorted()).toEqual(inTime.filter((_, at) => sampled[at]).toSorted())
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThan(inTime.length)
    }))

  it('shows nothing of what was decided, or came of it', () =>
    inWorld(async (world) => {
      const { candidate: found } = await recorded(world, late)
      const accept = { decision: 'accept', reason: 'a forecast', phrase: 'unlikely' } as const
      const { candidate } = await reviewCandidate(world.at(NOW), { candidateId: found.id, review: accept })
      expect(blindCandidate(candidate)).toEqual({ ...found, disputes: [] })
    }))
})

it('agreement is measured over what was judged twice, each decision once', () =>
  inWorld(async (world) => {
    const { candidate } = await accepted(world, late)
    await opine(world, candidate.id)
    await opine(world, candidate.id, { decision: 'reject', reason: 'no' }, { ...SECOND, name: 'third' })
    await opine(world, (await rejected(world)).id)
    const { decisions, orientation } = await agreementOfReviewers(world.tx)
    expect(orientation).toMatchObject({ n: 1, agreed: 1 })
    expect(decisions).toMatchObject({ n: 2, agreed: 1, kappa: null })
  }))

it('decisions that are alike are counted by the database, with how each was read', () =>
  inWorld(async (world) => {
    const read = async (by: string, found: Said['found'], opinion: Partial<GiveSecondOpinion>) => {
      const { candidate } = await accepted(world, { ...late, by: [by], ...(found ? { found } : {}) })
      await opine(world, candidate.id, { decision: 'accept', reason: 'so', ...opinion })
    }
    for (const by of ['Ada', 'Ben', 'Cyd']) await read(by, undefined, {})
    await read('Dee', { kind: 'state' }, {})
    await read('Eve', undefined, { orientation: 'opposite' })
    const { candidate: found } = await recorded(world, { ...late, by: ['Fay'] })
    const turned = { decision: 'accept', reason: 'a forecast', orientation: 'opposite', polarity: '+' } as const
    await reviewCandidate(world.at(NOW), { candidateId: found.id, review: turned })
    await opine(world, found.id, { decision: 'accept', reason: 'so' })
    const pairs = await decisionPairs(world.tx)
    expect(pairs.map(({ n }) => n).toSorted()).toEqual([1, 1, 1, 3])
    expect(pairs.find(({ first }) => first.corrections?.orientation)?.first.corrections).toEqual({
      orientation: { from: 'as-worded', to: 'opposite' },
    })
    const { decisions, orientation } = await agreementOfReviewers(world.tx)
    expect([decisions.n, decisions.agreed, orientation.n, orientation.agreed]).toEqual([6, 6, 6, 4])
  }))
