import { z } from 'zod'
import { Day } from '../time.ts'
import { parseMediaType, readableType } from './media-type.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'

/** What a document can be read as. */
export const mediaTypes = ['text/plain', 'text/html', 'text/markdown'] as const
export type ReadableType = (typeof mediaTypes)[number]

/** How bytes became plain text. The name stands beside each stored text; a change of a reader's output is a new name. */
export const readers = ['text-1', 'html-1', 'markdown-1'] as const

/** When a document was published, as far as it tells: a best estimate within bounds, and the words that say so. */
export const StatedPublication = z
  .object({ on: Day, earliest: Day, latest: Day, evidence: z.string() })
  .meta({ id: 'StatedPublication' })
export type StatedPublication = z.infer<typeof StatedPublication>

/** What a document tells about itself. Nothing is guessed: what it does not tell is null or empty. */
export const DocumentFacts = z
  .object({
    reader: z.enum(readers),
    mediaType: z.enum(mediaTypes).meta({ description: 'what it was read as' }),
    title: z.string().nullable(),
    bylines: z.array(z.string()),
    publisher: z.string().nullable(),
    topics: z.array(z.string()),
    canonicalUrl: z.string().nullable(),
    language: z.string().meta({ description: 'BCP 47, detected in the prose or else declared' }),
    published: StatedPublication.nullable(),
  })
  .meta({ id: 'DocumentFacts' })
export type DocumentFacts = z.infer<typeof DocumentFacts>

/** What may be taken from a document. */
export const takeable = ['publishedOn', 'title', 'bylines', 'publisher', 'language', 'url'] as const

/** What the document tells of itself, and which of it was taken, because nothing else was said. */
export const DocumentReading = DocumentFacts.extend({ taken: z.array(z.enum(takeable)) }).meta({
  id: 'DocumentReading',
})
export type DocumentReading = z.infer<typeof DocumentReading>

/** Bytes as they were sent or fetched. `mediaType` may carry a charset, as in an HTTP header; null = to be detected. */
export type SourceDocument = { bytes: Uint8Array; mediaType: string | null; url: string | null }
/** The plain text that offsets refer to, and what the document tells about itself. */
export type ReadDocument = DocumentFacts & { text: string }

/**
 * Reads a document. Plain text stays as it is, unit by unit; HTML and Markdown become paragraphs parted by blank lines.
 * Throws `Problem`: `body-too-large`, `not-text`, `invalid-input` when no text is there, `unsupported-media-type`.
 */
export const readDocument = async ({ bytes, mediaType, url }: SourceDocument): Promise<ReadDocument> => {
  const { type, charset } = parseMediaType(mediaType)
  const beginning = new TextDecoder('utf-8').decode(bytes.subarray(0, 16_384))
  return readerFor[readableType(type, beginning)](bytes, charset, url)
}

const readerFor: Record<ReadableType, typeof readText> = {
  'text/plain': readText,
  'text/html': readHtml,
  'text/markdown': readMarkdown,
}
