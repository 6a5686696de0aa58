import type { ItsFunction, Model, WinkMethods } from 'wink-nlp'
import type { Tag } from './token.ts'

/** What the language model makes of prose: the form of each token, and the first and last token of each sentence. */
export type Analysis<Form> = { forms: Form[]; sentences: [number, number][] }

/** The model keeps every word it meets, for good. Past this many entries (about 90,000 are its own) a fresh one is made. */
const MAX_ENTRIES = 200_000

/**
 * Loads the language model (4 MB, about 0.1 s), which is why it comes in by `import()`. What comes back is synchronous and
 * pure: its memory of words is bounded and changes no answer. A word as tagged is made a form of by `formOf` once, and has
 * the same form wherever it stands; the parts of a contraction ("he'd") have their lemma from it and are made each time.
 */
export const loadLanguageModel = async <Form>(
  formOf: (value: string, tag: Tag, lemma: string | null | undefined) => Form,
): Promise<(prose: string) => Analysis<Form>> => {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  // The patterns for entities of one's own: never used in this pipe, and their loader grows what it holds at each call.
  const lean: Model = { ...model, metaCER: () => ({ machines: '[]', transformers: [] }) }
  const fresh = (): Memory<Form> => ({ nlp: winkNLP(lean, ['sbd', 'pos']), entries: 0, forms: new Map() })
  let memory = fresh()
  return (prose) => {
    const analysis = analyse(prose, memory, formOf)
    if (memory.entries > MAX_ENTRIES) memory = fresh()
    return analysis
  }
}

/** A model with the entries of its memory, and the forms made so far: tag → entry → form. */
type Memory<Form> = { nlp: WinkMethods; entries: number; forms: Map<Tag, Map<number, Form>> }

const analyse = <Form>(
  prose: string,
  memory: Memory<Form>,
  formOf: (value: string, tag: Tag, lemma: string | null | undefined) => Form,
): Analysis<Form> => {
  const { readDoc, its } = memory.nlp
  const document = readDoc(prose)
  const tokens = document.tokens()
  const tags = tokens.out(its.pos) as Tag[]
  const entries = tokens.out(its.uniqueId) as number[]
  const contracted = tokens.out(its.contractionFlag) as unknown as boolean[]
  const made = (i: number, tag: Tag): Form => {
    const token = tokens.itemAt(i)
    return formOf(token.out(), tag, token.out(its.lemma as ItsFunction<string>))
  }
  const forms = tags.map((tag, i) => {
    if (contracted[i]) return made(i, tag)
    const entry = entries[i] ?? 0
    // Entries are numbered as they come, so the highest number is the size of the memory.
    if (entry > memory.entries) memory.entries = entry
    const known = memory.forms.get(tag) ?? new Map<number, Form>()
    const form = known.get(entry) ?? made(i, tag)
    if (!known.has(entry)) memory.forms.set(tag, known.set(entry, form))
    return form
  })
  return { forms, sentences: document.sentences().out(its.span) as unknown as [number, number][] }
}
