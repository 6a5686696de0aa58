import { z } from 'zod'
import { reviewDecisions } from '../../core/commentary.ts'
import type { Event } from '../../core/event.ts'
import type { EventCandidate } from '../../core/event-candidate.ts'
import { idOf } from '../../core/id.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { missing, Problem } from '../../core/problem.ts'
import { endOf, startOf } from '../../core/time.ts'
import { findEventCandidate, insertEventReview, lockEventCandidate } from '../../storage/event-candidates.ts'
import { findEvent } from '../../storage/events.ts'
import { action, type Transacting } from '../context.ts'
import { RecordEvent, recordEvent } from './record-event.ts'

const { title, happened, kind, entities } = RecordEvent.shape

export const ReviewEventCandidate = z
  .object({
    decision: z.enum(reviewDecisions),
    reason: z.string().trim().min(1, 'say why').max(2000),
    eventId: idOf('event').optional().meta({ description: 'accept: it tells of this event, which stands' }),
    title: title.optional().meta({ description: 'accept: left out, as the candidate says' }),
    happened: happened.optional().meta({
      description: 'accept: left out, the days of the candidate; needed where those have no first day',
    }),
    kind,
    entities: entities.meta({ description: 'accept: left out, the names in the candidate' }),
  })
  .meta({ id: 'ReviewEventCandidate' })
export type ReviewEventCandidate = z.infer<typeof ReviewEventCandidate>
export type ReviewEventCandidateInput = { eventCandidateId: string; review: ReviewEventCandidate }
export type ReviewedEvent = { candidate: EventCandidate; event: Event | null }

/** An event's quote is no longer; a shorter piece of the words is still exact. */
const MAX_QUOTE = 1000

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

const daysOf = ({ earliest, latest }: EventCandidate): z.infer<typeof happened> => {
  if (earliest !== null) return { earliest: startOf(earliest), latest: endOf(latest) }
  throw refuse('happened', 'the text does not tell the first day', 'say when it happened, as a day or a range')
}

/** The event that an accepted candidate tells of: the one named, or one recorded from its words. */
const eventOf = async (scope: Transacting, candidate: EventCandidate, review: ReviewEventCandidate): Promise<Event> => {
  if (!candidate.occurred) {
    const remedy = 'reject it here; its quote may be evidence of kind report on a question'
    throw refuse('decision', 'the text says that this did not happen, so it is no event', remedy)
  }
  if (review.eventId !== undefined) {
    const standing = await findEvent(scope.tx, review.eventId)
    if (!standing) throw missing('event', review.eventId, 'eventId')
    return standing
  }
  const { event } = await recordEvent(scope, {
    title: review.title ?? candidate.title,
    happened: review.happened ?? daysOf(candidate),
    entities: review.entities ?? candidate.entities,
    ...(review.kind === undefined ? {} : { kind: review.kind }),
    commentaryId: candidate.commentaryId,
    quote: candidate.quote.slice(0, MAX_QUOTE),
  })
  return event
}

/**
 * Accepts or rejects an event candidate, once. Accepting records the event with the commentary's words, date and archived
 * copy, or joins the event that stands: the one named, or one of the same title and time. Throws `already-exists` when it
 * is reviewed, `invalid-input` for a reported absence, and where nobody says when it happened.
 */
export const reviewEventCandidate = action<ReviewEventCandidateInput, ReviewedEvent>(
  async (scope, { eventCandidateId, review }) => {
    const { tx, now, newId, newSalt, actor } = scope
    await lockEventCandidate(tx, eventCandidateId)
    const candidate = await findEventCandidate(tx, eventCandidateId)
    if (!candidate) throw missing('event-candidate', eventCandidateId)
    if (candidate.status !== 'pending') {
      throw new Problem('already-exists', `this event candidate is already ${candidate.status}`, 'read it')
    }
    const event = review.decision === 'accept' ? await eventOf(scope, candidate, review) : null
    const row = {
      id: newId('eventReview'),
      eventCandidateId,
      decision: review.decision,
      reason: review.reason,
      eventId: event?.id ?? null,
      reviewer: actor.name,
      recordedAt: now,
    }
    await insertEventReview(tx, await factOf('event-review', row, newSalt))
    const reviewed = await findEventCandidate(tx, eventCandidateId)
    if (!reviewed) throw new Error(`event candidate ${eventCandidateId} vanished`)
    return { candidate: reviewed, event }
  },
)
