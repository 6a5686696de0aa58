import { recordedText } from '../../core/commentary.ts'
import { addressIdentity, canonicalOf } from '../../core/fetching/canonical-url.ts'
import { textIdentity } from '../../core/fetching/resemblance.ts'
import { reservedByHtml } from '../../core/fetching/reservation.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { Problem } from '../../core/problem.ts'
import { decodePage } from '../../core/reading/decode.ts'
import { type ReadDocument, readDocument } from '../../core/reading/document.ts'
import { parseMediaType } from '../../core/reading/media-type.ts'
import { hasWords } from '../../core/reading/words.ts'
import { dayOf } from '../../core/time.ts'
import { type Actor, contextOf, type Services } from '../context.ts'
import { type FetchedPiece, joinOrRecord, type RecordedPlace, standingCopy } from './join-or-record.ts'
import { type Told, withFacts } from './read-commentary.ts'
import { refusedPage, type Visited, visit } from './visit.ts'

const PAGE_ASK = {
  accept: 'text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8',
  maxBytes: 2_000_000,
}

/** What is said of a piece beside its page: `told` by whoever sends the address, `hints` by a feed. */
export type Said = Partial<Omit<Told, 'text' | 'url' | 'collection'>>
export type Hints = Partial<Pick<ReadDocument, 'title' | 'bylines' | 'publisher' | 'published'>>
export type UrlInput = { url: string; collection?: string | undefined; told: Said; hints: Hints }

const unusable = ({ url, status }: Visited): Problem => {
  const detail = `${new URL(url).host} answered ${status}`
  return new Problem('fetch-failed', detail, 'check the address in a browser, or send the text itself', [
    { field: 'url', detail },
  ])
}

/** A page that answers as one. Throws `fetch-failed` for any other answer. */
const fetchPage = async (services: Services, url: string): Promise<Visited> => {
  const page = await visit(services, url, PAGE_ASK, 'page')
  if (page.status !== 200) throw unusable(page)
  return page
}

const contentType = ({ headers }: Visited): string | null => headers['content-type'] ?? null

/** Reads a page. What is wrong with it is said of the address, since nobody sent a text. */
const readPage = async (page: Visited): Promise<ReadDocument> => {
  try {
    return await readDocument({ bytes: page.bytes, mediaType: contentType(page), url: page.url })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const detail = `the page cannot be read: ${error.message}`
    throw new Problem(error.code, detail, 'send the text itself', [{ field: 'url', detail }])
  }
}

/** Throws `fetch-refused` where the head of an HTML page forbids to keep its text. */
const mustBeFree = async (page: Visited, { mediaType }: ReadDocument): Promise<void> => {
  if (mediaType !== 'text/html') return
  const { charset } = parseMediaType(contentType(page))
  const reason = await reservedByHtml(decodePage(page.bytes, charset), dayOf(page.fetchedAt))
  if (reason) throw refusedPage(page.url, reason)
}

/** Fewer words are a notice ("Please enable JavaScript"), a consent or a paywall; no commentary is so short. */
const LEAST_WORDS = 40

/** Throws `invalid-input` where a page holds hardly any prose: what a reader sees there was not sent to us. */
const mustHoldProse = ({ url }: Visited, { text, language }: ReadDocument): void => {
  if (hasWords(text, language, LEAST_WORDS)) return
  const detail = `${new URL(url).host} sent a page of fewer than ${LEAST_WORDS} words: it may want scripts, a consent or a subscription`
  throw new Problem('invalid-input', detail, 'send the text itself', [{ field: 'url', detail }])
}

/** What the page tells, filled up from what the feed says of it. */
const factsOf = ({ text: _, ...page }: ReadDocument, hints: Hints): Omit<ReadDocument, 'text'> => ({
  ...page,
  title: page.title ?? hints.title ?? null,
  publisher: page.publisher ?? hints.publisher ?? null,
  bylines: page.bylines.length > 0 ? page.bylines : (hints.bylines ?? []),
  published: page.published ?? hints.published ?? null,
})

type ReadPage = Omit<FetchedPiece, 'extraction'>

/** A fetched page as a piece: what is told goes before what it says, and what a feed says fills the rest. */
const pieceOf = async (page: Visited, { url: askedUrl, collection, told, hints }: UrlInput): Promise<ReadPage> => {
  const read = await readPage(page)
  await mustBeFree(page, read)
  mustHoldProse(page, read)
  const canonical = canonicalOf(page.url, read.canonicalUrl)
  const said = { ...told, text: recordedText(read.text), url: canonical.url, collection }
  const { commentary, document } = withFacts(said, factsOf(read, hints), dayOf(page.fetchedAt))
  const bytesSha256 = await sha256(page.bytes)
  const mediaType = contentType(page)
  return {
    commentary,
    document,
    original: { bytes: page.bytes, mediaType: mediaType ?? read.mediaType, reader: read.reader },
    identities: {
      'canonical-url': addressIdentity(canonical.url),
      bytes: `bytes:${bytesSha256}`,
      text: await textIdentity(commentary.text),
    },
    place: {
      askedUrl,
      url: page.url,
      canonicalUrl: canonical.url,
      claimedUrl: canonical.claim,
      status: page.status,
      mediaType,
      etag: page.headers['etag'] ?? null,
      lastModified: page.headers['last-modified'] ?? null,
      bytesSha256,
      fetchedAt: page.fetchedAt,
    },
  }
}

/**
 * Records a commentary by its address: visits it, reads it, extracts where it is new, and keeps it once with the place it
 * was found at. Throws what `visit` and `readDocument` throw, and `invalid-input` naming `publishedOn` where nothing tells
 * the day.
 */
export const recordUrl = async (services: Services, actor: Actor, input: UrlInput): Promise<RecordedPlace> => {
  const piece = await pieceOf(await fetchPage(services, input.url), input)
  const { text, publishedOn, language } = piece.commentary
  const copy = await standingCopy(services.database.reader, piece)
  const extraction = copy ? null : await services.extract(text, publishedOn, language)
  return joinOrRecord(contextOf(services, actor), { ...piece, extraction })
}
