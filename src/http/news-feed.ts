import type { Instant } from '../core/time.ts'
import type { NewsItem } from '../queries/following/news.ts'

/** A feed of news: what it is called, its own address and that of the page it belongs to, all absolute. */
export type NewsFeed = { title: string; self: string; home: string; updated: Instant; items: readonly NewsItem[] }

const absolute = (path: string, self: string): string => new URL(path, self).href

/** What XML 1.0 has no way to hold, not even escaped. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const inXml = (text: string): string => text.replace(NO_XML, ' ')

/** Atom (RFC 4287). */
export const atomOf = async ({ title, self, home, updated, items }: NewsFeed): Promise<string> => {
  const { generateAtomFeed } = await import('feedsmith')
  return generateAtomFeed({
    id: self,
    title: { value: inXml(title) },
    updated: items[0]?.at ?? updated,
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
    ],
    authors: [{ name: 'Hindcast' }],
    entries: items.map((item) => ({
      id: item.id,
      title: { value: inXml(item.title) },
      updated: item.at,
      published: item.at,
      links: [{ href: absolute(item.path, self), rel: 'alternate', type: 'application/json' }],
      categories: [{ term: item.kind }],
      content: { value: inXml(item.text), type: 'text' },
      ...(item.author === null ? {} : { authors: [{ name: inXml(item.author) }] }),
    })),
  })
}

/** JSON Feed 1.1. The writer leaves out an empty list of items, which the format asks for. */
export const jsonFeedOf = async ({ title, self, home, items }: NewsFeed): Promise<string> => {
  const { generateJsonFeed } = await import('feedsmith')
  return JSON.stringify({
    items: [],
    ...(generateJsonFeed({
      title,
      home_page_url: home,
      feed_url: self,
      authors: [{ name: 'Hindcast' }],
      items: items.map((item) => ({
        id: item.id,
        url: absolute(item.path, self),
        title: item.title,
        content_text: item.text,
        date_published: item.at,
        date_modified: item.at,
        tags: [item.kind],
        ...(item.author === null ? {} : { authors: [{ name: item.author }] }),
      })),
    }) as object),
  })
}
