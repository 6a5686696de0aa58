import { calendarNames, wordSet } from '../sentences/words.ts'

/** Words of time that point ahead of the day of writing, for clauses whose verb does not. */

const limits = wordSet('by before until till within from')
const units =
  wordSet(`day days week weeks fortnight month months quarter year years decade season weekend spring summer autumn
  fall winter term century`)
const feasts = wordSet(
  'christmas easter midsummer midnight dawn nightfall whitsun noon breakfast lunch lunchtime teatime dinner',
)
const yearAhead = /^(?:20[2-9]\d)s?$/

const isDate = (word: string): boolean =>
  units.has(word) || feasts.has(word) || calendarNames.has(word) || yearAhead.test(word)

/** "the end of March", "next spring", "two weeks": a date within a few words. */
const dateWithin = (words: readonly string[], from: number): boolean => {
  for (let i = from; i < Math.min(words.length, from + 7); i++) {
    const word = words[i] ?? ''
    if ([',', ';', ':', '.', '—', '–'].includes(word)) return false
    // "by force he may": the verb, not the month.
    if (isDate(word) && (word !== 'may' || i === from || monthly.has(words[i - 1] ?? ''))) return true
  }
  return false
}
const monthly = wordSet('of in early late mid next last this - the')

/** Whether words of time that lie ahead begin at `i`: "by March", "before the rains stop", "next year", "any time soon". */
export const aheadAt = (words: readonly string[], i: number): boolean => {
  const [word, next] = [words[i] ?? '', words[i + 1] ?? '']
  if (word === 'into') return dateWithin(words, i + 1)
  if (limits.has(word)) {
    if (word === 'from') return next === 'here' || (next === 'now' && words[i + 2] === 'on')
    return word === 'before' || word === 'until' || word === 'till' ? next !== '' : dateWithin(words, i + 1)
  }
  if (word === 'next' || word === 'this') return isDate(next)
  if (word === 'in') return inAhead(words, i)
  if (word === 'over' || word === 'during')
    return next === 'the' && ['next', 'coming'].includes(words[i + 2] ?? '') && dateWithin(words, i + 3)
  if (word === 'any') return next === 'time' && words[i + 2] === 'soon'
  if (word === 'for')
    return ['years', 'decades', 'months'].includes(next) || (next === 'the' && words[i + 2] === 'foreseeable')
  return ['soon', 'tomorrow', 'shortly', 'imminently'].includes(word)
}

/** "in the coming weeks", "in 2031", "in six weeks", "in my lifetime"; not "in January", which may be past. */
const inAhead = (words: readonly string[], i: number): boolean => {
  const [one, two] = [words[i + 1] ?? '', words[i + 2] ?? '']
  if (['the', 'my', 'our', 'her', 'his', 'their'].includes(one))
    return (
      ['coming', 'lifetime', 'next', 'foreseeable'].includes(two) ||
      (words[i + 3] === 'of' && yearAhead.test(words[i + 4] ?? ''))
    )
  return yearAhead.test(one) || (one === 'a' && units.has(two)) || (/s$/.test(two) && units.has(two) && one !== 'these')
}

/** Whether words of time that lie ahead stand in `words.slice(from, to)`. */
export const looksAhead = (words: readonly string[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (aheadAt(words, i)) return true
  return false
}

const deadlines = wordSet('by within before')
const hoursOfDay = wordSet('midnight dawn nightfall noon breakfast lunch lunchtime teatime dinner')
/** Whether a time by which something is to be begins at `i`: "by March", "within the year", "before Easter", "come the spring". */
export const deadlineAt = (words: readonly string[], i: number): boolean => {
  if (words[i] === 'come') return isDate(words[i + 1] === 'the' ? (words[i + 2] ?? '') : (words[i + 1] ?? ''))
  if (hoursOfDay.has(words[i + 1] ?? '') || (words[i] === 'by' && words[i + 2] === 'time')) return false
  if (!deadlines.has(words[i] ?? '') || !dateWithin(words, i + 1)) return false
  // "By the passenger from 2027": no time by which.
  let k = i + 1
  for (; !isDate(words[k] ?? ''); k++) if (others.has(words[k] ?? '')) return false
  // "By Monday's recipe", "by Easter 1941".
  const owner = words[k + 1] === "'s" && !['end', 'close'].includes(words[k + 2] ?? '')
  return !owner && !words.some((word) => pastYear.test(word))
}
const pastYear = /^(?:1\d{3}|20[01]\d)s?$/
const others = wordSet('from to for in on at with into over under than per since')

/** Whether such a time stands in `words.slice(from, to)`. */
export const hasDeadline = (words: readonly string[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (deadlineAt(words, i)) return true
  return false
}
