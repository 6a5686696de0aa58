import { strict } from 'chrono-node/en'
import { Day, Instant, startOf, toDay } from '../time.ts'

/**
 * A date as a publisher wrote it. `day` is the calendar day in the publisher's own time zone; `utcDay` the day of that
 * instant in UTC, where a time with its zone is given. `whole: 'month'` = no day is named and `day` is its first.
 */
export type WrittenDate = { day: Day; utcDay: Day | null; whole: 'day' | 'month' }

const isoForm =
  /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\s?(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const slashedForm = /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?$/
const compactForm = /^(\d{4})(\d{2})(\d{2})$/
/** 10/02/2026 is February in one country and October in another; 10.02.2026 is written where the day comes first. */
const numericForm = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/

/** The placeholder of an empty field, in many a system. */
const EPOCH = '1970-01-01'

const dayFrom = (year: string, month: string, day: string): Day | null => {
  const parsed = Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success && parsed.data !== EPOCH ? parsed.data : null
}

const plain = (year: string, month: string, day: string | undefined): WrittenDate | null => {
  const found = dayFrom(year, month, day ?? '01')
  return found ? { day: found, utcDay: null, whole: day ? 'day' : 'month' } : null
}

/** Reads ISO 8601 (also `2026-02-10 09:30:00+0100`), `2026/02/10`, `20260210`, `10.02.2026`, and English dates; else null. */
export const readDate = (written: string): WrittenDate | null => {
  const text = written.trim()
  if (text.length < 6 || text.length > 80) return null
  const date = readForm(text)
  return date?.utcDay === EPOCH ? null : date
}

const readForm = (text: string): WrittenDate | null => {
  const iso = isoForm.exec(text)
  if (iso) return readIso(iso)
  const other = slashedForm.exec(text) ?? compactForm.exec(text)
  if (other) return plain(other[1] ?? '', other[2] ?? '', other[3])
  const numeric = numericForm.exec(text)
  return numeric ? readNumeric(numeric) : readEnglish(text)
}

/** The instant of a written date, null where `readDate` reads no day: UTC where no zone is said, its first where no time is. */
export const readInstant = (written: string): Instant | null => {
  const text = written.trim()
  const date = readDate(text)
  if (date?.whole !== 'day') return null
  const iso = isoForm.exec(text)
  const at = iso ? isoInstant(iso) : englishInstant(text)
  const known = at && !Number.isNaN(at.getTime()) ? Instant.safeParse(at.toISOString()).data : null
  return known ?? startOf(date.day)
}

const isoInstant = ([, year, month, day, hour, minute, second = '00', zone = 'Z']: RegExpExecArray): Date | null => {
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(.\d{2}):?/, '$1:') : 'Z'
  return hour ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`) : null
}

const englishInstant = (text: string): Date | null => {
  const [result] = strict.parse(text, REFERENCE)
  return result?.start.isCertain('hour') ? result.start.date() : null
}

const readIso = (parts: RegExpExecArray): WrittenDate | null => {
  const [, year = '', month = '', day, hour, , , zone] = parts
  const date = plain(year, month, day)
  if (!date || !day || !hour || !zone) return date
  const instant = isoInstant(parts)
  return instant && !Number.isNaN(instant.getTime()) ? { ...date, utcDay: toDay(instant) } : date
}

const readNumeric = ([, first = '', sign, second = '', year = '']: RegExpExecArray): WrittenDate | null => {
  if (sign === '.' || Number(first) > 12) return plain(year, second, first)
  return Number(second) > 12 ? plain(year, first, second) : null
}

/** "March 3, 2026", "3 Mar 2026 09:30 GMT", "Tue, 03 Mar 2026": the whole of a short text, with day, month and year. */
const readEnglish = (text: string): WrittenDate | null => {
  const month = /^(\p{L}{3,9})\.?,? (\d{4})$/u.exec(text)
  const [result, ...others] = strict.parse(month ? `1 ${month[1]} ${month[2]}` : text, REFERENCE)
  if (!result || others.length > 0 || result.end) return null
  const { start } = result
  if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) return null
  const date = plain(`${start.get('year')}`, `${start.get('month')}`, month ? undefined : `${start.get('day')}`)
  const zoned = start.isCertain('timezoneOffset') && start.isCertain('hour')
  return date && zoned ? { ...date, utcDay: toDay(start.date()) } : date
}

/** Only dates whose every part is written are taken, so that this day, which the parser asks for, shows in no answer. */
const REFERENCE = { instant: new Date('2000-01-01T12:00:00Z'), timezone: 0 }

/** The one full date written in a line of text, or null: "Published on March 3, 2026 at 9 am". */
export const dateIn = (line: string): WrittenDate | null => {
  if (line.length > 200 || !/\d{4}/.test(line)) return null
  const numbers = /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2}\/\d{4})\b/.exec(line)
  if (numbers) return readDate(numbers[0])
  const words = line.split(/[\s|•·()]+/).map((word) => word.replace(/[,.;:]$/, ''))
  const at = words.findIndex((_, i) => isWritten(words.slice(i, i + 3)))
  return at < 0 ? null : readDate(words.slice(at, at + 3).join(' '))
}

/** `3 March 2026`, `March 3rd 2026` */
const isWritten = ([first = '', second = '', year = '']: string[]): boolean => {
  const [day, month] = /^\d/.test(first) ? [first, second] : [second, first]
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(day) && /^\p{L}{3,9}$/u.test(month) && /^\d{4}$/.test(year)
}
