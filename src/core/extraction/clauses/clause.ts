import { conditionBefore, conditionOpeners, strongMarks } from '../sentences/asides.ts'
import { dashes, type Token } from '../sentences/token.ts'
import { biddingVerbs, coordinators, personalPronouns, subordinators } from '../sentences/words.ts'
import {
  closesPair,
  coordinateThat,
  coordinateVerb,
  embeds,
  endsFreeRelative,
  frontedStart,
  hasTense,
  innerOpening,
  isClauseNoun,
  isDemonstrative,
  isNominal,
  opensQuestion,
  opensSubordinate,
  splitsClauses,
  takesClause,
} from './clause-openings.ts'
import { governorBefore, nounBefore } from './governors.ts'
import { ownsVerb, startsZeroRelative } from './inner-relatives.ts'

/**
 * How a clause hangs in its sentence: `main`, `complement` (of the word at `governor`), `relative` (of the noun at
 * `governor`), `question` (indirect) or `subordinate` (if, when, because …).
 */
export type ClauseKind = 'main' | 'complement' | 'relative' | 'question' | 'subordinate'

/** The clause around a verb. All numbers are token indices of the sentence. */
export type Clause = {
  kind: ClauseKind
  /** First token, with the adverbials and subordinate clauses put in front of the subject. */
  start: number
  /** First token of the clause proper. */
  core: number
  /** The word that opens it (that, which, if, …), or null. */
  intro: number | null
  /** Whether something stands in front of its subject (`start` before `core`). */
  front: boolean
  /** The verb, noun or adjective it depends on, or null. */
  governor: number | null
}

/** Walking left from a verb: whether its subject has been met, and what stands in front of that. */
type Walk = {
  tokens: readonly Token[]
  asides: readonly number[]
  verb: number
  subject: boolean
  front: number | null
  frontEnd: number
}

/**
 * The clause that the verb group at `verb` belongs to, found by walking left over its subject. "He said that, if it rains,
 * the game will stop": for `will`, a complement of `said` with "if it rains" in front.
 */
export const clauseAt = (tokens: readonly Token[], asides: readonly number[], verb: number): Clause => {
  const walk: Walk = { tokens, asides, verb, subject: isBidding(tokens, verb), front: null, frontEnd: 0 }
  for (let j = stepBack(walk, verb - 1); j >= 0; ) {
    const found = atPunctuation(walk, j) ?? atOpening(walk, j) ?? atCoordinator(walk, j) ?? atVerb(walk, j)
    if (found !== null && typeof found !== 'number') return found
    if (found === null && isNominal(tokens[j])) walk.subject = true
    const next = stepBack(walk, (found ?? j) - 1)
    j = next < (found ?? j) - 1 ? overAside(walk, next) : next
  }
  return clause(walk, 'main', 0)
}

/** "If it goes ahead, expect": an imperative needs no subject. */
const isBidding = (tokens: readonly Token[], verb: number): boolean =>
  biddingVerbs.has(tokens[verb]?.word ?? '') && tokens[verb - 1]?.word === ',' && opensFront(tokens, verb)

/** The sentence, or what follows its colon, starts with an adverbial or a condition. */
export const opensFront = (tokens: readonly Token[], verb: number): boolean => {
  let first = tokens.findLastIndex(({ word }, k) => k < verb && (word === ':' || word === ';')) + 1
  if (tokens[first]?.tag === 'CCONJ' || tokens[first]?.tag === 'PUNCT') first++
  return (
    ['SCONJ', 'ADP', 'AUX', 'ADV'].includes(tokens[first]?.tag ?? '') || conditionOpeners.has(tokens[first]?.word ?? '')
  )
}

/** What a step finds: the clause, a token to go on from, or null when the token is none of its business. */
type Step = Clause | number | null

const clause = (
  { front, frontEnd }: Walk,
  kind: ClauseKind,
  core: number,
  intro: number | null = null,
  governor: number | null = null,
): Clause => ({
  kind,
  start: intro !== null && (kind === 'relative' || kind === 'question') ? intro : (front ?? core),
  core: Math.max(core, frontEnd),
  intro,
  front: front !== null,
  governor,
})

