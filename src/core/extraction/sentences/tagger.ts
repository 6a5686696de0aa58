import { loadLanguageModel } from './language-model.ts'
import type { Tag, Tagger, Token } from './token.ts'

/** Contractions that the tagger leaves whole. */
const contraction = /^(i|you|he|she|it|we|they|that|there)'(?:m|re|s|ll|ve)$/i

/** "The desk'll": one that the tagger leaves whole behind a noun. */
const nounContraction = /^(\p{L}+)'ll$/u

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

/** Two words in one that the tagger leaves whole at the end of a sentence, where it knows no lemma of it either. */
const joined = 'cannot'

/** Words that are in full only before "n't". */
const halves: ReadonlySet<string> = new Set(['wo', 'ca', 'sha'])

/**
 * A word of the tagger as it is written and as tokens give it. `alone`: what it is unless "n't" follows. `helper`: the verb
 * of a contraction that the tagger has left whole, of which `word` is the rest.
 */
type Form = { written: string; word: string; lemma: string; tag: Tag; alone: string; helper: string | null }

/**
 * The engine's own copy of a word, which is the one that it keeps of all names and constants of the code: two such copies are
 * compared by where they are, and the rules compare words and tags more than they do anything else.
 */
const ownCopy = <Word extends string>(word: Word): Word => (Object.keys({ [word]: true })[0] ?? word) as Word

const formOf = (written: string, modelTag: Tag, lemma: string | null | undefined): Form => {
  const tag = ownCopy(modelTag)
  const lower = ownCopy(written.toLowerCase())
  if (lower === joined) return { written, word: 'can', lemma: 'can', tag: 'AUX', alone: 'can', helper: 'not' }
  const holder = written.includes("'") ? contraction.exec(lower)?.[1] : undefined
  if (holder !== undefined) {
    const helper = fullForms.get(lower.slice(holder.length)) ?? 'is'
    const word = ownCopy(holder)
    return { written, word, lemma: word, tag: 'PRON', alone: word, helper }
  }
  const noun = nounContraction.exec(lower)?.[1]
  if (noun !== undefined) return { written, word: noun, lemma: noun, tag: 'NOUN', alone: noun, helper: 'will' }
  const word = fullForm(lower, tag)
  return {
    written,
    word,
    lemma: ownCopy((lemma ?? lower).toLowerCase()),
    tag,
    alone: halves.has(lower) ? lower : word,
    helper: null,
  }
}

const fullForm = (lower: string, tag: Tag): string => {
  if (lower === "'s" && tag === 'AUX') return 'is'
  if (lower === "'d" && tag === 'AUX') return 'would'
  return fullForms.get(lower) ?? lower
}

/** Loads the tagger with its language model. What comes back is pure and synchronous; load it once and share it. */
export const loadTagger = async (): Promise<Tagger> => {
  const analyse = await loadLanguageModel(formOf)
  return (prose) => {
    const { forms, sentences } = analyse(prose)
    const tagged: Token[][] = []
    let cursor = 0
    for (const [first, last] of sentences) {
      const placed: Token[] = []
      for (let i = first; i <= last; i++) {
        const form = forms[i]
        const start = form ? findFrom(prose, form.written, cursor) : null
        if (!form || start === null) continue
        cursor = start + form.written.length
        pushTokens(placed, form, i < last ? forms[i + 1] : undefined, start, cursor)
      }
      if (placed.length > 0) tagged.push(placed)
    }
    return tagged
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

const pushTokens = (placed: Token[], form: Form, next: Form | undefined, start: number, end: number): void => {
  const { lemma, tag, helper } = form
  const cut = helper === null ? end : start + form.word.length
  const word = form.alone === form.word || next?.written.toLowerCase() === "n't" ? form.word : form.alone
  placed.push({ word, lemma, tag, start, end: cut })
  if (helper === null) return
  placed.push({ word: helper, lemma: helper, tag: helper === 'not' ? 'PART' : 'AUX', start: cut, end })
}
