import { type FormUse, formTable } from './forms.ts'
import type { PhraseId } from './phrases.ts'

/** A surface form found in a list of words: `words.slice(from, to)` are its words. */
export type FormMatch = { phrase: PhraseId; use: FormUse; from: number; to: number }

type Form = { words: readonly string[]; phrase: PhraseId; use: FormUse }

/** Forms by their first word, longest first, so that the first that fits is the one that counts. */
type FormIndex = ReadonlyMap<string, readonly Form[]>

const indexOf = (uses: (use: FormUse) => boolean): FormIndex => {
  const index = new Map<string, Form[]>()
  for (const [phrase, use, forms] of formTable) {
    if (!uses(use)) continue
    for (const form of forms) {
      // The tagger parts hyphened words, "long-shot" is three tokens, but for "non-starter".
      const words = form.split(/ |(?<!non)(?=-)|(?<=-)(?<!non-)/)
      const first = words[0] ?? ''
      index.set(first, [...(index.get(first) ?? []), { words, phrase, use }])
    }
  }
  for (const forms of index.values()) forms.sort((a, b) => b.words.length - a.words.length)
  return index
}

const formsByFirstWord = indexOf(() => true)
/** Asked for at every word of a text, so each use has an index of its own. */
const formsOfUse: ReadonlyMap<FormUse, FormIndex> = new Map(
  [...new Set(formTable.map(([, use]) => use))].map((use) => [use, indexOf((other) => other === use)]),
)

const none: readonly Form[] = []

/** The words that a form of a use may begin with. */
export const firstWordsOf = (use: FormUse): readonly string[] => [...(formsOfUse.get(use)?.keys() ?? [])]

const stands = (form: Form, words: readonly string[], from: number): boolean => {
  for (let i = 0; i < form.words.length; i++) if (form.words[i] !== words[from + i]) return false
  return true
}

/**
 * The longest form of each use that starts at word `from`, longest first. Words are lower case, contractions spelt out
 * ("won't" is `will`, `not`). `formsAt(['is', 'highly', 'unlikely'], 1)[0]?.phrase === 'highly-unlikely'`
 */
export const formsAt = (words: readonly string[], from: number): FormMatch[] => {
  const found: FormMatch[] = []
  for (const form of formsByFirstWord.get(words[from] ?? '') ?? []) {
    const { phrase, use } = form
    if (found.some((match) => match.use === use)) continue
    if (stands(form, words, from)) found.push({ phrase, use, from, to: from + form.words.length })
  }
  return found
}

/** The longest form of one use at `from`, or null. `formAt(['no', 'chance', 'that'], 0, 'noun')?.phrase === 'no-chance'` */
export const formAt = (words: readonly string[], from: number, use: FormUse): FormMatch | null => {
  for (const form of formsOfUse.get(use)?.get(words[from] ?? '') ?? none)
    if (stands(form, words, from)) return { phrase: form.phrase, use, from, to: from + form.words.length }
  return null
}

/** Every form of a list of words from left to right, none overlapping another; of two at one place the longer. */
export const matchForms = (words: readonly string[]): FormMatch[] => {
  const found: FormMatch[] = []
  for (let i = 0; i < words.length; i++) {
    const longest = formsAt(words, i).sort((a, b) => b.to - a.to)[0]
    if (!longest) continue
    found.push(longest)
    i = longest.to - 1
  }
  return found
}
