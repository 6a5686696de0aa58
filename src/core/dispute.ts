import { z } from 'zod'
import { idOf } from './id.ts'
import { dayOf, endOf, Instant, plusDays } from './time.ts'

/** What can be disputed: a passage taken for a prediction, the prediction made of it, an outcome, who signed a piece. */
export const subjectKinds = ['candidate', 'prediction', 'resolution', 'byline'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const DisputeSubject = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('candidate'), candidateId: idOf('candidate') }),
    z.object({ kind: z.literal('prediction'), predictionId: idOf('prediction') }),
    z.object({ kind: z.literal('resolution'), resolutionId: idOf('resolution') }),
    z.object({ kind: z.literal('byline'), commentaryId: idOf('commentary'), authorId: idOf('author') }),
  ])
  .meta({ id: 'DisputeSubject', description: 'a resolution is one entry of the log that settles or voids' })
export type DisputeSubject = z.infer<typeof DisputeSubject>

/** Whether the one who disputes says that they are the judged author. */
export const disputeRoles = ['judged-author', 'other'] as const
/** `dismissed`: never confirmed, and put away as spam or a hoax; never shown. */
export const rulings = ['upheld', 'rejected', 'dismissed'] as const
/** `received`: nobody has confirmed yet that it comes from who it says. */
export const disputeStatuses = ['received', 'open', ...rulings] as const
export type DisputeStatus = (typeof disputeStatuses)[number]

/** A dispute is ruled by the end of the fourteenth day after it came in. */
export const RULING_DAYS = 14
export const ruleBy = (received: Instant): Instant => endOf(plusDays(dayOf(received), RULING_DAYS))

/** The status, from the records that decide it: it is stored nowhere. */
export const disputeStatus = (
  confirmed: boolean,
  ruling: { verdict: (typeof rulings)[number] } | null,
): DisputeStatus => ruling?.verdict ?? (confirmed ? 'open' : 'received')

/** The longest grounds or reply. */
export const LONGEST_TEXT = 10_000
const withoutNul = (text: string): boolean => !text.includes('\u0000')
export const DisputeText = z
  .string()
  .trim()
  .min(1, 'say what is wrong')
  .max(LONGEST_TEXT)
  .refine(withoutNul, 'leave out NUL characters')
/** How to reach who wrote: kept apart, never shown, deleted on request. */
export const Contact = z.string().trim().min(3).max(300).refine(withoutNul, 'leave out NUL characters')

export const DisputeReply = z
  .object({
    id: idOf('reply'),
    text: z.string().nullable().meta({ description: 'null once it was redacted' }),
    confirmed: z.boolean().meta({ description: 'false = shown to reviewers alone' }),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'DisputeReply', description: 'a reply of the judged author' })
export type DisputeReply = z.infer<typeof DisputeReply>

export const DisputeRuling = z
  .object({
    id: idOf('ruling'),
    verdict: z.enum(rulings),
    reason: z.string(),
    resolutionId: idOf('resolution')
      .nullable()
      .meta({ description: 'the entry of the log that an upheld dispute about an outcome led to' }),
    sameHand: z.boolean().meta({
      description:
        'true = ruled by who had decided what is disputed, or gave the second opinion, there being nobody else who may',
    }),
    recordedAt: Instant,
  })
  .meta({ id: 'DisputeRuling' })
export type DisputeRuling = z.infer<typeof DisputeRuling>

export const Dispute = z
  .object({
    id: idOf('dispute'),
    subject: DisputeSubject,
    questionId: idOf('question').nullable().meta({ description: 'the question it touches, if one' }),
    role: z.enum(disputeRoles),
    grounds: z.string().nullable().meta({
      description: 'null until it is confirmed that it comes from who it says, and once they were redacted',
    }),
    redacted: z.boolean().meta({ description: 'true = its grounds were taken out; GET /v1/redactions says why' }),
    status: z.enum(disputeStatuses),
    ruleBy: Instant.meta({ description: 'it is ruled by then' }),
    replies: z.array(DisputeReply).meta({ description: 'of the judged author, oldest first' }),
    ruling: DisputeRuling.nullable(),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Dispute' })
export type Dispute = z.infer<typeof Dispute>

/** What stands at a thing that is disputed, or was. The thing itself stands until a ruling. */
export const DisputeMark = z
  .object({
    id: idOf('dispute'),
    about: z.enum(subjectKinds),
    status: z.enum(disputeStatuses),
    ruleBy: Instant,
    ruling: DisputeRuling.nullable(),
  })
  .meta({ id: 'DisputeMark' })
export type DisputeMark = z.infer<typeof DisputeMark>

/** The field that public reads of disputable things carry. */
export const flagged = {
  disputes: z.array(DisputeMark).meta({ description: 'what stands here is disputed, or was; newest first' }),
}
export type Flagged<T> = T & { disputes: DisputeMark[] }

/** What comes in without a key waits for confirmation; so much of a day's may wait on one thing, or come in within an hour. */
export const UNCONFIRMED = { perSubject: 5, perHour: 60 } as const
