import type { ItemSentence, ItsFunction } from 'wink-nlp'
import type { Tag, Tagger, Token } from './token.ts'

/** Contractions that the tagger leaves whole. */
const contraction = /^(i|you|he|she|it|we|they|that|there)'(?:m|re|s|ll|ve)$/i

/** Contractions as they stand after the tagger has cut them, in full. */
const fullForms: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
  wo: 'will',
  ca: 'can',
  sha: 'shall',
}

const wordOf = (value: string, tag: Tag, next: string | undefined): string => {
  const lower = value.toLowerCase()
  if (lower === "'s" && tag === 'AUX') return 'is'
  if (lower === "'d" && tag === 'AUX') return 'would'
  if ((lower === 'wo' || lower === 'ca' || lower === 'sha') && next?.toLowerCase() !== "n't") return lower
  return fullForms[lower] ?? lower
}

/**
 * Loads the tagger and its language model (4 MB, about 0.1 s), which is why they come in by `import()` on first use. What
 * comes back is pure and synchronous; load it once and share it.
 */
export const loadTagger = async (): Promise<Tagger> => {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const its = nlp.its
  return (prose) => {
    const document = nlp.readDoc(prose)
    let cursor = 0
    const sentences: Token[][] = []
    document.sentences().each((sentence: ItemSentence) => {
      const tokens = sentence.tokens()
      const values: string[] = tokens.out(its.value)
      const tags = tokens.out(its.pos) as Tag[]
      const lemmas: string[] = tokens.out(its.lemma as ItsFunction<string>)
      const placed: Token[] = []
      values.forEach((value, i) => {
        const start = prose.indexOf(value, cursor)
        // A token the tagger has rewritten cannot be placed; better to lose a word than an offset.
        if (start < 0 || start > cursor + 200) return
        cursor = start + value.length
        const tag = tags[i] ?? 'X'
        const word = wordOf(value, tag, values[i + 1])
        const split = contraction.exec(value)
        if (split) {
          const cut = start + (split[1] ?? '').length
          const helper = fullForms[value.slice(cut - start).toLowerCase()] ?? 'is'
          placed.push({
            word: (split[1] ?? '').toLowerCase(),
            lemma: (split[1] ?? '').toLowerCase(),
            tag: 'PRON',
            start,
            end: cut,
          })
          placed.push({ word: helper, lemma: helper, tag: 'AUX', start: cut, end: cursor })
          return
        }
        placed.push({ word, lemma: (lemmas[i] ?? word).toLowerCase(), tag, start, end: cursor })
      })
      if (placed.length > 0) sentences.push(placed)
    })
    return sentences
  }
}
