import { AuthorName } from '../core/author.ts'
import type { ExtractionRun } from '../core/extraction-run.ts'
import { addressIdentity, canonicalOf } from '../core/fetching/canonical-url.ts'
import { textIdentity } from '../core/fetching/resemblance.ts'
import { reservedByHtml } from '../core/fetching/reservation.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { Problem } from '../core/problem.ts'
import { decodePage } from '../core/reading/decode.ts'
import { type ReadDocument, readDocument } from '../core/reading/document.ts'
import { parseMediaType } from '../core/reading/media-type.ts'
import { type Day, dayOf, type Instant } from '../core/time.ts'
import { type Actor, contextOf, type Services } from './context.ts'
import { joinOrRecord, type RecordedPlace, standingCopy } from './join-or-record.ts'
import type { RecordCommentary } from './record-commentary.ts'
import { refusedPage, type Visited, visit } from './visit.ts'

const PAGE_ASK = {
  accept: 'text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8',
  maxBytes: 2_000_000,
}

/** What is said of a piece beside its page: by whoever sends the address (goes before the page) or by a feed (goes after). */
export type Told = {
  [Field in Exclude<keyof RecordCommentary, 'text' | 'url' | 'collection'>]?: RecordCommentary[Field] | undefined
}
export type UrlInput = { url: string; collection?: string | undefined; told: Told; hints: Told }

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
  const reason = await reservedByHtml(decodePage(page.bytes, charset))
  if (reason) throw refusedPage(page.url, reason)
}

type Publication = Pick<Told, 'publishedEarliest' | 'publishedLatest'> & { publishedOn: Day }

/** When it was published: as told, as the page says, as the feed says; bounds never reach past the day of fetching. */
const publicationOf = ({ told, hints }: UrlInput, { published }: ReadDocument, today: Day): Publication => {
  const { publishedOn, publishedEarliest, publishedLatest } = told
  if (publishedOn) return { publishedOn, publishedEarliest, publishedLatest }
  if (published) {
    const latest = published.latest > today && published.on <= today ? today : published.latest
    return { publishedOn: published.on, publishedEarliest: published.earliest, publishedLatest: latest }
  }
  if (hints.publishedOn && hints.publishedOn <= today) return { publishedOn: hints.publishedOn }
  const detail = 'the page does not tell when it was published'
  throw new Problem('invalid-input', detail, 'send publishedOn with the address', [{ field: 'publishedOn', detail }])
}

/** The page as a commentary: what is told goes before what it says, and what a feed says fills the rest. */
const commentaryOf = (input: UrlInput, page: ReadDocument, url: string, fetchedAt: Instant): RecordCommentary => {
  const { told, hints } = input
  const { publishedOn, publishedEarliest, publishedLatest } = publicationOf(input, page, dayOf(fetchedAt))
  const title = told.title ?? page.title?.slice(0, 500).toWellFormed() ?? hints.title
  const publisher = [told.publisher, page.publisher, hints.publisher].find((name) => AuthorName.safeParse(name).success)
  const bylines = [told.bylines, page.bylines, hints.bylines]
    .map((names) => (names ?? []).filter((name) => AuthorName.safeParse(name).success))
    .find((names) => names.length > 0)
  return {
    text: page.text,
    url,
    language: told.language ?? page.language,
    bylines: bylines ?? [],
    publishedOn,
    ...(publishedEarliest ? { publishedEarliest } : {}),
    ...(publishedLatest ? { publishedLatest } : {}),
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(input.collection ? { collection: input.collection } : {}),
  }
}

/** `run`: how its candidates were found; null when the record stood already. */
export type RecordedUrl = RecordedPlace & { run: ExtractionRun | null }

/**
 * Records a commentary by its address: visits it, reads it, extracts where it is new, and keeps it once with the place it was found at.
 * Throws what `visit` and `readDocument` throw, and `invalid-input` naming `publishedOn` where nothing tells the day.
 */
export const recordUrl = async (services: Services, actor: Actor, input: UrlInput): Promise<RecordedUrl> => {
  const page = await fetchPage(services, input.url)
  const document = await readPage(page)
  await mustBeFree(page, document)
  const canonical = canonicalOf(page.url, document.canonicalUrl)
  const commentary = commentaryOf(input, document, canonical.url, page.fetchedAt)
  const bytesSha256 = await sha256(page.bytes)
  const identities = {
    'canonical-url': addressIdentity(canonical.url),
    bytes: `bytes:${bytesSha256}`,
    text: await textIdentity(commentary.text),
  }
  const copy = await standingCopy(services.database.reader, { commentary, identities })
  const extraction = copy ? null : await services.extract(commentary.text, commentary.publishedOn)
  const recorded = await joinOrRecord(contextOf(services, actor), {
    commentary,
    extraction,
    identities,
    place: {
      askedUrl: input.url,
      url: page.url,
      canonicalUrl: canonical.url,
      claimedUrl: canonical.claim,
      status: page.status,
      mediaType: contentType(page),
      etag: page.headers['etag'] ?? null,
      lastModified: page.headers['last-modified'] ?? null,
      bytesSha256,
      fetchedAt: page.fetchedAt,
    },
  })
  return { ...recorded, run: recorded.created ? (extraction?.run ?? null) : null }
}
