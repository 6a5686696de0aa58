import { Day, Instant, type Moment, toInstant, wholeDay } from '../time.ts'

/** A row of a file: cells by their column. CSV gives texts, JSON what it says. */
export type Row = Readonly<Record<string, unknown>>

/** A row that cannot be imported, and why; whoever reads the file tells the line. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused'
}

/** The text of a cell, without the space around it; null where it is empty or not there. */
export const textOf = (row: Row, column: string): string | null => {
  const value = row[column]
  const text = value === null || value === undefined ? '' : String(value).trim()
  return text === '' ? null : text
}

/** The same where there must be one. Throws `RowRefused`. */
export const mustText = (row: Row, column: string): string => {
  const text = textOf(row, column)
  if (text === null) throw new RowRefused(`${column} is empty`)
  return text
}

/** `2024-05-01 10:00:00`, with or without T, fractions, a zone; without a zone it is read as UTC. */
const TIMED = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?\s?(?:UTC|Z|([+-]\d{2}):?(\d{2})?)?$/
const DATED = /^\d{4}-\d{2}-\d{2}$/
const FRACTION = /\.(\d{1,3})/

const instantOf = (text: string): Instant | null => {
  const [, day, minute, second = ':00', hours, minutes = '00'] = TIMED.exec(text) ?? []
  if (day === undefined) return null
  const thousandths = (FRACTION.exec(text)?.[1] ?? '').padEnd(3, '0')
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`
  const at = Date.parse(`${day}T${minute}${second}.${thousandths}${zone}`)
  return Number.isNaN(at) ? null : (Instant.safeParse(toInstant(new Date(at))).data ?? null)
}

/** When something was, as a cell tells it: an instant, or a whole day where it tells no more. Null where it is empty. */
export const momentIn = (row: Row, column: string): Moment | null => {
  const text = textOf(row, column)
  if (text === null) return null
  if (DATED.test(text)) {
    const day = Day.safeParse(text)
    if (day.success) return wholeDay(day.data)
  }
  const at = instantOf(text)
  if (at === null) throw new RowRefused(`${column} is no date: ${text.slice(0, 40)}`)
  return { earliest: at, latest: at }
}

export const mustMoment = (row: Row, column: string): Moment => {
  const moment = momentIn(row, column)
  if (moment === null) throw new RowRefused(`${column} is empty`)
  return moment
}

/** Milliseconds since 1970, as JavaScript counts them. */
export const mustMillis = (row: Row, column: string): Instant => {
  const text = mustText(row, column)
  const at = /^\d{1,15}$/.test(text) ? Instant.safeParse(toInstant(new Date(Number(text)))) : null
  if (!at?.success) throw new RowRefused(`${column} is no time in milliseconds: ${text.slice(0, 40)}`)
  return at.data
}

/** A probability of at most `one`: 1, or 100 where the source counts in percent. */
export const mustProbability = (row: Row, column: string, one: 1 | 100 = 1): number => {
  const text = mustText(row, column).replace(/\s?%$/, '')
  const value = Number(text)
  if (!(value >= 0 && value <= one))
    throw new RowRefused(`${column} is no number from 0 to ${one}: ${text.slice(0, 40)}`)
  return one === 1 ? value : Number((value / 100).toFixed(8))
}
