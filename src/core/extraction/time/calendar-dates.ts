import type { ParsedComponents } from 'chrono-node'
import { strict } from 'chrono-node/en'
import type { CalendarDate, TimeToken } from './time-tokens.ts'
import { months, ordinalWords, startsWithFigure, weekdays } from './time-words.ts'

/** Longer prose is read only so far: no claim is this long, and the library looks at every word with every pattern. */
const MAX_LENGTH = 1500

/**
 * The dates on the calendar in prose, read by chrono-node: "12 May", "May 12th, 2027", "the seventh of May", "2027-05-12",
 * "13 to 15 July". Of two figures the first is the month ("3/4" is 4 March), unless it cannot be. A date without a month,
 * and one that is told from today ("in five days"), are not looked for here.
 */
export const calendarDates = (text: string, tokens: readonly TimeToken[]): CalendarDate[] => {
  if (!mayHoldDate(tokens)) return []
  // "From 3 to 5" is the time of day to the library, "3 to 5 May" a date.
  const plain = text.slice(0, MAX_LENGTH).replace(/\bfrom\b/gi, '    ')
  return strict.parse(plain).flatMap((result) => {
    const [last, tags] = [result.end ?? result.start, result.tags()]
    if (tags.has('result/relativeDate') || !isDate(result.start) || !isDate(last)) return []
    const end = result.index + result.text.length
    const inside = tokens.flatMap((token, i) => (token.start >= result.index && token.end <= end ? [i] : []))
    const from = inside.find((i) => !['on', 'at', 'the', 'from', ','].includes(tokens[i]?.word ?? '')) ?? 0
    const to = (inside.at(-1) ?? 0) + 1
    if (inside.length === 0 || !isMeant(tokens, from, to)) return []
    return [{ from, to, first: partsOf(result.start), last: partsOf(last), weekday: weekdayIn(tokens.slice(from, to)) }]
  })
}

/** A figure beside the name of a month, or figures that a sign joins: the library takes its time over the rest. */
const mayHoldDate = (tokens: readonly TimeToken[]): boolean => {
  const counted = tokens.flatMap((token, i) => (isCounted(token) ? i : []))
  if (counted.length === 0) return false
  return tokens.some(({ word }, i) => {
    if (months[word] !== undefined) return counted.some((at) => at >= i - BESIDE && at < i + BESIDE)
    return word === '/' || word === '-' || /^\d+\.\d/.test(word)
  })
}
/** "12 of this May", "May, Friday the 12th": so many words apart at most. */
const BESIDE = 6
const isCounted = ({ word }: TimeToken): boolean => startsWithFigure(word) || ordinals.has(word)
const ordinals: ReadonlySet<string> = new Set(Object.keys(ordinalWords))

const isDate = (components: ParsedComponents): boolean => components.isCertain('day') && components.isCertain('month')

const partsOf = (components: ParsedComponents): CalendarDate['first'] => ({
  year: components.isCertain('year') ? components.get('year') : null,
  month: components.get('month') ?? 1,
  date: components.get('day') ?? 1,
})
const weekdayIn = (tokens: readonly TimeToken[]): number | null =>
  tokens.map(({ word }) => weekdays[word]).find((weekday) => weekday !== undefined) ?? null

const leads = new Set('on by before until till from to through since after around between and next this'.split(' '))

/** "Rates may 20 percent", "march 10,000 strong" and "two thirds, 2/3" hold no date. */
const isMeant = (tokens: readonly TimeToken[], from: number, to: number): boolean => {
  const inside = tokens.slice(from, to)
  const figures = inside.filter(({ word }) => /^\d+$/.test(word))
  const verb = inside.find(({ word }) => word === 'may' || word === 'march')
  const modal = verb && !verb.capital && verb === inside[0] && from > 0 && !leads.has(tokens[from - 1]?.word ?? '')
  const slashed = inside.some(({ word }) => word === '/' || word === '-') && figures.length === inside.length - 1
  const led =
    from === 0
      ? to === tokens.length || ['at', 'for', ','].includes(tokens[to]?.word ?? '')
      : leads.has(tokens[from - 1]?.word ?? '')
  const runsOn = tokens[to]?.word === '%' || (tokens[to]?.word ?? '').startsWith('percent')
  return !modal && !runsOn && (!slashed || led)
}
