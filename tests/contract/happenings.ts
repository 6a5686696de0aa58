import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Event } from '../../src/core/event.ts'
import { EventCandidate } from '../../src/core/event-candidate.ts'
import { NearEvents } from '../../src/queries/matching/near-events.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { RecordedCommentary } from './steps.ts'

const Reviewed = z.strictObject({ candidate: EventCandidate, event: Event.nullable() })

/** Records a piece on a mill of its own that closed, and gives what it tells as having happened. */
const told = async (api: Api, name: string): Promise<EventCandidate[]> => {
  const text = `On 10 January the ${name} Mill closed its doors. The town council did not meet last week.`
  const sent = await api.post('/v1/commentaries', 'submit', {
    text,
    publishedOn: '2024-01-15',
    bylines: [`Ada ${name}`],
  })
  const { commentary } = bodyOf(sent, 201, RecordedCommentary)
  const listed = await api.get(`/v1/event-candidates?commentary=${commentary.id}`, 'review')
  return bodyOf(listed, 200, pageOf(EventCandidate)).items
}

/** From what a commentary tells to an event. */
export const happeningContract = (api: Api): void => {
  describe('what commentaries tell as having happened', () => {
    it('is shown to reviewers, and to everybody once it is reviewed', async () => {
      const [closing, absence] = z.tuple([EventCandidate, EventCandidate]).parse(await told(api, mark()))
      expect(closing).toMatchObject({ earliest: '2024-01-10', latest: '2024-01-10', occurred: true, status: 'pending' })
      expect(absence).toMatchObject({ occurred: false, earliest: '2024-01-08', latest: '2024-01-14' })
      expectProblem(await api.get(`/v1/event-candidates/${closing.id}`), 404, 'not-found', ['id'])
      expectProblem(await api.get('/v1/event-candidates?status=pending'), 403, 'forbidden')

      const acceptance = { decision: 'accept', reason: 'told plainly', kind: 'closing' }
      const path = `/v1/event-candidates/${closing.id}/reviews`
      expectProblem(await api.post(path, 'submit', acceptance), 403, 'forbidden')
      const { candidate, event } = bodyOf(await api.post(path, 'review', acceptance), 201, Reviewed)
      expect(event).toMatchObject({ kind: 'closing', quote: closing.quote, commentaryId: closing.commentaryId })
      expect(candidate).toMatchObject({ status: 'accepted', eventId: event?.id })
      expect(bodyOf(await api.get(`/v1/event-candidates/${closing.id}`), 200, EventCandidate)).toEqual(candidate)
      expect(bodyOf(await api.get(`/v1/events/${event?.id}`), 200, Event)).toEqual(event)
      expectProblem(await api.post(path, 'review', acceptance), 409, 'already-exists')
      const denied = await api.post(`/v1/event-candidates/${absence.id}/reviews`, 'review', acceptance)
      expectProblem(denied, 422, 'invalid-input', ['decision'])
    })

    it('is joined to the event that another piece told', async () => {
      const name = mark()
      const [first] = await told(api, name)
      const accepted = await api.post(`/v1/event-candidates/${first?.id}/reviews`, 'review', {
        decision: 'accept',
        reason: 'told plainly',
      })
      const { event } = bodyOf(accepted, 201, Reviewed)
      const text = `The ${name} Mill was closed on 11 January, the owners say.`
      const sent = await api.post('/v1/commentaries', 'submit', {
        text,
        publishedOn: '2024-01-16',
        bylines: ['Bo Doe'],
      })
      const { commentary } = bodyOf(sent, 201, RecordedCommentary)
      const listed = await api.get(`/v1/event-candidates?commentary=${commentary.id}`, 'review')
      const [second] = bodyOf(listed, 200, pageOf(EventCandidate)).items
      const path = `/v1/event-candidates/${second?.id}`
      expectProblem(await api.get(`${path}/suggestions`), 401, 'unauthenticated')
      const { events } = bodyOf(await api.get(`${path}/suggestions`, 'review'), 200, NearEvents)
      expect(events[0]?.event.id).toBe(event?.id)
      const review = { decision: 'accept', reason: 'the same closing', eventId: event?.id }
      const joined = bodyOf(await api.post(`${path}/reviews`, 'review', review), 201, Reviewed)
      expect(joined.event?.id).toBe(event?.id)
    })
  })
}
