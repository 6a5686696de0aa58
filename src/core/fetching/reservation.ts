import { z } from 'zod'
import { readDate } from '../reading/dates.ts'
import { tagsNamed } from '../reading/tags.ts'
import type { Day } from '../time.ts'
import { comparablePath } from './percent.ts'
import { deniedUse, ROBOT } from './robots.ts'

/** `/.well-known/tdmrep.json`: which paths of a host are reserved against text and data mining (TDMRep, W3C 2024). */
const Reservations = z.array(
  z.object({ location: z.string(), 'tdm-reservation': z.union([z.literal(0), z.literal(1)]) }),
)

/** A location pattern as in robots.txt: a prefix, `*` for anything, `$` for the end. Never backtracks. */
const matchesLocation = (pattern: string, path: string): boolean => {
  const exact = pattern.endsWith('$')
  const [first = '', ...rest] = (exact ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = exact ? rest.pop() : undefined
  for (const part of rest) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  if (!exact) return true
  return last === undefined ? at === path.length : path.endsWith(last) && path.length - last.length >= at
}

/** Whether a tdmrep.json reserves a path: the first location that matches decides. What is not in the form reserves nothing. */
export const reservedByFile = (text: string, path: string): boolean => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return false
  }
  const { data } = Reservations.safeParse(value)
  const asked = comparablePath(path)
  return data?.find(({ location }) => matchesLocation(comparablePath(location), asked))?.['tdm-reservation'] === 1
}

/** Robots directives that we take for a no. */
const NO = ['noindex', 'none', 'noai', 'noimageai']

/**
 * The directive of an X-Robots-Tag header or robots meta that keeps us off, null for none. One headed by another robot's
 * name is not for us: `otherbot: noindex` → null, `noindex, nofollow` → `noindex`, `unavailable_after: 1 May 2020` → itself
 * from the day after on.
 */
export const robotsDirective = (value: string, today: Day): string | null => {
  const parts = value.toLowerCase().split(',')
  for (const [at, part] of parts.entries()) {
    const words = part.split(':').map((word) => word.trim())
    const directive = words.at(-1) ?? ''
    if (NO.includes(directive) && (words.length === 1 || words[0] === ROBOT)) return directive
    const last = lastDay(words[0] === ROBOT ? words.slice(1) : words, parts[at + 1])
    if (last && last < today) return `unavailable_after ${last}`
  }
  return null
}

/** The last day that a page may be had, read of `unavailable_after: wed, 25 jun 2030 15:00:00 pst`; null for no such words. */
const lastDay = ([directive, ...rest]: string[], following = ''): Day | null => {
  if (directive !== 'unavailable_after') return null
  const date = readDate(rest.join(':')) ?? readDate(`${rest.join(':')},${following}`)
  return date && (date.utcDay ?? date.day)
}

const reserved = (value: string | undefined): boolean => value?.trim() === '1'

/** Why the headers of an answer forbid to keep its text, null when they do not. Names in lower case. */
export const reservedByHeaders = (
  headers: Readonly<Record<string, string>>,
  path: string,
  today: Day,
): string | null => {
  if (reserved(headers['tdm-reservation'])) return 'its header tdm-reservation reserves it against text and data mining'
  const directive = robotsDirective(headers['x-robots-tag'] ?? '', today)
  if (directive) return `its header X-Robots-Tag says ${directive}`
  const denied = deniedUse(headers['content-usage'] ?? '', path)
  return denied ? `its header Content-Usage denies the use ${denied}` : null
}

const MOST_TAGS = 1000
/** No tag that speaks to robots is so long. */
const LONGEST_TAG = 20_000

/** The meta tags of a page alone: a whole page may nest so deep that a parser takes minutes. */
const metaTags = (html: string): string =>
  tagsNamed(html, 'meta', MOST_TAGS)
    .filter((tag) => tag.length <= LONGEST_TAG)
    .join('')

/** Why the head of an HTML page forbids to keep its text, null when it does not. */
export const reservedByHtml = async (html: string, today: Day): Promise<string | null> => {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(`<html><head>${metaTags(html)}</head></html>`)
  for (const meta of document.querySelectorAll('meta')) {
    // The parser keeps the case in which attributes are written.
    const attributes = new Map([...meta.attributes].map((one) => [one.name.toLowerCase(), one.value]))
    const name = (attributes.get('name') ?? '').trim().toLowerCase()
    const content = attributes.get('content') ?? ''
    if (name === 'tdm-reservation' && reserved(content)) {
      return 'its meta tdm-reservation reserves it against text and data mining'
    }
    const directive = name === 'robots' || name === ROBOT ? robotsDirective(content, today) : null
    if (directive) return `its meta ${name} says ${directive}`
  }
  return null
}
