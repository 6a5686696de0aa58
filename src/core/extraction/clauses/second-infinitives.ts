import { type Cue, cueOf, type Reading } from '../cues/cue.ts'

const nominalTags = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'ADP', 'PART', 'ADV'])

/**
 * The verb of a second event under the same verb of expecting, when the coordinator at `joint` opens one with a subject of
 * its own: "expects premiums to treble, and lenders to have left by then" → left. Null otherwise.
 */
export const infinitiveAfter = ({ tokens, words }: Reading, joint: number): number | null => {
  // ", with a second to follow in March".
  const beside = words[joint] === 'with' && words[joint - 1] === ','
  if (tokens[joint]?.tag !== 'CCONJ' && !beside) return null
  for (let k = joint + 1; k < Math.min(tokens.length, joint + 9); k++) {
    const token = tokens[k]
    if (token?.word === 'to' && ['VERB', 'AUX'].includes(tokens[k + 1]?.tag ?? ''))
      return k > joint + 1 && words[k - 1] !== 'not' ? mainVerb(tokens, k + 1) : null
    if (!nominalTags.has(token?.tag ?? '')) return null
  }
  return null
}

/** "to have stopped", "to be cut": the verb behind its helpers. */
const mainVerb = (tokens: Reading['tokens'], from: number): number => {
  let verb = from
  while (tokens[verb]?.tag === 'AUX' && ['VERB', 'AUX', 'ADV'].includes(tokens[verb + 1]?.tag ?? '')) verb++
  return verb
}

/** The further events that stand under the verb of expecting at `verb`, each with its own subject. */
export const secondInfinitives = (reading: Reading, verb: number): Cue[] => {
  const cues: Cue[] = []
  for (let k = verb + 3; k < Math.min(reading.tokens.length, verb + 40); k++) {
    if ([';', ':', '.'].includes(reading.words[k] ?? '')) break
    const infinitive = infinitiveAfter(reading, k)
    if (infinitive === null) continue
    const cue = cueOf('attitude', infinitive, { phrase: 'expected', from: k + 1, to: infinitive + 1 }, infinitive)
    cues.push({ ...cue, hedged: false, modal: 'will' })
  }
  return cues
}
