import type { DisputeRuling, DisputeSubject, SubjectKind } from '../core/dispute.ts'
import { commentaryHref, questionHref } from './words.ts'

export const subjectWords: Readonly<Record<SubjectKind, string>> = {
  candidate: 'that a passage is a prediction',
  prediction: 'a prediction as it is recorded',
  resolution: 'an outcome',
  byline: 'who signed a piece',
}

export const rulingWords: Readonly<Record<DisputeRuling['verdict'], string>> = {
  upheld: 'upheld',
  rejected: 'rejected',
  dismissed: 'dismissed unconfirmed',
}

/** Where what is disputed can be read: its page, or its JSON where it has none. */
export const subjectHref = (subject: DisputeSubject, questionId: string | null): string => {
  if (subject.kind === 'candidate') return `/v1/candidates/${subject.candidateId}`
  if (subject.kind === 'prediction') return `/v1/predictions/${subject.predictionId}`
  if (subject.kind === 'byline') return commentaryHref(subject.commentaryId)
  return questionId === null ? '/v1/resolutions' : questionHref(questionId)
}

export const disputeHref = (id: string): string => `/disputes/${id}`
/** The form that disputes a thing by its id; an outcome by its question’s. */
export const disputeFormHref = (subject: string, author?: string): string =>
  `/disputes/new?subject=${subject}${author === undefined ? '' : `&author=${author}`}`
