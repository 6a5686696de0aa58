import { type FormMatch, formAt } from '../../lexicon/match.ts'
import { numberAt } from '../../lexicon/numbers.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordTable } from '../../lexicon/word-table.ts'
import { hasTense } from '../clauses/clause-openings.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, lastVerbBefore, type Reading } from './cue.ts'

const complements = wordSet('that of for to in')

/** "there is a chance that", "has a good chance of", "a 30 percent chance". */
export const chanceCues = (reading: Reading): Cue[] => {
  const { tokens, words } = reading
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
      if (opener === null || !(takesEvent(tokens, pastAside(words, form.to)) || endsClaim(reading, opener, form)))
        continue
      // "There is no chance to rest": no opening for it.
      if (words[opener - 1] === 'there' && words[form.to] === 'to' && words[form.to - 1] === 'chance') continue
      // "no way to do it" is about means, "no way that he wins" about chances.
      if (words[form.to - 1] === 'way' && !startsClause(tokens, form.to)) continue
      const way = words[form.to - 1] === 'way' && words[form.to - 2] === 'no'
      cues.push(cueOf('noun', opener, way ? { ...form, phrase: 'no-chance' } : form, form.to - 1))
      i = form.to - 1
    }
  }
  return cues
}

/** "an outside chance, no more, that": past what is put in behind the noun. */
const pastAside = (words: readonly string[], i: number): number => {
  const close = words[i] === ',' ? words.indexOf(',', i + 1) : -1
  return close > 0 && close - i < 7 && ['that', 'of'].includes(words[close + 1] ?? '') ? close + 1 : i
}

/** "chance that …", "chance of …", or a clause without "that": "a good chance we will". */
const takesEvent = (tokens: Reading['tokens'], next: number): boolean => {
  const token = tokens[next]
  if (!token || complements.has(token.word)) return token !== undefined
  const opens = token.tag === 'PRON' || token.tag === 'DET' || token.tag === 'PROPN'
  if (startsClause(tokens, next)) return true
  return opens && tokens.slice(next, next + 8).some(({ tag }) => tag === 'AUX')
}

const fates = wordSet('chance chances hope prospect prospects')
/** "It has no chance.", "the bill stands every chance, they say": the event is the subject's, told before. */
const endsClaim = ({ tokens, words }: Reading, opener: number, form: FormMatch): boolean => {
  const bare = form.phrase === 'chance' || form.phrase === 'risk'
  const closed = tokens[form.to] === undefined || tokens[form.to]?.tag === 'PUNCT'
  return !bare && closed && subjectful.has(words[opener] ?? '') && fates.has(words[form.to - 1] ?? '')
}
const subjectful = wordSet('has have stand stands')

/** "no way that he wins", "no way the Dutch get it": a clause with a tense of its own. */
const startsClause = (tokens: Reading['tokens'], next: number): boolean => {
  if (tokens[next]?.word === 'that') return true
  if (!['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ'].includes(tokens[next]?.tag ?? '')) return false
  return tokens.slice(next + 1, next + 7).some((_, k) => hasTense(tokens, next + 1 + k))
}

const being = wordSet('is are remains exists be')
const having = wordSet('has have stand stands face faces facing see sees gives give hold holds offer offers')
const between = wordSet('a an the still also only now always every out')

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
  long: 'long-shot',
  prohibitive: 'almost-no-chance',
  vanishing: 'almost-no-chance',
  infinitesimal: 'almost-no-chance',
  even: 'about-even',
  fair: 'fair-chance',
  good: 'good-chance',
  high: 'very-good-chance',
  excellent: 'very-good-chance',
  strong: 'very-good-chance',
})
/** The phrase for a degree of likelihood ("slim", "high"), or null. */
export const levelOf = (degree: string): PhraseId | null =>
  (Object.hasOwn(levels, degree) ? levels[degree] : undefined) ?? null
export const levelStarts = wordSet('chance chances odds prospects prospect likelihood probability hopes')
const possessives = wordSet('my your his her its our their')
const levelVerbs = wordSet('is are remain remains look looks seem seems')

/** "better than even", "greater than even": more than the level itself. "No better than even" is the level. */
const isAboveEven = (words: readonly string[], level: number): boolean =>
  words[level] === 'even' &&
  words[level - 1] === 'than' &&
  above.has(words[level - 2] ?? '') &&
  words[level - 3] !== 'no'
const above = wordSet('better more greater higher')

/** "the chances of success are slim": a noun of likelihood, then how much of it. */
export const levelCues = ({ tokens, words }: Reading, i: number): Cue[] => {
  const owned = tokens[i - 1]?.word === "'s" || possessives.has(words[i - 1] ?? '')
  const own = owned && (levelVerbs.has(words[i + 1] ?? '') || ['in', 'at', 'to'].includes(words[i + 1] ?? ''))
  // "The chances are slim": of what was told before.
  const bare = (words[i - 1] === 'the' || i === 0) && levelVerbs.has(words[i + 1] ?? '')
  if (!levelStarts.has(words[i] ?? '')) return []
  if (!(own || bare || ['of', 'that', 'for', 'against'].includes(words[i + 1] ?? ''))) return []
  const copula = words.findIndex((verb, k) => k > (own || bare ? i : i + 2) && k < i + 14 && levelVerbs.has(verb))
  const level = words.findIndex((degree, k) => k > copula && k < copula + 5 && Object.hasOwn(levels, degree))
  const phrase = isAboveEven(words, level) ? 'better-than-even' : levels[words[level] ?? '']
  if (copula < 0 || !phrase || tokens[level + 1]?.tag === 'NOUN') return []
  return [cueOf('noun', copula, { phrase, from: level, to: level + 1 }, level)]
}
