import { type Clause, clauseAt } from '../clauses/clause.ts'
import { isClauseNoun, isNominal } from '../clauses/clause-openings.ts'
import type { Cue, Reading } from '../cues/cue.ts'
import { negativeSubjects, wordSet } from '../sentences/words.ts'

/** What turns a claim into its denial: a subject, an object or a noun outside the clause that says no. */

const traits = wordSet('with of for to from between')
/** "No matter", "no doubt", "no wonder": no denial of the noun. */
const asides = wordSet('matter doubt wonder one sooner longer less')

/** Whether the subject itself denies: "no deal will", "neither side will", "none of the units being built will". */
export const subjectNegated = (reading: Reading, modal: number): boolean =>
  nearDenial(reading, modal) || opensDenied(reading, modal)

const relatives = wordSet('that who which whom')
const scant = wordSet('few little')
const nearDenial = ({ tokens, words }: Reading, modal: number): boolean => {
  for (let k = modal - 1; k >= 0 && modal - k < 12; k--) {
    const word = words[k] ?? ''
    if (word === ',' || relatives.has(word) || tokens[k]?.tag === 'SCONJ' || tokens[k]?.tag === 'VERB') return false
    // "Little will change", "few will notice": alone they are next to nothing.
    if (k === modal - 1 && scant.has(word) && (k === 0 || !['ADJ', 'DET', 'ADP'].includes(tokens[k - 1]?.tag ?? '')))
      return true
    // "A minister with no pride might": a trait, not a denial.
    if (traits.has(words[k - 1] ?? '')) continue
    // "The towns that had nothing will": an object further left.
    if (['VERB', 'AUX'].includes(tokens[k - 1]?.tag ?? '')) continue
    if (negativeSubjects.has(word) || word === 'nor')
      return (words[k + 1] !== 'matter' && words[k + 1] !== 'doubt' && words[k + 1] !== 'one') || word !== 'no'
  }
  return false
}

const deniers = wordSet('no none neither nobody nothing not nor')
const links = wordSet('and but so that which whom " ,')

/** "Nothing that they buy is going to", "no mayor with seats to defend will": the denial opens the clause, far from its verb. */
const opensDenied = (reading: Reading, modal: number): boolean => {
  const { tokens, words } = reading
  let last = modal - 1
  while (last >= 0 && !deniers.has(words[last] ?? '')) last--
  if (last < 0) return false
  let from = clauseAt(tokens, reading.asides, modal).core
  while (from < last && links.has(words[from] ?? '')) from++
  return deniesSubject(words, from) || invertsDenied(reading, last, modal)
}

const quantities = wordSet('one a even all every any many something anything')

const deniesSubject = (words: readonly string[], i: number): boolean => {
  const [word, next] = [words[i] ?? '', words[i + 1] ?? '']
  if (word === 'no') return next === 'one' || !asides.has(next)
  if (word === 'not')
    return quantities.has(next) && !(next === 'a' && ['moment', 'minute', 'day'].includes(words[i + 2] ?? ''))
  return ['none', 'neither', 'nobody', 'nothing'].includes(word)
}

/** "Nor, on present form, will the libraries", "not before June will the ward reopen": the verb stands before its subject. */
const invertsDenied = ({ tokens, words }: Reading, denier: number, modal: number): boolean => {
  const opens = denier === 0 || ['PUNCT', 'CCONJ'].includes(tokens[denier - 1]?.tag ?? '')
  const held = words[denier] === 'nor' || (words[denier] === 'not' && putOffs.has(words[denier + 1] ?? ''))
  if (!opens || !held || modal - denier > 9) return false
  // What stands between holds no verb and, but for an aside, no subject.
  const between = tokens.slice(denier + 1, modal)
  return between.every(({ tag }) => tag !== 'AUX' && tag !== 'VERB') && !['PRON'].includes(tokens[modal - 1]?.tag ?? '')
}
const putOffs = wordSet('until till before')

/** "Not until spring will the road reopen": put off, by a time that opens the clause. */
export const isPutOff = ({ words, tokens }: Reading, until: number, modal: number): boolean =>
  words[until - 1] === 'not' &&
  putOffs.has(words[until] ?? '') &&
  ['DET', 'PROPN', 'PRON', 'NOUN', 'ADJ'].includes(tokens[modal + 1]?.tag ?? '')

