import { type Day, FIRST_DAY, plusDays } from '../../time.ts'
import type { Span } from './calendar.ts'
import { durationAt } from './durations.ts'
import { proseOf } from './explicit-dates.ts'
import type { Named } from './named.ts'
import { type Anchor, ago, anchored, back, before, type Found, pastLength } from './past-lengths.ts'
import { vagueAt } from './past-rules.ts'
import { pastSpanAt } from './past-spans.ts'
import { afterAny, type Prose, wordAt } from './time-tokens.ts'
import { months, unitForms } from './time-words.ts'

/**
 * Days that words of time name when they are read backwards from publication: `earliest: null` when only the end is named.
 * The words are `prose.slice(from, to)`. `adverb`: they say when the verb happened, not which thing is meant ("Tuesday's
 * vote", "the 2019 election"). `stated`: by the calendar alone; else by a rule of the house.
 */
export type PastDate = {
  from: number
  to: number
  earliest: Day | null
  latest: Day
  stated: boolean
  adverb: boolean
  /** The days named, whatever word stands before them: of "until 2022" the year. */
  named: Span
}

/** "In May and June": of two stretches of one kind both. */
const withJoined = (prose: Prose, first: Named): Named => {
  if (!['and', 'or', '-', 'to'].includes(wordAt(prose, first.to))) return first
  const second = pastSpanAt(prose, first.to + 1)
  return second && second.unit === first.unit && second.start > first.end
    ? { ...first, end: second.end, to: second.to }
    : first
}

const any = (prose: Prose, i: number, anchor: Anchor): Found | null => {
  const vague = vagueAt(prose, i)
  const found = pastLength(prose, i) ?? ago(prose, i) ?? anchored(prose, i, anchor)
  if (found) return found
  const span = pastSpanAt(prose, i)
  if (vague && (!span || vague.to > span.to)) return { ...vague, rule: true }
  if (!span) return null
  const { start, end, to, rule, feast } = withJoined(prose, span)
  return { start, end, to, ...(rule ? { rule } : {}), ...(feast ? { feast } : {}) }
}

const namedOf = ({ start, end }: Found): { named?: Span } => (start === null ? {} : { named: { start, end } })

const prepositions =
  'in the course of|some time in|sometime in|as early as|as recently as|as late as|in|on|at|during|over|throughout|around|about|within|back in|early on|late on'
/** "Since March", "by 2014", "before Easter", "from May to July", "in the year to June", and plain times. */
const frameAt = (prose: Prose, i: number, anchor: Anchor): Found | null => {
  const { today } = prose
  const word = wordAt(prose, i)
  const at = i + 1
  if (word === 'since') {
    if (afterAny(prose, at, 'then|that time') !== null)
      return anchor && { start: anchor.start, end: today, to: at + 1, rule: true }
    const first = any(prose, at, anchor)
    return first && { ...first, end: today, ...namedOf(first) }
  }
  if (word === 'between' || word === 'from') {
    const first = pastSpanAt(prose, at)
    const joint = first && afterAny(prose, first.to, 'to|and|until|till|through|-')
    const last = joint === null || joint === undefined ? null : pastSpanAt(prose, joint)
    if (first && last && last.end >= first.start) return { start: first.start, end: last.end, to: last.to }
    return null
  }
  if (word === 'after' || word === 'before' || word === 'by' || word === 'until' || word === 'till') {
    const named = any(prose, at, anchor)
    if (!named) return null
    if (word === 'after') return { ...named, end: today, ...namedOf(named) }
    return {
      ...named,
      ...namedOf(named),
      start: null,
      end: word === 'before' && named.start ? plusDays(named.start, -1) : named.end,
    }
  }
  const over = periodTo(prose, i)
  if (over) return over
  const led = afterAny(prose, i, prepositions)
  const named = any(prose, led ?? i, anchor) ?? (led === null ? null : any(prose, i, anchor))
  return named && { ...named, adverb: isAdverb(prose, i, led, named) }
}

/** "In the twelve months to June", "in the year to March 2025". */
const periodTo = (prose: Prose, i: number): Found | null => {
  const at = afterAny(prose, i, 'in the|over the|during the')
  const length = at === null ? null : durationAt(prose, at, true)
  const single = at === null ? undefined : unitForms[wordAt(prose, at)]
  const to = length?.to ?? (single && at !== null ? at + 1 : null)
  const joint = to === null ? null : afterAny(prose, to, 'to the end of|to|ending|ended|through')
  const end = joint === null ? null : pastSpanAt(prose, joint)
  if (!end) return null
  const start = length ? before(end.end, length) : single ? back(end.end, single) : null
  return start && { start: plusDays(start, 1), end: end.end, to: end.to }
}

const determiners = new Set('the a an its their his her our this that'.split(' '))
const yearForm = /^\d{4}$/
/** "Tuesday's vote", "the 2019 election", "a January poll", "the vote of 2019" name a thing by its time. */
const isAdverb = (prose: Prose, i: number, led: number | null, { to, feast }: Found): boolean => {
  if (wordAt(prose, to) === "'s" || wordAt(prose, to) === "'") return false
  if (feast && led === null && wordAt(prose, i) !== 'last') return false
  if (led !== null) return true
  if (['of', 'for', 'from', 'than', 'with'].includes(wordAt(prose, i - 1))) return false
  const word = wordAt(prose, i)
  if (determiners.has(wordAt(prose, i - 1))) return false
  if (yearForm.test(word)) return false
  return !(word === 'the' && (yearForm.test(wordAt(prose, i + 1)) || months[wordAt(prose, i + 1)] !== undefined))
}

/** All words of time in a sentence that look back, in order. What lies wholly after `today` is left out. */
export const pastDatesIn = (text: string, today: Day, anchor: Anchor = null): PastDate[] => {
  const prose = proseOf(text, today)
  const found: PastDate[] = []
  for (let i = 0; i < prose.words.length; ) {
    const date = frameAt(prose, i, anchor)
    const fits = date !== null && (date.start === null || date.start <= today) && date.end >= FIRST_DAY
    if (date && fits && !isComparison(prose, i)) found.push(placed(prose, i, date))
    i = date && fits ? Math.max(date.to, i + 1) : i + 1
  }
  return found
}
const placed = ({ tokens, today }: Prose, i: number, { start, end, to, rule, adverb, named }: Found): PastDate => ({
  from: tokens[i]?.start ?? 0,
  to: tokens[to - 1]?.end ?? 0,
  earliest: start !== null && start < FIRST_DAY ? null : start,
  latest: end > today ? today : end,
  stated: rule === undefined,
  adverb: adverb ?? true,
  named: named ?? { start: start ?? end, end },
})

const comparing = new Set(
  'than from with versus against time first last highest lowest worst best most least level largest'.split(' '),
)
/** "Up from 3% a year ago", "than in 2019", "the first time since 2008", "the worst since March": no date of the verb. */
const isComparison = (prose: Prose, i: number): boolean => {
  const word = wordAt(prose, i)
  const previous = [1, 2, 3, 4].map((k) => wordAt(prose, i - k))
  if (word === 'since')
    return previous.slice(0, 3).some((one) => comparing.has(one) || (one.length > 5 && one.endsWith('est')))
  // "From 3% a year ago": the figure of then.
  const figure = previous.findIndex((one) => !/\d|^(?:%|per|cent|percent)$/.test(one))
  return compared.has(previous[Math.max(0, figure)] ?? '')
}
const compared = new Set(['than', 'from', 'with', 'versus', 'against', 'like'])
