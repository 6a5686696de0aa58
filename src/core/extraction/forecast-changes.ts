import { looksAhead } from './ahead.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { groupStart, isViewer } from './viewers.ts'
import { wordSet } from './words.ts'

const moves = wordSet(
  'raise lower cut trim lift nudge revise push move keep leave maintain reiterate hike increase reduce pencil',
)
/** A sentence without one of these lemmas changes no forecast. */
export const changeStarts: ReadonlySet<string> = moves
const views = wordSet('forecast forecasts projection projections estimate estimates target targets call')
const owners = wordSet('our its his her their my')

/** "We raise our year-end forecast to $76", "the bank has cut its forecast for next year to 1 per cent": what it now expects. */
export const forecastChangeCues = (reading: Reading): Cue[] =>
  reading.tokens.flatMap(({ lemma, tag, word }, i) => {
    if (tag !== 'VERB' || !moves.has(lemma) || !owners.has(reading.words[i + 1] ?? '')) return []
    const noun = reading.words.findIndex((view, k) => k > i + 1 && k < i + 8 && views.has(view))
    if (noun < 0 || !isViewer(reading, i)) return []
    const stop = reading.words.findIndex((mark, k) => k > noun && [';', ':', '.', ','].includes(mark))
    const end = stop < 0 ? reading.words.length : stop
    const past =
      /ed$|^cut$/.test(word) && groupStart(reading, i) === i && !['we', 'i'].includes(reading.words[i - 1] ?? '')
    const current = !past || looksAhead(reading.words, i + 1, end) || isForYear(reading.words, noun, end)
    return current && isSet(reading, noun, end)
      ? [cueOf('attitude', i, { phrase: 'expected', from: noun, to: noun + 1 }, i)]
      : []
  })

/** "to $76", "at 2 per cent", "out to mid-2031". */
const isSet = ({ tokens, words }: Reading, from: number, to: number): boolean =>
  words.slice(from, to).some((word, k) => (word === 'to' || word === 'at') && hasNumber(tokens, from + k + 1))
const hasNumber = (tokens: Reading['tokens'], from: number): boolean =>
  tokens.slice(from, from + 3).some(({ tag, word }) => tag === 'NUM' || /\d/.test(word))

const isForYear = (words: readonly string[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some((word, k, all) => word === 'for' && /^(?:202[6-9]|20[3-9]\d|next|this)$/.test(all[k + 1] ?? ''))
