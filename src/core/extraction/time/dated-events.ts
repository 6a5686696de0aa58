import type { Window } from '../../candidate.ts'
import { type Day, daysBetween, plusDays, plusMonths } from '../../time.ts'
import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { datesIn } from './explicit-dates.ts'
import { openWords } from './own-time-words.ts'

/** Events that a text dates somewhere ("the election fixed for 3 October", "the trial opens on Monday"), by the kind of event. */
export type DatedEvents = (kind: string) => DatedEvent | null
type DatedEvent = { start: Day; end: Day }

/** Words that tell of one kind of event, as nouns or verbs. */
const kinds: Readonly<Record<string, ReadonlySet<string>>> = {
  election: wordSet('election elections poll polls polling ballot referendum'),
  vote: wordSet('vote votes'),
  trial: wordSet('trial hearing'),
  opening: wordSet('opens opening begins starts'),
  close: wordSet('closes close shuts deadline closing'),
  meeting: wordSet('meeting meetings meets meet summit conference'),
  decision: wordSet('decision ruling verdict judgment judgement decides rules'),
  match: wordSet('final match fight bout kick-off derby play-off semi-final'),
  launch: wordSet('launch launches release premiere'),
}
const kindOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => [...words].map((word): [string, string] => [word, kind])),
)
const kindOf = (word: string): string | null => kindOfWord.get(word) ?? null

/** An event may stand so many words in front of its date, or right behind it. */
const REACH = 9
const LONGEST = 31
const breaks = wordSet('; : . ? ! — – and but when which')

/**
 * The events that a text dates ahead of the day of publication. A kind that gets two different days is left out: "the
 * vote" could then mean either. The text is searched for a kind when that is first asked for.
 */
export const datedEvents = (readings: readonly Reading[], text: string, publishedOn: Day): DatedEvents => {
  const found = new Map<string, DatedEvent | null>()
  let sentences: ReadonlyMap<string, ReadonlySet<Reading>> | null = null
  return (kind) => {
    const event = found.get(kind)
    if (event !== undefined) return event
    sentences ??= sentencesByKind(readings)
    const dated = eventOf(kind, sentences.get(kind) ?? [], text, publishedOn)
    found.set(kind, dated)
    return dated
  }
}

/** The sentences that have a word of a kind of event. */
const sentencesByKind = (readings: readonly Reading[]): ReadonlyMap<string, ReadonlySet<Reading>> => {
  const sentences = new Map(Object.keys(kinds).map((kind) => [kind, new Set<Reading>()]))
  for (const reading of readings) for (const word of reading.words) sentences.get(kindOf(word) ?? '')?.add(reading)
  return sentences
}

/** The one event of a kind that sentences date. */
const eventOf = (kind: string, readings: Iterable<Reading>, text: string, publishedOn: Day): DatedEvent | null => {
  let found: DatedEvent | null = null
  for (const reading of readings) {
    for (const { from, to, start, end } of datesIn(openWords(reading, text), publishedOn)) {
      if (start === null || end === null || end < publishedOn || daysBetween(start, end) > LONGEST) continue
      if (!kindsBeside(reading, reading.start + from, reading.start + to).includes(kind)) continue
      if (found && found.end !== end) return null
      found = { start, end }
    }
  }
  return found
}

/** The kinds of event that the words around a date name, in its clause. */
const kindsBeside = ({ tokens, words }: Reading, from: number, to: number): (string | null)[] => {
  const first = tokens.findIndex(({ start }) => start >= from)
  const next = tokens.findIndex(({ start }) => start >= to)
  const near: string[] = []
  for (let k = first - 1; k >= 0 && first - k <= REACH && !breaks.has(words[k] ?? ''); k--) near.push(words[k] ?? '')
  if (next > 0) near.push(...words.slice(next, next + 2))
  return near.map(kindOf)
}

const nouns = Object.values(kinds).flatMap((words) => [...words])
const led = new RegExp(
  `\\b(before|ahead of|until|by|at|reach|within a (?:week|fortnight|month) of|(?:days|weeks|months) before)\\s{1,3}(?:the\\s{1,3})?(?:(?:election|opening|transfer|trial)\\s)?(${nouns.join('|')})\\b(?! of\\b)`,
  'i',
)
const lengths: readonly (readonly [RegExp, number, number])[] = [
  [/month/, 1, 0],
  [/fortnight/, 0, 14],
  [/week/, 0, 7],
]

/** The window of words that set a time by an event which the text dates: "before the vote", "by polling day", "within a fortnight of opening". */
export const eventWindow = (words: string, events: DatedEvents, publishedOn: Day): Window | null => {
  const match = led.exec(words)
  if (!match) return null
  const kind = kindOf(match[2]?.toLowerCase() ?? '') ?? ''
  // "The vote" may be the election's.
  const event = events(kind) ?? (kind === 'vote' ? events('election') : null)
  if (!event) return null
  const how = match[1]?.toLowerCase() ?? ''
  const length = how.startsWith('within') ? lengths.find(([form]) => form.test(how)) : undefined
  const [, months, days] = length ?? [null, 0, 0]
  // "Before the deadline" takes its day in.
  const over =
    /before|ahead/.test(how) && kind !== 'close'
      ? plusDays(event.start, -1)
      : plusDays(plusMonths(event.end, months), days)
  if (over < publishedOn) return null
  const on = how === 'at' || length !== undefined
  return { text: match[0], start: on ? event.start : publishedOn, end: over, source: 'stated' }
}
