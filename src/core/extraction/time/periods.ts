import type { Day } from '../../time.ts'
import { decadeSpan, inRange, laterSpan, type Span, sportSpan, unitSpan, yearOf, yearSpan } from './calendar.ts'
import { feastAt, feastWords, otherCalendars } from './feasts.ts'
import {
  indefinite,
  inYear,
  type Lead,
  leadAt,
  leads,
  longest,
  type Named,
  type Reader,
  splitYear,
  startingWith,
  yearAt,
} from './named.ts'
import { afterAny, figure, firstWords, type Prose, saysAt, skip, wordAt } from './time-tokens.ts'
import { months, seasons, type Unit, unitForms } from './time-words.ts'
import { month, quarter, season } from './year-parts.ts'

/** "2027", "the year 2027", "fiscal 2027", "2026-27", "the 2030s". */
const fiscals = 'the fiscal year|fiscal year|the financial year|financial year|fiscal|fy'
const calendars = 'the year|year|calendar|the'
const year: Reader = startingWith([figure, ...firstWords(fiscals, calendars)], (prose, i) => {
  const fiscal = afterAny(prose, i, fiscals)
  const at = fiscal ?? afterAny(prose, i, calendars) ?? i
  const split = splitYear(prose, at)
  if (split) return { ...sportSpan(split.year), to: split.to, unit: 'year', rule: true }
  const short = fiscal !== null && /^\d\d$/.test(wordAt(prose, at)) ? 2000 + Number(wordAt(prose, at)) : null
  const named = yearAt(prose, at) ?? short
  if (named !== null && !isFigure(prose, at))
    return { ...yearSpan(named), to: at + 1, unit: 'year', ...(fiscal === null ? {} : { rule: true }) }
  const decade = wordAt(prose, at)
  if (!/^(?:19|20|21)\d0$/.test(decade) || wordAt(prose, at + 1) !== 's') return null
  return { ...decadeSpan(Number(decade)), to: at + 2, unit: 'decade' }
})
/** "2026 euros", "$2030": no year. */
export const isFigure = (prose: Prose, at: number): boolean =>
  /^[$€£¥#]$/.test(wordAt(prose, at - 1)) ||
  /^(?:%|percent|per|people|jobs|points|seats|votes|miles|units)$/.test(wordAt(prose, at + 1))

/** "this week", "next year", "the month after next", "the year" where the words around it make it this one. */
const deictic = (prose: Prose, _: number, lead: Lead): Named | null => {
  const unit = unitForms[wordAt(prose, lead.to)]
  if (unit === undefined || unit === 'half' || wordAt(prose, lead.to).endsWith('s')) return null
  const to = lead.to + 1
  const later = afterAny(prose, to, 'after next|after the next|after that')
  if (later !== null) return { ...laterSpan(unit, prose.today, 2), to: later, unit, deictic: true, ...convention(unit) }
  if (lead.lead === '') return unit === 'weekend' && lead.definite ? weekend(prose, to) : null
  const span = lead.lead === 'this' ? unitSpan(unit, prose.today) : laterSpan(unit, prose.today, 1)
  return { ...span, to, unit, deictic: true, ...convention(unit) }
}
const convention = (unit: Unit): { rule?: true } => (unit === 'season' ? { rule: true } : {})
const weekend = ({ today, fit }: Prose, to: number): Named => {
  const span = unitSpan('weekend', today)
  const late = fit === 'starts' && span.start <= today
  return { ...(late ? laterSpan('weekend', today, 1) : span), to, unit: 'weekend', deictic: true }
}

/** "Christmas", "next Easter", "Thanksgiving 2027", "the new year". */
const feast = (prose: Prose, _: number, lead: Lead): Named | null => {
  if (isAny(prose, lead.to)) return null
  const found = feastAt(
    prose.tokens.slice(lead.to, lead.to + 5).flatMap(({ word }) => (word === "'s" ? [] : [word])),
    wordAt(prose, lead.to - 1),
  )
  if (!found) return newYear(prose, lead.to)
  let to = lead.to
  for (let words = 0; words < found.words; to++) if (wordAt(prose, to) !== "'s") words++
  to = skip(prose, skip(prose, to, "'s"), 'day')
  const spanIn = (year: number): Span => ({ start: found.dayIn(year), end: found.dayIn(year) })
  return { ...inYear(prose, to, lead.lead, 'day', spanIn), deictic: true, feast: true }
}
/** "A good Christmas" is any. */
const isAny = (prose: Prose, at: number): boolean =>
  /^(?:good|bad|white|happy|merry|quiet|bleak|cold|strong|weak|poor)$/.test(wordAt(prose, at - 1)) &&
  indefinite.has(wordAt(prose, at - 2))
const newYear: Reader = (prose, i) => {
  if (!saysAt(prose, i, 'new year') || otherCalendars.has(wordAt(prose, i - 1))) return null
  const year = yearOf(prose.today) + 1
  const span = { start: `${year}-01-01` as Day, end: `${year}-03-31` as Day }
  return { ...span, point: span.start, to: i + 2, unit: 'quarter', rule: true, deictic: true }
}

type LedReader = (prose: Prose, i: number, lead: Lead) => Named | null
/** The word after "this", "next" or "the", or without any of them → what reads it. */
const ledReaders: ReadonlyMap<string, readonly LedReader[]> = (() => {
  const readers = new Map<string, LedReader[]>()
  const add = (words: Iterable<string>, read: LedReader): void => {
    for (const word of words) readers.set(word, [...(readers.get(word) ?? []), read])
  }
  add(feastWords, feast)
  add([...Object.keys(months), 'month'], month)
  add(Object.keys(seasons), season)
  add(Object.keys(unitForms), deictic)
  return readers
})()

const led: Reader = startingWith(['later', ...leads, ...ledReaders.keys()], (prose, i) => {
  const lead = leadAt(prose, skip(prose, i, 'later'))
  if (lead === null) return null
  let best: Named | null = null
  for (const read of ledReaders.get(wordAt(prose, lead.to)) ?? []) {
    const named = wordAt(prose, i) !== 'later' || read === deictic ? read(prose, i, lead) : null
    if (named !== null && inRange(named.end) && (best === null || named.to > best.to)) best = named
  }
  return best
})

/** The stretch of the calendar that the words at token `i` name, or null; the longest when several readings fit. */
export const periodAt: Reader = longest(
  led,
  ...[quarter, year].map(
    (read): Reader =>
      startingWith(read.starts ?? [], (prose, i) => {
        const named = read(prose, i)
        return named && inRange(named.end) ? named : null
      }),
  ),
)

/** What "of" and "before" make definite: "the end of the year", "the rest of the week", "end of month". */
export const definiteAt: Reader = (prose, i) => {
  const named = periodAt(prose, i)
  const at = skip(prose, i, 'the', 'my', 'our', 'its', 'that')
  const unit = unitForms[wordAt(prose, at)]
  if (named || unit === undefined || unit === 'half' || wordAt(prose, at).endsWith('s')) return named
  const span = unit === 'day' ? { start: prose.today, end: prose.today } : unitSpan(unit, prose.today)
  return { ...span, to: at + 1, unit, deictic: true, ...convention(unit) }
}
