import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordTable } from '../../lexicon/word-table.ts'
import { isNotOnly, objectNegated, subjectNegated } from '../claims/polarity.ts'
import { ellipsis, insertEnd, type VerbGroup } from '../clauses/modal-ellipsis.ts'
import { dashes } from '../sentences/token.ts'
import type { Cue, Reading } from './cue.ts'
import { sharedCues } from './shared-modal-cues.ts'

const modalPhrase = wordTable<PhraseId>({
  will: 'will',
  shall: 'will',
  would: 'will',
  may: 'may',
  might: 'might',
  could: 'could',
  can: 'will',
  should: 'should-expected',
  ought: 'should-expected',
})

/** A sentence without one of these has no modal cue. */
export const modalStarts: readonly string[] = Object.keys(modalPhrase)

const nominalTags = new Set(['DET', 'PRON', 'NOUN', 'PROPN', 'ADJ', 'NUM'])

/** Walks right from the modal over adverbs, "not", "be" and "have" to the verb: "will most likely not be doomed". */
const verbGroup = (reading: Reading, modal: number): VerbGroup | null => {
  const { tokens, words } = reading
  let negated = false
  let inverted = false
  for (let j = overParenthesis(words, modal + 1); j < tokens.length && j - modal < 14; j++) {
    const token = tokens[j]
    if (!token) return null
    const { word, tag } = token
    const adverb = formAt(words, j, 'adverb')
    if (adverb && adverb.phrase !== 'never' && adverb.to > j + 1) {
      if (adverb.phrase === 'probably-not') negated = true
      j = adverb.to - 1
      continue
    }
    if (word === 'not') negated = !isNotOnly(words, j)
    else if (word === 'never' || word === 'hardly' || word === 'scarcely') negated = true
    else if (word === 'no' && words[j + 1] === 'longer') negated = true
    else if (insertEnd(tokens, j) !== null) j = insertEnd(tokens, j) ?? j
    else if (word === 'longer' || word === ',' || word === '-' || word === '"') continue
    else if (tag === 'VERB' && j > modal) return { verb: j, negated, inverted, end: j + 1 }
    else if (tag === 'AUX' && (word === 'be' || word === 'have' || word === 'been')) {
      if (!isAuxiliary(tokens, j))
        return {
          verb: j,
          negated,
          inverted,
          end: j + 1,
        }
    } else if (tag === 'AUX') return { verb: j, negated, inverted, end: j + 1 }
    else if (tag === 'ADV' || tag === 'ADP' || tag === 'PART' || isAdverbForm(words, j)) continue
    else if (nominalTags.has(tag) && !inverted && startsInverted(words, modal)) inverted = true
    else if (inverted) continue
    else if (tag === 'CCONJ') continue
    else if ((tag === 'NOUN' || tag === 'ADJ') && onlyAdverbs(tokens, modal, j) && !endsNounPhrase(word))
      return { verb: j, negated, inverted, end: j + 1 }
    else break
  }
  return fallback(reading, modal, negated, inverted)
}

/** "will, I suspect, be", "will — she says — be": past what stands between two marks right behind the modal. */
const overParenthesis = (words: readonly string[], from: number): number => {
  const mark = words[from] ?? ''
  if (mark !== ',' && !dashes.has(mark)) return from
  const close = words.slice(from + 1, from + 9).indexOf(mark)
  return close > 0 ? from + close + 2 : from
}

/** The tagger took the verb for an adverb or a preposition ("will back down"): the word after the modal is it. */
const fallback = ({ tokens, words }: Reading, modal: number, negated: boolean, inverted: boolean): VerbGroup | null => {
  let verb = modal + 1
  while (words[verb] === 'not' || words[verb]?.endsWith('ly') || formAt(words, verb, 'adverb'))
    verb = Math.max(verb + 1, formAt(words, verb, 'adverb')?.to ?? 0)
  const token = tokens[verb]
  return token && token.tag !== 'PUNCT' && token.tag !== 'SCONJ' ? { verb, negated, inverted, end: verb + 1 } : null
}

const onlyAdverbs = (tokens: Reading['tokens'], modal: number, to: number): boolean =>
  tokens.slice(modal + 1, to).every((token) => token.tag === 'ADV' || token.tag === 'PART' || token.word === ',')

