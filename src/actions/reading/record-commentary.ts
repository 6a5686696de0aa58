import { z } from 'zod'
import { AuthorName, inNameOrder } from '../../core/author.ts'
import type { Extraction } from '../../core/candidate.ts'
import type { Commentary } from '../../core/commentary.ts'
import { textIdentity, tooShortToTell } from '../../core/fetching/resemblance.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { memberId } from '../../core/ledger/fact-kinds.ts'
import { Problem } from '../../core/problem.ts'
import type { DocumentFacts, DocumentReading } from '../../core/reading/document.ts'
import { mustAgree, recordMeant } from '../../core/same-piece.ts'
import { Day, dayOf, endOf, startOf } from '../../core/time.ts'
import { HttpUrl } from '../../core/url.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { insertCandidates } from '../../storage/candidates.ts'
import { addCommentaryToCollection, addQuestionsToCollection } from '../../storage/collections.ts'
import {
  commentariesByContent,
  findCommentary,
  insertBylines,
  insertBytes,
  insertCommentary,
  insertText,
  lockContent,
} from '../../storage/commentaries.ts'
import { insertEventCandidates } from '../../storage/event-candidates.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { putIdentities } from '../../storage/places.ts'
import { questionsOfCommentary } from '../../storage/predictions.ts'
import { lockQuestions } from '../../storage/questions.ts'
import { action, type Transacting } from '../context.ts'
import { recordAuthor } from '../predicting/record-author.ts'
import { postScoresOfAll } from '../questions/post-scores.ts'
import { recordSource } from '../resolving/record-source.ts'
import { keepFindings } from './keep-findings.ts'
import { keepPassages } from './keep-passages.ts'

export const RecordCommentary = z.object({
  text: z.string().meta({ description: 'the whole text, at most 1 MB as UTF-8' }),
  publishedOn: Day.meta({ description: 'best estimate of the day of publication' }),
  publishedEarliest: Day.optional(),
  publishedLatest: Day.optional(),
  title: z.string().trim().min(1).max(500).optional(),
  url: HttpUrl.optional(),
  publisher: AuthorName.optional(),
  bylines: z.array(AuthorName).max(50).default([]),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language tag like en')
    .default('en'),
  collection: z.string().optional().meta({ description: 'id or slug of the collection it is read for' }),
})
export type RecordCommentary = z.infer<typeof RecordCommentary>

/** What a text was read from, and by which reader. */
export type Original = {
  bytes: Uint8Array<ArrayBuffer>
  /** With the charset, where it is known. */
  mediaType: string
  reader: DocumentFacts['reader']
}
/** Without an original, the text is its own. */
export type RecordCommentaryInput = {
  commentary: RecordCommentary
  extraction: Extraction
  original?: Original
  /** What the document told that the text was read from, if it was read from one. */
  document?: DocumentReading
  /** It was fetched: its place keeps what it says of itself, and contradicts nothing. */
  fetched?: boolean
}
export type RecordedCommentary = { commentary: Commentary; created: boolean }

const FIRST_VERSION = 1

const originalOf = (text: string): Original => ({
  bytes: new TextEncoder().encode(text),
  mediaType: 'text/plain; charset=utf-8',
  reader: 'text-1',
})

/** Keeps the bytes and the plain text that was read from them. */
const keepText = async ({ tx, now }: Transacting, id: string, text: string, original: Original): Promise<void> => {
  const { bytes, mediaType, reader } = original
  await insertBytes(tx, { commentaryId: id, mediaType, bytes, sha256: await sha256(bytes), recordedAt: now })
  await insertText(tx, { commentaryId: id, version: FIRST_VERSION, reader, text, recordedAt: now })
}

const refuseDate = (field: string, detail: string): Problem =>
  new Problem('invalid-input', detail, 'check the dates: earliest ≤ publishedOn ≤ latest ≤ today', [{ field, detail }])

/** Bounds of publication. The day of recording bounds them from above: nothing is recorded before it is published. */
const publicationOf = (input: RecordCommentary, { now }: Transacting) => {
  const { publishedOn, publishedEarliest = publishedOn, publishedLatest = publishedOn } = input
  if (publishedOn > dayOf(now)) throw refuseDate('publishedOn', `${publishedOn} lies in the future`)
  if (publishedEarliest > publishedOn) throw refuseDate('publishedEarliest', 'it lies after publishedOn')
  if (publishedLatest < publishedOn) throw refuseDate('publishedLatest', 'it lies before publishedOn')
  if (publishedLatest > dayOf(now)) throw refuseDate('publishedLatest', `${publishedLatest} lies in the future`)
  return { publishedOn, publishedEarliest: startOf(publishedEarliest), publishedLatest: endOf(publishedLatest) }
}

