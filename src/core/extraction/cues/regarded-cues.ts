import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { levelOf, levelStarts } from './noun-cues.ts'
import { isViewer } from './viewers.ts'

const regarding = wordSet('regard treat rate describe see view dismiss assess characterise characterize judge class')
const holding = wordSet('have has had')
/** A sentence without one of these words or lemmas has nothing that is regarded as likely. */
export const regardedStarts: readonly string[] = [...regarding, ...holding]

/** "regard a deal as out of reach", "rated a cut as a strong possibility", "has the race as a toss-up", "rate the risk as low". */
export const regardedCues = (reading: Reading, i: number, { tag, lemma, word }: Token): Cue[] => {
  if (!(tag === 'VERB' && regarding.has(lemma)) && !holding.has(word)) return []
  const form = judgedAs(reading, i)
  if (!form || !isViewer(reading, i) || owned.has(reading.words[i + 1] ?? '')) return []
  return [cueOf('attitude', i, form, form.to - 1)]
}

/** "regards her job as impossible": what somebody has is no event. */
const owned = wordSet('my your his her its our their it him me them us')
const REACH = 18
const ends = wordSet('; : . ? ! that how why which who because while')

/** What follows the "as" of the verb's own object: words of likelihood, or a level of a noun of likelihood. */
const judgedAs = ({ tokens, words }: Reading, verb: number): { from: number; to: number; phrase: PhraseId } | null => {
  for (let k = verb + 2; k < Math.min(words.length, verb + REACH); k++) {
    const word = words[k] ?? ''
    if (ends.has(word) || tokens[k]?.tag === 'AUX') return null
    if (word !== 'as') continue
    const at = tokens[k + 1]?.tag === 'ADV' && formAt(words, k + 1, 'predicate') === null ? k + 2 : k + 1
    const level = words.slice(verb + 1, k).some((noun) => levelStarts.has(noun)) ? levelOf(words[at] ?? '') : null
    if (level) return { from: at, to: at + 1, phrase: level }
    const form = formAt(words, at, 'predicate')
    return form && !describes(tokens[form.to]?.tag) ? form : null
  }
  return null
}

/** "as a likely winner": of a person. */
const describes = (tag: string | undefined): boolean => tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ'
