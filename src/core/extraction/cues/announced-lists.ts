import type { PhraseId } from '../../lexicon/phrases.ts'
import { phraseStart } from '../clauses/subjects.ts'
import { wordSet } from '../sentences/words.ts'
import type { Reading } from './cue.ts'
import type { Segment, Stretch } from './fragments.ts'

/**
 * What a list without verbs is announced as: a `forecast`, or a `view`, which may be of things as they are. `lead`: the
 * words that call it one, where they stand in its sentence; `phrase`: how likely they make it.
 */
export type Announced = { kind: 'forecast' | 'view'; lead: Stretch | null; phrase: PhraseId }

const forecasts = wordSet('forecast forecasts prediction predictions prognosis prophecy prophecies')
const views =
  wordSet(`view guess bet bets call calls tip tips verdict card pick picks table outlook consensus word hunch wager
  expectation expectations money betting message scenario sequence order gist winners losers`)
const MAX_LEAD = 16

const kindOf = (words: readonly string[]): Announced['kind'] | null => {
  if (words.length > MAX_LEAD) return null
  const stated = words.some((word) => ['was', 'were', 'had', 'last', 'old', 'wrong'].includes(word))
  if (stated) return null
  const dated = words.some(
    (word, i) =>
      ['for', 'of', 'this', 'by'].includes(word) &&
      spans.has(words.at(i + 1) === 'the' ? (words[i + 2] ?? '') : (words[i + 1] ?? '')),
  )
  const listed = words.some((word) => views.has(word))
  if (words.some((word) => forecasts.has(word)) || (listed && dated) || isAhead(words)) return 'forecast'
  return listed ? 'view' : null
}
const spans = wordSet(
  'year season winter summer spring autumn election elections campaign weekend tournament night evening decade',
)

/** "Ahead of us", "in ten years", "next stop", "mark it down", "here is how tonight goes". */
const isAhead = (words: readonly string[]): boolean => {
  const said = words.join(' ')
  if (['ahead of us', 'next stop', 'mark it down', 'mark my words', 'still to come', 'coming next'].includes(said))
    return true
  if (words[0] === 'in' && words.length < 5 && /^(?:years|months|weeks|decades)$/.test(words.at(-1) ?? '')) return true
  return words[0] === 'here' && words.includes('how') && /^(?:goes|ends|plays|unfolds)$/.test(words.at(-1) ?? '')
}

const summaries = wordSet('outlook consensus call bet view word verdict expectation wager')

/** By the words in front of its colon, or by what is said of it behind one: ": that is the call from the desk". */
export const announcedBy = (reading: Reading, segments: readonly Segment[], i: number): Announced | null => {
  const { words } = reading
  const [before, own, after] = [segments[i - 1], segments[i], segments[i + 1]]
  const cut = ({ from, to }: Stretch): string[] => words.slice(from, to).filter((word) => word !== ',' && word !== '"')
  if (before?.closed === ':') {
    const comma = words.lastIndexOf(',', before.to - 1)
    const kind = kindOf(cut(before)) ?? (comma > before.from ? kindOf(cut({ from: comma + 1, to: before.to })) : null)
    const sure = isAhead(cut(before))
    const lead = { from: sure ? before.from : phraseStart(reading, before.to), to: before.to }
    return kind && { kind, lead, phrase: sure ? 'will' : 'expected' }
  }
  const next = after && cut(after)
  if (!own || !next || ![':', '—', '–'].includes(own.closed)) return null
  if (!['that', 'so', 'such', 'this'].includes(next[0] ?? '')) return null
  const summed = next.some((word) => forecasts.has(word) || summaries.has(word))
  return summed ? { kind: 'forecast', lead: { from: after.from, to: after.to }, phrase: 'expected' } : null
}

/** "My card for the year, then.", "Here is how tonight goes.": what the sentence before announces. */
export const announces = ({ words }: Reading): Announced | null => {
  const said = words.filter((word) => !['.', ',', ':', '"', 'then', 'so'].includes(word))
  return kindOf(said) === 'forecast' && said.length < 12 ? { kind: 'forecast', lead: null, phrase: 'will' } : null
}
