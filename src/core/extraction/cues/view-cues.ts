import type { Token } from '../sentences/token.ts'
import { changeVerbs, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { isHolder, isSource } from './holders.ts'
import { isDatedAhead } from './things-to-come.ts'
import { groupStart, isViewer, subjectTokens } from './viewers.ts'

/** Views of an event that stand in a noun phrase with a participle: "has output falling", "talks of jobs being lost". */

const having = wordSet('has have')
const talking = wordSet('talk talks speak speaks')
/** A sentence without one of these has no such view. */
export const viewStarts: readonly string[] = [...having, ...talking]

export const viewCues = (reading: Reading, i: number, { word }: Token): Cue[] => {
  const holds = having.has(word) ? hasDoing(reading, i) : talking.has(word) && speaksOf(reading, i)
  return holds ? [cueOf('attitude', i, { phrase: 'expected', from: i, to: i + 1 }, i)] : []
}

const sources = wordSet(`model models forecast forecasts projection projections estimate estimates consensus simulation
  simulations scenario arithmetic forecaster forecasters analyst analysts economist economists bookmakers`)
const fates =
  wordSet(`lose win shed gain cut finish hold double treble triple halve overtake end fail sink soar plunge tumble
  miss beat hike raise lift weaken strengthen break default collapse`)
const levels = wordSet('back above below under over near higher lower')

/** "has the country shedding four million", "have inflation back inside the band in December": how a forecast has it. */
const hasDoing = (reading: Reading, i: number): boolean => {
  const { tokens, words } = reading
  if (tokens[i - 1]?.tag === 'AUX' || words[i - 1] === 'to' || ['VERB', 'AUX'].includes(tokens[i + 1]?.tag ?? ''))
    return false
  const subject = subjectTokens(reading, groupStart(reading, i))
  const source = subject.some(({ word }) => sources.has(word)) || isSource(reading, i)
  if (!source && !isHolder(reading, i)) return false
  const stop = stopAfter(words, i)
  for (let k = i + 2; k < Math.min(stop, i + 10); k++) {
    const [before, token] = [tokens[k - 1], tokens[k]]
    if (!token || !before || token.tag === 'SCONJ' || token.tag === 'AUX' || token.word === 'to') return false
    const nominal = ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(before.tag)
    const ahead = (): boolean => isDatedAhead(reading, k, stop) || towards(reading, k, stop)
    if (nominal && levels.has(token.word)) return figured(reading, k, stop) && isDatedAhead(reading, i, stop)
    if (!token.word.endsWith('ing') || token.tag !== 'VERB') continue
    const moves = changeVerbs.has(token.lemma) || fates.has(token.lemma)
    return nominal && (moves ? source || ahead() : source && ahead())
  }
  return false
}

/** "to 11 million". */
const towards = ({ tokens, words }: Reading, from: number, to: number): boolean =>
  words.slice(from, to).some((word, k) => word === 'to' && tokens[from + k + 1]?.tag === 'NUM')

const stopAfter = (words: readonly string[], from: number): number => {
  const stop = words.findIndex((word, k) => k > from && [';', ':', '.', '?', ',', '—', '–'].includes(word))
  return stop < 0 ? words.length : stop
}

const figured = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag }) => tag === 'NUM')

/** "talks of two thousand jobs being lost", "speak of rice at 80 a kilo by the autumn". */
const speaksOf = (reading: Reading, i: number): boolean => {
  const { tokens, words } = reading
  if (words[i + 1] !== 'of' || !['VERB', 'NOUN'].includes(tokens[i]?.tag ?? '')) return false
  if (!isViewer(reading, i) && !['NOUN', 'PRON'].includes(tokens[i - 1]?.tag ?? '')) return false
  const stop = stopAfter(words, i)
  const end = words[stop] === ',' && figured(reading, stop, stop + 14) ? Math.min(words.length, stop + 18) : stop
  const lost = words.slice(i + 3, stop).some((word, k) => word === 'being' && tokens[i + 4 + k]?.tag === 'VERB')
  return lost || (figured(reading, i + 2, end) && limited(words, i + 2, end))
}

const limited = (words: readonly string[], from: number, to: number): boolean =>
  looksAhead(words, from, to) || words.slice(from, to).some((word) => word === 'by')
