import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith'
import { Problem } from '../problem.ts'
import { cleaned, type DateClue } from '../reading/clues.ts'
import { readInstant } from '../reading/dates.ts'
import type { StatedPublication } from '../reading/document.ts'
import { publicationOf } from '../reading/publication.ts'
import { tagsNamed } from '../reading/tags.ts'
import { dayOf, type Instant, plusDays } from '../time.ts'
import { LONGEST_URL } from './address.ts'
import { DAY, HOUR, MINUTE } from './pace.ts'

/** One announcement in a feed, in plain words; null or empty where the feed is silent. */
export type Announcement = {
  guid: string
  url: string
  title: string | null
  authors: string[]
  publishedAt: Instant | null
  /** The day of it in the publisher's calendar, with bounds, as of a page's date. */
  published: StatedPublication | null
}
/** What a feed says. `everyMs`: how often it asks to be read at most (ttl, or the syndication module), null when silent. */
export type FeedDocument = { title: string | null; everyMs: number | null; entries: Announcement[] }

/** Beyond this many entries the rest of a feed is left: they are the oldest. */
const MAX_ENTRIES = 500

/** One line of text, short enough to keep. Cut before and after: an id is no place for a megabyte. */
const line = (text: string | undefined, most = 500): string | null => {
  const plain = (text ?? '')
    .slice(0, 4 * most)
    .replace(/<[^<>]*>/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
  return plain === '' ? null : plain.slice(0, most).toWellFormed()
}

type Raw = {
  guid?: string | undefined
  url?: string | undefined
  title?: string | undefined
  authors: (string | undefined)[]
  /** What `url` is relative to, itself relative to that of the feed (`xml:base`). */
  base?: string | undefined
  published: (string | undefined)[]
  modified?: string | undefined
}

const fromRss = (item: RssFeed.Item<string>): Raw => ({
  guid: item.guid?.value,
  url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
  title: item.title,
  authors: item.dc?.creators ?? item.authors?.map(({ name }) => name) ?? [item.itunes?.author],
  base: item.xml?.base,
  published: [item.pubDate, item.dc?.dates?.[0]],
})

const fromAtom = (entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): Raw => ({
  guid: entry.id,
  url: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
  title: entry.title?.value,
  authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
  base: entry.xml?.base,
  published: [entry.published],
  modified: entry.updated,
})

const fromJson = (item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): Raw => ({
  guid: item.id,
  url: item.url ?? (item.id && /^https?:/i.test(item.id) ? item.id : item.external_url),
  title: item.title,
  authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
  published: [item.date_published],
})

const fromRdf = (item: RdfFeed.Item<string>): Raw => ({
  guid: item.rdf?.about,
  url: item.link,
  title: item.title,
  authors: item.dc?.creators ?? [],
  base: item.xml?.base,
  published: [item.dc?.dates?.[0]],
})

/** The `xml:base` of an RSS channel, which the parser leaves out; those of feeds and entries it reads. */
const channelBase = (text: string): string | undefined =>
  /\sxml:base\s*=\s*["']([^"'<>]+)/i.exec(tagsNamed(text, 'channel', 1)[0] ?? '')?.[1]

const datesOf = ({ published, modified }: Raw): DateClue[] => [
  ...published.flatMap((value) => (value ? [{ says: 'published' as const, value, from: 'the feed' }] : [])),
  ...(modified ? [{ says: 'modified' as const, value: modified, from: 'the feed' }] : []),
]

const within = (base: string, relative: string | undefined): string =>
  relative && URL.canParse(relative, base) ? new URL(relative, base).href : base

/** An entry as it is kept, null where it leads nowhere. Escapes that a title was given twice are undone twice. */
const announcement = (raw: Raw, feedBase: string): Announcement | null => {
  const { guid, url, title, authors } = raw
  const base = within(feedBase, raw.base)
  if (!url || !URL.canParse(url.trim(), base)) return null
  const target = new URL(url.trim(), base)
  if (!/^https?:$/.test(target.protocol) || target.href.length > LONGEST_URL) return null
  const dates = datesOf(raw)
  return {
    guid: line(guid) ?? target.href,
    url: target.href,
    title: cleaned(title, 500),
    authors: authors.map((name) => cleaned(name, 300)).filter((name) => name !== null),
    publishedAt: dates.map(({ value }) => readInstant(value)).find((at) => at !== null) ?? null,
    published: publicationOf(dates),
  }
}

const rawEntries = ({ format, feed }: AnyFeed): Raw[] => {
  if (format === 'rss') return (feed.items ?? []).map(fromRss)
  if (format === 'rdf') return (feed.items ?? []).map(fromRdf)
  if (format === 'json') return (feed.items ?? []).map((item) => fromJson(item, feed))
  return (feed.entries ?? []).map((entry) => fromAtom(entry, feed))
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: HOUR,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
  yearly: 365 * DAY,
}

const intervalOf = ({ format, feed }: AnyFeed): number | null => {
  if (format === 'rss' && feed.ttl) return feed.ttl * MINUTE
  const sy = format === 'json' ? undefined : feed.sy
  const period = PERIODS[sy?.updatePeriod ?? '']
  return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1)
}

const titleOf = ({ format, feed }: AnyFeed): string | null =>
  cleaned(format === 'atom' ? feed.title?.value : feed.title, 500)

/** The text of a feed in the encoding it names: by the header, a byte order mark, or its XML declaration; else UTF-8. */
const decodeFeed = (bytes: Uint8Array, charset: string | null): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared =
    charset ?? /^\s{0,20}<\?xml[^>]{0,150}encoding\s?=\s?["']([\w-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(declared).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** How long before the first poll of a feed an entry in it may have been published, where nothing else is known. */
const DAYS_BEFORE_FIRST_POLL = 365

/**
 * When an entry was published that states no day and is new in a feed: since the poll before, as far as anyone can tell;
 * in the year before where there was none. The estimate is the day it was seen.
 */
export const publishedBetween = (polledAt: Instant | null, seenAt: Instant): StatedPublication => {
  const on = dayOf(seenAt)
  const earliest = polledAt === null ? plusDays(on, -DAYS_BEFORE_FIRST_POLL) : dayOf(polledAt)
  const before = polledAt === null ? 'when it was first read' : `not yet on ${earliest}`
  return { on, earliest, latest: on, evidence: `no day stated; seen in the feed on ${on}, ${before}` }
}

/**
 * Reads RSS, Atom, RDF or JSON Feed. Entries without an http address, and repeats of one id and address, are left out.
 * Throws `fetch-failed` when it is none of these or broken.
 */
export const readFeed = async (bytes: Uint8Array, charset: string | null, url: string): Promise<FeedDocument> => {
  const { parseFeed } = await import('feedsmith')
  const text = decodeFeed(bytes, charset)
  let parsed: AnyFeed
  try {
    parsed = parseFeed(text, { maxItems: MAX_ENTRIES }) as AnyFeed
  } catch {
    throw new Problem('fetch-failed', 'this is no RSS, Atom or JSON feed, or a broken one', 'check the address', [
      { field: 'url', detail: 'no feed there' },
    ])
  }
  const entries = new Map<string, Announcement>()
  const base = within(within(url, parsed.format === 'json' ? undefined : parsed.feed.xml?.base), channelBase(text))
  for (const raw of rawEntries(parsed)) {
    const entry = announcement(raw, base)
    const key = `${entry?.guid} ${entry?.url}`
    if (entry && !entries.has(key)) entries.set(key, entry)
  }
  return { title: titleOf(parsed), everyMs: intervalOf(parsed), entries: [...entries.values()] }
}
