import type { Reading } from '../cues/cue.ts'
import type { Token } from '../sentences/token.ts'
import { negativeSubjects, personalPronouns, wordSet } from '../sentences/words.ts'
import type { Clause } from './clause.ts'
import { alwaysSubordinate, hasTense, isNominal, takesClause } from './clause-openings.ts'

/**
 * Whether the relative clause that opens at `j` has a verb of its own before the one at `verb`: "those who buy now will",
 * "courts that begin by ruling will". It then stands inside the subject. "The man who she says will" is the one at hand.
 */
export const ownsVerb = (tokens: readonly Token[], j: number, verb: number): boolean => {
  if (!['who', 'that', 'which'].includes(tokens[j]?.word ?? '') || !isNominalOrThose(tokens[j - 1])) return false
  const own = tokens.slice(j + 1, Math.min(verb, j + 5)).findIndex((_, k) => hasTense(tokens, j + 1 + k))
  const at = j + 1 + own
  if (own < 0 || tokens[at]?.tag !== 'VERB') return false
  if (takesClause(tokens[at])) return holdsSaid(tokens, at, verb)
  return !tokens.slice(j + 1, verb).some(({ tag, word }) => tag === 'CCONJ' || (tag === 'PUNCT' && word !== '-'))
}
/** "The glut that everyone says cannot happen will": what is said has a verb of its own, and no subject stands before the last. */
const holdsSaid = (tokens: readonly Token[], said: number, verb: number): boolean =>
  !isNominal(tokens[verb - 1]) && tokens.slice(said + 1, verb).some((_, k) => hasTense(tokens, said + 1 + k))

const isNominalOrThose = (token: Token | undefined): boolean => isNominal(token) || token?.word === 'those'

/** Nouns that take up a whole clause: "they added 38 places, growth that won't close the gap". */
const summaries =
  wordSet(`growth change move step shift decision development process trend rise fall loss gain cut increase drop decline
  deal law policy plan figure total number rate pace level outcome result verdict win victory defeat delay blow boost
  measure reform concession compromise arrangement gamble bet price cost bill threat risk task feat prospect scenario
  course path choice mistake gap shortage surplus deficit squeeze`)

/** A relative clause of a noun that stands for the clause before it: it asserts, as ", which will" does. */
export const isSummative = ({ tokens, words }: Reading, { kind, governor }: Clause): boolean => {
  if (kind !== 'relative' || governor === null || !summaries.has(words[governor] ?? '')) return false
  let from = governor
  while (from > 0 && ['ADJ', 'DET', 'NOUN', 'NUM'].includes(tokens[from - 1]?.tag ?? '')) from--
  const indefinite = tokens[from]?.tag !== 'DET' || ['a', 'an'].includes(words[from] ?? '')
  const mark = words[from - 1] ?? ''
  return indefinite && [',', '—', '–'].includes(mark) && tokens.slice(0, from).some((_, k) => hasTense(tokens, k))
}

const timeUnits = wordSet('year month week quarter spring summer autumn fall winter season decade century time weekend')

/** "the steps both sides would take": a noun phrase that follows a noun straight away starts a relative clause. */
export const startsZeroRelative = (tokens: readonly Token[], j: number): boolean => {
  const [before, token] = [tokens[j - 1], tokens[j]]
  if (!token || before?.tag !== 'NOUN' || endsFront(tokens, j)) return false
  if (personalPronouns.has(token.word) && token.word !== 'there') return true
  // "A settlement this year is": words of time.
  if (['this', 'each', 'every'].includes(token.word) && timeUnits.has(tokens[j + 1]?.word ?? '')) return false
  return token.tag === 'DET' && !negativeSubjects.has(token.word) && token.word !== 'all'
}

/** "Without a loan the airline", "in that case the union": an adverbial put in front without a comma. */
const endsFront = (tokens: readonly Token[], j: number): boolean => {
  let k = j - 1
  let verb = false
  while (k > 0 && tokens[k - 1]?.tag !== 'PUNCT' && tokens[k - 1]?.word !== 'and') {
    // "On opening day the leader": a participle is no verb of a clause.
    const participle = tokens[k]?.word.endsWith('ing') === true
    verb ||= !participle && (tokens[k]?.tag === 'VERB' || tokens[k]?.tag === 'AUX')
    k--
  }
  // "Once the towns have opened their gates the toll": a whole clause stands in front.
  if (verb) return alwaysSubordinate.has(tokens[k]?.word ?? '') || timeOpeners.has(tokens[k]?.word ?? '')
  return tokens[k]?.tag === 'ADP'
}
const timeOpeners = wordSet('after before once until')
