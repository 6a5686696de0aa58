import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** What people at large have come to think, told by how their mood moves: "hopes are fading that", "doubts persist over". */

const hopeful = wordSet('hope hopes optimism confidence conviction belief expectation expectations')
const doubting = wordSet('doubt doubts scepticism skepticism pessimism disbelief misgivings')
const rising = wordSet('grow rise mount build strengthen harden spread increase deepen swell gather firm')
const lasting = wordSet('persist remain linger abound exist')
const falling =
  wordSet(`fade dim recede wane evaporate dwindle shrink sink collapse diminish ebb crumble vanish die go slip fall flag
  weaken`)

/** A sentence without one of these words tells of no mood. */
export const moodNounStarts: readonly string[] = [...hopeful, ...doubting]

const complements = wordSet('that about over whether')

export const sharedMoodCues = (reading: Reading): Cue[] =>
  reading.tokens.flatMap(({ word }, i) => {
    if (!isMood(reading, i)) return []
    const after = hasObject(reading.words, i + 1)
    const moved = movedAt(reading, i, after)
    if (!moved || !(after || reading.words.slice(moved.to, moved.to + 6).includes('that'))) return []
    const phrase = phraseOf(word, moved.lemma)
    if (phrase === null) return []
    const cue = cueOf('frame', moved.at, { phrase, from: i, to: moved.to }, moved.to - 1)
    const denied = after && reading.words.slice(i + 1, moved.at).some((word) => denials.has(word))
    return [denied ? { ...cue, polarity: '-' } : cue]
  })

const denials = wordSet('not never no')
const things = wordSet('a an any another further more')
/** "of a deal", "about the vote", "that it will"; "the expectations of parents" are of no event. */
const hasObject = (words: readonly string[], at: number): boolean => {
  const word = words[at] ?? ''
  if (word === 'of' || word === 'for') return things.has(words[at + 1] ?? '') || /ing$/.test(words[at + 1] ?? '')
  return complements.has(word)
}

/** A noun of a mood; at the start of a sentence the tagger takes it for a verb or a name. */
const isMood = ({ tokens }: Reading, i: number): boolean => {
  const token = tokens[i]
  if (!token || !(hopeful.has(token.word) || doubting.has(token.word))) return false
  return token.tag === 'NOUN' || (i === 0 && (token.tag === 'PROPN' || token.tag === 'VERB'))
}

/** Whether a cue is one of a mood that nobody in particular has. */
export const isSharedMood = (reading: Reading, { kind, from }: Cue): boolean =>
  kind === 'frame' && isMood(reading, from)

const bare = wordSet('to will would can could may might should must not')
const REACH = 22
const helpers = wordSet('is are has have remain remains')
const degrees = wordSet('all but now fast still also only not further been already rapidly quickly steadily')

/**
 * The verb of the mood in the present or the perfect, where its group begins and ends. `after`: what the mood is of stands
 * between: "hopes of a deal have all but gone".
 */
const movedAt = (
  { tokens, words }: Reading,
  noun: number,
  after: boolean,
): { at: number; to: number; lemma: string } | null => {
  for (let k = noun + 1; k < Math.min(tokens.length, noun + REACH); k++) {
    const token = tokens[k]
    if (!token || token.tag === 'PUNCT') return null
    // "No doubt that prices will rise": the verb of what the mood is of.
    if ((token.tag !== 'AUX' && token.tag !== 'VERB') || bare.has(words[k - 1] ?? '')) continue
    // "Hopes are not fading", "have not faded": the mood stays as it is.
    if (helpers.has(token.word) && (words[k + 1] === 'not' || words[k + 1] === 'never')) return null
    let verb = k
    while (helpers.has(words[verb] ?? '') || degrees.has(words[verb] ?? '')) verb++
    const { word, lemma } = tokens[verb] ?? { word: '', lemma: '' }
    // "Hopes faded": told of a day that is over.
    if (moves(lemma) && (verb > k || !word.endsWith('ed'))) return { at: k, to: verb + 1, lemma }
    if (!after) return null
  }
  return null
}

const moves = (lemma: string): boolean => rising.has(lemma) || lasting.has(lemma) || falling.has(lemma)

const phraseOf = (noun: string, verb: string): PhraseId | null => {
  if (falling.has(verb)) return hopeful.has(noun) ? 'unlikely' : 'optimistic'
  if (doubting.has(noun)) return 'doubtful'
  return rising.has(verb) ? 'optimistic' : null
}
