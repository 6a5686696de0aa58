import type { Link } from '../clauses/chain.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Cue, Reading } from '../cues/cue.ts'
import { placesOf } from '../sentences/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import type { SpeechTag } from '../voice/colon-tags.ts'
import type { Holding } from '../voice/sayings.ts'

/**
 * A cue with its clause and the clauses around that. `quoted`: it stands in a direct quotation. `tags`: what ascribes its
 * sentence. `carried`: whose indirect speech runs on into it from the sentence before.
 */
export type Claim = {
  reading: Reading
  cue: Cue
  clause: Clause
  chain: readonly Link[]
  quoted: boolean
  tags: readonly SpeechTag[]
  carried: Holding | null
}

export const wordAt = ({ words }: Reading, i: number): string => words[i] ?? ''
export const lemmaAt = ({ tokens }: Reading, i: number): string => tokens[i]?.lemma ?? ''

const waitWords = wordSet('when once if after then through by with until')
const lateWaitWords = wordSet('when once if after through')

/** "will only stop when", "only then will", "can be reached only through": not before something else. */
export const waitsFor = ({ reading, clause, cue }: Claim): boolean => {
  const { words } = reading
  return placesOf(words, 'only').some((i) => {
    if (i < clause.start || i >= cue.verb + 14) return false
    if (waitWords.has(wordAt(reading, i + 1))) return true
    return i > cue.at && i < cue.verb + 2 && words.slice(i, i + 9).some((later) => lateWaitWords.has(later))
  })
}
