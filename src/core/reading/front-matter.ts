import type { Clues, DateClue } from './clues.ts'
import { namesIn } from './names.ts'

/** A block of metadata in a text: `text.slice(start, end)`, and what it says. */
export type FrontMatter = { start: number; end: number; clues: Clues }

const MOST_LINES = 400
const MOST_CHARACTERS = 64_000
/** Teasers and a headline may come before the block; what stands further down is no front matter. */
const LINES_BEFORE = 40

/** The JSON or YAML front matter of a text, or null. Bounded: a larger block, or one that does not parse, is none. */
export const frontMatterOf = async (text: string): Promise<FrontMatter | null> => {
  let start = text.startsWith('\uFEFF') ? 1 : 0
  for (let line = 0; line < LINES_BEFORE && start < text.length; line++) {
    const end = lineEnd(text, start)
    const words = text.slice(start, Math.min(end, start + 300)).trim()
    if (words.startsWith('{')) return jsonBlock(text, start)
    if (words === '---') return yamlBlock(text, start)
    start = end + 1
  }
  return null
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** From its opening brace to the one that closes it; braces in strings do not count. */
const jsonBlock = (text: string, from: number): FrontMatter | null => {
  const start = text.indexOf('{', from)
  let [depth, inString] = [0, false]
  for (let i = start; i < Math.min(text.length, start + MOST_CHARACTERS); i++) {
    const sign = text[i]
    if (inString && sign === '\\') i++
    else if (sign === '"') inString = !inString
    else if (!inString && sign === '{') depth++
    else if (!inString && sign === '}' && --depth === 0)
      return blockOf(start, i + 1, fromJson(text.slice(start, i + 1)))
  }
  return null
}

const yamlBlock = async (text: string, start: number): Promise<FrontMatter | null> => {
  let from = lineEnd(text, start) + 1
  const first = from
  for (let line = 0; line < MOST_LINES && from < Math.min(text.length, start + MOST_CHARACTERS); line++) {
    const end = lineEnd(text, from)
    if (/^(?:---|\.\.\.)\s*$/.test(text.slice(from, Math.min(end, from + 20)))) {
      return blockOf(start, end, await yamlFields(text.slice(first, from)))
    }
    from = end + 1
  }
  return null
}

const blockOf = (start: number, end: number, fields: Fields | null): FrontMatter | null =>
  fields && { start, end, clues: cluesOf(fields) }

type Fields = Readonly<Record<string, unknown>>
const asFields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null

const fromJson = (source: string): Fields | null => {
  try {
    return asFields(JSON.parse(source))
  } catch {
    return null
  }
}

/** The fields of a YAML block, or null. No aliases: nobody needs them here, and a few lines of them fill the memory. */
export const yamlFields = async (source: string): Promise<Fields | null> => {
  const { parse } = await import('yaml')
  try {
    return asFields(parse(source, { maxAliasCount: 0, logLevel: 'silent', schema: 'core' }))
  } catch {
    return null
  }
}

/** The names that fields of metadata go by, in order of trust; letters alone count, so that `published_at` is `publishedAt`. */
const names = {
  title: ['title', 'headline'],
  bylines: ['authors', 'author', 'bylines', 'byline', 'by'],
  publisher: [
    'publisher',
    'publication',
    'sitename',
    'site',
    'outlet',
    'primarycenter',
    'organization',
    'organisation',
  ],
  topics: [
    ...['topics', 'tags', 'keywords', 'categories', 'programs', 'regions', 'subjects'],
    ...['topic', 'tag', 'keyword', 'category', 'program', 'region', 'subject'],
  ],
  canonicalUrl: ['canonicalurl', 'canonical', 'url', 'permalink', 'link', 'sourceurl'],
  language: ['language', 'lang', 'locale', 'inlanguage'],
  published: [
    'datepublished',
    'publishedat',
    'publishedon',
    'published',
    'publicationdate',
    'publishdate',
    'pubdate',
    'date',
  ],
  modified: ['datemodified', 'modifiedat', 'modified', 'updatedat', 'updated', 'lastmod', 'lastmodified'],
} as const

/** The clues in a record of metadata, whatever its system calls them. */
export const cluesOf = (fields: Fields): Clues => {
  const known = new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase().replace(/[^a-z]/g, ''), value]))
  const listed = (keys: readonly string[]): string[][] => keys.map((key) => textsOf(known.get(key)))
  const first = (keys: readonly string[]): string | undefined => listed(keys).find(([text]) => text)?.[0]
  const dates = (says: DateClue['says'], keys: readonly string[]): DateClue[] =>
    keys.flatMap((key) => textsOf(known.get(key)).map((value) => ({ says, value, from: `${key} in the front matter` })))
  return {
    title: first(names.title),
    bylines: listed(names.bylines)
      .find(([text]) => text)
      ?.flatMap(namesIn),
    publisher: first(names.publisher),
    topics: listed(names.topics).flat(),
    canonicalUrl: first(names.canonicalUrl),
    language: first(names.language),
    dates: [...dates('published', names.published), ...dates('modified', names.modified)],
  }
}

/** The texts of a value: one, a list, or things with a name. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((part) => (Array.isArray(part) ? [] : textsOf(part)))
  const fields = asFields(value)
  return typeof fields?.['name'] === 'string' ? [fields['name']] : []
}