/** Adds a commentary to a collection, with the questions and scores that it brings when it stood already. */
export const joinCollection = async (
  scope: Transacting,
  collection: string | undefined,
  commentaryId: string,
): Promise<void> => {
  if (collection === undefined) return
  const { tx, now } = scope
  const { id } = await mustFindCollection(tx, collection)
  await addCommentaryToCollection(tx, id, commentaryId, now)
  const questionIds = await questionsOfCommentary(tx, commentaryId)
  const questions = await lockQuestions(tx, questionIds)
  await addQuestionsToCollection(tx, id, questionIds, now)
  const cause = memberId(id, commentaryId)
  await postScoresOfAll(
    scope,
    questions.map((question) => ({ question, cause })),
  )
}

/** Writes a commentary that is new, with its bytes, text, bylines, identity, candidates of both kinds, and how they were found. */
const writeNew = async (
  scope: Transacting,
  { commentary: input, extraction, original = originalOf(input.text), document }: RecordCommentaryInput,
  known: Known,
): Promise<string> => {
  const { tx, now, newId, newSalt } = scope
  const id = newId('commentary')
  const source = input.publisher
    ? (await recordSource(scope, { name: input.publisher, reportingLagDays: null })).source
    : null
  const row = {
    id,
    contentSha256: known.contentSha256,
    title: input.title ?? null,
    url: input.url ?? null,
    sourceId: source?.id ?? null,
    language: input.language,
    ...known.publication,
    recordedAt: now,
  }
  const ids = new Map<string, string>()
  for (const name of inNameOrder(input.bylines))
    ids.set(name, (await recordAuthor(scope, { name, kind: 'person' })).author.id)
  const authors = input.bylines.flatMap((name) => ids.get(name) ?? [])
  const signing = [...new Set(authors)]
  const signedBy = known.short ? signing.toSorted().join(' ') : null
  await insertCommentary(tx, { ...(await factOf('commentary', row, newSalt, { bylines: signing })), signedBy })
  await keepText(scope, id, input.text, original)
  await insertBylines(tx, id, authors)
  // By its words alone: the address that comes with a sent text is only said, and must not stand in a page's way.
  const identity = await textIdentity(input.text)
  if (identity) await putIdentities(tx, id, [identity])
  await keepFindings(scope, { commentaryId: id, textVersion: FIRST_VERSION, extraction, document: document ?? null })
  const { candidates, extractorVersion, lexiconVersion } = extraction
  const about = { extractorVersion, lexiconVersion, commentaryId: id, textVersion: FIRST_VERSION, recordedAt: now }
  await insertCandidates(
    tx,
    candidates.map((found) => ({ ...found, ...about, id: newId('candidate') })),
  )
  const told = { factsVersion: extraction.factsVersion, commentaryId: id, textVersion: FIRST_VERSION, recordedAt: now }
  await insertEventCandidates(
    tx,
    extraction.facts.map((fact) => ({ ...fact, ...told, id: newId('eventCandidate') })),
  )
  await keepPassages(scope, [
    {
      origin: { commentaryId: id, textVersion: FIRST_VERSION, eventId: null },
      ...input,
      predictions: candidates,
    },
  ])
  return id
}

type Known = { contentSha256: string; publication: ReturnType<typeof publicationOf>; short: boolean }

/**
 * Records a commentary with its bytes, text, bylines and candidates, once: the same text again answers with the record
 * that stands (and joins the collection named), unless what is told beside it contradicts that record, which throws
 * `already-exists`. A text of fewer than 40 words under other bylines is another commentary.
 */
export const recordCommentary = action<RecordCommentaryInput, RecordedCommentary>(async (scope, input) => {
  const { tx } = scope
  const { text, bylines, publisher = null, url = null, collection } = input.commentary
  const publication = publicationOf(input.commentary, scope)
  const known = { contentSha256: await sha256(text), publication, short: tooShortToTell(text) }
  if (collection !== undefined) await holdLinks(tx)
  await lockContent(tx, known.contentSha256)
  const told = { bylines, publisher, url, ...publication }
  const standing = recordMeant(told, await commentariesByContent(tx, known.contentSha256), known.short)
  if (standing && !input.fetched) mustAgree(told, standing)
  const id = standing?.id ?? (await writeNew(scope, input, known))
  const commentary = standing ?? (await findCommentary(tx, id))
  if (!commentary) throw new Error('the commentary just recorded is not there')
  await joinCollection(scope, collection, id)
  return { commentary, created: standing === null }
})