/** "Unless they blink (and they may) the firm": an aside closes the condition in front as a comma does. */
const overAside = (walk: Walk, before: number): number => {
  const fronted = walk.subject ? conditionBefore(walk.tokens, before + 1) : null
  if (fronted === null) return before
  walk.front = fronted
  walk.frontEnd = Math.max(walk.frontEnd, before + 1)
  return stepBack(walk, fronted - 1)
}

/** Skips back over an aside that the verb is not in. */
const stepBack = ({ asides, verb }: Walk, i: number): number => {
  let j = i
  while (j >= 0 && (asides[j] ?? 0) !== 0 && asides[j] !== asides[verb]) j--
  return j
}

const atPunctuation = (walk: Walk, j: number): Step => {
  const { tokens } = walk
  const word = tokens[j]?.word ?? ''
  if (strongMarks.has(word) || dashes.has(word)) return clause(walk, 'main', j + 1)
  if (word === '"' && [',', '.', '?', '!'].includes(tokens[j - 1]?.word ?? '')) return clause(walk, 'main', j + 1)
  if (word !== ',') return null
  // "warn that, given a dry winter, it": the comma belongs to the adverbial.
  if (tokens[j - 1]?.word === 'that' && !personalPronouns.has(tokens[j + 1]?.word ?? '')) return j
  if (!walk.subject) return matchingComma(tokens, j) ?? j
  const fronted = frontedStart(tokens, j)
  if (fronted === null) return clause(walk, 'main', j + 1)
  walk.front = fronted
  walk.frontEnd = Math.max(walk.frontEnd, j + 1)
  return fronted === 0 ? clause(walk, 'main', 0) : fronted
}

/** "Oslo, backed by its partners, has": the comma before the verb closes an aside; where it opens. */
const matchingComma = (tokens: readonly Token[], comma: number): number | null => {
  for (let k = comma - 1; k > 0 && comma - k < 30; k--) if (tokens[k]?.word === ',') return k
  return null
}

const atOpening = (walk: Walk, j: number): Step => {
  const { tokens, subject, verb } = walk
  const word = tokens[j]?.word ?? ''
  // "The glut that everyone says cannot happen will": the subject met is that of the saying.
  if (word === 'that' && (!subject || takesClause(tokens[j + 2])) && ownsVerb(tokens, j, verb)) return j
  if (word === 'that') return isDemonstrative(tokens, j, subject) ? null : thatClause(walk, j)
  // "What happened in May will": the clause of what is the subject, if it has a verb before the one at hand.
  const free = word === 'what' || word === 'whatever'
  if (free && tokens.slice(j + 1, verb).some((token) => token.tag === 'VERB' || existing.has(token.word))) return j
  if (!subject && ownsVerb(tokens, j, verb)) return j
  if (['which', 'who', 'whom', 'whose', 'what'].includes(word)) {
    if (subject && opensQuestion(tokens, j)) return clause(walk, 'question', j, j, j - 1)
    return clause(walk, 'relative', j, j, nounBefore(tokens, j))
  }
  if (!subject) return null
  if (word === 'how' || word === 'why' || word === 'whether') return clause(walk, 'question', j, j, j - 1)
  if (word === 'where') return clause(walk, 'relative', j, j, nounBefore(tokens, j))
  if (!opensSubordinate(tokens, j)) return null
  if (endsBeforePronoun(walk, j)) {
    walk.front = j
    return j === 0 || tokens[j - 1]?.tag === 'CCONJ' ? { ...clause(walk, 'main', j), start: j } : j
  }
  // "adding that while X may, Y": a clause in front of a that-clause hangs where that one hangs.
  const governor = tokens[j - 1]?.word === 'that' ? governorBefore(tokens, j - 1) : null
  return clause(walk, 'subordinate', j, j, governor)
}

/** "Unless the bank yields it will": the condition is complete, and a pronoun starts the main clause without a comma. */
const endsBeforePronoun = ({ tokens, verb }: Walk, j: number): boolean => {
  const subject = personalPronouns.has(tokens[verb - 1]?.word ?? '') ? verb - 1 : verb - 2
  if (!personalPronouns.has(tokens[subject]?.word ?? '') || subject - j < 3) return false
  if (endsClause(tokens, j, subject - 1)) return true
  return ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(tokens[subject - 1]?.tag ?? '') && !isClauseNoun(tokens[subject - 1])
}

