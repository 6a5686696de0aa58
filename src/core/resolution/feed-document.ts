import { parse } from 'csv-parse/sync'
import { Problem } from '../problem.ts'
import { Day, endOf, type Moment, plusDays, plusMonths, startOf, toInstant, wholeDay } from '../time.ts'
import type { Selection } from './feed-rule.ts'

/** What a document says where a rule looks: a value, null where there is none, and the days that it speaks for. */
export type FeedReading = { value: string | number | boolean | null; asOf: Moment }

const unusable = (detail: string): Problem =>
  new Problem('fetch-failed', detail, 'check what the feed answers, and where the rule looks')

/** The value at a JSON pointer; undefined where there is none. */
const atPointer = (document: unknown, pointer: string): unknown => {
  let at = document
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string, unknown>)[name]
  }
  return at
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw unusable('the feed answered what is no JSON')
  }
}

const parsedCsv = (text: string): Record<string, string>[] => {
  try {
    return parse(text, { columns: true, trim: true, skip_empty_lines: true, bom: true })
  } catch {
    throw unusable('the feed answered what is no CSV with a line of names')
  }
}

type Found = { value: unknown; asOf: unknown }

const inJson = (text: string, { value, asOf }: Extract<Selection, { format: 'json' }>): Found => {
  const document = parsedJson(text)
  return { value: atPointer(document, value), asOf: atPointer(document, asOf) }
}

const inCsv = (text: string, { value, asOf, row }: Extract<Selection, { format: 'csv' }>): Found => {
  const rows = parsedCsv(text)
  const found =
    typeof row === 'string' ? rows.at(row === 'first' ? 0 : -1) : rows.find((one) => one[row.column] === row.equals)
  return { value: found?.[value], asOf: found?.[asOf] }
}

const isDay = (text: string): text is Day => Day.safeParse(text).success

/** The days that a date stands for: `2026-05` is the whole of May, an instant its day in UTC. Null for what is no date. */
export const daysOf = (text: string): Moment | null => {
  if (isDay(text)) return wholeDay(text)
  const compact = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  if (compact !== text) return isDay(compact) ? wholeDay(compact) : null
  const [month, year] = [`${text}-01`, `${text}-01-01`]
  if (isDay(month)) return { earliest: startOf(month), latest: endOf(plusDays(plusMonths(month, 1), -1)) }
  if (isDay(year)) return { earliest: startOf(year), latest: endOf(plusDays(plusMonths(year, 12), -1)) }
  const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  const day = Number.isNaN(instant) ? '' : toInstant(new Date(instant)).slice(0, 10)
  return isDay(day) ? wholeDay(day) : null
}

/**
 * Reads the value and its day from a document. Throws `fetch-failed` where it is a page, not of the format, has no such
 * value or row, or does not say of when it speaks: then nothing is known, and least of all "no".
 */
export const readDocument = (text: string, mediaType: string, select: Selection): FeedReading => {
  if (/html/.test(mediaType) || /^\s*<(?:!doctype|html)/i.test(text.slice(0, 1000))) {
    throw unusable(`the feed answered a page of HTML, not ${select.format.toUpperCase()}`)
  }
  const { value, asOf } = select.format === 'json' ? inJson(text, select) : inCsv(text, select)
  const days = typeof asOf === 'string' || typeof asOf === 'number' ? daysOf(String(asOf).trim()) : null
  if (!days) throw unusable('the feed does not say for which day its value stands')
  if (value === undefined || (typeof value === 'object' && value !== null)) {
    throw unusable('there is no value where the rule looks')
  }
  return { value: value as FeedReading['value'], asOf: days }
}
