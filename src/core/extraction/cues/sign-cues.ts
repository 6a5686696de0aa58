import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** Signs, and what a predicate in front of its subject says: "all the signs are that", "more likely is a slow retreat". */

const pointing = wordSet('point points')
const signs = wordSet('sign signs')
const shaping = wordSet('shaping')
/** A sentence without one of these has no such sign. */
export const signStarts: readonly string[] = [
  ...pointing,
  ...signs,
  ...shaping,
  'odds',
  'arithmetic',
  'there',
  'looked',
  'likely',
  'likelier',
  'expected',
  'tipped',
  'favourite',
  'favourites',
  'favorite',
  'favorites',
]

export const signCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((word, i) => {
    const found =
      pointed(reading, i) ??
      signed(reading, i) ??
      shaped(reading, i) ??
      unlooked(reading, i) ??
      norThere(reading, i) ??
      likelier(reading, i) ??
      favoured(reading, i) ??
      leaning(reading, i)
    return found ? [found] : word === 'is' || word === 'are' ? frontedPredicate(reading, i) : []
  })

const predicate = (at: number, phrase: PhraseId, from: number, to: number, polarity: Cue['polarity'] = '+'): Cue => ({
  ...cueOf('predicate', at, { phrase, from, to }, to - 1),
  polarity,
})

const isNominalStart = ({ tokens }: Reading, i: number): boolean =>
  ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'].includes(tokens[i]?.tag ?? '')

/** "Nothing points to a rebound before spring", "everything points to a long strike". */
const pointed = (reading: Reading, i: number): Cue | null => {
  const { words } = reading
  if (!pointing.has(words[i] ?? '') || words[i + 1] !== 'to') return null
  const subject = words[i - 1] === 'now' || words[i - 1] === 'yet' ? i - 2 : i - 1
  if (!['nothing', 'everything', 'all', 'little', 'signs', 'omens'].includes(words[subject] ?? '')) return null
  const article = ['a', 'an', 'another', 'any', 'more', 'further'].includes(words[i + 2] ?? '')
  const verb = words[i + 2] === 'the' && /ing$/.test(words.slice(i + 4, i + 9).find((word) => /ing$/.test(word)) ?? '')
  if (!article && !verb) return null
  const denied = ['nothing', 'little'].includes(words[subject] ?? '')
  return predicate(i, 'expected', i, i + 1, denied ? '-' : '+')
}

/** "All the signs are that", "every sign is that", "there is no sign of a recovery before 2030". */
const signed = (reading: Reading, i: number): Cue | null => {
  const { words } = reading
  if (!signs.has(words[i] ?? '')) return null
  const copula = i + 1
  if (['is', 'are'].includes(words[copula] ?? '') && words[copula + 1] === 'that')
    return predicate(copula, 'likely', i, copula + 1)
  const there = words.lastIndexOf('there', i)
  const near = there >= 0 && i - there < 5 && ['is', 'are'].includes(words[there + 1] ?? '')
  const denied = near && words[i - 1] === 'no' && words[i + 1] === 'of'
  if (!denied || !bounded(words, i + 2)) return null
  return predicate(there + 1, 'expected', there + 1, i + 1, '-')
}

/** "before 2030", "until the spring", "any time soon", "this year": a day up to which it is denied. */
const bounded = (words: readonly string[], from: number): boolean =>
  looksAhead(words, from, Math.min(words.length, from + 12))

/** "is shaping up to be the closest", "are shaping up as a rout". */
const shaped = ({ words }: Reading, i: number): Cue | null => {
  if (words[i] !== 'shaping' || words[i + 1] !== 'up') return null
  const copula = ['is', 'are'].includes(words[i - 1] ?? '') ? i - 1 : i - 2
  if (!['is', 'are'].includes(words[copula] ?? '')) return null
  const as = words[i + 2] === 'as' || (words[i + 2] === 'to' && words[i + 3] === 'be')
  return as ? predicate(copula, 'on-track', i, i + 2) : null
}

/** "Relief is not to be looked for before the rains". */
const unlooked = ({ words }: Reading, i: number): Cue | null => {
  if (words[i] !== 'looked' || words[i + 1] !== 'for' || words[i - 1] !== 'be' || words[i - 2] !== 'to') return null
  const denied = words[i - 3] === 'not'
  const copula = denied ? i - 4 : i - 3
  return ['is', 'are'].includes(words[copula] ?? '')
    ? predicate(copula, 'expected', i - 1, i + 2, denied ? '-' : '+')
    : null
}

