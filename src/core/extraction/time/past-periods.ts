import { type Day, plusDays } from '../../time.ts'
import {
  decadeSpan,
  halfSpan,
  monthSpan,
  quarterSpan,
  type Span,
  seasonSpan,
  sportSpan,
  unitSpan,
  yearOf,
  yearSpan,
} from './calendar.ts'
import { type Named, splitYear, yearAt } from './named.ts'
import { third } from './parts.ts'
import { latest, yearBehind } from './past-days.ts'
import { isFigure } from './periods.ts'
import { afterAny, type Prose, skip, wordAt } from './time-tokens.ts'
import { months, seasons, type Unit, unitForms } from './time-words.ts'
import { isMonth, isSeason, lettered, spelt } from './year-parts.ts'

/** Stretches of the calendar that have begun by the day of publication: months, seasons, quarters, years, "last week". */

/** A year behind the name of a part of one: "March 2019", "the spring of 2019", "March of last year". */
const yearOfPart = (prose: Prose, i: number): { year: number; to: number } | null => {
  const at = skip(prose, i, 'of', 'in', ',')
  const year = yearAt(prose, at)
  return year === null ? yearBehind(prose, i) : { year, to: at + 1 }
}

/** The turn of a yearly span that is meant: the one named, or the latest that has begun (with "last" that is over). */
const turn = (prose: Prose, to: number, last: boolean, unit: Unit, spanIn: (year: number) => Span): Named => {
  const named = yearOfPart(prose, to)
  if (named) return { ...spanIn(named.year), to: named.to, unit }
  const found = latest(prose, spanIn)
  const over = last && found.end >= prose.today ? spanIn(yearOf(found.start) - 1) : found
  return { ...over, to, unit, deictic: true }
}

const month = (prose: Prose, i: number): Named | null => {
  const last = afterAny(prose, i, 'last|this past')
  const at = last ?? afterAny(prose, i, 'this') ?? i
  const number = months[wordAt(prose, at)]
  if (number === undefined || (last === null && !isMonth(prose, at, i))) return null
  const to = wordAt(prose, at).length > 4 ? at + 1 : skip(prose, at + 1, '.')
  return turn(prose, to, last !== null, 'month', (year) => monthSpan(year, number))
}

const season = (prose: Prose, i: number): Named | null => {
  const last = afterAny(prose, i, 'last|this past|the past')
  const definite = last ?? afterAny(prose, i, 'this|the')
  const at = definite ?? i
  const name = wordAt(prose, at)
  if (seasons[name] === undefined || (last === null && !isSeason(prose, at, definite !== null))) return null
  const split = splitYear(prose, skip(prose, at + 1, 'of'))
  if (split) return { ...seasonSpan(split.year, name), to: split.to, unit: 'quarter' }
  return turn(prose, at + 1, last !== null, 'quarter', (year) => seasonSpan(year, name))
}

/** "The third quarter", "Q3 2025", "the first half of last year"; a half without a year may be that of a match. */
const quarter = (prose: Prose, i: number): Named | null => {
  const part = lettered(prose, i) ?? spelt(prose, skip(prose, i, 'the'))
  if (!part) return null
  const spanIn = (year: number): Span => (part.unit === 'half' ? halfSpan : quarterSpan)(year, part.nth)
  const definite = afterAny(prose, part.to, 'of the year')
  if (part.unit === 'half' && definite === null && yearOfPart(prose, part.to) === null) return null
  const found = turn(prose, definite ?? part.to, true, part.unit, spanIn)
  return found.to === part.to && wordAt(prose, part.to) === 'of' ? null : found
}

const fiscals = 'the fiscal year|fiscal year|the financial year|financial year|fiscal'
/** "2014", "the year 2014", "fiscal 2014", "2014-15", "the 1990s". */
const year = (prose: Prose, i: number): Named | null => {
  const fiscal = afterAny(prose, i, fiscals)
  const at = fiscal ?? afterAny(prose, i, 'the year|the') ?? i
  const split = splitYear(prose, at)
  if (split) return { ...sportSpan(split.year), to: split.to, unit: 'year', rule: true }
  const named = yearAt(prose, at)
  if (named !== null && !isFigure(prose, at))
    return { ...yearSpan(named), to: at + 1, unit: 'year', ...(fiscal === null ? {} : { rule: true }) }
  const decade = wordAt(prose, at)
  if (!/^(?:19|20)\d0$/.test(decade) || wordAt(prose, at + 1) !== 's') return null
  return { ...decadeSpan(Number(decade)), to: at + 2, unit: 'decade' }
}

/** The stretch before the one around a day. */
export const unitBefore = (unit: Unit, of: Day): Span => {
  const { start } = unitSpan(unit, of)
  return unitSpan(unit, plusDays(start, unit === 'weekend' ? -7 : -1))
}
const lastWords = 'last|this last|the previous'
const currents = 'earlier this|so far this|already this|this current|the current|this'
const started = 'earlier in the|so far in the'
/** "Last week", "this month", "earlier in the year", "at the weekend": from its first day, up to today. */
const unit = (prose: Prose, i: number): Named | null => {
  const last = afterAny(prose, i, lastWords)
  const current = afterAny(prose, i, currents) ?? afterAny(prose, i, started)
  const weekend = afterAny(prose, i, 'the weekend')
  if (weekend !== null) {
    const here = unitSpan('weekend', prose.today)
    const span = here.start <= prose.today ? here : unitBefore('weekend', prose.today)
    return { ...span, to: weekend, unit: 'weekend', deictic: true }
  }
  const at = last ?? current ?? i
  const name = unitForms[wordAt(prose, at)]
  if (at === i || name === undefined || name === 'half' || name === 'day' || wordAt(prose, at).endsWith('s'))
    return null
  const span = last === null ? unitSpan(name, prose.today) : unitBefore(name, prose.today)
  return { ...span, to: at + 1, unit: name, deictic: true, ...(name === 'season' ? { rule: true } : {}) }
}

export const pastPeriodReaders = [month, season, quarter, year, unit] as const

type Third = 0 | 1 | 2
const edges: readonly (readonly [Third, string])[] = [
  [
    0,
    'early in|early|the early part of|the start of|the beginning of|the opening of|the first weeks of|the first days of',
  ],
  [1, 'the middle of|middle of|the mid|mid|midway through'],
  [
    2,
    'late in|late|the latter part of|the end of|end of|the close of|the last weeks of|the last days of|the final weeks of',
  ],
]
/** "Early in 2014", "late last month", "the end of the year", "mid-January": thirds, as for what lies ahead. */
export const pastPart = (prose: Prose, i: number, whole: (prose: Prose, i: number) => Named | null): Named | null => {
  for (const [part, words] of edges) {
    const at = afterAny(prose, i, words)
    const named = at === null ? null : (whole(prose, at) ?? definite(prose, at, part))
    if (named && named.unit !== 'day') return { ...named, ...third(named, part) }
  }
  return null
}
/** "The end of the year": of this year's and the last's the later whose end has begun. */
const definite = (prose: Prose, i: number, part: Third): Named | null => {
  const at = skip(prose, i, 'the')
  const name = unitForms[wordAt(prose, at)]
  if (at === i || name === undefined || name === 'half' || name === 'day' || wordAt(prose, at).endsWith('s'))
    return null
  const here: Named = { ...unitSpan(name, prose.today), to: at + 1, unit: name, deictic: true }
  return third(here, part).start <= prose.today ? here : { ...here, ...unitBefore(name, prose.today) }
}
