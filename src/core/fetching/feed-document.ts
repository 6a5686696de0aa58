import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith'
import { Problem } from '../problem.ts'
import { Instant } from '../time.ts'
import { LONGEST_URL } from './address.ts'
import { DAY, HOUR, MINUTE } from './pace.ts'

/** One announcement in a feed, in plain words; null or empty where the feed is silent. */
export type Announcement = {
  guid: string
  url: string
  title: string | null
  authors: string[]
  publishedAt: Instant | null
}
/** What a feed says. `everyMs`: how often it asks to be read at most (ttl, or the syndication module), null when silent. */
export type FeedDocument = { title: string | null; everyMs: number | null; entries: Announcement[] }

/** Beyond this many entries the rest of a feed is left: they are the oldest. */
const MAX_ENTRIES = 500

/** One line of plain text, short enough to keep. Cut before and after: a title is no place for a megabyte. */
const line = (text: string | undefined, most = 500): string | null => {
  const plain = (text ?? '')
    .slice(0, 4 * most)
    .replace(/<[^<>]*>/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
  return plain === '' ? null : plain.slice(0, most).toWellFormed()
}

const instantOf = (text: string | undefined): Instant | null => {
  const at = new Date(text ?? '')
  if (Number.isNaN(at.getTime())) return null
  return Instant.safeParse(at.toISOString()).data ?? null
}

type Raw = {
  guid?: string | undefined
  url?: string | undefined
  title?: string | undefined
  authors: (string | undefined)[]
  date?: string | undefined
}

const fromRss = (item: RssFeed.Item<string>): Raw => ({
  guid: item.guid?.value,
  url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
  title: item.title,
  authors: item.dc?.creators ?? item.authors?.map(({ name }) => name) ?? [item.itunes?.author],
  date: item.pubDate ?? item.dc?.dates?.[0],
})

const fromAtom = (entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): Raw => ({
  guid: entry.id,
  url: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
  title: entry.title?.value,
  authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
  date: entry.published ?? entry.updated,
})

const fromJson = (item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): Raw => ({
  guid: item.id,
  url: item.url,
  title: item.title,
  authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
  date: item.date_published,
})

const fromRdf = (item: RdfFeed.Item<string>): Raw => ({
  guid: item.rdf?.about,
  url: item.link,
  title: item.title,
  authors: item.dc?.creators ?? [],
  date: item.dc?.dates?.[0],
})

/** An entry as it is kept, null where it leads nowhere. */
const announcement = ({ guid, url, title, authors, date }: Raw, base: string): Announcement | null => {
  if (!url || !URL.canParse(url.trim(), base)) return null
  const target = new URL(url.trim(), base)
  if (!/^https?:$/.test(target.protocol) || target.href.length > LONGEST_URL) return null
  return {
    guid: line(guid) ?? target.href,
    url: target.href,
    title: line(title),
    authors: authors.map((name) => line(name, 300)).filter((name) => name !== null),
    publishedAt: instantOf(date),
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

const titleOf = ({ format, feed }: AnyFeed): string | null => line(format === 'atom' ? feed.title?.value : feed.title)

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

/**
 * Reads RSS, Atom, RDF or JSON Feed. Entries without an http address, and repeats of one id, are left out. Throws
 * `fetch-failed` when it is none of these or broken.
 */
export const readFeed = async (bytes: Uint8Array, charset: string | null, url: string): Promise<FeedDocument> => {
  const { parseFeed } = await import('feedsmith')
  let parsed: AnyFeed
  try {
    parsed = parseFeed(decodeFeed(bytes, charset), { maxItems: MAX_ENTRIES }) as AnyFeed
  } catch {
    throw new Problem('fetch-failed', 'this is no RSS, Atom or JSON feed, or a broken one', 'check the address', [
      { field: 'url', detail: 'no feed there' },
    ])
  }
  const entries = new Map<string, Announcement>()
  for (const raw of rawEntries(parsed)) {
    const entry = announcement(raw, url)
    if (entry && !entries.has(entry.guid)) entries.set(entry.guid, entry)
  }
  return { title: titleOf(parsed), everyMs: intervalOf(parsed), entries: [...entries.values()] }
}
