import { casual } from 'chrono-node'
import { type Day, plusDays } from '../time.ts'
import { boundaries } from './boundaries.ts'
import { day, inRange } from './calendar.ts'
import { periods } from './periods.ts'

/**
 * Days that words of time name outright: both ends included, `start: null` when only the end is named, `rule` when a convention
 * of the house fixes the end.
 */
export type DateSpan = { text: string; start: Day | null; end: Day; rule?: true }

/**
 * The dates that a claim's words, in lower case, name, or null. Periods end on their last day ("by March" = 31 March), the year is the next
 * that fits. Named days are read by chrono-node. Spans that lie before `today` are history and give null.
 * `explicitDates('by the end of next year', '2026-02-10')?.end === '2027-12-31'`
 */
export const explicitDates = (prose: string, today: Day): DateSpan | null => {
  for (const { pattern, read } of [...boundaries, ...periods]) {
    const match = pattern.exec(prose)
    const span = match ? read(match, today) : null
    if (match && span && span.end >= today && inRange(span.end)) return { text: match[0], ...span }
  }
  return namedDay(prose, today)
}

/** "on a Friday", "every Monday": a day of that name, no date. */
const anyDay = /\b(?:an?|one|any|some|every|each|no) (?:\w+ )?$/

const hasDay = /\b(?:\d{1,2}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)\b/

const namedDay = (prose: string, today: Day): DateSpan | null => {
  if (!hasDay.test(prose) || prose.length > 1500) return null
  const reference = new Date(`${today}T12:00:00Z`)
  for (const result of casual.parse(prose, { instant: reference, timezone: 0 }, { forwardDate: true })) {
    if (!result.start.isCertain('day') && !result.start.isCertain('weekday')) continue
    const lead = prose.slice(Math.max(0, result.index - 24), result.index)
    if (!result.start.isCertain('day') && anyDay.test(lead)) continue
    const [year, monthNumber, date] = [result.start.get('year'), result.start.get('month'), result.start.get('day')]
    if (year === null || monthNumber === null || date === null) continue
    const named = day(year, monthNumber, date)
    const end = /\bbefore $/.test(lead) ? plusDays(named, -1) : named
    if (end >= today && inRange(end)) return { text: result.text, start: null, end }
  }
  return null
}
