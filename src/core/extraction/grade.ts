import type { ExtractedCandidate } from '../candidate.ts'
import type { Cue, Reading } from './cue.ts'
import { lasts } from './lasting.ts'
import { evaluativeWords, mindVerbs } from './words.ts'

type Grade = Pick<ExtractedCandidate, 'kind' | 'verifiability'> & { reasons: string[] }

/** The kind of a claim and how well strangers would agree on its outcome, with the reasons. */
export const gradeOf = (reading: Reading, cue: Cue, from: number, to: number): Grade => {
  const { tokens } = reading
  const at = foretoldVerb(reading, cue, to)
  const verb = tokens[at]?.lemma ?? ''
  const words = tokens.slice(Math.min(cue.verb, from), to)
  const reasons: string[] = []
  const mind = mindVerbs.has(verb)
  const evaluative = words.some((token) => evaluativeWords.has(token.word) || evaluativeWords.has(token.lemma))
  const named = words.some((token) => token.tag === 'NUM' || token.tag === 'PROPN')
  if (mind) reasons.push('speaks of a state of mind')
  if (evaluative) reasons.push('rests on a word of judgement')
  if (!named) reasons.push('names no figure and no party')
  const verifiability =
    mind && evaluative ? 'unverifiable' : mind || evaluative ? 'arguable' : named ? 'checkable' : 'arguable'
  const kind = lasts(reading, at) ? 'state' : mind || evaluative ? 'vague' : 'event'
  return { kind, verifiability, reasons }
}

/** The verb foretold: the cue's own, or the infinitive that hangs on it ("is likely to stay", "expect it to stay"). */
const foretoldVerb = ({ tokens }: Reading, cue: Cue, to: number): number => {
  if (cue.kind === 'modal' || (cue.verb >= cue.to && tokens[cue.verb]?.tag === 'VERB')) return cue.verb
  for (let k = cue.verb + 1; k < Math.min(to, cue.verb + 12); k++) {
    if (tokens[k]?.tag === 'PUNCT') break
    if (tokens[k - 1]?.word === 'to' && ['VERB', 'AUX'].includes(tokens[k]?.tag ?? '')) return k
  }
  return cue.verb
}
