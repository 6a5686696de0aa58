import type { Token } from '../extraction/sentences/token.ts'
import { conceptOf, frameWords, lightWords } from '../matching/vocabulary.ts'
import { stemOf } from './stem.ts'

/**
 * One thing that a verb may say. Verbs with one key and unlike signs tell contrary outcomes: "adopt" and "vote down". `exact`:
 * of the two exactly one comes true, so that what denies one tells the other.
 */
export type Sense = { key: string; sign: 1 | -1; exact: boolean }

/**
 * Verbs by the outcome that they tell, beside what `vocabulary.ts` has of them; after the bar stand those of the contrary.
 * `_` parts a verb from its particle or complement; a verb may have several senses.
 */
const table = `
achieve: reach strike sign conclude clinch secure seal achieve agree complete finish produce succeed | collapse fail founder unravel break_down fall_apart fall_through abandon drop scrap shelve cancel call_off walk_away end_without
approve: vote_through wave_through | vote_down turn_down throw_out spurn rebuff
leave: force_out oust sack dismiss topple unseat bow_out | survive cling_on
collapse: fall_through end_without |
win: be_elect be_reelect |
end: be_over | rage go_on drag_on
close: be_closed be_shut | open reopen be_open
delay: push_back hold_up |
`

const senses: ReadonlyMap<string, readonly Sense[]> = (() => {
  const found = new Map<string, Sense[]>()
  for (const line of table.trim().split('\n')) {
    const [key = '', verbs = ''] = line.split(': ')
    const [asserting = '', contrary = ''] = verbs.split('|')
    const add = (words: string, sign: 1 | -1): void => {
      for (const word of words.split(' ').filter(Boolean))
        found.set(word.replace('_', ' '), [...(found.get(word.replace('_', ' ')) ?? []), { key, sign, exact: false }])
    }
    add(asserting, 1)
    add(contrary, -1)
  }
  return found
})()

const known = (words: string): Sense[] => {
  const concept = conceptOf(words)
  const own = senses.get(words) ?? []
  if (!concept) return [...own]
  const { key, sign, way } = concept
  return [{ key, sign: way === -1 || sign === -1 ? -1 : 1, exact: way === 0 }, ...own]
}

/** Verbs that say nothing without what follows: "is over", "remains open", "goes bankrupt", "filed for bankruptcy". */
const linking: ReadonlySet<string> = new Set(['be', 'remain', 'stay', 'go', 'become', 'file', 'fall'])

/** What talks that "ended without" have not come to; without a hitch is another thing. */
const fruits: ReadonlySet<string> = new Set([
  'result',
  'deal',
  'agreement',
  'accord',
  'breakthrough',
  'progress',
  'success',
])

/** The senses of a predicate, and its last word. */
export type Predicate = { senses: readonly Sense[]; last: number }

/** What the verb at a place says, with its particle or complement: "struck down", "is over". */
export const predicateAt = (tokens: readonly Token[], at: number, passive: boolean): Predicate => {
  const { lemma = '', word = '' } = tokens[at] ?? {}
  const next = tokens[at + 1]
  const fruitless = next?.word !== 'without' || tokens.slice(at + 2, at + 5).some((token) => fruits.has(token.lemma))
  const phrase = next && fruitless ? known(`${lemma} ${next.word}`) : []
  if (phrase.length > 0) return { senses: phrase, last: at + 1 }
  const elected = passive ? (senses.get(`be ${lemma}`) ?? []) : []
  if (elected.length > 0) return { senses: elected, last: at }
  if (linking.has(lemma)) {
    const complement = complementAfter(tokens, at)
    const token = complement === null ? undefined : tokens[complement]
    const told = token ? [...known(`be ${token.word}`), ...(token.tag === 'VERB' ? [] : known(token.lemma))] : []
    if (complement !== null && told.length > 0) return { senses: told, last: complement }
  }
  const itself: Sense = { key: `=${stemOf(lemma || word)}`, sign: 1, exact: true }
  return { senses: isLight(lemma) ? known(lemma) : [itself, ...known(lemma)], last: at }
}

/** A verb that says nothing by itself: every text has it. */
const isLight = (lemma: string): boolean => linking.has(lemma) || lightWords.has(lemma) || frameWords.has(lemma)

const complementAfter = (tokens: readonly Token[], at: number): number | null => {
  for (let k = at + 1; k < tokens.length && k - at <= 3; k++) {
    const tag = tokens[k]?.tag
    if (tag === 'ADJ' || tag === 'NOUN' || tag === 'VERB' || (k === at + 1 && tokens[k]?.word === 'over')) return k
    if (tag !== 'DET' && tag !== 'ADV' && tag !== 'ADP') return null
  }
  return null
}
