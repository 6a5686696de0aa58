import type { ExtractedCandidate } from '../../candidate.ts'
import type { Cue, Reading } from '../cues/cue.ts'
import { lasts } from '../cues/lasting.ts'
import { isNormative } from '../gates/should-gates.ts'
import { wordSet } from '../sentences/words.ts'
import { type Claim, wordAt } from './claim.ts'
import { isOfJudgement, isOfMind, type Predicate } from './judgement.ts'

type Grade = Pick<ExtractedCandidate, 'kind' | 'verifiability' | 'scorable'> & { reasons: string[] }

/**
 * The kind of a claim, how well strangers would agree on its outcome, and whether it can be scored, with the reasons. The
 * claim's words are `tokens.slice(from, to)`; those of its condition do not count.
 */
export const gradeOf = (claim: Claim, from: number, to: number, condition: string | null, text: string): Grade => {
  const { reading, cue } = claim
  const { tokens } = reading
  const at = foretoldVerb(reading, cue, to)
  const place = condition === null ? -1 : text.slice(reading.start, reading.end).indexOf(condition)
  const spared = (i: number): boolean => {
    const offset = (tokens[i]?.start ?? 0) - reading.start
    return place >= 0 && offset >= place && offset < place + (condition?.length ?? 0)
  }
  const predicate: Predicate = { tokens, verb: at, to, spared }
  const [mind, judged] = [isOfMind(predicate), isOfJudgement(predicate)]
  const named = tokens.slice(Math.min(cue.verb, from), to).some(({ tag }) => tag === 'NUM' || tag === 'PROPN')
  const unscored = unscoredReasons(claim, to, mind && judged)
  const reasons = [...unscored]
  if (mind) reasons.push('speaks of a state of mind')
  if (judged) reasons.push('rests on a word of judgement')
  if (!named) reasons.push('names no figure and no party')
  return {
    kind: kindOf(claim, at, mind || judged),
    verifiability: mind && judged ? 'unverifiable' : !mind && !judged && named ? 'checkable' : 'arguable',
    scorable: unscored.length === 0,
    reasons,
  }
}

const kindOf = (claim: Claim, at: number, judged: boolean): Grade['kind'] => {
  if (isCounterfactual(claim)) return 'counterfactual'
  if (isNormative(claim)) return 'normative'
  return lasts(claim.reading, at) ? 'state' : judged ? 'vague' : 'event'
}

const unscoredReasons = (claim: Claim, to: number, openToAll: boolean): string[] => {
  const reasons: string[] = []
  if (isCounterfactual(claim)) reasons.push('counterfactual, not about what will happen')
  else if (isNormative(claim)) reasons.push('normative, not about what will happen')
  if (setsOnlyUpperBound(claim, to)) reasons.push('sets only an upper bound, which any outcome below meets')
  if (openToAll) reasons.push('nobody could say whether it came true')
  return reasons
}

/** "would have landed", "would probably have fallen": what did not happen. "Will have" tells of a future that is over by then. */
const isCounterfactual = ({ reading, cue }: Claim): boolean => {
  const group = reading.words.slice(cue.at, cue.verb + 1)
  const would = group.indexOf('would')
  return would >= 0 && group.indexOf('have') > would && cue.verb > cue.at + 1 && reading.tokens[cue.verb]?.tag !== 'AUX'
}

const weak = wordSet('may might could can')
/** "could be up to 400", "as many as 300 may go": true of anything below. */
const setsOnlyUpperBound = ({ reading, cue, clause }: Claim, to: number): boolean => {
  if (!weak.has(cue.modal ?? '')) return false
  const { words, tokens } = reading
  for (let i = clause.core; i < to; i++) {
    const [word, next] = [words[i], words[i + 1]]
    const figure = (k: number): boolean => tokens[k]?.tag === 'NUM' || tokens[k + 1]?.tag === 'NUM'
    if (word === 'up' && next === 'to' && figure(i + 2)) return true
    if (
      word === 'as' &&
      ['many', 'much', 'few'].includes(next ?? '') &&
      wordAt(reading, i + 2) === 'as' &&
      figure(i + 3)
    )
      return next !== 'few'
  }
  return false
}

const thats = wordSet('that before until')
/** The verb foretold: the cue's own, the infinitive that hangs on it ("is likely to stay"), or that of its that-clause ("a chance that it lasts"). */
const foretoldVerb = ({ tokens }: Reading, cue: Cue, to: number): number => {
  if (cue.kind === 'modal' || (cue.verb >= cue.to && tokens[cue.verb]?.tag === 'VERB')) return cue.verb
  let that = false
  for (let k = cue.verb + 1; k < Math.min(to, cue.verb + 14); k++) {
    const token = tokens[k]
    if (!token || token.tag === 'PUNCT') break
    if (tokens[k - 1]?.word === 'to' && ['VERB', 'AUX'].includes(token.tag)) return k
    if (that && token.tag === 'VERB') return k
    // "that the truce lasts": the tagger takes some verbs for nouns.
    if (that && token.tag === 'NOUN' && token.word.endsWith('s') && tokens[k - 1]?.tag === 'NOUN') return k
    that ||= thats.has(token.word)
  }
  return cue.verb
}
