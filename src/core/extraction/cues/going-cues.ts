import { clauseAt } from '../clauses/clause.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { isHumanNoun } from '../voice/roles.ts'
import { type Cue, type Reading, will } from './cue.ts'
import { isAsserted, isGeneral } from './present-clauses.ts'
import { courseOf } from './present-frames.ts'
import { being, presentAt } from './present-verbs.ts'

export const goingStarts: ReadonlySet<string> = being

const leaving = wordSet('going coming leaving returning happening budging yielding quitting moving getting staying')

/** Progressives that foretell: "he is not going back", "the cuts are coming", "Leeds are going down", "it is staying here". */
export const goingCues = (reading: Reading, i: number, { word }: Token): Cue[] => {
  const going = being.has(word) ? progressiveAfter(reading, i) : null
  const group = going === null ? null : presentAt(reading, i)
  if (group === null || going === null) return []
  const clause = clauseAt(reading.tokens, reading.asides, i)
  if (!isAsserted(reading, clause) || isGeneral(reading, clause, i)) return []
  const fated = group.negated
    ? isRefused(reading, going)
    : isFate(reading, i, going) || holdsTo(reading, clause, i, going)
  return fated ? [will(i, going, group.negated)] : []
}

/** "is not getting", "are all coming", "are, in the end, going": where the participle stands. */
const progressiveAfter = ({ tokens, words }: Reading, be: number): number | null => {
  for (let k = be + 1; k < be + 5; k++) {
    if (leaving.has(words[k] ?? '')) return k
    if (!['ADV', 'PART'].includes(tokens[k]?.tag ?? '') && !['all', 'both', 'then'].includes(words[k] ?? ''))
      return null
  }
  return null
}

/** "Nobody is leaving", "is not getting a vote this year"; "is not going to" has a finder of its own. */
const isRefused = ({ words }: Reading, verb: number): boolean => {
  if (words[verb] === 'getting') return looksAhead(words, verb + 1, words.length)
  return words[verb] !== 'staying' && words[verb + 1] !== 'to'
}

const stops = wordSet('. , ; : ! — –')
const ends = (words: readonly string[], k: number): boolean => stops.has(words[k] ?? '.')

/** What befalls its subject: "the cuts are coming", "malaria is coming back", "Leeds are going straight back down". */
const isFate = (reading: Reading, be: number, verb: number): boolean => {
  const { tokens, words } = reading
  const [word, next] = [words[verb], words[verb + 1] ?? '']
  const subject = tokens[be - 1]
  if (word === 'coming') {
    if (ends(words, verb + 1)) return true
    const thing = !isHumanNoun(subject) && (subject?.tag === 'NOUN' || (subject?.tag === 'PROPN' && be === 1))
    return thing && ['back', 'to'].includes(next) && tokens[verb + 2]?.tag !== 'VERB'
  }
  if (word !== 'going' || (subject?.tag !== 'PROPN' && words[be - 1] !== ',')) return false
  let k = verb + 1
  while (['straight', 'right', 'back', 'all', 'the', 'way'].includes(words[k] ?? '')) k++
  return ['down', 'up', 'bust', 'under', 'bankrupt'].includes(words[k] ?? '') && ends(words, k + 1)
}

/** Under a view of how things will go: "barring a miracle, Burnley are going down", "the title is staying in Manchester". */
const holdsTo = (reading: Reading, clause: ReturnType<typeof clauseAt>, be: number, verb: number): boolean =>
  reading.words[verb + 1] !== 'to' && courseOf(reading, clause, be) !== null