const chances = wordSet('prospect prospects chance chances hope likelihood possibility')
/** "Nor is there any prospect of a truce", "nor is there much chance that". */
const norThere = ({ words }: Reading, i: number): Cue | null => {
  if (words[i] !== 'there' || words[i - 1] !== 'is' || !['nor', 'neither'].includes(words[i - 2] ?? '')) return null
  const noun = words.findIndex((word, k) => k > i + 1 && k < i + 5 && chances.has(word))
  if (noun < 0 || !['of', 'that'].includes(words[noun + 1] ?? '')) return null
  const phrase = words[i + 1] === 'much' ? 'little-chance' : 'no-chance'
  return predicate(i - 1, phrase, i - 2, noun + 1)
}

/** "He is likelier to be dropped than promoted": the lexicon's "more likely", in one word. */
const likelier = ({ tokens, words }: Reading, i: number): Cue | null => {
  if (words[i] !== 'likelier' || words[i + 1] !== 'to' || !['VERB', 'AUX'].includes(tokens[i + 2]?.tag ?? ''))
    return null
  const copula = tokens[i - 1]?.tag === 'ADV' ? i - 2 : i - 1
  return ['is', 'are', 'seems', 'looks', 'seem', 'look'].includes(words[copula] ?? '')
    ? predicate(copula, 'likely', i, i + 1)
    : null
}

/** "She is favourite to win", "are the favourites to go up". */
const favoured = ({ tokens, words }: Reading, i: number): Cue | null => {
  if (!/^favou?rites?$/.test(words[i] ?? '') || words[i + 1] !== 'to' || tokens[i + 2]?.tag !== 'VERB') return null
  for (let k = i - 1; k >= 0 && i - k < 5; k--) {
    if (['is', 'are', 'remains', 'remain', 'starts', 'start'].includes(words[k] ?? ''))
      return predicate(k, 'likely', i, i + 1)
    if (
      !['the', 'a', 'now', 'still', 'clear', 'strong', 'firm', 'hot', 'narrow', 'slight', 'warm'].includes(
        words[k] ?? '',
      )
    )
      return null
  }
  return null
}

const fronts = wordSet('more most less far also and but perhaps much still equally')

/** "More likely is a slow retreat", "Likely to be closed is the mill", "Among those expected to lose is the mayor". */
const frontedPredicate = (reading: Reading, copula: number): Cue[] => {
  const { tokens, words } = reading
  let first = tokens.findLastIndex(({ word }, k) => k < copula && [';', ':', '—', '–'].includes(word)) + 1
  const among = words[first] === 'among' && ['those', 'the'].includes(words[first + 1] ?? '')
  if (among)
    first = words.findIndex((word, k) => k > first && k < copula && ['expected', 'likely', 'tipped'].includes(word))
  while (first >= 0 && !formAt(words, first, 'predicate') && fronts.has(words[first] ?? '')) first++
  const form = first < 0 ? null : formAt(words, first, 'predicate')
  if (!form || form.to > copula || !isNominalStart(reading, copula + 1)) return []
  const bare = form.to === copula
  const infinitive = words[form.to] === 'to' && copula - form.to < 12 && !words.slice(form.to, copula).includes(',')
  const likely = /likely|probable/.test(words.slice(form.from, form.to).join(' '))
  if (!(infinitive || (bare && likely))) return []
  if (infinitive && !(likely || among)) return []
  return [cueOf('predicate', copula, form, copula)]
}

/** "The odds favour a slide", "the odds are against a deal". */
const leaning = ({ tokens, words }: Reading, i: number): Cue | null => {
  if (words[i] !== 'odds' && words[i] !== 'arithmetic') return null
  const at = tokens[i + 1]?.tag === 'ADV' ? i + 2 : i + 1
  const copula = ['is', 'are'].includes(words[at] ?? '')
  const verb =
    ['favour', 'favours', 'favor', 'favors'].includes(words[at] ?? '') || (copula && words[at + 1] === 'against')
  if (!verb || !['DET', 'ADJ', 'NOUN', 'NUM'].includes(tokens[copula ? at + 2 : at + 1]?.tag ?? '')) return null
  return predicate(at, copula ? 'unlikely' : 'likely', i, copula ? at + 2 : at + 1)
}