/** The tagger takes some verbs after a modal for nouns or adjectives ("could present", "would result"). */
const endsNounPhrase = (word: string): boolean => /(?:ing|ly|s)$/.test(word)

const isAdverbForm = (words: readonly string[], j: number): boolean => formAt(words, j, 'adverb') !== null

/** "be"/"have" that only helps: a participle or a verb follows. */
const isAuxiliary = (tokens: Reading['tokens'], j: number): boolean => {
  for (let k = j + 1; k < tokens.length && k - j < 5; k++) {
    const token = tokens[k]
    if (!token) return false
    if (token.tag === 'VERB' || (token.tag === 'AUX' && token.word.startsWith('be'))) return true
    if (token.tag !== 'ADV' && token.word !== 'not') return false
  }
  return false
}

/** Verb before subject: "only then will the leaders", "nor will it", "rarely will". */
const startsInverted = (words: readonly string[], modal: number): boolean =>
  ['nor', 'neither', 'then', 'only', 'never', 'rarely', 'once', 'until'].includes(words[modal - 1] ?? '') ||
  (words.slice(Math.max(0, modal - 12), modal).includes('only') && !isNounish(words[modal - 1]))

const isNounish = (word: string | undefined): boolean => word === undefined || /^(?:it|he|she|they|we)$/.test(word)

/** A modal with the verb it bears on. Whether it foretells at all is for the gates to say. */
export const modalCues = (reading: Reading, i: number): Cue[] => {
  const { tokens, words } = reading
  const modal = words[i] ?? ''
  if (tokens[i]?.tag !== 'AUX' || !Object.hasOwn(modalPhrase, modal)) return []
  // "The political will to reform", "the month of May": nouns.
  if (words[i + 1] === 'of' || (words[i + 1] === 'to' && modal !== 'ought')) return []
  const group = ellipsis(reading, i) ?? verbGroup(reading, i)
  if (!group) return []
  const cue = modalCue(reading, i, modal, group)
  return [cue, ...sharedCues(reading, cue)]
}

const modalCue = (reading: Reading, i: number, modal: string, group: VerbGroup): Cue => {
  const { words } = reading
  const negated = (group.negated || subjectNegated(reading, i)) !== objectNegated(words, group.verb)
  const bare = modalPhrase[modal] ?? 'will'
  const base: Cue = {
    kind: 'modal',
    at: i,
    from: i,
    to: i + 1,
    verb: group.verb,
    phrase: bare,
    polarity: negated ? '-' : '+',
    modal,
    hedged: false,
  }
  const adverb = adverbAround(reading, i, group.verb)
  if (!adverb) return base
  const spoken = { ...base, from: adverb.from, to: adverb.to, hedged: true }
  if (adverb.phrase === 'never') {
    if (bare !== 'will') return { ...base, polarity: '-' }
    return { ...spoken, phrase: 'never', polarity: '+' }
  }
  if (adverb.phrase === 'may-well') return { ...spoken, phrase: 'may-well' }
  if (bare !== 'will') return base
  if ((adverb.phrase === 'probably' && negated) || adverb.phrase === 'probably-not')
    return { ...spoken, phrase: 'probably-not', polarity: '+' }
  return { ...spoken, phrase: adverb.phrase }
}

/** The adverb of likelihood in a verb group, or just before its modal: "probably will", "will most likely be". */
const adverbAround = ({ words, tokens }: Reading, modal: number, verb: number) => {
  const own = formAt(words, modal, 'adverb')
  if (own) return own
  for (let k = modal + 1; k < verb; k++) {
    const form = formAt(words, k, 'adverb')
    if (form) return form
  }
  for (let k = Math.max(0, modal - 4); k < modal; k++) {
    const form = formAt(words, k, 'adverb')
    if (form && form.to === modal) return form
  }
  const first = tokens.findIndex((token) => token.tag !== 'CCONJ' && token.tag !== 'PUNCT')
  const opening = formAt(words, first, 'adverb')
  return opening && opening.phrase !== 'never' && modal - opening.to < 12 ? opening : null
}
