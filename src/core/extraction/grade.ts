import type { ExtractedCandidate } from '../candidate.ts'
import type { Cue, Reading } from './cue.ts'
import { evaluativeWords, lastingVerbs, mindVerbs } from './words.ts'

type Grade = Pick<ExtractedCandidate, 'kind' | 'verifiability'> & { reasons: string[] }

/** The kind of a claim and how well strangers would agree on its outcome, with the reasons. */
export const gradeOf = (reading: Reading, cue: Cue, from: number, to: number): Grade => {
  const { tokens } = reading
  const verb = tokens[cue.verb]?.lemma ?? ''
  const words = tokens.slice(Math.min(cue.verb, from), to)
  const reasons: string[] = []
  const mind = mindVerbs.has(verb)
  const evaluative = words.some((token) => evaluativeWords.has(token.word) || evaluativeWords.has(token.lemma))
  const named = words.some((token) => token.tag === 'NUM' || token.tag === 'PROPN')
  if (mind) reasons.push('speaks of a state of mind')
  if (evaluative) reasons.push('rests on a word of judgement')
  if (!named) reasons.push('names no figure and no party')
  const verifiability = mind && evaluative ? 'unverifiable' : mind || evaluative ? 'arguable' : named ? 'checkable' : 'arguable'
  const kind = lastingVerbs.has(verb) ? 'state' : mind || evaluative ? 'vague' : 'event'
  return { kind, verifiability, reasons }
}
