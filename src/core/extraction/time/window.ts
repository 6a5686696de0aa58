import type { Window } from '../../candidate.ts'
import { type Day, LAST_DAY, plusDays, plusMonths } from '../../time.ts'
import { shadowOf } from '../sentences/sentences.ts'
import { type DateSpan, explicitDates } from './explicit-dates.ts'
import { occasionIn } from './occasions.ts'
import { DEFAULT_WINDOW_MONTHS, type WindowRule, windowRules } from './window-rules.ts'

/** A name in passing ("the 2028 election") or an open start ("from April") yields to a vague phrase, a deadline does not. */
const FIRM_RANK = 2

/** What any of the rules reads; most claims have no such words, and one look tells. */
const anyRule = new RegExp(windowRules.map(({ pattern }) => pattern.source).join('|'))

/**
 * The days in which a claim must come true, from its words and the day it was published. Dates that are named beat the
 * rule table, the table beats the default of twelve months; a claim that waits for something ("never", "only when",
 * "until") has no default and ends never. An occasion that names no day ("before the election") keeps the default and
 * its words.
 */
export const windowOf = (claim: string, publishedOn: Day, waits: boolean): Window => {
  const shadow = shadowOf(claim)
  const dates = explicitDates(shadow, publishedOn)
  if (dates && dates.rank >= FIRM_RANK) return named(claim, dates, publishedOn)
  const prose = collapsed(shadow)
  for (const rule of anyRule.test(prose.text) ? windowRules : []) {
    const match = rule.pattern.exec(prose.text)
    if (match)
      return { text: prose.written(claim, match.index, match[0].length), ...byRule(rule, publishedOn), source: 'rule' }
  }
  if (dates) return named(claim, dates, publishedOn)
  const occasion = occasionIn(prose.text)
  const text = occasion ? prose.written(claim, occasion.index, occasion.text.length) : ''
  if (waits) return { text, start: publishedOn, end: null, source: 'rule' }
  return {
    text,
    start: publishedOn,
    end: shift(publishedOn, { months: DEFAULT_WINDOW_MONTHS, days: 0 }),
    source: 'default',
  }
}

/**
 * The window of a claim by its own words of time, not by those of its condition. `waits`: it waits for something, so that
 * without words of time it has no end.
 */
export const windowOfClaim = (quote: string, condition: string | null, waits: boolean, publishedOn: Day): Window => {
  const words = waits || condition === null ? quote : quote.replace(condition, (part) => ' '.repeat(part.length))
  return windowOf(words, publishedOn, waits || /\b(?:until|never)\b/i.test(quote))
}

const named = (claim: string, { from, to, start, end, rule }: DateSpan, publishedOn: Day): Window => ({
  text: claim.slice(from, to),
  start: start ?? publishedOn,
  end,
  source: rule ? 'rule' : 'stated',
})

const byRule = ({ from, to }: WindowRule, publishedOn: Day): { start: Day; end: Day | null } => ({
  start: shift(publishedOn, from),
  end: to && shift(publishedOn, to),
})
const shift = (day: Day, { months, days }: { months: number; days: number }): Day => {
  const moved = plusDays(plusMonths(day, months), days)
  return moved > LAST_DAY ? (LAST_DAY as Day) : moved
}

/** Lower-case prose with single blanks, and the way back to the words as the text writes them. */
const collapsed = (shadow: string) => {
  const lower = shadow.toLowerCase()
  // The small form of some foreign letters is longer: those stay as they are.
  const letters = lower.length === shadow.length ? lower : shadow.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const runs = [...letters.matchAll(/ {2,}/g)]
  /** Where a unit of the prose stands: each run of blanks before it stands there as one. */
  const placeOf = (index: number): number => {
    let place = index
    for (const run of runs) if (place > run.index) place += run[0].length - 1
    return place
  }
  const written = (claim: string, index: number, length: number): string =>
    claim.slice(placeOf(index), placeOf(index + length - 1) + 1)
  return { text: runs.length > 0 ? letters.replace(/ {2,}/g, ' ') : letters, written }
}
