import { type Day, plusDays, plusMonths } from '../../time.ts'
import { day, exists, monthOf, yearOf } from './calendar.ts'
import type { Named } from './named.ts'
import { definiteAt } from './periods.ts'
import { spanAt, spanOpeners } from './spans.ts'
import { afterAny, figure, firstWords, numberAt, ordinalAt, type Prose, readFrom, skip, wordAt } from './time-tokens.ts'
import { DEFAULT_WINDOW_MONTHS } from './window-rules.ts'

/**
 * What words of time set: the days from `start` (null = from publication) to `end` (null = none), up to token `to`. Of
 * several in one claim the highest `rank` counts: 3 a deadline, 2 a time, 1 a name in passing. `rule`: the end is a
 * convention of the house.
 */
export type Bound = { start: Day | null; end: Day | null; to: number; rank: number; rule?: true }
/** What reads one kind of words that set a time, and the words that they may begin with. */
export type Frame = { starts: readonly string[]; read: (prose: Prose, i: number) => Bound | null }
export const frame = (starts: readonly string[], read: Frame['read']): Frame => ({ starts, read })

export const ahead = ({ today }: Prose, start: Day): Day | null => (start > today ? start : null)
const until = (end: Day, to: number, rule?: true): Bound => ({
  start: null,
  end,
  to,
  rank: 3,
  ...(rule ? { rule } : {}),
})
const dayBefore = (of: Day): Day => plusDays(of, -1)

/** A start without an end is given as long as a claim without words of time. */
const onwards = (prose: Prose, start: Day, to: number): Bound => {
  const from = start > prose.today ? start : prose.today
  return { start: ahead(prose, start), end: plusMonths(from, DEFAULT_WINDOW_MONTHS), to, rank: 1.5, rule: true }
}

const negators = new Set(
  'not t no never nobody nothing none neither nor hardly cannot unlikely doubt doubts'.split(' '),
)
const clauseMarks = new Set(['.', ';', ':', '!', '?', '—'])
/** Whether a negation stands among the dozen words before `i`. */
const negated = (prose: Prose, i: number): boolean => {
  for (let k = i - 1; k >= 0 && i - k < 13 && !clauseMarks.has(wordAt(prose, k)); k--)
    if (negators.has(wordAt(prose, k))) return true
  return false
}

const overs =
  "is out|is over|is up|is done|is through|ends|closes|finishes|expires|has ended|'s out|'s over|are out|are over"
const endings = new Set(
  'end ends ended over out close closes closed finish finishes expire expires lapse lapses conclude concludes'.split(
    ' ',
  ),
)
const days = ['on', 'of', 'in', 'at', 'for']

/**
 * A date behind the event it dates: "before the season ends in July", "until the deadline of 15 November". Looked for in the
 * ten words after `i`, in the same clause. `over`: the words say that something ends on it.
 */
const datedEvent = (prose: Prose, i: number): { named: Named; over: boolean } | null => {
  let over = false
  for (let k = i; k < i + 11 && k < prose.tokens.length; k++) {
    const word = wordAt(prose, k)
    if (clauseMarks.has(word) || [',', '"', 'and', 'but', 'will', 'would', 'before', 'if'].includes(word)) return null
    if (endings.has(word)) over = true
    const named = days.includes(word) && k > i ? spanAt(prose, k + 1) : null
    if (named) return { named, over }
  }
  return null
}

const befores = 'before|ahead of|prior to|sooner than|earlier than|this side of|in advance of|previous to'
const functionWords = new Set(
  'and or but nor in on at of for to with by from as if when that which who because while so than then it he she they we you i is are was were be will would could may might should can has have comes come arrives begins starts even either too again this next'.split(
    ' ',
  ),
)
/** "Before the March meeting", "before the spring recess": the event lies within what is named. */
const isAdjective = (prose: Prose, from: number, { to, unit }: Named): boolean => {
  const noun = wordAt(prose, to) === "'s" ? wordAt(prose, to + 1) : wordAt(prose, to)
  const definite = /^(?:the|this|next|its|their|his|her|our)$/.test(wordAt(prose, from)) || wordAt(prose, to) === "'s"
  return definite && unit !== 'day' && /^[a-z]{2}/.test(noun) && !functionWords.has(noun)
}

