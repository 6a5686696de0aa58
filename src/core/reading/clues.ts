import type { DocumentFacts, ReadableType } from './document.ts'
import { publicationOf } from './publication.ts'

/**
 * How a date is known. `published`: stated as the date of publication. `dateline`: where and when the piece was filed.
 * `address`: part of the URL. `modified`: the last change.
 */
export type DateClue = { says: 'published' | 'dateline' | 'address' | 'modified'; value: string; from: string }

/** What one place of a document tells about it, as found there. */
export type Clues = {
  title?: string | null | undefined
  bylines?: string[] | undefined
  publisher?: string | null | undefined
  topics?: string[] | undefined
  canonicalUrl?: string | null | undefined
  language?: string | null | undefined
  dates?: DateClue[] | undefined
}

type Told = Pick<DocumentFacts, 'title' | 'bylines' | 'publisher' | 'topics' | 'canonicalUrl' | 'published'> & {
  declaredLanguage: string | null
}

const MOST = 50

/** The facts of a document: of each, what the first place says that says anything. Places come in order of trust. */
export const factsFrom = (places: readonly Clues[], base: string | null): Told => {
  const first = <T>(read: (clues: Clues) => T | null | undefined): T | null => {
    for (const place of places) {
      const value = read(place)
      if (value !== null && value !== undefined) return value
    }
    return null
  }
  const publisher = first(({ publisher }) => cleaned(publisher, 300))
  return {
    title: withoutSite(
      first(({ title }) => cleaned(title, 500)),
      publisher,
    ),
    bylines: (first(({ bylines }) => some(bylines, 300)) ?? []).filter((name) => name !== publisher),
    publisher,
    topics: first(({ topics }) => some(topics, 100)) ?? [],
    canonicalUrl: first(({ canonicalUrl }) => webAddress(canonicalUrl, base)) ?? webAddress(base, null),
    declaredLanguage: first(({ language }) => languageTag(language)),
    published: publicationOf(places.flatMap(({ dates }) => dates ?? [])),
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** A value as plain text: without tags and entities, on one line, of bounded length; null when nothing is left. */
export const cleaned = (value: string | null | undefined, most: number): string | null => {
  if (!value) return null
  const text = value
    .slice(0, 20 * most)
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
      if (code === null) return entities[String(name).toLowerCase()] ?? whole
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
    .replaceAll('\u00ad', '')
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
  return [...text].slice(0, most).join('').trim() || null
}

const some = (values: string[] | undefined, most: number): string[] | null => {
  const texts = (values ?? []).slice(0, MOST).flatMap((value) => cleaned(value, most) ?? [])
  const unique = new Map(texts.map((text) => [text.toLocaleLowerCase('en'), text]))
  return unique.size > 0 ? [...unique.values()] : null
}

/** `It will rain | The Gazette` of the Gazette → `It will rain`. */
const withoutSite = (title: string | null, publisher: string | null): string | null => {
  if (!title || !publisher || !title.toLocaleLowerCase('en').endsWith(` ${publisher.toLocaleLowerCase('en')}`))
    return title
  const rest = title.slice(0, -publisher.length).trimEnd()
  return / [|–—·»-]$/u.test(rest) ? rest.slice(0, -1).trimEnd() : title
}

/** An absolute http(s) address without its fragment, or null. */
export const webAddress = (address: string | null | undefined, base: string | null): string | null => {
  if (!address || address.length > 2000) return null
  try {
    const url = base ? new URL(address.trim(), base) : new URL(address.trim())
    url.hash = ''
    return /^https?:$/.test(url.protocol) && url.href.length <= 2000 ? url.href : null
  } catch {
    return null
  }
}

/** `en_us` → `en-US`; null for what is no language tag. */
const languageTag = (value: string | null | undefined): string | null => {
  if (!value || value.length > 35) return null
  try {
    const [tag = null] = Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))
    return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && !/^(?:und|mul|zxx)\b/.test(tag) ? tag : null
  } catch {
    return null
  }
}

const readerOf = {
  'text/plain': 'text-1',
  'text/html': 'html-1',
  'text/markdown': 'markdown-1',
} as const satisfies Record<ReadableType, DocumentFacts['reader']>

/** What a document was read as, and by which reader. */
export const readAs = (mediaType: ReadableType): Pick<DocumentFacts, 'reader' | 'mediaType'> => ({
  reader: readerOf[mediaType],
  mediaType,
})
