import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ProposalTrial } from '../../src/actions/resolving/try-proposal.ts'
import { VersionWorkItem, WorkItem, WorkLease } from '../../src/core/work.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, foundNothing, RecordedProposal, recordEvent, recordForecasts, shows } from './steps.ts'

const Leased = z.strictObject({ lease: WorkLease.nullable(), items: z.array(WorkItem) })

/** A question that waits for its outcome. */
const waiting = async (api: Api): Promise<string> => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
  return (await accept(api, candidates[0]?.id ?? '')).id
}

/** Takes what is free until a question is among it: other tests leave work behind as well. */
const leaseWith = async (api: Api, questionId: string): Promise<WorkLease> => {
  for (;;) {
    const sent = await api.post('/v1/work/leases', 'submit', { limit: 50, seconds: 60 })
    const { lease, items } = bodyOf(sent, 201, Leased)
    if (!lease) throw new Error('the question is held by nobody and not free')
    expect(items.map(({ question }) => question.id)).toEqual(lease.questionIds)
    if (lease.questionIds.includes(questionId)) return lease
  }
}

const itemOf = async (api: Api, questionId: string): Promise<WorkItem | undefined> => {
  let next: string | null = null
  do {
    const page = await api.get(`/v1/work?limit=200${next ? `&cursor=${next}` : ''}`)
    const { items, next: following } = bodyOf(page, 200, pageOf(WorkItem))
    const found = items.find(({ question }) => question.id === questionId)
    if (found) return found
    next = following
  } while (next !== null)
  return undefined
}

/** The work of programs outside: what waits, who is at it, and what a proposal would do. */
export const workContract = (api: Api): void => {
  describe('work', () => {
    it('is listed, held, renewed and given back', async () => {
      const id = await waiting(api)
      expect(await itemOf(api, id)).toMatchObject({ proposals: [], heldUntil: null })
      const lease = await leaseWith(api, id)
      expect(await itemOf(api, id)).toMatchObject({ heldUntil: lease.until })
      const renewals = `/v1/work/leases/${lease.id}/renewals`
      const renewed = bodyOf(await api.post(renewals, 'submit', { seconds: 600 }), 201, WorkLease)
      expect(renewed.until > lease.until).toBe(true)
      expectProblem(await api.post(renewals, 'admin', { seconds: 600 }), 403, 'forbidden')
      expectProblem(await api.post(renewals, 'submit', { seconds: 1 }), 422, 'invalid-input', ['seconds'])
      const gone = await api.send(`/v1/work/leases/${lease.id}`, 'submit', { method: 'DELETE' })
      expect([gone.status, gone.text]).toEqual([204, ''])
      expect(await itemOf(api, id)).toMatchObject({ heldUntil: null })
      expectProblem(await api.post(renewals, 'submit', { seconds: 600 }), 404, 'not-found', ['id'])
    })

    it('needs a key to take, and none to see', async () => {
      expectProblem(await api.post('/v1/work/leases', null, {}), 401, 'unauthenticated')
      expectProblem(await api.post('/v1/work/leases', 'review', {}), 403, 'forbidden')
      expectProblem(await api.get('/v1/work?due_before=soon'), 422, 'invalid-input', ['due_before'])
      expectProblem(await api.get('/v1/work?resolver=nobody'), 422, 'invalid-input', ['resolver'])
      bodyOf(await api.get('/v1/work/versions?limit=1'), 200, pageOf(VersionWorkItem))
    })
  })

  describe('a proposal', () => {
    it('is tried without being kept', async () => {
      const questionId = await waiting(api)
      const event = await recordEvent(api)
      const body = { questionId, outcome: 'yes', evidence: [shows(event)], rationale: 'it was reported' }
      const path = '/v1/proposals?dry_run=true'
      const trial = bodyOf(await api.post(path, 'submit', body), 200, ProposalTrial)
      expect(trial).toMatchObject({ wouldBe: 'settled', code: null, stands: null })
      expect((await itemOf(api, questionId))?.proposals).toEqual([])
      const other = { ...body, outcome: 'no', evidence: [{ ...foundNothing, readThrough: '2024-06-30' }] }
      expect(bodyOf(await api.post(path, 'submit', other), 200, ProposalTrial)).toMatchObject({
        wouldBe: 'pending',
        code: 'insufficient-evidence',
      })
      const { proposal } = bodyOf(await api.post('/v1/proposals', 'submit', body), 201, RecordedProposal)
      expect((await itemOf(api, questionId))?.proposals.map(({ id }) => id)).toEqual([proposal.id])
      const again = bodyOf(await api.post(path, 'submit', body), 200, ProposalTrial)
      expect(again.stands?.id).toBe(proposal.id)
      expect(bodyOf(await api.post(path, 'submit', other), 200, ProposalTrial).wouldBe).toBe('conflict')
    })

    it('on the same evidence for another outcome is refused', async () => {
      const questionId = await waiting(api)
      const body = { questionId, outcome: 'no', evidence: [foundNothing], rationale: 'nothing found' }
      bodyOf(await api.post('/v1/proposals', 'submit', body), 201, RecordedProposal)
      for (const query of ['', '?dry_run=true']) {
        const answer = await api.post(`/v1/proposals${query}`, 'submit', { ...body, outcome: 'yes' })
        expectProblem(answer, 409, 'already-exists', ['outcome'])
      }
    })
  })
}
