import { z } from 'zod'
import { AuthorName } from '../../core/author.ts'
import { recordedText } from '../../core/commentary.ts'
import { Problem } from '../../core/problem.ts'
import {
  type DocumentReading,
  mediaTypes,
  type ReadDocument,
  readDocument,
  takeable,
} from '../../core/reading/document.ts'
import { detectType } from '../../core/reading/media-type.ts'
import type { Day } from '../../core/time.ts'
import { type Original, RecordCommentary } from './record-commentary.ts'

const { text, publishedOn, bylines, language } = RecordCommentary.shape

/** A commentary as it is sent. What is left out is taken from the document, where it tells. */
export const SentCommentary = RecordCommentary.extend({
  text: text.meta({ description: 'the whole document, at most 1 MB of plain text or Markdown, or 2.5 MB of HTML' }),
  mediaType: z.enum(mediaTypes).optional().meta({ description: 'left out: as the document begins' }),
  publishedOn: publishedOn.optional().meta({
    description: 'best estimate of the day of publication; may be left out where the document tells it',
  }),
  bylines: bylines.unwrap().optional(),
  language: language.unwrap().optional().meta({ description: 'BCP 47; left out: as detected' }),
}).meta({ id: 'RecordCommentary' })
export type SentCommentary = z.infer<typeof SentCommentary>

export type ReadCommentary = { commentary: RecordCommentary; original: Original; document: DocumentReading }

type Dates = Pick<RecordCommentary, 'publishedOn' | 'publishedEarliest' | 'publishedLatest'>

/**
 * Reads a commentary as it is sent. Throws what `readDocument` throws, and `invalid-input` naming `publishedOn` where neither
 * the sender nor the document tells the day, or where the document's lies in the future.
 */
export const readCommentary = async (sent: SentCommentary, today: Day): Promise<ReadCommentary> => {
  const bytes = new TextEncoder().encode(sent.text)
  const mediaType = `${sent.mediaType ?? detectType(sent.text.slice(0, 16_384))}; charset=utf-8`
  const { text: plain, ...document } = await readDocument({ bytes, mediaType, url: sent.url ?? null })
  const read = withFacts({ ...sent, text: recordedText(plain) }, document, today)
  return { ...read, original: { bytes, mediaType, reader: document.reader } }
}

/** What was said of a commentary, filled up from what its document tells. Throws `invalid-input` as `readCommentary` does. */
export const withFacts = (told: Told, facts: Facts, today: Day): Omit<ReadCommentary, 'original'> => {
  const commentary = filled(told, facts, today)
  const taken = takeable.filter((field) => told[field] === undefined && isTold(commentary[field]))
  return { commentary, document: { ...facts, taken } }
}

const isTold = (value: string | string[] | undefined): boolean => value !== undefined && value.length > 0

type Facts = Omit<ReadDocument, 'text'>
export type Told = { [Field in keyof RecordCommentary]?: RecordCommentary[Field] | undefined } & { text: string }

/** What was said goes before what the document tells. */
const filled = (told: Told, facts: Facts, today: Day): RecordCommentary => {
  const { collection } = told
  const isName = (name: string): boolean => AuthorName.safeParse(name).success
  const title = told.title ?? facts.title
  const url = told.url ?? facts.canonicalUrl
  const publisher = told.publisher ?? (facts.publisher && isName(facts.publisher) ? facts.publisher : null)
  return {
    text: told.text,
    ...datesOf(told, facts, today),
    bylines: told.bylines ?? facts.bylines.filter(isName),
    language: told.language ?? facts.language,
    ...(title ? { title } : {}),
    ...(url ? { url } : {}),
    ...(publisher ? { publisher } : {}),
    ...(collection === undefined ? {} : { collection }),
  }
}

/** A day west of here may have begun that has not begun in UTC; a page of tomorrow is of today then. */
const datesOf = (told: { [Field in keyof Dates]?: Dates[Field] | undefined }, facts: Facts, today: Day): Dates => {
  const bounds = (earliest: Day | undefined, latest: Day | undefined) => ({
    ...(earliest ? { publishedEarliest: earliest } : {}),
    ...(latest ? { publishedLatest: latest } : {}),
  })
  if (told.publishedOn) {
    return { publishedOn: told.publishedOn, ...bounds(told.publishedEarliest, told.publishedLatest) }
  }
  const { published } = facts
  if (!published) throw undated('the document does not tell when it was published', 'send publishedOn, as YYYY-MM-DD')
  if (published.earliest > today) {
    throw undated(`the document is dated ${published.on}, in the future`, 'send publishedOn, the day it was published')
  }
  const upToToday = (day: Day): Day => (day > today ? today : day)
  return {
    publishedOn: upToToday(published.on),
    ...bounds(told.publishedEarliest ?? published.earliest, told.publishedLatest ?? upToToday(published.latest)),
  }
}

const undated = (detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field: 'publishedOn', detail }])
