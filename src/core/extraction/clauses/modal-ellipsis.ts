import { formAt } from '../../lexicon/match.ts'
import type { Reading } from '../cues/cue.ts'
import { dashes } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'

/** The verb group that a modal opens: its main verb, whether it is negated, whether the subject stands inside it. */
export type VerbGroup = { verb: number; negated: boolean; inverted: boolean; end: number }

const MAX_INSERT = 12
const goesOn = new Set(['VERB', 'AUX', 'ADV', 'PART'])

/**
 * Where what is put into a verb group ends, when one opens at `i`: "will, we suspect, be kinder", "ought, on paper, to
 * shorten", "could — in time — fall". Null when the mark at `i` opens none.
 */
export const insertEnd = (tokens: Reading['tokens'], i: number): number | null => {
  const mark = tokens[i]?.word ?? ''
  if (mark !== ',' && !dashes.has(mark)) return null
  for (let k = i + 2; k < Math.min(tokens.length, i + MAX_INSERT); k++) {
    const word = tokens[k]?.word ?? ''
    if ([';', ':', '.', '?', '!'].includes(word)) return null
    // "It could," he said, "take years": the quotation goes on behind its tag.
    if (word === mark) return goesOn.has(tokens[tokens[k + 1]?.word === '"' ? k + 2 : k + 1]?.tag ?? '') ? k : null
  }
  return null
}

const elliptic = wordSet('will may might could')

/** "Turkey might.", "she won't, of course", "they probably will", "some will": the verb is left to the sentence before; the modal stands for it. */
export const ellipsis = ({ tokens, words }: Reading, modal: number): VerbGroup | null => {
  const negated = words[modal + 1] === 'not'
  const end = modal + (negated ? 2 : 1)
  const likely = formAt(words, modal - 1, 'adverb') !== null
  const before = tokens[likely ? modal - 2 : modal - 1]
  if (!elliptic.has(words[modal] ?? '') || (tokens[end]?.tag ?? 'PUNCT') !== 'PUNCT' || !before) return null
  // "It could — in theory — fall": a verb follows what is put in.
  if (![',', '.', '!', ';', ':', '?', '"'].includes(words[end] ?? '.') || insertEnd(tokens, end) !== null) return null
  const nominal = ['PRON', 'PROPN', 'NOUN'].includes(before.tag) && !possessives.has(before.word)
  const subject = nominal || quantifiers.has(before.word)
  return subject ? { verb: end - 1, negated, inverted: false, end } : null
}
const quantifiers = wordSet('some most many few others all both several more')
const possessives = wordSet('my your his her its our their')
