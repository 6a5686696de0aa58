import type { PhraseId } from '../../lexicon/phrases.ts'
import { negativeSubjects, wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { thingAt } from './things-to-come.ts'

/** A sentence without one of these has no "can" that foretells. */
export const canStarts: readonly string[] = ['can']

/** "can" that foretells, as nobody's ability: "can look forward to warmer winters", "can be relied on to delay it". */
export const canCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((word, i) => {
    const found = word === 'can' ? (awaits(reading, i) ?? isTrusted(reading, i) ?? foretold(reading, i)) : null
    return found ? [found] : []
  })

const cue = (at: number, phrase: PhraseId, to: number): Cue => cueOf('predicate', at, { phrase, from: at, to }, to - 1)
const adverbs = wordSet(
  'safely confidently now probably also both all surely certainly still always only reasonably fairly',
)

const afterAdverb = ({ words }: Reading, i: number): number => {
  let verb = i + 1
  while (adverbs.has(words[verb] ?? '')) verb++
  return verb
}

const awaited: readonly (readonly string[])[] = ['look forward to', 'count on', 'bank on', 'rely on', 'reckon on'].map(
  (form) => form.split(' '),
)
/** "Fans can look forward to a feast of football", "the general can count on losing two provinces". */
const awaits = (reading: Reading, i: number): Cue | null => {
  const { tokens, words } = reading
  const verb = afterAdverb(reading, i)
  const form = awaited.find((each) => each.every((word, k) => words[verb + k] === word))
  if (!form || ['i', 'we', 'not'].includes(words[i - 1] ?? '') || words[i + 1] === 'not') return null
  const to = verb + form.length
  const doing = tokens[to]?.tag === 'VERB' && words[to]?.endsWith('ing')
  const thing = thingAt(reading, to)
  return doing || (thing?.indefinite && (thing.event || form[0] === 'look')) ? cue(i, 'expected', to) : null
}

const trusts = wordSet('relied counted trusted depended banked guaranteed')
/** "Its lawyers can be relied upon to make it a long business"; "he can be trusted to do it" praises him. */
const isTrusted = (reading: Reading, i: number): Cue | null => {
  const { tokens, words } = reading
  const be = afterAdverb(reading, i)
  const trust = afterAdverb(reading, be)
  if (tokens[i - 1]?.tag === 'PRON' || negativeSubjects.has(words[i - 1] ?? '')) return null
  if (words[be] !== 'be' || !trusts.has(words[trust] ?? '')) return null
  const to = ['on', 'upon'].includes(words[trust + 1] ?? '') ? trust + 2 : trust + 1
  return words[to] === 'to' && tokens[to + 1]?.tag === 'VERB' ? { ...cue(i, 'likely', to + 1), verb: to + 1 } : null
}

const foretelling = wordSet('predict forecast foresee')
/** "One can safely predict that it includes a donor": not "models can predict rain". */
const foretold = (reading: Reading, i: number): Cue | null => {
  const { words } = reading
  const verb = afterAdverb(reading, i)
  const sure = ['safely', 'confidently'].includes(words[verb - 1] ?? '')
  return sure && foretelling.has(words[verb] ?? '') && ['i', 'we', 'one', 'you'].includes(words[i - 1] ?? '')
    ? cue(i, 'confident', words[verb + 1] === 'that' ? verb + 2 : verb + 1)
    : null
}