/** "before Friday": the day before it starts. "Before the end of" and "before the year is out" take the last day in. */
export const before = frame(firstWords(befores), (prose, i) => {
  const at = afterAny(prose, i, befores)
  if (at === null) return null
  const from = afterAny(prose, at, hedges) ?? at
  const current = definiteAt(prose, from)
  const over = current && afterAny(prose, current.to, overs)
  if (current && over !== null) {
    const dated = days.includes(wordAt(prose, over)) ? spanAt(prose, over + 1) : null
    return dated ? until(dated.end, dated.to, dated.rule) : until(current.end, over, current.rule)
  }
  const named = spanAt(readFrom(prose, prose.today, 'starts'), from)
  const event = named && !isAdjective(prose, from, named) ? null : datedEvent(prose, named?.to ?? at)
  if (named && !event) {
    const end = named.last || isAdjective(prose, from, named) ? named.end : dayBefore(named.point ?? named.start)
    return until(end, named.to, named.rule)
  }
  if (!event) return null
  const whole = event.over || event.named.unit !== 'day'
  return until(whole ? event.named.end : dayBefore(event.named.start), event.named.to, event.named.rule)
})

/** "until at least March", "by perhaps 2030": they leave the day as it is. */
const hedges = 'at least|at the very least|around|about|roughly|perhaps|maybe|probably|possibly'

const nows = 'by this time|this time|by now|by this point'
const bys =
  'by no later than|by around|by about|by roughly|by the time of|by|no later than|not later than|on or before|before or on|before or in|in or before|as late as|in time for'
/** "by March": its last day. "By the 2030s" is before they start, "by the middle of" a point. */
export const by = frame(firstWords(nows, 'by the time', bys), (prose, i) => {
  const now = afterAny(prose, i, nows)
  const later = now === null ? null : spanAt(prose, now)
  if (later?.deictic && later.unit !== 'day') return until(sameDay(prose, later), later.to)
  const time = afterAny(prose, i, 'by the time')
  const event = time === null ? null : datedEvent(prose, time)
  if (event) return until(event.named.end, event.named.to, event.named.rule)
  const at = afterAny(prose, i, bys)
  const named = at === null ? null : spanAt(prose, afterAny(prose, at, hedges) ?? at)
  if (at === null || !named) return null
  const decade = named.unit === 'decade' && named.to - skip(prose, at, 'the') === 2
  return until(decade ? dayBefore(named.start) : (named.point ?? named.end), named.to, named.rule)
})
/** "this time next year": the same day of it. */
const sameDay = ({ today }: Prose, { start, unit, end }: Named): Day => {
  if (unit === 'week') return plusDays(today, 7)
  const same = unit === 'month' ? plusMonths(today, 1) : plusMonths(today, (yearOf(start) - yearOf(today)) * 12)
  return same > end ? end : same
}

const untils = 'up until|up to|until|untill|till|til|through|thru|right through'
/** "until 2030", "through the end of March". Said of what will not happen, "until" stops the day before. */
export const untilFrame = frame(['to', ...firstWords(untils)], (prose, i) => {
  const at = afterAny(prose, i, untils)
  const end = at === null && wordAt(prose, i) === 'to' ? spanAt(prose, i + 1) : null
  if (end) return end.last ? until(end.end, end.to) : null
  if (at === null) return null
  const from = afterAny(prose, at, hedges) ?? at
  const named =
    spanAt(prose, from) ??
    (afterAny(prose, from, 'the year|the month|the week|the decade|the season') === null
      ? null
      : definiteAt(prose, from))
  const waits = /^(?:until|untill|till|til)$/.test(wordAt(prose, at - 1))
  if (!named) {
    const event = waits ? datedEvent(prose, at) : null
    return event && until(event.named.end, event.named.to, event.named.rule)
  }
  const to = afterAny(prose, named.to, 'at the earliest|at the soonest|at least') ?? named.to
  if (waits && !named.last && negated(prose, i)) return until(dayBefore(named.point ?? named.start), to, named.rule)
  return until(named.point ?? named.end, to, named.rule)
})

/** "within the year", "inside the month": the calendar's own, to its last day. */
export const withinUnit = frame(['within', 'inside'], (prose, i) => {
  const at = afterAny(prose, i, 'within the year|within the month|within the week|inside the year|within the decade')
  const named = at === null ? null : definiteAt(prose, at - 2)
  return named && wordAt(prose, named.to) !== 'of' ? until(named.end, named.to, true) : null
})