/** "When the day comes it will": a verb that takes no clause, with a subject of its own before it. */
const endsClause = (tokens: readonly Token[], opening: number, verb: number): boolean =>
  tokens[verb]?.tag === 'VERB' &&
  hasTense(tokens, verb) &&
  !takesClause(tokens[verb]) &&
  isNominal(tokens[verb - 1]) &&
  verb - opening > 1

/** "What there is will": verbs of a free relative that the tagger takes for helpers. */
const existing = new Set(['is', 'are', 'was', 'were', 'remains'])

const thatClause = (walk: Walk, j: number): Clause => {
  const { tokens, subject } = walk
  const first = coordinateThat(tokens, j)
  if (first !== null)
    return { ...thatClause({ ...walk, subject: true }, first), start: j + 1, core: j + 1, intro: j, front: false }
  const said = coordinateVerb(tokens, j)
  if (said !== null) return { ...clause(walk, 'complement', j + 1, j, said), start: j + 1, front: false }
  const governor = governorBefore(tokens, j)
  const plainNoun = governor !== null && isNominal(tokens[governor]) && !isClauseNoun(tokens[governor])
  if (!subject || plainNoun) return clause(walk, 'relative', j, j, nounBefore(tokens, j))
  return clause(walk, 'complement', j + 1, j, governor)
}

/** A clause joined to the one before it hangs where that one hangs. */
const atCoordinator = (walk: Walk, j: number): Step => {
  const { tokens, asides, subject } = walk
  if (!coordinators.has(tokens[j]?.word ?? '') || tokens[j]?.tag !== 'CCONJ' || closesPair(tokens, j)) return null
  if (subject && !splitsClauses(tokens, j)) return null
  // A verb without a subject of its own shares the one before it, comma or not: "says it will offer, and may do so soon".
  const parted = tokens[j - 1]?.word === ',' || strongMarks.has(tokens[j - 1]?.word ?? '')
  const earlier = parted && subject ? null : (twinBefore(tokens, j, walk.verb) ?? tensedBefore(tokens, j))
  if (earlier === null) return clause(walk, 'main', j + 1)
  const first = clauseAt(tokens, asides, earlier)
  return { ...clause(walk, first.kind, j + 1, null, first.governor), intro: first.intro, start: j + 1 }
}

/** "A win would send it east, where his purses are, and would kill": of two modals alike the second goes with the first. */
const twinBefore = (tokens: readonly Token[], j: number, verb: number): number | null => {
  if (tokens[verb]?.tag !== 'AUX' || verb !== j + 1) return null
  for (let k = j - 1; k > 0 && !strongMarks.has(tokens[k]?.word ?? ''); k--)
    if (tokens[k]?.word === tokens[verb]?.word && tokens[k]?.tag === 'AUX') return k
  return null
}

const tensedBefore = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k > 0; k--) if (hasTense(tokens, k) && tokens[k - 1]?.word !== 'to') return k
  return null
}

const startsSubject = (token: Token | undefined): boolean =>
  token !== undefined && ['DET', 'PRON', 'PROPN', 'NOUN'].includes(token.tag)

/** Another verb, met after the subject: it governs, it stands inside the subject, or a clause without "that" starts here. */
const atVerb = (walk: Walk, j: number): Step => {
  const { tokens, subject } = walk
  if (!subject) return null
  if (hasTense(tokens, j)) {
    // "are confident the verdict will": the adjective governs.
    if (tokens[j + 1]?.tag === 'ADJ' && embeds(tokens, j + 1) && startsSubject(tokens[j + 2]))
      return clause(walk, 'complement', j + 2, null, j + 1)
    const governs = embeds(tokens, j) && !endsFreeRelative(tokens, j)
    const inner = governs ? null : innerOpening(tokens, j)
    if (inner === null) return clause(walk, governs ? 'complement' : 'main', j + 1, null, j)
    if (subordinators.has(tokens[inner]?.word ?? '')) walk.front = inner
    return inner
  }
  if (!startsZeroRelative(tokens, j)) return null
  // "One minister I talked to is": its verb is another, so it stands inside the subject.
  const inside = tokens.slice(j + 1, walk.verb).some(({ tag, word }) => tag === 'VERB' && word.endsWith('ed'))
  return inside ? j : clause(walk, 'relative', j, null, j - 1)
}
