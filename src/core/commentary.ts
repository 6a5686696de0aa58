import { z } from 'zod'
import { Author } from './author.ts'
import { ExtractedCandidate } from './candidate.ts'
import { Corrections } from './candidate-corrections.ts'
import { idOf } from './id.ts'
import { Match } from './matching/match.ts'
import { Day, Instant, Moment } from './time.ts'

/** A published text. The text itself lives apart and is never part of this shape. */
export const Commentary = z
  .object({
    id: idOf('commentary'),
    title: z.string().nullable(),
    url: z.string().nullable(),
    sourceId: idOf('source').nullable(),
    publisher: z.string().nullable(),
    publishedOn: Day.meta({ description: 'best estimate; anchors windows' }),
    published: Moment.meta({ description: 'bounds; judge whether it came before an event' }),
    language: z.string(),
    contentSha256: z.string(),
    bylines: z.array(Author.pick({ id: true, name: true, slug: true, kind: true })),
    recordedAt: Instant,
  })
  .meta({ id: 'Commentary' })
export type Commentary = z.infer<typeof Commentary>

export const reviewDecisions = ['accept', 'reject'] as const
/** What is recorded of a candidate: decisions, and that the last one is taken back. The last of all stands. */
export const candidateDecisions = [...reviewDecisions, 'split', 'undo'] as const
/** `pending` until a review decides. */
export const reviewStatuses = ['pending', 'accepted', 'rejected'] as const
/**
 * Those, and again `pending` once a review is taken back. `split`: its parts are candidates in its place. `withdrawn`: a part
 * whose split is taken back; it is in no list.
 */
export const listedStatuses = [...reviewStatuses, 'split'] as const
export const candidateStatuses = [...listedStatuses, 'withdrawn'] as const
/** Whether somebody has decided on it, so that anybody may see it. */
export const isReviewed = (status: (typeof candidateStatuses)[number]): boolean =>
  status !== 'pending' && status !== 'withdrawn'

/** The review of a candidate, with its reason. */
export const CandidateReview = z
  .object({
    id: idOf('review'),
    candidateId: idOf('candidate'),
    position: z.int().min(1).meta({ description: 'among the reviews of the candidate: 1, 2, 3, …' }),
    decision: z.enum(candidateDecisions),
    reason: z.string(),
    corrections: Corrections.nullable(),
    predictionId: idOf('prediction').nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'CandidateReview' })
export type CandidateReview = z.infer<typeof CandidateReview>

export const Candidate = ExtractedCandidate.extend({
  id: idOf('candidate'),
  commentaryId: idOf('commentary'),
  textVersion: z.int().min(1),
  extractorVersion: z.string(),
  lexiconVersion: z.string(),
  status: z.enum(candidateStatuses),
  partOf: idOf('candidate').nullable().meta({ description: 'the candidate that a reviewer split it from' }),
  reviewers: z
    .int()
    .meta({ description: 'how many have judged it, each without the others: 1 until there is a second opinion' }),
  reviewId: idOf('review').nullable().meta({ description: 'the review that stands' }),
  reviewReason: z.string().nullable(),
  corrections: Corrections.nullable().meta({ description: 'of the review that stands' }),
  predictionId: idOf('prediction').nullable(),
  match: Match.nullable().meta({ description: 'the earlier claim of its author that it was matched with' }),
  recordedAt: Instant,
}).meta({ id: 'Candidate' })
export type Candidate = z.infer<typeof Candidate>

/** The text as it is recorded: a byte order mark is no part of it, and not every database keeps one. */
export const recordedText = (text: string): string => text.replace(/^\uFEFF/, '')

/** The first so many characters of a text, counted as the database counts them: by code points. */
export const firstCharacters = (text: string, count: number): string => {
  if (text.length <= count) return text
  let end = 0
  for (let at = 0; at < count; at++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  return text.slice(0, end)
}

/** Public quotes are short, so many characters; the full text never leaves by the public API. */
export const PUBLIC_QUOTE_CAP = 300
export const capQuote = (quote: string): string =>
  firstCharacters(quote, PUBLIC_QUOTE_CAP) === quote ? quote : `${firstCharacters(quote, PUBLIC_QUOTE_CAP - 1)}…`