const voids = wordSet('nothing nobody none neither nowhere')
const rather = wordSet('but except less short')
const comparatives = wordSet('later longer more less fewer sooner doubt matter')
const unable = wordSet('unable powerless incapable helpless')
const reaching = wordSet('come comes amount amounts add adds')

/** "will gain nothing", "will be no troops", "will be unable to", "come to nothing": what follows the verb denies. */
export const objectNegated = (words: readonly string[], verb: number): boolean => {
  const [verbal, next, after] = [words[verb] ?? '', words[verb + 1] ?? '', words[verb + 2] ?? '']
  // "will do nothing but wait", "nothing other than": it does.
  if (voids.has(next)) return !rather.has(after) && after !== 'other'
  if (next === 'no') return !comparatives.has(after)
  if (verbal === 'be' && (unable.has(next) || (next === 'in' && after === 'no'))) return true
  const goal = next === 'up' ? verb + 2 : verb + 1
  return reaching.has(verbal) && words[goal] === 'to' && words[goal + 1] === 'nothing'
}

/** "will not only delay it": says that it will, and more. "will not simply resign, but" needs the "but". */
export const isNotOnly = (words: readonly string[], not: number): boolean => {
  const next = words[not + 1] ?? ''
  if (['only', 'just', 'merely', 'solely'].includes(next)) return true
  return next === 'simply' && words.slice(not + 2, not + 25).some((word) => word === 'but' || word === ';')
}

/** "is going to win nothing", "is likely to be unable to": the verb on which the words of likelihood bear denies. */
export const withObject = ({ words }: Reading, cue: Cue): Cue => {
  if (cue.kind === 'modal') return cue
  const verb = words[cue.to - 1] === 'to' ? cue.to : words[cue.to] === 'to' ? cue.to + 1 : -1
  return verb > 0 && objectNegated(words, verb) ? flipped(cue) : cue
}

export const flipped = (cue: Cue): Cue => ({ ...cue, polarity: cue.polarity === '-' ? '+' : '-' })

/** "It is no accident that prices will": nothing is denied of the prices. */
const presupposed =
  wordSet(`accident secret surprise coincidence wonder mystery doubt question shame pity good use exaggeration
  time place matter`)

/** "no mechanism by which they would fall", "not a job that any minister will finish": the noun that the clause speaks of is denied. */
export const antecedentDenied = (reading: Reading, clause: Clause): boolean => {
  const { words, tokens } = reading
  const noun = antecedentOf(reading, clause)
  if (noun === null || presupposed.has(words[noun] ?? '')) return false
  for (let k = noun; k >= 0 && noun - k < 7; k--) {
    const [word, next] = [words[k] ?? '', words[k + 1] ?? '']
    if (['no', 'nothing', 'nobody', 'none'].includes(word)) return !presupposed.has(next)
    if (word === 'not') return being.has(words[k - 1] ?? '') && !presuming.has(next)
    if (k < noun && ['VERB', 'AUX', 'PUNCT', 'SCONJ'].includes(tokens[k]?.tag ?? '')) return false
  }
  return false
}

/** The noun of a relative clause; the tagger takes some for the complement of "is": "is not one that any minister will". */
const antecedentOf = ({ tokens }: Reading, { kind, governor, intro }: Clause): number | null => {
  // "No one knows what will come": the clause has no noun before it.
  if (intro !== null && ['what', 'whatever'].includes(tokens[intro]?.word ?? '')) return null
  if (kind === 'relative') return governor
  if (kind !== 'complement' || intro === null || governor === null || tokens[governor]?.tag !== 'AUX') return null
  const before = tokens[intro - 1]
  return isNominal(before) && !isClauseNoun(before) ? intro - 1 : null
}
const being = wordSet('is are be')
const presuming = wordSet('only just merely simply least the')

const heights = wordSet('most best utmost maximum')
/** "is the most that they are likely to get": more is denied. */
export const boundsAbove = ({ words }: Reading, { intro, core, kind }: Clause): boolean => {
  if (kind !== 'relative' && kind !== 'complement') return false
  const head = (intro ?? core) - 1
  return heights.has(words[head] ?? '') && words[head - 1] === 'the' && being.has(words[head - 2] ?? '')
}
