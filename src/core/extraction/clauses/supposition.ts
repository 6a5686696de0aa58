import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import type { Clause } from './clause.ts'
import { isInverted } from './clause-openings.ts'

/**
 * What a claim supposes. `open`: it may yet come true ("if the dollar falls", "should it fall", "without a deal").
 * `remote`: it may, but the speaker does not expect it ("if the dollar fell", "were it to fall"). `past`: it is too late
 * ("had it fallen", "if it had fallen").
 */
export type Supposition = 'open' | 'remote' | 'past'

const openers = wordSet('if unless provided providing assuming once suppose supposing')
const phrases = wordSet('without with barring absent given failing short')
const stops = wordSet('; : . ! ?')

/** The condition in front of the claim or after its verb, or null. `verb` is the verb foretold. */
export const suppositionOf = ({ tokens, words }: Reading, clause: Clause, verb: number): Supposition | null => {
  // "Without a loan the firm would": no comma need close what stands in front.
  for (let k = clause.start; k < Math.max(clause.core, clause.start + 1); k++) {
    const found = suppositionAt({ tokens, words }, k, clause.core)
    if (found) return found
  }
  for (let k = verb + 1; k < words.length && !stops.has(words[k] ?? ''); k++) {
    const inverted = isInverted(tokens, k) && words[k - 1] === ','
    if (openers.has(words[k] ?? '') || inverted) {
      const found = suppositionAt({ tokens, words }, k, words.length)
      if (found) return found
    }
  }
  return null
}

/** The condition that opens at token `k`, or null. */
export const suppositionAt = (
  { tokens, words }: Pick<Reading, 'tokens' | 'words'>,
  k: number,
  to: number,
): Supposition | null => {
  const word = words[k] ?? ''
  const before = words[k - 1] ?? ''
  if (isInverted(tokens, k)) {
    if (word === 'had') return 'past'
    return word === 'were' ? 'remote' : 'open'
  }
  if (openers.has(word)) {
    if (['as', 'even', 'what'].includes(before) && word === 'if' && before !== 'even') return null
    return tenseOf({ tokens, words }, k + 1, to)
  }
  if (word === 'long' && before === 'as') return 'open'
  return phrases.has(word) && ['DET', 'NOUN', 'ADJ', 'PRON', 'PROPN', 'NUM', 'ADP'].includes(tokens[k + 1]?.tag ?? '')
    ? 'open'
    : null
}

/** The tense of the condition's first verb tells how open it is. */
const tenseOf = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, from: number, to: number): Supposition => {
  for (let k = from; k < to; k++) {
    const token = tokens[k]
    if (!token || token.word === ',' || stops.has(token.word)) break
    if (token.tag !== 'VERB' && token.tag !== 'AUX') continue
    if (token.word === 'had') return isPastPerfect({ tokens, words }, k, to) ? 'past' : 'remote'
    if (token.word === 'have' || token.word === 'has') return 'open'
    return isPastForm(token.word) ? 'remote' : 'open'
  }
  return 'open'
}

const isPastPerfect = ({ tokens }: Pick<Reading, 'tokens' | 'words'>, had: number, to: number): boolean => {
  for (let k = had + 1; k < Math.min(to, had + 4); k++) {
    if (tokens[k]?.tag === 'VERB' || tokens[k]?.word === 'been') return true
    if (!['ADV', 'PART'].includes(tokens[k]?.tag ?? '')) return false
  }
  return false
}

/** Past forms of verbs that do not end in -ed, and of be and do. */
const irregularPasts = wordSet(`was were did came went got gave took fell rose lost won made left met ran saw said told
  thought felt knew wrote held found kept brought sold began broke chose drew drove flew grew hid led lay paid rode sent
  shot sank sat spoke spent stood stuck struck swore threw understood woke wore became withdrew overtook bought caught
  fought taught built dealt meant slept swept bent lent shook stole tore arose forgot froze blew rang foresaw foretold`)

export const isPastForm = (word: string): boolean => word.endsWith('ed') || irregularPasts.has(word)
