import type { Clues, DateClue } from './clues.ts'
import { dateOf } from './head.ts'
import { linkedDataClues } from './linked-data.ts'
import { bylineIn, namesIn } from './names.ts'
import { attribute, type Page, textIn } from './page.ts'

type Metas = (...names: string[]) => string[]

/**
 * What a page says of itself, by place, in order of trust: its canonical link, JSON-LD, citation tags (Highwire), Open Graph,
 * Dublin Core, other meta tags, and what stands on the page (microdata, `rel=author`, `<time>`, bylines and dates).
 */
export const pageClues = ({ document, base, url }: Page): Clues[] => {
  const metas = metasOf(document)
  const title = textIn(document.querySelector('title'))
  const heading = headingOf(document, title)
  const canonical = hrefOf(document, 'canonical')
  const scripts = [...document.querySelectorAll('script')].filter((script) =>
    /ld\+json/i.test(attribute(script, 'type') ?? ''),
  )
  return [
    { canonicalUrl: canonical },
    linkedDataClues(
      scripts.map((script) => script.textContent ?? ''),
      { headings: [heading, title], addresses: [url, canonical, metas('og:url')[0]], base },
    ),
    citationClues(metas),
    openGraphClues(metas),
    dublinCoreClues(metas),
    otherMetaClues(metas),
    elementClues(document, heading, title),
  ]
}

/** The first heading that the title of the page repeats; else the first of the highest rank. */
const headingOf = (document: Document, title: string): string => {
  const headings = [...document.querySelectorAll('h1, h2')].slice(0, 20).map(textIn)
  const repeated = headings.find((heading) => heading.length >= 8 && title.includes(heading))
  return repeated ?? textIn(document.querySelector('h1'))
}

const metasOf = (document: Document): Metas => {
  const found = new Map<string, string[]>()
  for (const meta of [...document.querySelectorAll('meta')].slice(0, 1000)) {
    const content = attribute(meta, 'content')
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attribute(meta, key)?.toLowerCase()
      if (name && content) found.set(name, [...(found.get(name) ?? []), content].slice(0, 50))
    }
  }
  return (...names) => names.flatMap((name) => found.get(name) ?? [])
}

const hrefOf = (document: Document, relation: string): string | null => {
  const link = [...document.querySelectorAll('link')].find((element) =>
    (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/).includes(relation),
  )
  return link ? attribute(link, 'href') : null
}

const dates = (metas: Metas, says: DateClue['says'], ...names: string[]): DateClue[] =>
  names.flatMap((name) => metas(name).map((value) => ({ says, value, from: `${name} in the page's meta tags` })))

const commaParted = (values: string[]): string[] => values.flatMap((value) => value.split(/[,;]/))

/** `Roe, Ann` → `Ann Roe`, in tags that are written so. */
const turned = (name: string): string => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1')

const citationClues = (metas: Metas): Clues => ({
  title: metas('citation_title')[0],
  bylines: metas('citation_author').flatMap((name) => namesIn(turned(name))),
  publisher: metas('citation_publisher', 'citation_journal_title')[0],
  topics: commaParted(metas('citation_keywords')),
  canonicalUrl: metas('citation_public_url')[0],
  language: metas('citation_language')[0],
  dates: dates(metas, 'published', 'citation_publication_date', 'citation_online_date', 'citation_date'),
})

const openGraphClues = (metas: Metas): Clues => ({
  title: metas('og:title')[0],
  bylines: metas('article:author', 'og:article:author').flatMap(namesIn),
  publisher: metas('og:site_name')[0],
  topics: [...metas('article:section'), ...commaParted(metas('article:tag'))],
  canonicalUrl: metas('og:url')[0],
  language: metas('og:locale')[0],
  dates: [
    ...dates(metas, 'published', 'article:published_time', 'og:article:published_time', 'og:published_time'),
    ...dates(metas, 'modified', 'article:modified_time', 'og:article:modified_time', 'og:updated_time'),
  ],
})

const dublinCoreClues = (metas: Metas): Clues => ({
  title: metas('dc.title', 'dcterms.title')[0],
  bylines: metas('dc.creator', 'dcterms.creator').flatMap((name) => namesIn(turned(name))),
  publisher: metas('dc.publisher', 'dcterms.publisher')[0],
  topics: commaParted(metas('dc.subject', 'dcterms.subject')),
  language: metas('dc.language', 'dcterms.language')[0],
  dates: [
    ...dates(metas, 'published', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created'),
    ...dates(metas, 'modified', 'dc.date.modified', 'dcterms.modified'),
  ],
})

const otherMetaClues = (metas: Metas): Clues => ({
  title: metas('headline', 'twitter:title', 'parsely-title')[0],
  bylines: metas('author', 'byl', 'parsely-author', 'sailthru.author').flatMap(namesIn),
  publisher: metas('publisher', 'application-name')[0],
  topics: commaParted(metas('news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords')),
  language: metas('content-language', 'language')[0],
  dates: [
    ...dates(metas, 'published', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate'),
    ...dates(metas, 'published', 'publish-date', 'publish_date', 'publication_date', 'date'),
    ...dates(metas, 'modified', 'datemodified', 'last-modified', 'lastmod'),
  ],
})

/** Parts of a page that speak of other pieces, or of readers. */
const elsewhere = 'aside, footer, nav, [class*="comment"], [id*="comment"], [class*="related"], [class*="recommend"]'
const MOST = 200

const elementClues = (document: Document, heading: string, title: string): Clues => {
  const own = (selector: string): Element[] =>
    [...document.querySelectorAll(selector)].slice(0, MOST).filter((element) => element.closest(elsewhere) === null)
  return {
    title: textIn(own('[itemprop~="headline"]')[0]) || heading || title,
    bylines: [
      () => own('[itemprop~="author"] [itemprop~="name"], [rel~="author"]').map(textIn).flatMap(namesIn),
      () =>
        own('[class*="byline"], [class*="author"], address')
          .map(textIn)
          .map(bylineIn)
          .find(([name]) => name) ?? [],
    ]
      .map((read) => read())
      .find(([name]) => name),
    language: attribute(document.documentElement, 'lang') ?? attribute(document.documentElement, 'xml:lang'),
    dates: elementDates(own),
  }
}

const elementDates = (own: (selector: string) => Element[]): DateClue[] => {
  const stated = own('[itemprop~="datePublished"], [itemprop~="dateModified"]').flatMap((element) => {
    const value = attribute(element, 'datetime') ?? attribute(element, 'content') ?? textIn(element)
    const property = /modified/i.test(attribute(element, 'itemprop') ?? '') ? 'dateModified' : 'datePublished'
    return [
      { says: property === 'dateModified' ? 'modified' : 'published', value, from: `${property} on the page` } as const,
    ]
  })
  const times = own('time').map((element) => ({
    says: /updat|modif/i.test(attribute(element, 'class') ?? '') ? ('modified' as const) : ('published' as const),
    value: attribute(element, 'datetime') ?? textIn(element),
    from: 'a time element on the page',
  }))
  const written = own('[class*="date"], [class*="publish"], [class*="timestamp"]').flatMap((element) =>
    dateOf(textIn(element).slice(0, 200)),
  )
  return [...stated, ...times, ...written]
}
