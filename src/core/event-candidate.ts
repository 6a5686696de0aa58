import { z } from 'zod'
import { reviewDecisions, reviewStatuses } from './commentary.ts'
import { idOf } from './id.ts'
import { ReportedFact } from './reported-fact.ts'
import { Instant } from './time.ts'

/** A reported fact of a recorded commentary, before and after a reviewer has made an event of it or not. */
export const EventCandidate = ReportedFact.extend({
  id: idOf('eventCandidate'),
  commentaryId: idOf('commentary'),
  textVersion: z.int().min(1),
  factsVersion: z.string(),
  status: z.enum(reviewStatuses),
  reviewReason: z.string().nullable(),
  eventId: idOf('event').nullable().meta({ description: 'the event that it was accepted as, or joined' }),
  recordedAt: Instant,
}).meta({ id: 'EventCandidate' })
export type EventCandidate = z.infer<typeof EventCandidate>

/** The review of an event candidate, with its reason. */
export const EventCandidateReview = z.object({
  id: idOf('eventReview'),
  eventCandidateId: idOf('eventCandidate'),
  decision: z.enum(reviewDecisions),
  reason: z.string(),
  eventId: idOf('event').nullable(),
  recordedAt: Instant,
})
export type EventCandidateReview = z.infer<typeof EventCandidateReview>
