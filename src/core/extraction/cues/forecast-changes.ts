import type { Token } from '../sentences/token.ts'
import { calendarNames, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { groupStart, isViewer } from './viewers.ts'

const moves =
  wordSet(`raise lower cut trim lift nudge revise push move keep leave maintain reiterate hike increase reduce
  pencil pare par shave slash bump boost scale mark bring put delay defer postpone upgrade downgrade`)
/** A sentence without one of these lemmas changes no forecast. */
export const changeStarts: ReadonlySet<string> = moves
const views = wordSet(`forecast forecasts projection projections estimate estimates target targets call number
  numbers guess guidance prediction predictions timetable`)
/** Moves of policy that a forecast dates: "pushed its first cut out to the second quarter". */
const dated = wordSet('cut cuts hike hikes rise increase move recession recovery')
const owners = wordSet('our its his her their my')

/** "We raise our year-end forecast to $76", "the bank has cut its forecast for next year to 1 per cent": what it now expects. */
export const forecastChangeCues = (reading: Reading, i: number, { lemma, tag, word }: Token): Cue[] => {
  if (tag !== 'VERB' || !moves.has(lemma) || !ownsNext(reading, i)) return []
  const noun = viewAfter(reading, i)
  if (noun < 0 || !(isViewer(reading, i) || reading.tokens[i - 1]?.tag === 'PROPN')) return []
  const stop = reading.words.findIndex((mark, k) => k > noun && [';', ':', '.', ','].includes(mark))
  const end = stop < 0 ? reading.words.length : stop
  const past =
    /ed$|^cut$/.test(word) && groupStart(reading, i) === i && !['we', 'i'].includes(reading.words[i - 1] ?? '')
  const moved = dated.has(reading.words[noun] ?? '')
  const current = !past || moved || looksAhead(reading.words, i + 1, end) || isForYear(reading.words, noun, end)
  const put = isSet(reading, noun, end) || isPutOff(reading, noun, end)
  return current && put ? [cueOf('attitude', i, { phrase: 'expected', from: noun, to: noun + 1 }, i)] : []
}

const particles = wordSet('back out up down forward')
const ownsNext = ({ words }: Reading, verb: number): boolean =>
  owners.has(words[verb + 1] ?? '') || (particles.has(words[verb + 1] ?? '') && owners.has(words[verb + 2] ?? ''))

/** "its year-end forecast", "back their first cut". */
const viewAfter = ({ words }: Reading, verb: number): number => {
  const from = owners.has(words[verb + 1] ?? '') ? verb + 1 : verb + 2
  return words.findIndex(
    (view, k) => k > from && k < verb + 8 && (views.has(view) || (dated.has(view) && firsts.has(words[k - 1] ?? ''))),
  )
}
const firsts = wordSet('first next second last final')

/** "to $76", "at 2 per cent", "out to mid-2031". */
const isSet = ({ tokens, words }: Reading, from: number, to: number): boolean =>
  words.slice(from, to).some((word, k) => (word === 'to' || word === 'at') && hasNumber(tokens, from + k + 1))
const hasNumber = (tokens: Reading['tokens'], from: number): boolean =>
  tokens.slice(from, from + 3).some(({ tag, word }) => tag === 'NUM' || /\d/.test(word))

/** "from May to September", "out to the second quarter": the day that a move is now looked for on. */
const isPutOff = ({ words }: Reading, from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some(
      (word, k, all) =>
        ['to', 'until', 'into'].includes(word) &&
        all.slice(k + 1, k + 5).some((day) => dates.has(day) || /^20[2-9]\d$/.test(day)),
    )
const dates = new Set([...calendarNames, 'quarter', 'half', 'year', 'spring', 'summer', 'autumn', 'winter'])

const isForYear = (words: readonly string[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some((word, k, all) => word === 'for' && /^(?:202[6-9]|20[3-9]\d|next|this)$/.test(all[k + 1] ?? ''))
