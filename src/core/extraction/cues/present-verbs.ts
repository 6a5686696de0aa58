import { hasTense, isNominal } from '../clauses/clause-openings.ts'
import { isPastForm } from '../clauses/supposition.ts'
import { reread, type Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { isHumanNoun } from '../voice/roles.ts'
import type { Reading } from './cue.ts'
import { happenings } from './event-verbs.ts'

/** A verb group in the present tense: its main verb, and whether it is denied. `guessed`: the tagger takes it for a noun. */
export type PresentGroup = { verb: number; negated: boolean; guessed: boolean }

export const being = wordSet('is are am')
const helpers = wordSet('is are am do does')
const possessives = wordSet('my your his her its our their')

/** The verb group in the present tense that starts at token `i`, or null. Negations count, "never" and "nobody" too. */
export const presentAt = (reading: Reading, i: number): PresentGroup | null => {
  const { tokens, words } = reading
  const token = tokens[i]
  if (!token || (token.tag !== 'VERB' && token.tag !== 'NOUN' && !helpers.has(token.word))) return null
  const [before, next] = [tokens[i - 1], words[i + 1] ?? '']
  if (!before || before.tag === 'PART' || before.tag === 'AUX' || possessives.has(before.word)) return null
  if (being.has(token.word)) {
    const not = next === 'not' || next === 'never'
    return { verb: i, negated: not || deniedSubject(reading, i), guessed: false }
  }
  if ((token.word === 'does' || token.word === 'do') && next === 'not' && tokens[i + 2]?.tag === 'VERB')
    return { verb: i + 2, negated: true, guessed: false }
  const finite = token.tag === 'VERB' && hasTense(tokens, i) && !isPastForm(token.word) && isPresentForm(token)
  return finite || isHiddenVerb(reading, i) ? { verb: i, negated: deniedSubject(reading, i), guessed: !finite } : null
}

/** "falls", "fall", and no form of a verb besides. */
const isPresentForm = ({ word, lemma }: Token): boolean => word === lemma || (word.endsWith('s') && word !== 'was')

const deniers = wordSet('nobody nothing none no neither')

/** "nobody leaves", "no one gets", "no plant opens": the subject denies. */
const deniedSubject = ({ tokens, words }: Reading, verb: number): boolean => {
  for (let k = verb - 1; k >= 0 && verb - k < 6; k--) {
    if (tokens[k]?.tag === 'PUNCT' || tokens[k]?.tag === 'VERB' || tokens[k]?.tag === 'AUX') return false
    if (deniers.has(words[k] ?? '')) return true
  }
  return false
}

/** A verb in -s that the tagger takes for a noun: "Rome stops", "policy moves from tight to neutral", "famine stalks the camps". */
const isHiddenVerb = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, i: number): boolean => {
  const token = tokens[i]
  if (token?.tag !== 'NOUN') return false
  const [before, next] = [tokens[i - 1], tokens[i + 1]]
  if (!before) return false
  if (happenings.has(token.lemma) && isNominal(before)) return true
  if (!/[^s]s$/.test(token.word) || isPlural(before.word) || isHumanNoun(singular(token))) return false
  const follows = isNominal(before) || (before.word === ',' && isNominal(tokens[i - 2])) || before.tag === 'ADV'
  const related = next === undefined || next.tag === 'VERB' || next.tag === 'AUX' || relatives.has(next.word)
  return follows && !related && standsAlone({ tokens, words }, i)
}

const relatives = wordSet('that which who whose whom of')

const singular = (token: Token): Token => reread(token, { word: token.word.slice(0, -1) })

const isPlural = (word: string): boolean => /[^s]s$/.test(word) && !/(?:ics|is|us)$/.test(word)

const clauseMarks = wordSet('; : . ! ? — – ( ) " and but or if unless that which who when because so ,')

const REACH = 16

/** No other verb has a tense between the marks around token `i`. */
const standsAlone = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, i: number): boolean => {
  const stops = (k: number): boolean => clauseMarks.has(words[k] ?? '.')
  for (let k = i - 1; i - k < REACH && !stops(k); k--) if (hasTense(tokens, k)) return false
  for (let k = i + 1; k - i < REACH && !stops(k); k++) if (hasTense(tokens, k)) return false
  return true
}
