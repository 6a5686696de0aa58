import type { Day } from '../../time.ts'
import { type Span, yearOf } from './calendar.ts'
import { afterAny, firstWords, type Prose, readFrom, saysAt, skip, startAt, wordAt } from './time-tokens.ts'
import type { Unit } from './time-words.ts'

/** A stretch of the calendar that words name, both ends included; `to` is the token after them. */
export type Named = Span & {
  to: number
  unit: Unit
  /** The middle of it, or its first day, where "by" and "before" aim at a point: "by the middle of August". */
  point?: Day
  /** The end of a longer stretch: "before the end of" takes its last day in. */
  last?: true
  /** A feast, which "at" and "over" make a few days of. */
  feast?: true
  /** No year was named, the next that fits was taken. */
  floats?: true
  /** A convention of the house, not of the calendar. */
  rule?: true
  /** A day or period pointed at from today: "tomorrow", "next year", "on Friday". */
  deictic?: true
}
/** What reads the words at a token. `starts`: the words one of which stands there when it reads any. */
export type Reader = ((prose: Prose, i: number) => Named | null) & { starts?: ReadonlySet<string> }

/** A reader that is asked only where one of these words stands: most are asked of every word near one of time. */
export const startingWith = (words: Iterable<string>, read: Reader): Reader => {
  const starts = new Set(words)
  return Object.assign((prose: Prose, i: number) => (starts.has(startAt(prose, i)) ? read(prose, i) : null), { starts })
}

/** Which of some readers to ask, in their order, by the word at hand. */
const readersFor = (readers: readonly Reader[]): ((word: string) => readonly Reader[]) => {
  const asked = (word: string): Reader[] => readers.filter(({ starts }) => starts?.has(word) ?? true)
  const words = readers.flatMap(({ starts }) => [...(starts ?? [])])
  const byWord = new Map(words.map((word) => [word, asked(word)]))
  const others = readers.filter(({ starts }) => starts === undefined)
  return (word) => byWord.get(word) ?? others
}

/** The reading that takes in the most words; of equals the first. It answers once for a place, since many frames ask. */
export const longest = (...readers: readonly Reader[]): Reader => {
  const asked = readersFor(readers)
  const longestAt: Reader = (prose, i) => {
    let best: Named | null = null
    for (const reader of asked(startAt(prose, i))) {
      const one = reader(prose, i)
      if (one !== null && (best === null || one.to > best.to)) best = one
    }
    return best
  }
  return (prose, i) => {
    let known = prose.answers.get(longestAt)
    if (known === undefined) {
      known = []
      prose.answers.set(longestAt, known)
    }
    let answer = known[i]
    if (answer === undefined) {
      answer = longestAt(prose, i)
      known[i] = answer
    }
    return answer
  }
}

/** The first of a yearly span, this year's, the last's or a later one's, that fits. */
export const coming = ({ today, fit }: Prose, spanIn: (year: number) => Span): Span => {
  const year = yearOf(today)
  for (const one of [year - 1, year, year + 1]) {
    const span = spanIn(one)
    if (fit === 'ends' ? span.end >= today : span.start > today) return span
  }
  return spanIn(year + 2)
}

const yearForm = /^(?:19|20|21)\d\d$/
/** A year of four figures at `i`. */
export const yearAt = (prose: Prose, i: number): number | null => {
  const word = wordAt(prose, i)
  return yearForm.test(word) && !['s', '%'].includes(wordAt(prose, i + 1)) ? Number(word) : null
}
/** "2027", "of 2027", "next year", "of this year" after the name of a part of the year. */
export const yearAfter = (prose: Prose, i: number): { year: number; to: number } | null => {
  const at = skip(prose, i, 'of', 'in', ',')
  const year = yearAt(prose, at)
  if (year !== null) return { year, to: at + 1 }
  const next = afterAny(prose, at, 'next year|the next year|the coming year|the following year')
  if (next !== null) return { year: yearOf(prose.today) + 1, to: next }
  const current = afterAny(prose, at, 'this year|the current year')
  return current === null ? null : { year: yearOf(prose.today), to: current }
}

/** A part of the year with the year that follows it, "next", "this" or nothing in front. */
export const inYear = (prose: Prose, to: number, lead: string, unit: Unit, spanIn: (year: number) => Span): Named => {
  const named = yearAfter(prose, to)
  if (named) return { ...spanIn(named.year), to: named.to, unit }
  if (saysAt(prose, to, 'after next')) {
    const first = coming(readFrom(prose, prose.today, 'starts'), spanIn)
    return { ...coming(readFrom(prose, first.end, 'starts'), spanIn), to: to + 2, unit, deictic: true }
  }
  if (lead === 'next') return { ...coming(readFrom(prose, prose.today, 'starts'), spanIn), to, unit, deictic: true }
  if (lead === 'this') return { ...thisYears(prose, spanIn), to, unit, deictic: true }
  return { ...coming(prose, spanIn), to, unit, floats: true }
}
/** "This winter" is the one that has begun, else this year's. */
const thisYears = ({ today }: Prose, spanIn: (year: number) => Span): Span => {
  const begun = spanIn(yearOf(today) - 1)
  const current = spanIn(yearOf(today))
  // "This Easter", said in June, is the next.
  if (begun.end < today && current.end < today && current.start === current.end) return spanIn(yearOf(today) + 1)
  return begun.end >= today ? begun : current
}

const backward = new Set(['last', 'past', 'previous', 'earlier', 'since', 'ago', 'every', 'each', 'another'])
export const indefinite = new Set(['a', 'an', 'any', 'every', 'each', 'another', 'one'])

const nexts =
  'this coming|this upcoming|this next|the coming|the upcoming|the following|the next|next|coming|upcoming|following'
const currents = 'all this|this|the current|current|these|all'
/** The words of a lead. */
export const leads: ReadonlySet<string> = new Set(['the', ...firstWords(nexts, currents)])

export type Lead = { lead: '' | 'this' | 'next'; to: number; definite: boolean }
/** "this", "next", "the coming" in front of a name, or nothing. Null when the words look back or mean any such time. */
export const leadAt = (prose: Prose, i: number): Lead | null => {
  if (backward.has(wordAt(prose, i - 1)) && !saysAt(prose, i, 'this')) return null
  if (!leads.has(wordAt(prose, i))) return { lead: '', to: i, definite: false }
  const next = afterAny(prose, i, nexts)
  if (next !== null) return { lead: 'next', to: next, definite: true }
  const current = afterAny(prose, i, currents)
  if (current !== null) return wordAt(prose, i - 1) === 'earlier' ? null : { lead: 'this', to: current, definite: true }
  return { lead: '', to: skip(prose, i, 'the'), definite: wordAt(prose, i) === 'the' }
}

/** "2026-27": the later year in two figures. */
export const splitYear = (prose: Prose, i: number): { year: number; to: number } | null => {
  const year = yearAt(prose, i)
  const second = wordAt(prose, i + 2)
  if (year === null || !['-', '/'].includes(wordAt(prose, i + 1)) || !/^\d\d(?:\d\d)?$/.test(second)) return null
  return Number(second) % 100 === (year + 1) % 100 ? { year, to: i + 3 } : null
}
