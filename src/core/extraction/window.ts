import type { Window } from '../candidate.ts'
import { type Day, LAST_DAY, plusDays, plusMonths } from '../time.ts'
import { explicitDates } from './explicit-dates.ts'
import { shadowOf } from './sentences.ts'
import { DEFAULT_WINDOW_MONTHS, windowRules } from './window-rules.ts'

/** Whole months by the calendar, the rest as days of a thirty-day month. */
const shift = (day: Day, months: number): Day => {
  const whole = Math.floor(months)
  const moved = plusDays(plusMonths(day, whole), Math.round((months - whole) * 30))
  return moved > LAST_DAY ? (LAST_DAY as Day) : moved
}

/**
 * The days in which a claim must come true, from its words and the day it was published. Dates that are named beat the
 * rule table, the table beats the default of twelve months; a claim that waits for something ("never", "only when",
 * "until") has no default and ends never.
 */
export const windowOf = (claim: string, publishedOn: Day, waits: boolean): Window => {
  const prose = shadowOf(claim).toLowerCase().replace(/ {2,}/g, ' ')
  const dates = explicitDates(prose, publishedOn)
  if (dates)
    return {
      text: wordsIn(claim, dates.text),
      start: dates.start ?? publishedOn,
      end: dates.end,
      source: dates.rule ? 'rule' : 'stated',
    }
  for (const { pattern, from, to } of windowRules) {
    const match = pattern.exec(prose)
    if (!match) continue
    const end = to === null ? null : shift(publishedOn, to)
    return { text: wordsIn(claim, match[0]), start: shift(publishedOn, from), end, source: 'rule' }
  }
  if (waits) return { text: '', start: publishedOn, end: null, source: 'rule' }
  return { text: '', start: publishedOn, end: shift(publishedOn, DEFAULT_WINDOW_MONTHS), source: 'default' }
}

/**
 * The window of a claim by its own words of time, not by those of its condition. `waits`: it waits for something, so that
 * without words of time it has no end.
 */
export const windowOfClaim = (quote: string, condition: string | null, waits: boolean, publishedOn: Day): Window => {
  const words = waits || condition === null ? quote : quote.replace(condition, (part) => ' '.repeat(part.length))
  return windowOf(words, publishedOn, waits || /\b(?:until|never)\b/i.test(quote))
}

/** The words as the text writes them: case and line breaks put back. */
const wordsIn = (claim: string, found: string): string => {
  const pieces = found.split(' ').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
  return new RegExp(pieces.join('\\s+'), 'i').exec(claim)?.[0] ?? found
}
