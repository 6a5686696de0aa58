import { refusal } from '../refusal.ts'

const DAY = 86_400_000

/**
 * A calendar date as a number: whole days since 1970-01-01, UTC, so that dates are scored as quantities, with days for a
 * unit. Throws a `Problem` on what is no date. `dayNumber('2024-02-29') = 19782`
 */
export const dayNumber = (date: string): number => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // The 30th of February would be read as the first days of March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date)
    throw refusal(`${date} is no date`, 'give a date of the calendar as YYYY-MM-DD')
  return Math.round(at / DAY)
}
