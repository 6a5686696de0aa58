import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import { outcomeNouns, wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

export const outcomeStarts = wordSet('likely likeliest probable plausible safest')

/** Nouns for who or what comes out of an event: "the likeliest winner is". */
const fateNouns =
  wordSet(`winner winners loser losers successor champion champions finish date path course route landing
  end ending venue buyer buyers bidder beneficiary beneficiaries candidate partner replacement casualty casualties victim
  victims target forecast prediction guess assumption score verdict price`)
const copulas = wordSet('is are remains remain')

/** "the most likely scenario is that", "the likeliest winner of the seat is": the outcome held for the likeliest. */
export const outcomeCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((_, i) => {
    const { words } = reading
    const form = formAt(words, i, 'predicate') ?? safest(words, i)
    const said = form ? words.slice(form.from, form.to) : []
    const likely = said.some((word) => outcomeStarts.has(word)) && !said.includes('not')
    if (!form || !likely) return []
    const most = likeliestTo(reading, form)
    if (most !== null) return [cueOf('noun', most, form, most)]
    if (!(said[0] === 'the' || words[i - 1] === 'the' || words[i - 1] === 'a')) return []
    // "The likeliest next governor is".
    const next = words[form.to] === 'next' && reading.tokens[form.to + 1]?.tag === 'NOUN'
    const noun = words[form.to] ?? ''
    const best = said.some((word) => superlatives.has(word))
    if (!outcomeNouns.has(noun) && !(best && (next || fateNouns.has(noun)))) return []
    const copula = copulaAfter(reading, form.to + (next ? 2 : 1))
    return copula === null ? [] : [cueOf('noun', copula, form, copula)]
  })

const superlatives = wordSet('most likeliest safest')

const safest = (words: readonly string[], i: number) =>
  words[i] === 'safest' ? { phrase: 'most-likely' as const, from: i, to: i + 1 } : null

/** The copula of a noun phrase that goes on at `from`: at once, or after "of the seat", "in May", or ", such as it is,". */
const copulaAfter = ({ tokens, words }: Reading, start: number): number | null => {
  const close = words[start] === ',' ? words.indexOf(',', start + 1) : -1
  const from = close > 0 && close - start < 10 ? close + 1 : start
  for (let k = from; k < Math.min(words.length, from + 7); k++) {
    if (copulas.has(words[k] ?? '')) return k
    const opens = k > from || ['of', 'for', 'in', 'at', 'from', 'now'].includes(words[k] ?? '')
    if (!opens || ['VERB', 'AUX', 'PUNCT'].includes(tokens[k]?.tag ?? '')) return null
  }
  return null
}

/** "The side most likely to go down with them is Crane": the copula after what it is likeliest to do, or null. */
const likeliestTo = ({ tokens, words }: Reading, form: { from: number; to: number }): number | null => {
  const most = words[form.from] === 'most' || words[form.from] === 'likeliest'
  if (!most || words[form.to] !== 'to' || tokens[form.from - 1]?.tag !== 'NOUN') return null
  for (let k = form.to + 2; k < Math.min(words.length, form.to + 12); k++) {
    if ([',', ';', ':', '.', 'that', 'which'].includes(words[k] ?? '')) return null
    if (copulas.has(words[k] ?? ''))
      return ['DET', 'PROPN', 'NOUN', 'NUM'].includes(tokens[k + 1]?.tag ?? '') ? k : null
  }
  return null
}

type Head = { phrase: PhraseId; joints: readonly string[]; shared: boolean }
const head = (phrase: PhraseId, joints: string, shared = false): Head => ({ phrase, joints: joints.split(' '), shared })

/** Nouns of likelihood that a copula joins to the event, with what may open it; shared ones are held by others. */
const heads: ReadonlyMap<string, Head> = new Map([
  ['danger', head('risk', 'that of')],
  ['risk', head('risk', 'that of')],
  ['likelihood', head('likely', 'that of')],
  ['probability', head('likely', 'that of')],
  ['prospect', head('likely', 'of')],
  ['betting', head('likely', 'that on', true)],
  ['money', head('likely', 'on', true)],
  ['consensus', head('expected', 'for', true)],
  ['expectation', head('expected', 'that for of')],
  ['expectations', head('expected', 'that for of')],
  ['outlook', head('expected', 'that for of')],
  ['forecast', head('expected', 'for of', true)],
])
export const headStarts: readonly string[] = [...heads.keys()]

/** "The danger is that the fire reaches it", "the betting in Rome is on a Venetian": how likely what follows is. */
export const headCues = (reading: Reading, i: number): Cue[] => {
  const { tokens, words } = reading
  const found = heads.get(words[i] ?? '')
  if (!found || ['my', 'our'].includes(words[i - 1] ?? '')) return []
  const copula = copulas.has(words[i + 1] ?? '') ? i + 1 : found.shared ? copulaAfter(reading, i + 1) : null
  const joint = copula === null ? '' : (words[copula + 1] ?? '')
  if (copula === null || !found.joints.includes(joint)) return []
  // "The risk is of a kind": and "the money is on the table" lies there.
  if (joint !== 'that' && (settled.has(words[copula + 3] ?? '') || tokens[copula + 2]?.tag === 'PUNCT')) return []
  const said = copula > i + 1 ? { from: i, to: i + 1 } : { from: i, to: copula + 1 }
  return [cueOf(found.shared ? 'attitude' : 'noun', copula, { phrase: found.phrase, ...said }, copula)]
}
const settled = wordSet('table kind sort way hold account deposit loan interest course')
