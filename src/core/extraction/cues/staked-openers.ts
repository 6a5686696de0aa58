import { hasTense } from '../clauses/clause-openings.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { subjectDenies } from './denied.ts'

/** Stakes of idiom that stand before a whole clause: "dollars to doughnuts the deal falls through". */

const stakes: readonly (readonly string[])[] = [
  'dollars to doughnuts',
  'dollars to donuts',
  'pounds to pennies',
  'a pound to a penny',
  'a penny to a pound',
  'lombard street to a china orange',
  'ten to one',
  'a hundred to one',
  'a thousand to one',
  'nine times out of ten',
].map((stake) => stake.split(' '))

/** A sentence without one of these opens with no stake. */
export const stakeStarts: readonly string[] = [...new Set(stakes.map((stake) => stake[0] ?? ''))]

/** "A pound to a penny the minister resigns": a clause with a tense of its own follows, "that" or not. */
export const stakeCues = (reading: Reading): Cue[] => {
  const { tokens, words } = reading
  return words.flatMap((_, i) => {
    const first = i === 0 || [';', ':', '"', '—', '–'].includes(words[i - 1] ?? '') || tokens[i - 1]?.tag === 'CCONJ'
    // "It's ten to one that".
    const said = ['is', "'s"].includes(words[i - 1] ?? '') && words[i - 2] === 'it'
    if (!first && !said) return []
    const stake = stakes.find((each) => each.every((word, k) => words[i + k] === word))
    if (!stake) return []
    const to = i + stake.length
    const from = words[to] === 'that' || words[to] === ',' ? to + 1 : to
    const verb = tokens.findIndex((_, k) => k > from && k < from + 9 && hasTense(tokens, k))
    if (verb < 0 || tokens.slice(from, verb).some(({ tag }) => tag === 'PUNCT')) return []
    if (said && words[to] !== 'that') return []
    const cue = cueOf('frame', verb, { phrase: 'highly-likely', from: i, to }, verb)
    const denied = subjectDenies({ ...reading, tokens: tokens.slice(from), words: words.slice(from) }, verb - from)
    return [denied || words[verb + 1] === 'not' || words[verb + 1] === 'never' ? { ...cue, polarity: '-' } : cue]
  })
}
