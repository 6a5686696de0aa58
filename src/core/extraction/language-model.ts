import type { ItsFunction, Model, WinkMethods } from 'wink-nlp'
import type { Tag } from './token.ts'

/** What the language model makes of prose: parallel lists of tokens, and the first and last token of each sentence. */
export type Analysis = { values: string[]; tags: Tag[]; lemmas: string[]; sentences: [number, number][] }

/** The model keeps every word it meets, for good. Past this many entries (about 90,000 are its own) a fresh one is made. */
const MAX_ENTRIES = 200_000

/**
 * Loads the language model (4 MB, about 0.1 s), which is why it comes in by `import()`. What comes back is synchronous and
 * pure: its memory of words is bounded and changes no answer.
 */
export const loadLanguageModel = async (): Promise<(prose: string) => Analysis> => {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  // The patterns for entities of one's own: never used in this pipe, and their loader grows what it holds at each call.
  const lean: Model = { ...model, metaCER: () => ({ machines: '[]', transformers: [] }) }
  const fresh = (): WinkMethods => winkNLP(lean, ['sbd', 'pos'])
  let nlp = fresh()
  return (prose) => {
    const document = nlp.readDoc(prose)
    const { its } = nlp
    const tokens = document.tokens()
    const analysis = {
      values: tokens.out(its.value),
      tags: tokens.out(its.pos) as Tag[],
      lemmas: tokens.out(its.lemma as ItsFunction<string>),
      sentences: document.sentences().out(its.span) as unknown as [number, number][],
    }
    if (lastEntry(tokens.out(its.uniqueId) as number[]) > MAX_ENTRIES) nlp = fresh()
    return analysis
  }
}

/** Entries are numbered as they come, so the highest number among fresh words is the size of the memory. */
const lastEntry = (entries: readonly number[]): number => {
  let last = 0
  for (const entry of entries) if (entry > last) last = entry
  return last
}
