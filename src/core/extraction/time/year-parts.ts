import { halfSpan, monthSpan, quarterSpan, type Span, seasonSpan } from './calendar.ts'
import {
  indefinite,
  inYear,
  type Lead,
  type Named,
  type Reader,
  splitYear,
  startingWith,
  yearAfter,
  yearAt,
} from './named.ts'
import { afterAny, ordinalAt, ordinalOpeners, type Prose, readFrom, skip, wordAt } from './time-tokens.ts'
import { ambiguousMonths, months, seasons, timePrepositions, unitForms } from './time-words.ts'

/** "March", "next May", "June of next year", "October 2027". */
export const month = (prose: Prose, i: number, lead: Lead): Named | null => {
  const at = afterAny(prose, lead.to, 'month of') ?? lead.to
  const number = months[wordAt(prose, at)]
  if (number === undefined || !isMonth(prose, at, i)) return null
  const to =
    /^(?:june|july|may)$/.test(wordAt(prose, at)) || wordAt(prose, at).length > 4 ? at + 1 : skip(prose, at + 1, '.')
  return inYear(prose, to, lead.lead, 'month', (year) => monthSpan(year, number))
}
/** "May" and "march" are verbs too: a capital, a preposition before or a year after them makes them months. */
export const isMonth = (prose: Prose, at: number, i: number): boolean => {
  const word = wordAt(prose, at)
  if (indefinite.has(wordAt(prose, i - 1)) || unitForms[wordAt(prose, i - 1)] === 'day') return false
  // A day of the month that does not exist: "30 February".
  if (/^\d{1,2}$/.test(wordAt(prose, at - 1))) return false
  if (!ambiguousMonths.has(word)) return true
  const capital = prose.tokens[at]?.capital === true && at > 0
  return (
    capital ||
    timePrepositions.has(wordAt(prose, at - 1)) ||
    yearAt(prose, at + 1) !== null ||
    prose.tokens.length === 1 ||
    afterAny(prose, at + 1, 'after next') !== null
  )
}

/** "this summer", "the spring of 2028", "winter 2026-27". */
export const season = (prose: Prose, i: number, lead: Lead): Named | null => {
  const name = wordAt(prose, lead.to)
  if (seasons[name] === undefined || !isSeason(prose, lead.to, lead.definite)) return null
  const to = lead.to + 1
  const split = splitYear(prose, skip(prose, to, 'of'))
  const spanIn = (year: number): Span => seasonSpan(year, name)
  if (split) return { ...spanIn(split.year), to: split.to, unit: 'quarter' }
  // "By winter", said in winter, is the next; "the winter" is this one.
  const bare =
    lead.lead === '' &&
    !lead.definite &&
    !['early', 'mid', 'late'].includes(wordAt(prose, i - 1)) &&
    !datesEvent(prose, lead.to)
  return inYear(bare ? readFrom(prose, prose.today, 'starts') : prose, to, lead.lead, 'quarter', spanIn)
}
/** "a spring offensive", "an autumn read-out": the season dates what happens in it. */
const events = new Set(
  'offensive campaign election elections launch release budget vote poll referendum cut hike rise ruling verdict decision summit hearing trial start opening debut read readout publication statement conference reshuffle wedding tour deadline congress return comeback reopening'.split(
    ' ',
  ),
)
/** Also "an autumn rate cut", and "a summer of strikes"; "a fall of rain" and "a spring of water" are none. */
const datesEvent = (prose: Prose, at: number): boolean =>
  indefinite.has(wordAt(prose, at - 1)) &&
  (events.has(wordAt(prose, at + 1)) ||
    events.has(wordAt(prose, at + 2)) ||
    (wordAt(prose, at + 1) === 'of' && !['fall', 'spring'].includes(wordAt(prose, at))))
/** "A quantum winter", "the Prague spring": no season. */
const figurative = new Set('nuclear quantum ai crypto funding demographic arab prague economic volcanic'.split(' '))

/** "A dry winter" is any; "prices fall", "the fall in prices" and "spring a surprise" are no seasons. */
export const isSeason = (prose: Prose, at: number, definite: boolean): boolean => {
  if (datesEvent(prose, at)) return true
  if (figurative.has(wordAt(prose, at - 1))) return false
  const before = [1, 2, 3].map((k) => wordAt(prose, at - k))
  const article = before.findIndex((word) => indefinite.has(word))
  if (article >= 0 && !before.slice(0, article).some((word) => timePrepositions.has(word))) return false
  const name = wordAt(prose, at)
  if (name !== 'fall' && name !== 'spring') return true
  if (!definite && (!timePrepositions.has(wordAt(prose, at - 1)) || wordAt(prose, at - 1) === 'to'))
    return yearAt(prose, at + 1) !== null
  return name === 'spring' || wordAt(prose, at - 1) !== 'the' || !['of', 'in', 'from'].includes(wordAt(prose, at + 1))
}

const lasts = ['last', 'final', 'closing', 'latter', 'back', 'later']
const firsts = ['front', 'opening']
const quarterOpeners = [...'the this next of in , fiscal q h'.split(' '), ...lasts, ...firsts, ...ordinalOpeners]
/** "the third quarter of next year", "Q3 2027", "2027 Q3", "next year's first half", "H1". */
export const quarter: Reader = startingWith(quarterOpeners, (prose, i) => {
  const possessive = yearAfter(prose, i)
  const led = possessive ? skip(prose, possessive.to, "'s") : skip(prose, i, 'the')
  const at = skip(prose, led, 'fiscal')
  const part = lettered(prose, at) ?? spelt(prose, at)
  if (!part) return null
  const spanIn = (year: number): Span => (part.unit === 'half' ? halfSpan : quarterSpan)(year, part.nth)
  if (possessive) return { ...spanIn(possessive.year), to: part.to, unit: part.unit }
  const definite = afterAny(prose, part.to, 'of the year|of the current year|of the fiscal year')
  const named = inYear(prose, definite ?? part.to, '', part.unit, spanIn)
  // "The second half of the match".
  return named.to === part.to && wordAt(prose, part.to) === 'of' ? null : named
})
type Part = { nth: number; to: number; unit: 'quarter' | 'half' }
export const lettered = (prose: Prose, i: number): Part | null => {
  const [letter, figure] = [wordAt(prose, i), Number(wordAt(prose, i + 1))]
  const most = letter === 'q' ? 4 : letter === 'h' ? 2 : 0
  if (!(figure >= 1 && figure <= most) || prose.tokens[i]?.end !== prose.tokens[i + 1]?.start) return null
  return { nth: figure, to: i + 2, unit: letter === 'q' ? 'quarter' : 'half' }
}
export const spelt = (prose: Prose, i: number): Part | null => {
  const word = wordAt(prose, i)
  const counted = ordinalAt(prose, i)
  const to = counted?.to ?? i + 1
  const unit = unitForms[wordAt(prose, to)]
  const last = lasts.includes(word)
  if (unit === 'quarter') {
    const nth = last ? 4 : (counted?.value ?? 0)
    return nth >= 1 && nth <= 4 ? { nth, to: to + 1, unit } : null
  }
  if (unit !== 'half') return null
  const nth = last ? 2 : firsts.includes(word) ? 1 : (counted?.value ?? 0)
  return nth >= 1 && nth <= 2 ? { nth, to: to + 1, unit } : null
}
