import { UTCDate } from '@date-fns/utc'
import { endOfDay } from 'date-fns/endOfDay'
import { isValid } from 'date-fns/isValid'
import { startOfDay } from 'date-fns/startOfDay'
import { z } from 'zod'

const instantForm = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const dayForm = /^\d{4}-\d{2}-\d{2}$/

/** The first and last day that Hindcast works with; dates outside are taken for slips of the keyboard. */
export const FIRST_DAY = '1900-01-01'
export const LAST_DAY = '2199-12-31'

const isRealDay = (text: string): boolean => {
  if (!dayForm.test(text)) return false
  const date = new UTCDate(`${text}T00:00:00.000Z`)
  return isValid(date) && date.toISOString().slice(0, 10) === text
}

/** A moment on the time line: ISO 8601, UTC, milliseconds, e.g. `2026-02-10T09:30:00.000Z`. */
export const Instant = z
  .string()
  .regex(instantForm, 'write an instant as 2026-02-10T09:30:00.000Z')
  .refine((text) => isRealDay(text.slice(0, 10)), { message: 'that instant does not exist', abort: true })
  .refine((text) => text >= FIRST_DAY && text.slice(0, 10) <= LAST_DAY, 'give an instant between 1900 and 2199')
  .brand<'Instant'>()
  .meta({ id: 'Instant', description: 'ISO 8601, UTC, milliseconds', format: 'date-time' })
export type Instant = z.infer<typeof Instant>

/** A calendar day, `YYYY-MM-DD`, between 1900 and 2199. */
export const Day = z
  .string()
  .refine(isRealDay, { message: 'write a day that exists as YYYY-MM-DD', abort: true })
  .refine((text) => text >= FIRST_DAY && text <= LAST_DAY, 'give a day between 1900-01-01 and 2199-12-31')
  .brand<'Day'>()
  .meta({ id: 'Day', description: 'calendar day, YYYY-MM-DD, 1900 to 2199', format: 'date' })
export type Day = z.infer<typeof Day>

/** Earliest and latest bound of a moment that is known only roughly; both bounds are included. */
export const Moment = z
  .object({ earliest: Instant, latest: Instant })
  .refine((moment) => moment.earliest <= moment.latest, { message: 'earliest must not be after latest' })
  .meta({ id: 'Moment' })
export type Moment = z.infer<typeof Moment>

export const toInstant = (date: Date): Instant => date.toISOString() as Instant
export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day
export const toDay = (date: Date): Day => {
  const year = date.getUTCFullYear()
  if (!(year >= 1000 && year <= 9999)) return date.toISOString().slice(0, 10) as Day
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as Day
}
const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

const dateOf = (day: Day): UTCDate => new UTCDate(`${day}T00:00:00.000Z`)

export const startOf = (day: Day): Instant => toInstant(startOfDay(dateOf(day)))
/** The last millisecond of a day, UTC: a window includes its last day whole. */
export const endOf = (day: Day): Instant => toInstant(endOfDay(dateOf(day)))
/** A whole day as a moment: from its first to its last millisecond. */
export const wholeDay = (day: Day): Moment => ({ earliest: startOf(day), latest: endOf(day) })

/** Midnight UTC of a day told in numbers, months from 0; those past the end of a month or year run on into the next. */
const midnight = (year: number, month: number, date: number): Date => {
  const moment = new Date(0)
  moment.setUTCFullYear(year, month, date)
  return moment
}
const numbersOf = (day: Day): [year: number, month: number, date: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)) - 1,
  Number(day.slice(8)),
]

// Windows count days by the thousand: these three do without the date library, whose dates are made ten times as slowly.
export const plusDays = (day: Day, days: number): Day => {
  const [year, month, date] = numbersOf(day)
  return toDay(midnight(year, month, date + days))
}
/** Calendar months later; the 31st falls back to the month's last day. */
export const plusMonths = (day: Day, months: number): Day => {
  const [year, month, date] = numbersOf(day)
  const last = midnight(year, month + months + 1, 0)
  return toDay(date >= last.getUTCDate() ? last : midnight(year, month + months, date))
}
/** Days from one day to another, negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  (midnight(...numbersOf(to)).getTime() - midnight(...numbersOf(from)).getTime()) / MS_A_DAY
const MS_A_DAY = 86_400_000
/** `2026-02` */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** A day, an instant, or a range of instants: how a moment is sent. */
export const When = z.union([Day, Instant, Moment])
export type When = z.infer<typeof When>

/** A day is the whole of it, an instant has no width: `momentOf('2026-01-05')` ends a millisecond before the 6th. */
export const momentOf = (when: When): Moment => {
  if (typeof when !== 'string') return when
  const day = Day.safeParse(when)
  return day.success ? wholeDay(day.data) : { earliest: when as Instant, latest: when as Instant }
}