const intos = 'well into|deep into|far into|late into|into'
/** "lasts into the spring", "well into 2027": with what is named. */
export const into = frame(firstWords(intos), (prose, i) => {
  const at = afterAny(prose, i, intos)
  const named = at === null ? null : spanAt(prose, at)
  if (!named || named.end < prose.today) return null
  return { start: null, end: named.end, to: named.to, rank: 2, ...(named.rule ? { rule: true } : {}) }
})
const leads = 'some time between|from|between|starting'
const separators = 'to|until|till|untill|through|thru|up to|-'
/** "from October to March", "between now and June", "from 3 to 5 May", "2026 through 2028". */
export const range = frame([...firstWords(leads), ...spanOpeners, figure], (prose, i) => {
  const led = afterAny(prose, i, leads)
  const at = led ?? i
  const between = wordAt(prose, at - 1) === 'between' && led !== null
  const now = led === null ? null : afterAny(prose, at, 'now|today|here')
  const first = now === null ? spanAt(prose, at) : null
  const plain =
    led !== null && now === null && !first ? (ordinalAt(prose, skip(prose, at, 'the')) ?? numberAt(prose, at)) : null
  const end = now ?? first?.to ?? plain?.to ?? null
  const next = end === null ? null : between ? afterAny(prose, end, 'and') : afterAny(prose, end, separators)
  if (next === null)
    return led !== null && first && first.start < first.end && first.unit === 'day'
      ? { start: ahead(prose, first.start), end: first.end, to: first.to, rank: 3 }
      : null
  const later = first && first.start > prose.today ? first.start : prose.today
  const second = spanAt(readFrom(prose, later, prose.fit), next)
  if (!second) {
    const through = first?.unit === 'day' ? sameMonth(prose, first, next) : null
    if (through) return through
    const event = now === null ? null : datedEvent(prose, next)
    return event && until(event.named.end, event.named.to)
  }
  const last = second.point ?? second.end
  if (plain)
    return second.unit === 'day' && exists(yearOf(last), monthOf(last), plain.value)
      ? { ...until(last, second.to), start: ahead(prose, day(yearOf(last), monthOf(last), plain.value)) }
      : null
  const start = first ? (first.floats && !second.floats && first.start > last ? null : ahead(prose, first.start)) : null
  if (start !== null && start > last) return null
  return { start, end: last, to: second.to, rank: led === null ? 2 : 3 }
})

/** "July 13 through 15": the figure is a day of the same month. */
const sameMonth = (prose: Prose, first: Named, i: number): Bound | null => {
  const figure = ordinalAt(prose, skip(prose, i, 'the')) ?? numberAt(prose, i)
  const [year, month] = [yearOf(first.start), monthOf(first.start)]
  if (!figure || figure.value % 1 !== 0 || !exists(year, month, figure.value)) return null
  const end = day(year, month, figure.value)
  return end > first.start ? { start: ahead(prose, first.start), end, to: figure.to, rank: 2 } : null
}

const laters = 'sometime after|after|later than|past'
const froms =
  'no earlier than|not earlier than|no sooner than|not sooner than|starting from|starting in|starting on|beginning in|beginning on|as of|as from|effective|from|starting|beginning'
/** "from April", "after Easter", "no earlier than 2028": they start a window; it ends twelve months on. */
export const from = frame(['not', ...firstWords(laters, froms)], (prose, i) => {
  // "What I expect from Tuesday": of the day, not from it on.
  if (
    /^(?:expect|expects|expected|want|wants|come|emerge)$/.test(wordAt(prose, i - 1)) &&
    wordAt(prose, i) === 'from'
  ) {
    const of = spanAt(prose, i + 1)
    if (of?.unit === 'day') return { start: ahead(prose, of.start), end: of.end, to: of.to, rank: 2 }
  }
  const later = afterAny(prose, i, laters)
  const not = wordAt(prose, i) === 'not' && wordAt(prose, i + 1) === 'before' && hasModal(prose, i) ? i + 2 : null
  const at = later ?? not ?? afterAny(prose, i, froms)
  const named = at === null ? null : spanAt(not === null ? prose : readFrom(prose, prose.today, 'starts'), at)
  if (!named) return null
  const to = afterAny(prose, named.to, 'onwards|onward|on') ?? named.to
  return onwards(prose, later === null ? (named.point ?? named.start) : plusDays(named.end, 1), to)
})
const modals = new Set('will would shall may might could should'.split(' '))
const hasModal = (prose: Prose, i: number): boolean =>
  prose.tokens.slice(Math.max(0, i - 12), i).some(({ word }) => modals.has(word))

/** "2028 at the earliest" starts a window, "2028 at the latest" ends it. */
export const bounded = (prose: Prose, named: Named): Bound | null => {
  const earliest = afterAny(
    prose,
    named.to,
    'at the earliest|at the very earliest|at the soonest|or later|onwards|onward',
  )
  if (earliest !== null) return onwards(prose, named.point ?? named.start, earliest)
  const latest = afterAny(prose, named.to, 'at the latest|at the very latest|at latest|or earlier|or sooner')
  return latest === null ? null : until(named.point ?? named.end, latest, named.rule)
}
