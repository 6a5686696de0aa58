import { formAt } from '../lexicon/match.ts'
import { numberAt } from '../lexicon/numbers.ts'
import type { PhraseId } from '../lexicon/phrases.ts'
import { wordTable } from '../lexicon/word-table.ts'
import { hasTense } from './clause-openings.ts'
import { type Cue, cueOf, lastVerbBefore, type Reading } from './cue.ts'
import { outcomeNouns, wordSet } from './words.ts'

const complements = wordSet('that of for to in')

/** "there is a chance that", "has a good chance of", "a 30 percent chance". */
export const chanceCues = ({ tokens, words }: Reading): Cue[] => {
  const cues: Cue[] = []
  for (let i = 0; i < tokens.length; i++) {
    const number = numberAt(words, i)
    const form = number ? null : formAt(words, i, 'noun')
    if (number) {
      const cue = cueOf('noun', lastVerbBefore(tokens, i) ?? i, { ...number, phrase: 'chance' }, number.to - 1)
      cues.push({ ...cue, phrase: `micro:${number.micro}` })
      i = number.to - 1
    } else if (form) {
      const opener = openerBefore(words, i)
      if (opener === null || !takesEvent(tokens, form.to)) continue
      // "no way to do it" is about means, "no way that he wins" about chances.
      if (words[form.to - 1] === 'way' && !startsClause(tokens, form.to)) continue
      const way = words[form.to - 1] === 'way' && words[form.to - 2] === 'no'
      cues.push(cueOf('noun', opener, way ? { ...form, phrase: 'no-chance' } : form, form.to - 1))
      i = form.to - 1
    }
  }
  return cues
}

/** "chance that …", "chance of …", or a clause without "that": "a good chance we will". */
const takesEvent = (tokens: Reading['tokens'], next: number): boolean => {
  const token = tokens[next]
  if (!token || complements.has(token.word)) return token !== undefined
  const opens = token.tag === 'PRON' || token.tag === 'DET' || token.tag === 'PROPN'
  if (startsClause(tokens, next)) return true
  return opens && tokens.slice(next, next + 8).some(({ tag }) => tag === 'AUX')
}

/** "no way that he wins", "no way the Dutch get it": a clause with a tense of its own. */
const startsClause = (tokens: Reading['tokens'], next: number): boolean => {
  if (tokens[next]?.word === 'that') return true
  if (!['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ'].includes(tokens[next]?.tag ?? '')) return false
  return tokens.slice(next + 1, next + 7).some((_, k) => hasTense(tokens, next + 1 + k))
}

const being = wordSet('is are remains exists be')
const having = wordSet('has have stand stands face faces facing see sees gives give')
const between = wordSet('a an the still also only now always every')

/** The verb of "there is", "there remains", "has", "stands", "faces" in the few words before a noun of likelihood. */
const openerBefore = (words: readonly string[], i: number): number | null => {
  for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
    const word = words[k] ?? ''
    if (being.has(word)) return ['there', 'will', 'may'].includes(words[k - 1] ?? '') ? k : null
    if (having.has(word)) return k
    if (!between.has(word) && !/(?:ly|ing)$/.test(word)) return null
  }
  return null
}

const levels = wordTable<PhraseId>({
  slim: 'chances-are-slight',
  slight: 'chances-are-slight',
  small: 'little-chance',
  low: 'little-chance',
  poor: 'little-chance',
  bleak: 'little-chance',
  dim: 'little-chance',
  minimal: 'almost-no-chance',
  negligible: 'almost-no-chance',
  nil: 'no-chance',
  zero: 'no-chance',
  remote: 'remote-chance',
  even: 'about-even',
  fair: 'fair-chance',
  good: 'good-chance',
  high: 'very-good-chance',
  excellent: 'very-good-chance',
  strong: 'very-good-chance',
})
export const levelStarts = wordSet('chance chances odds prospects prospect likelihood probability')
const levelVerbs = wordSet('is are remain remains look looks seem seems')

/** "the chances of success are slim": a noun of likelihood, then how much of it. */
export const levelCues = ({ tokens, words }: Reading): Cue[] =>
  words.flatMap((word, i) => {
    if (!levelStarts.has(word) || !['of', 'that', 'for'].includes(words[i + 1] ?? '')) return []
    const copula = words.findIndex((verb, k) => k > i + 2 && k < i + 14 && levelVerbs.has(verb))
    const level = words.findIndex((degree, k) => k > copula && k < copula + 4 && Object.hasOwn(levels, degree))
    const phrase = levels[words[level] ?? '']
    if (copula < 0 || !phrase || tokens[level + 1]?.tag === 'NOUN') return []
    return [cueOf('noun', copula, { phrase, from: level, to: level + 1 }, level)]
  })

export const outcomeStarts = wordSet('likely likeliest probable')

/** "the most likely scenario is that": the outcome the author holds for the likeliest. */
export const outcomeCues = ({ words }: Reading): Cue[] =>
  words.flatMap((_, i) => {
    const form = formAt(words, i, 'predicate')
    const said = form ? words.slice(form.from, form.to) : []
    const likely = said.some((word) => outcomeStarts.has(word)) && !said.includes('not')
    if (!form || !likely || !(said[0] === 'the' || words[i - 1] === 'the' || words[i - 1] === 'a')) return []
    const copula = form.to + 1
    const states = outcomeNouns.has(words[form.to] ?? '') && ['is', 'remains'].includes(words[copula] ?? '')
    return states ? [cueOf('noun', copula, form, copula)] : []
  })

const heads: ReadonlyMap<string, PhraseId> = new Map([
  ['danger', 'risk'],
  ['risk', 'risk'],
  ['likelihood', 'likely'],
  ['probability', 'likely'],
  ['betting', 'likely'],
  ['expectation', 'expected'],
  ['expectations', 'expected'],
  ['outlook', 'expected'],
])
export const headStarts: readonly string[] = [...heads.keys()]

/** "The danger is that the fire reaches it", "the likelihood is that both will": how likely the clause is. */
export const headCues = ({ words }: Reading): Cue[] =>
  words.flatMap((word, i) => {
    const phrase = heads.get(word)
    if (!phrase || !['is', 'are', 'remains'].includes(words[i + 1] ?? '') || words[i + 2] !== 'that') return []
    return [cueOf('noun', i + 1, { phrase, from: i, to: i + 2 }, i + 1)]
  })
