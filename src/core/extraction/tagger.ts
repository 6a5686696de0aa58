import { type Analysis, loadLanguageModel } from './language-model.ts'
import type { Tag, Tagger, Token } from './token.ts'

/** Contractions that the tagger leaves whole. */
const contraction = /^(i|you|he|she|it|we|they|that|there)'(?:m|re|s|ll|ve)$/i

/** Contractions as they stand after the tagger has cut them, in full. */
const fullForms: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'m", 'am'],
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
])

const wordOf = (value: string, tag: Tag, next: string | undefined): string => {
  const lower = value.toLowerCase()
  if (lower === "'s" && tag === 'AUX') return 'is'
  if (lower === "'d" && tag === 'AUX') return 'would'
  if ((lower === 'wo' || lower === 'ca' || lower === 'sha') && next?.toLowerCase() !== "n't") return lower
  return fullForms.get(lower) ?? lower
}

/** Loads the tagger with its language model. What comes back is pure and synchronous; load it once and share it. */
export const loadTagger = async (): Promise<Tagger> => {
  const analyse = await loadLanguageModel()
  return (prose) => {
    const analysis = analyse(prose)
    const sentences: Token[][] = []
    let cursor = 0
    for (const [first, last] of analysis.sentences) {
      const placed: Token[] = []
      for (let i = first; i <= last; i++) {
        const value = analysis.values[i] ?? ''
        const start = findFrom(prose, value, cursor)
        if (start === null) continue
        cursor = start + value.length
        pushTokens(placed, analysis, i, { start, end: cursor, last })
      }
      if (placed.length > 0) sentences.push(placed)
    }
    return sentences
  }
}

/** How far on a token is looked for. One that the tagger has rewritten cannot be placed: better to lose a word than an offset. */
const REACH = 200

const findFrom = (prose: string, value: string, cursor: number): number | null => {
  let at = cursor
  while (prose[at] === ' ') at++
  if (at <= cursor + REACH && prose.startsWith(value, at)) return at
  const found = prose.slice(cursor, cursor + REACH + value.length).indexOf(value)
  return found < 0 ? null : cursor + found
}

type Place = { start: number; end: number; last: number }

const pushTokens = (
  placed: Token[],
  { values, tags, lemmas }: Analysis,
  i: number,
  { start, end, last }: Place,
): void => {
  const value = values[i] ?? ''
  const tag = tags[i] ?? 'X'
  const split = value.includes("'") ? contraction.exec(value) : null
  if (split === null) {
    const word = wordOf(value, tag, i < last ? values[i + 1] : undefined)
    placed.push({ word, lemma: (lemmas[i] ?? word).toLowerCase(), tag, start, end })
    return
  }
  const holder = (split[1] ?? '').toLowerCase()
  const cut = start + holder.length
  const helper = fullForms.get(value.slice(holder.length).toLowerCase()) ?? 'is'
  placed.push({ word: holder, lemma: holder, tag: 'PRON', start, end: cut })
  placed.push({ word: helper, lemma: helper, tag: 'AUX', start: cut, end })
}
