import type { Reading } from '../cues/cue.ts'
import { clauseVerbs, wordSet } from '../sentences/words.ts'
import { verbAct } from '../voice/saying-words.ts'
import type { Holding } from '../voice/sayings.ts'
import { type Cast, isSayer, speakerIn } from '../voice/speaker.ts'

const relatives = wordSet('that which who')
const MAX_SUBJECT = 8
const MAX_SHARED = 16

/**
 * Who says so inside a relative clause whose subject is missing: "a fight that lawyers and creditors say is likely to drag on
 * and may end in court". The verb of saying stands right before the verb of the claim at `at`, or of the clause it shares.
 */
export const gapHolding = (cast: Cast, { tokens, words }: Reading, at: number): Holding | null => {
  for (let k = at - 1; k > 1 && at - k < MAX_SHARED; k--) {
    if (tokens[k]?.tag === 'PUNCT') return null
    const finite = tokens[k + 1]?.tag === 'AUX' || k + 1 === at
    if (!finite || !clauseVerbs.has(words[k] ?? '') || !sharesClause(words, k, at)) continue
    const from = relativeBefore(words, k)
    const speaker = from === null ? null : speakerIn(cast, tokens, from + 1, k)
    const act = verbAct(tokens[k]?.lemma ?? '') ?? verbAct((words[k] ?? '').replace(/s$/, ''))
    if (!speaker || !act || speaker.kind === 'author') return null
    return speaker.kind === 'pronoun' || isSayer(cast, speaker, tokens) ? { speaker, act } : null
  }
  return null
}

/** Right before the verb of the claim, or before one that "and" joins it to. */
const sharesClause = (words: readonly string[], said: number, at: number): boolean =>
  said + 1 === at || ['and', 'or', 'but'].includes(words[at - 1] ?? '')

/** The relative pronoun in front of the subject that ends before token `to`, or null. */
const relativeBefore = (words: readonly string[], to: number): number | null => {
  for (let k = to - 2; k > 0 && to - k < MAX_SUBJECT; k--) if (relatives.has(words[k] ?? '')) return k
  return null
}
