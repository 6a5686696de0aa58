import { describe, expect, it } from 'vitest'
import { decideProposal } from '../../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { tryProposal } from '../../../src/actions/resolving/try-proposal.ts'
import { findProposal, listProposals } from '../../../src/storage/proposals.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { inWorld, type World } from '../../support/embedded.ts'
import { expectExact, totalsOf } from '../exact.ts'
import { accepted, reportOf, searchedThrough, settleNo } from '../story.ts'

const NOW = '2026-05-01'
const asked = async (world: World) => {
  const { question, prediction } = await accepted(world, {
    on: '2026-01-05',
    quote: 'It will rain.',
    end: '2026-03-31',
  })
  return { id: question.id, ada: prediction.authorId }
}
type Outcome = 'yes' | 'no'
type Evidence = ReturnType<typeof searchedThrough>

const propose = (world: World, questionId: string, outcome: Outcome, evidence: Evidence, now = NOW) =>
  proposeOutcome(world.at(now), { questionId, outcome, evidence, rationale: 'so it seems' })
const decide = (world: World, proposalId: string, decision: 'settle' | 'decline', now = NOW) =>
  decideProposal(world.at(now), { proposalId, decision: { decision, reason: 'checked' } })

describe('a proposal', () => {
  it('settles nothing by itself', () =>
    inWorld(async (world) => {
      const { id, ada } = await asked(world)
      const evidence = await reportOf(world, { title: 'rain', on: '2026-03-01', now: NOW })
      const { proposal, created } = await propose(world, id, 'yes', evidence)
      expect(created).toBe(true)
      expect(proposal).toMatchObject({ questionId: id, outcome: 'yes', status: 'pending', reason: null, evidence })
      expect((await findQuestion(world.tx, id))?.status).toBe('open')
      expect(await logOf(world.tx, id)).toEqual([])
      expect(await totalsOf(world, ada)).toEqual({ pending: 0, void: 0, n: 0, hits: 0 })
    }))

  it('is kept once for the same outcome on the same evidence', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const evidence = searchedThrough('2026-04-30')
      const first = await propose(world, id, 'no', evidence)
      expect(await propose(world, id, 'no', evidence, '2026-05-02')).toEqual({ ...first, created: false })
      expect((await propose(world, id, 'no', searchedThrough('2026-04-29'))).created).toBe(true)
      const { items } = await listProposals(world.tx, { questionId: id, status: 'pending' }, { limit: 9, cursor: null })
      expect(items).toHaveLength(2)
    }))

  it('takes the same evidence for one outcome, and for another only once the first is declined', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const evidence = searchedThrough('2026-04-30')
      const { proposal } = await propose(world, id, 'yes', evidence)
      await expect(propose(world, id, 'no', evidence)).rejects.toMatchObject({
        code: 'already-exists',
        fields: [{ field: 'outcome' }],
      })
      await decide(world, proposal.id, 'decline')
      expect(await propose(world, id, 'yes', evidence)).toMatchObject({ created: false, proposal: { id: proposal.id } })
      expect(await propose(world, id, 'no', evidence)).toMatchObject({ created: true })
    }))

  it('with evidence that cannot be is not kept', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      await expect(propose(world, id, 'no', searchedThrough('2026-05-02'))).rejects.toMatchObject({
        code: 'invalid-input',
      })
      const { items } = await listProposals(world.tx, { questionId: id, status: null }, { limit: 9, cursor: null })
      expect(items).toEqual([])
    }))

  it('on a question that is not there is refused', () =>
    inWorld(async (world) => {
      const refused = propose(world, world.newId('question'), 'no', searchedThrough('2026-04-30'))
      await expect(refused).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('a trial of a proposal', () => {
  const attempt = (world: World, questionId: string, outcome: Outcome, evidence: Evidence, now = NOW) =>
    tryProposal(world.at(now), { questionId, outcome, evidence, rationale: 'so it seems' })
  const kept = async ({ tx }: World) =>
    (await listProposals(tx, { questionId: null, status: null }, { limit: 9, cursor: null })).items

  it.each([
    ['yes', '2026-03-01', { wouldBe: 'settled', reason: 'an event inside the window shows it', code: null }],
    ['yes', '2026-04-01', { wouldBe: 'pending', code: 'insufficient-evidence' }],
  ] as const)('says what an event would do, and keeps nothing: %s by one on %s', (outcome, on, would) =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const evidence = await reportOf(world, { title: 'rain', on, now: NOW })
      expect(await attempt(world, id, outcome, evidence)).toMatchObject({ ...would, stands: null })
      expect(await kept(world)).toEqual([])
      expect(await propose(world, id, outcome, evidence)).toMatchObject({ created: true })
    }),
  )

  it('says what is too early, what stands already, and what contradicts', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const [early, late] = [searchedThrough('2026-03-09'), searchedThrough('2026-04-30')]
      expect(await attempt(world, id, 'no', early, '2026-03-10')).toMatchObject({
        wouldBe: 'pending',
        code: 'window-open',
        remedy: 'wait, or give an event that excludes it',
      })
      const { proposal } = await propose(world, id, 'no', late)
      expect(await attempt(world, id, 'no', late)).toMatchObject({ wouldBe: 'settled', stands: { id: proposal.id } })
      const rain = await reportOf(world, { title: 'rain', on: '2026-03-01', now: NOW })
      expect(await attempt(world, id, 'yes', rain)).toMatchObject({
        wouldBe: 'conflict',
        reason: `another outcome is proposed, by ${proposal.id}`,
      })
      await decide(world, proposal.id, 'settle')
      expect(await attempt(world, id, 'yes', rain)).toMatchObject({
        wouldBe: 'conflict',
        code: 'illegal-step',
        reason: 'the question is resolved: no',
      })
      expect(await kept(world)).toHaveLength(1)
    }))

  it('refuses what proposing would refuse', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const evidence = searchedThrough('2026-04-30')
      await propose(world, id, 'no', evidence)
      for (const [outcome, sent, code] of [
        ['yes', evidence, 'already-exists'],
        ['no', searchedThrough('2026-05-02'), 'invalid-input'],
      ] as const) {
        await expect(attempt(world, id, outcome, sent)).rejects.toMatchObject({ code })
      }
      const nowhere = attempt(world, world.newId('question'), 'no', evidence)
      await expect(nowhere).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('deciding a proposal', () => {
  it('settles the question when the evidence carries it, and the scores move', () =>
    inWorld(async (world) => {
      const { id, ada } = await asked(world)
      const evidence = await reportOf(world, { title: 'rain', on: '2026-03-01', now: NOW })
      const { proposal } = await propose(world, id, 'yes', evidence)
      const decided = await decide(world, proposal.id, 'settle')
      expect(decided.question).toMatchObject({ status: 'resolved', outcome: 'yes' })
      expect(decided.proposal).toMatchObject({
        status: 'settled',
        reason: 'an event inside the window shows it',
        decidedAt: `${NOW}T12:00:00.000Z`,
      })
      const [entry] = await logOf(world.tx, id)
      expect(entry).toMatchObject({ proposalId: proposal.id, reason: 'checked', evidence: proposal.evidence })
      expect(await totalsOf(world, ada)).toEqual({ pending: 0, void: 0, n: 1, hits: 1 })
      await expectExact(world)
    }))

  it('leaves it pending with what holds it back, and settles it when that is gone', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const report = await reportOf(world, { title: 'a drought was declared', on: '2026-03-01', now: '2026-03-10' })
      const beside = report.map((one) => ({ ...one, bearing: 'none' as const }))
      const { proposal } = await propose(world, id, 'no', [...beside, ...searchedThrough('2026-03-09')], '2026-03-10')
      const held = await decide(world, proposal.id, 'settle', '2026-03-10')
      expect(held.proposal).toMatchObject({
        status: 'pending',
        reason: 'the window is open until 2026-03-31',
        decidedAt: null,
      })
      expect(held.question.status).toBe('open')
      const later = await decide(world, proposal.id, 'settle', '2026-04-10')
      expect(later.proposal).toMatchObject({
        status: 'pending',
        reason: expect.stringContaining('read through 2026-03-09'),
      })
      expect(await logOf(world.tx, id)).toEqual([])
    }))

  it('declines with a reason and leaves the question alone', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const { proposal } = await propose(world, id, 'no', searchedThrough('2026-04-30'))
      const { proposal: declined, question } = await decide(world, proposal.id, 'decline')
      expect(declined).toMatchObject({ status: 'declined', reason: 'checked' })
      expect(question.status).toBe('open')
    }))

  it.each([
    ['settle', 'settle'],
    ['settle', 'decline'],
    ['decline', 'settle'],
    ['decline', 'decline'],
  ] as const)('happens once: %s, then %s', (first, second) =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const { proposal } = await propose(world, id, 'no', searchedThrough('2026-04-30'))
      await decide(world, proposal.id, first)
      const before = await findProposal(world.tx, proposal.id)
      await expect(decide(world, proposal.id, second)).rejects.toMatchObject({ code: 'illegal-step' })
      expect(await findProposal(world.tx, proposal.id)).toEqual(before)
    }),
  )

  it('is refused when the question was decided meanwhile; it can then be declined', () =>
    inWorld(async (world) => {
      const { id } = await asked(world)
      const { proposal } = await propose(world, id, 'no', searchedThrough('2026-04-30'))
      await settleNo(world, { question: id, now: NOW })
      await expect(decide(world, proposal.id, 'settle')).rejects.toMatchObject({ code: 'illegal-step' })
      expect((await findProposal(world.tx, proposal.id))?.status).toBe('pending')
      expect((await decide(world, proposal.id, 'decline')).proposal.status).toBe('declined')
    }))

  it('of what is not there is not found', () =>
    inWorld(async (world) => {
      await expect(decide(world, world.newId('proposal'), 'settle')).rejects.toMatchObject({ code: 'not-found' })
    }))
})
