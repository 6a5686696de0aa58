import { z } from 'zod'
import { Candidate, Commentary } from '../../src/core/commentary.ts'
import { Event } from '../../src/core/event.ts'
import { ExtractionRun } from '../../src/core/extraction-run.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Proposal } from '../../src/core/proposal.ts'
import { Question } from '../../src/core/question.ts'
import { DocumentReading } from '../../src/core/reading/document.ts'
import { ScoreChange } from '../../src/core/score-change.ts'
import { Collection } from '../../src/core/source.ts'
import { Calibration } from '../../src/queries/report/calibration.ts'
import { type Api, bodyOf, mark, pageOf } from './api.ts'

export const RecordedCommentary = z.strictObject({
  commentary: Commentary,
  created: z.boolean(),
  candidates: z.int(),
  extraction: ExtractionRun.nullable(),
  document: DocumentReading.nullable(),
})
export const RecordedEvent = z.strictObject({ event: Event, created: z.boolean(), notTaken: z.array(z.string()) })
export const RecordedProposal = z.strictObject({ proposal: Proposal, created: z.boolean() })
export const Reviewed = z.strictObject({ candidate: Candidate, question: Question.nullable() })
export const Resolved = z.strictObject({ question: Question, scoreChanges: z.array(ScoreChange) })

/** A forecast whose window is long over, in words that every reader of the lexicon takes the same way. */
export const forecast = (subject: string): string =>
  `The ${subject} of Velmark will almost certainly close by the end of 2024.`
export const WINDOW_END = '2024-12-31'

export const commentaryBody = (text: string, byline = `Ada Quill ${mark()}`) => ({
  text,
  publishedOn: '2024-01-15',
  bylines: [byline],
})

/** Records a commentary of forecasts, one a subject, and gives its pending candidates in the order of the text. */
export const recordForecasts = async (api: Api, subjects: string[], more: { collection?: string } = {}) => {
  const text = subjects.map(forecast).join('\n\n')
  const sent = await api.post('/v1/commentaries', more.collection ? 'admin' : 'submit', {
    ...commentaryBody(text),
    ...more,
  })
  const { commentary } = bodyOf(sent, 201, RecordedCommentary)
  const listed = await api.get(`/v1/candidates?commentary=${commentary.id}&limit=200`, 'review')
  const { items } = bodyOf(listed, 200, pageOf(Candidate))
  return { commentary, candidates: items.sort((a, b) => a.start - b.start) }
}

export const accept = async (
  api: Api,
  candidateId: string,
  more: { familyId?: string | undefined } = {},
): Promise<Question> => {
  const answer = await api.post(`/v1/candidates/${candidateId}/reviews`, 'review', {
    decision: 'accept',
    reason: 'a claim that strangers could settle',
    ...more,
  })
  const { question } = bodyOf(answer, 201, Reviewed)
  if (!question) throw new Error('accepted without a question')
  return question
}

export const recordEvent = async (api: Api, happened = '2024-09-18'): Promise<Event> => {
  const answer = await api.post('/v1/events', 'resolve', {
    title: `It closed, ${mark()}`,
    happened,
    url: 'https://example.org/report',
  })
  return bodyOf(answer, 201, RecordedEvent).event
}

/** Evidence that settles a forecast of `forecast()` "yes". */
export const shows = (event: Event) => ({ kind: 'report', bearing: 'shows', eventId: event.id })
/** Evidence that settles it "no": somebody looked past the window's end. */
export const foundNothing = {
  kind: 'search-statement',
  readThrough: '2025-01-31',
  statement: 'Read the Gazette of Velmark whole and found no closure.',
}

export const proposeAndSettle = async (api: Api, questionId: string, event: Event): Promise<void> => {
  const body = { questionId, outcome: 'yes', evidence: [shows(event)], rationale: 'it was reported' }
  const { proposal } = bodyOf(await api.post('/v1/proposals', 'submit', body), 201, RecordedProposal)
  const decision = { decision: 'settle', reason: 'the report is plain' }
  const answer = await api.post(`/v1/proposals/${proposal.id}/decisions`, 'resolve', decision)
  bodyOf(answer, 201, z.object({ proposal: Proposal.extend({ status: z.literal('settled') }) }))
}

export const predictionOn = async (api: Api, questionId: string): Promise<Prediction> => {
  const { items } = bodyOf(await api.get(`/v1/predictions?question=${questionId}`), 200, pageOf(Prediction))
  const [only, ...others] = items
  if (!only || others.length > 0) throw new Error(`${items.length} predictions on ${questionId}`)
  return only
}

export const calibrationOf = async (api: Api, authorId: string): Promise<Calibration> =>
  bodyOf(await api.get(`/v1/authors/${authorId}/calibration?timing=retrospective`), 200, Calibration)

export const recordCollection = async (api: Api): Promise<Collection> => {
  const body = { name: `Velmark press ${mark()}`, rule: 'every piece of the Gazette in 2024', readWhole: true }
  const answer = await api.post('/v1/collections', 'review', body)
  return bodyOf(answer, 201, z.strictObject({ collection: Collection, created: z.literal(true) })).collection
}
