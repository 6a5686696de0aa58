import { aliasAt } from '../entity-aliases.ts'
import { spelling } from '../extraction/sentences/name-runs.ts'
import type { Token } from '../extraction/sentences/token.ts'
import { conceptOf, frameWords, lightWords, timeWords } from '../matching/vocabulary.ts'
import { scenesOf } from './scenes.ts'
import { stemOf } from './stem.ts'

/**
 * A word of a claim or a passage with the keys that it is known by, from the narrowest to the widest. Keys of different
 * levels and kinds never meet.
 *
 * - `own`: the country or body named (`@russia`), a name's spelling whatever the transcription (`^zelenski`), a figure
 *   (`%3.5`), else the stem (`negoti`)
 * - `same`: the concept of words that say the same or the contrary (`~end`), a name's stem, or null
 * - `scenes`: the scenes that it belongs to (`#12`)
 */
export type Term = {
  kind: 'entity' | 'name' | 'figure' | 'word'
  /** As the text has it, in lower case. */
  written: string
  own: string
  same: string | null
  scenes: readonly string[]
  /** It says little by itself: "make", "rather", a number. */
  light: boolean
  /** The tokens it stands for: `tokens.slice(at, at + length)`. */
  at: number
  length: number
}

const skippedTags: ReadonlySet<string> = new Set([
  'PUNCT',
  'SYM',
  'SPACE',
  'DET',
  'PRON',
  'PART',
  'CCONJ',
  'SCONJ',
  'ADP',
])

/** The terms of some words, in their order. Words of grammar, likelihood and time are none. */
export const termsOf = (tokens: readonly Token[]): Term[] => {
  const words = tokens.map(({ word }) => word)
  const isName = (i: number): boolean => tokens[i]?.tag === 'PROPN'
  const terms: Term[] = []
  for (let i = 0; i < tokens.length; i++) {
    const alias = aliasAt(words, i, isName)
    const term = alias ? entity(words, i, alias.length, alias.key) : termAt(tokens, i)
    if (!term) continue
    terms.push(term)
    i += term.length - 1
  }
  return terms
}

const bare = { same: null, scenes: [], length: 1 } as const

const entity = (words: readonly string[], at: number, length: number, key: string): Term => {
  const written = words.slice(at, at + length).join(' ')
  return { ...bare, kind: 'entity', written, own: `@${key}`, light: false, at, length }
}

const termAt = (tokens: readonly Token[], at: number): Term | null => {
  const token = tokens[at]
  if (!token || skippedTags.has(token.tag)) return null
  const { word: written, lemma, tag } = token
  if (/^[$€£]?\d/.test(written))
    return { ...bare, kind: 'figure', written, own: `%${written.replace(/[,$€£%]/g, '')}`, light: true, at }
  if (!/[\p{L}\p{N}]{2}/u.test(written)) return null
  if (frameWords.has(written) || frameWords.has(lemma) || timeWords.has(written)) return null
  const known = knownAs(tokens, at)
  const light = lightWords.has(lemma) || lightWords.has(written) || tag === 'ADV' || tag === 'NUM'
  // A capital at the start of a sentence may be a common noun's: it meets the noun as a word for the same.
  if (tag === 'PROPN' && !light && known.same === null && known.scenes.length === 0)
    return { ...bare, kind: 'name', written, own: `^${spelling(written)}`, same: stemOf(written), light: false, at }
  return { kind: 'word', written, own: stemOf(lemma), ...known, light, at, length: 1 }
}

/** The concept and scenes of a word, with its particle where it has one: "pull out". */
const knownAs = (tokens: readonly Token[], at: number): Pick<Term, 'same' | 'scenes'> => {
  const [token, next] = [tokens[at], tokens[at + 1]]
  const { word = '', lemma = '' } = token ?? {}
  const concept = (next && conceptOf(`${lemma} ${next.word}`)) ?? conceptOf(word) ?? conceptOf(lemma)
  const withNext = next ? scenesOf(`${stemOf(lemma)} ${stemOf(next.word)}`) : []
  const scenes = withNext.length > 0 ? withNext : scenesOf(stemOf(lemma))
  return { same: concept ? `~${concept.key}` : null, scenes: scenes.map((scene) => `#${scene}`) }
}

/** Every key of these terms; a key stands as often as it is met. */
export const keysOf = (terms: readonly Term[]): string[] =>
  terms.flatMap(({ own, same, scenes }) => [own, ...(same === null ? [] : [same]), ...scenes])
