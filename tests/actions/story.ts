import { type ReviewCandidate, reviewCandidate } from '../../src/actions/predicting/review-candidate.ts'
import { type RecordCommentary, recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { type ResolveQuestion, resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import type { ExtractedCandidate, Extraction } from '../../src/core/candidate.ts'
import type { Candidate, Commentary } from '../../src/core/commentary.ts'
import { BUILT_IN_RUN } from '../../src/core/extraction-run.ts'
import type { Question } from '../../src/core/question.ts'
import type { DocumentReading } from '../../src/core/reading/document.ts'
import { plusDays } from '../../src/core/time.ts'
import { candidatesOf } from '../../src/storage/candidates.ts'
import { findPrediction, type StoredPrediction } from '../../src/storage/predictions.ts'
import { day, type World } from '../support/embedded.ts'

/** A piece with one prediction in it: who said what, when, until when. What is left out is plain. */
export type Said = {
  /** Day of publication, and of recording unless `recorded` says otherwise. */
  on: string
  recorded?: string
  quote: string
  /** End of the window; null = the words set none. */
  end: string | null
  by?: string[]
  piece?: Partial<RecordCommentary>
  found?: Partial<ExtractedCandidate>
  review?: Partial<ReviewCandidate>
}

export const candidateIn = (text: string, { quote, on, end, found }: Said): ExtractedCandidate => {
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`the piece does not say: ${quote}`)
  return {
    quote,
    start,
    end: start + quote.length,
    claimant: null,
    claimantRole: null,
    attribution: 'own',
    directness: 'verbatim',
    phrase: 'likely',
    hedge: 'likely',
    polarity: '+',
    weakHedge: false,
    probability: { low: 0.55, mid: 0.7, high: 0.85 },
    window: { text: 'by then', start: day(on), end: end === null ? null : day(end), source: 'stated' },
    claim: quote,
    context: null,
    condition: null,
    conditionKind: null,
    orientation: 'as-worded',
    kind: 'event',
    verifiability: 'checkable',
    scorable: true,
    reasons: [],
    ...found,
  }
}

export const extractionOf = (...candidates: ExtractedCandidate[]): Extraction => ({
  candidates,
  facts: [],
  factsVersion: 'by-hand',
  extractorVersion: 'by-hand',
  lexiconVersion: '2026.1',
  run: BUILT_IN_RUN,
})
export const nothingFound = extractionOf()

/** What a document of plain text tells that tells nothing but a subject with half a letter in it, which no database keeps. */
export const toldNothing: DocumentReading = {
  reader: 'text-1',
  mediaType: 'text/plain',
  title: null,
  bylines: [],
  publisher: null,
  topics: ['mills', 'half \ud800 and \u0000'],
  canonicalUrl: null,
  language: 'en',
  published: null,
  taken: [],
}

/** The input of `recordCommentary` for a piece. */
export const pieceOf = (said: Said): { commentary: RecordCommentary; extraction: Extraction } => {
  const text = said.piece?.text ?? `${said.by?.join(' and ') ?? 'Ada'} on ${said.on}. ${said.quote} So much for now.`
  return {
    commentary: { publishedOn: day(said.on), bylines: said.by ?? ['Ada'], language: 'en', ...said.piece, text },
    extraction: extractionOf(candidateIn(text, said)),
  }
}

export const recorded = async (world: World, said: Said): Promise<{ commentary: Commentary; candidate: Candidate }> => {
  const { commentary } = await recordCommentary(world.at(said.recorded ?? said.on), pieceOf(said))
  const [candidate] = await candidatesOf(world.tx, commentary.id)
  if (!candidate) throw new Error('the candidate just recorded is not there')
  return { commentary, candidate }
}

type Accepted = { commentary: Commentary; candidate: Candidate; question: Question; prediction: StoredPrediction }

/** Records a piece and accepts its prediction. */
export const accepted = async (world: World, said: Said): Promise<Accepted> => {
  const { commentary, candidate: found } = await recorded(world, said)
  const { candidate, question } = await reviewCandidate(world.at(said.recorded ?? said.on), {
    candidateId: found.id,
    review: { decision: 'accept', reason: 'a prediction', ...said.review },
  })
  const prediction = candidate.predictionId ? await findPrediction(world.tx, candidate.predictionId) : null
  if (!question || !prediction) throw new Error('accepting made no prediction')
  return { commentary, candidate, question, prediction }
}

type Evidence = Extract<ResolveQuestion, { step: 'settle' }>['evidence']

/** A report of an event on a day, made for one question. */
export const reportOf = async (
  world: World,
  { title, on, now, bearing = 'shows' }: { title: string; on: string; now: string; bearing?: 'shows' | 'excludes' },
): Promise<Evidence> => {
  const { event } = await recordEvent(world.at(now), { title, happened: day(on), url: 'https://example.org/report' })
  return [{ kind: 'report', bearing, eventId: event.id }]
}

/** Someone looked until a day and found nothing. */
export const searchedThrough = (through: string): Evidence => [
  {
    kind: 'search-statement',
    bearing: 'none',
    readThrough: day(through),
    statement: 'read the Gazette; nothing there',
  },
]

export type Settled = { question: string; now: string; correct?: boolean; reason?: string }

/** Settles "yes" by an event on a day. */
export const settleYes = async (
  world: World,
  { question, now, correct = false, on, reason = 'it happened' }: Settled & { on: string },
) =>
  resolveQuestion(world.at(now), {
    step: 'settle',
    questionId: question,
    outcome: 'yes',
    evidence: await reportOf(world, { title: `shown for ${question}`, on, now }),
    reason,
    correct,
  })

/** Settles "no" on a search that reaches the day before. */
export const settleNo = (world: World, { question, now, correct = false, reason = 'it did not happen' }: Settled) =>
  resolveQuestion(world.at(now), {
    step: 'settle',
    questionId: question,
    outcome: 'no',
    evidence: searchedThrough(plusDays(day(now.slice(0, 10)), -1)),
    reason,
    correct,
  })

type Void = Settled & { why?: 'annulled' | 'ambiguous' | 'not-applicable' }
export const voidIt = (world: World, { question, now, correct = false, why = 'annulled', reason = 'it broke' }: Void) =>
  resolveQuestion(world.at(now), { step: 'void', questionId: question, voidReason: why, evidence: [], reason, correct })

export const reopen = (world: World, { question, now, reason = 'look again' }: Settled) =>
  resolveQuestion(world.at(now), { step: 'reopen', questionId: question, reason })
