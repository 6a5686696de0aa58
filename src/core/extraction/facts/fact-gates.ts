import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import type { Link } from '../clauses/chain.ts'
import { isInverted } from '../clauses/clause-openings.ts'
import { isSupposed } from '../gates/embedding-gates.ts'
import { isAsked, isIndirectQuestion, isQuestion } from '../gates/question-gates.ts'
import { beliefVerbs, forecastVerbs, unassertedNouns, wishVerbs, wordSet } from '../sentences/words.ts'
import type { PastVerb } from './past-verbs.ts'
import { measuringVerbs, planningVerbs, showingVerbs, stateVerbs, tellingVerbs } from './verb-forms.ts'

/** A verb in the past with its clause, before it is known whether it tells of a happening. */
export type Telling = { claim: Claim; verb: PastVerb }

const openers = wordSet('if unless until before till lest whether once whenever')
/** Inside a condition, or before something that may never have come about. */
const isUnasserted = ({ claim: { reading, clause, chain } }: Telling): boolean => {
  const opens = (intro: number | null): boolean => intro !== null && openers.has(wordAt(reading, intro))
  if (clause.kind === 'subordinate' && opens(clause.intro)) return true
  // What a relative clause tells of its noun is so, whatever is supposed of the noun.
  if (clause.kind === 'relative') return false
  return chain.some((link) => link.clause.kind === 'subordinate' && opens(link.clause.intro))
}

/** "Had it rained", "as if he had won", "if it had": the condition stands without a clause of its own. */
const isUnreal = ({ claim: { reading, clause }, verb }: Telling): boolean => {
  const { words, tokens } = reading
  for (let k = Math.max(0, clause.start - 1); k <= verb.at; k++) {
    if (
      isInverted(tokens, k) &&
      (k <= clause.start || ['PUNCT', 'CCONJ'].includes(tokens[k - 1]?.tag ?? '')) &&
      wordAt(reading, k) === 'had'
    )
      return true
    if (words[k] === 'if' || (words[k] === 'as' && words[k + 1] === 'though')) return true
  }
  return words.slice(clause.core, verb.verb).some((word) => word === 'nearly' || word === 'almost')
}

const verbsOfNoBelief = wordSet(
  'deny doubt dispute reject imagine pretend allege dream fancy predict hypothesize hypothesise',
)
/** Wished, feared, believed, denied or foretold by whoever the clause hangs on: not told as having happened. */
const isHeldOnly = ({ claim: { reading, chain } }: Telling): boolean =>
  chain.some((link) => {
    const { lemma, tag, word, governor } = link
    if (tag !== 'VERB') return unassertedNouns.has(word) || doubtful.has(word)
    if (isDeniedSaying(reading, link)) return true
    if (lemma === 'know' || lemma === 'find') return false
    const held =
      beliefVerbs.has(lemma) || (wishVerbs.has(lemma) && !tellingVerbs.has(lemma)) || forecastVerbs.has(lemma)
    return (held && !(lemma === 'estimate' && governor >= 0)) || verbsOfNoBelief.has(lemma)
  })
const doubtful = wordSet(
  'claim allegation rumour rumor suspicion theory belief possibility chance likelihood idea notion unlikely doubtful',
)

/** "Did not say that", "nobody said that". */
const isDeniedSaying = ({ words }: Claim['reading'], { verb, subject }: Link): boolean =>
  ['not', 'never'].some((no) => words.slice(Math.max(0, verb - 2), verb).includes(no)) ||
  ['nobody', 'no', 'none', 'neither'].includes(words[subject.from] ?? '')

const habits = wordSet(
  'always usually often generally normally typically sometimes traditionally routinely frequently regularly rarely seldom',
)
const repeats = wordSet('every each')
const times = wordSet(
  'day week month year morning night time monday tuesday wednesday thursday friday saturday sunday summer winter spring autumn',
)
/** "Used to", "always", "every winter": what went on, no single happening. */
const isHabit = ({ claim: { reading, clause }, verb }: Telling): boolean => {
  const { words } = reading
  if (wordAt(reading, verb.at) === 'used' && wordAt(reading, verb.at + 1) === 'to') return true
  if (words.slice(clause.core, verb.verb).some((word) => habits.has(word))) return true
  return words
    .slice(clause.start, verb.verb + 12)
    .some((word, k, all) => repeats.has(word) && times.has(all[k + 1] ?? ''))
}

const scheduled =
  wordSet(`expected supposed meant scheduled due planned forecast projected predicted tipped believed thought intended
  slated set bound likely obliged designed required allowed said reported known rumoured rumored alleged estimated considered
  called named based located situated used made involved concerned interested`)
/** "Was expected to", "was to meet", "was said to": planned, supposed or heard. */
const isPlanned = ({ claim: { reading }, verb }: Telling): boolean =>
  (verb.passive &&
    scheduled.has(wordAt(reading, verb.verb)) &&
    !(wordAt(reading, verb.verb) === 'named' && wordAt(reading, verb.verb + 1) !== 'to')) ||
  (planningVerbs.has(lemmaAt(reading, verb.verb)) && wordAt(reading, verb.verb + 1) === 'to')

/** A verb of being so, of mind, or of telling: what it governs may be a happening, it is none. */
const isNoHappening = ({ claim: { reading }, verb }: Telling): boolean => {
  if (verb.tense === 'figure') return false
  const lemma = lemmaAt(reading, verb.verb)
  if (measuringVerbs.has(lemma) && reading.tokens.slice(verb.verb + 1, verb.verb + 6).some(({ tag }) => tag === 'NUM'))
    return false
  if (showingVerbs.has(lemma))
    return opensTelling(reading, verb.verb) || !(verb.passive || hasObject(reading, verb.verb))
  if (pairs.has(`${lemma} ${wordAt(reading, verb.verb + 1)}`)) return false
  return stateVerbs.has(lemma) || tellingVerbs.has(lemma) || wordAt(reading, verb.verb) === 'had'
}
const objects = new Set(['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'SYM'])
const hasObject = ({ tokens }: Claim['reading'], verb: number): boolean => objects.has(tokens[verb + 1]?.tag ?? '')

/** Verbs that happen with a particle. */
const pairs = new Set(['call off', 'sit down', 'stand down', 'stand up'])
const clausal = wordSet('how whether why what if : "')
/** "Showed that", "found on Monday that", "it was revealed how"; "were shown a hall that nobody had foreseen" shows a thing. */
const opensTelling = ({ words, tokens }: Claim['reading'], verb: number): boolean => {
  for (let k = verb + 1; k < verb + 7 && k < words.length && words[k] !== ',' && words[k] !== ';'; k++) {
    if (clausal.has(words[k] ?? '') || tokens[k]?.tag === 'AUX') return true
    if (words[k] === 'that') return k === verb + 1 || tokens[k - 1]?.tag !== 'NOUN'
  }
  return false
}

const selves = wordSet('i we you me us one')
/** The author's own doings, and what you did, are no news. */
const isOfSelf = ({ claim: { reading, clause, quoted }, verb }: Telling): boolean =>
  reading.words
    .slice(clause.core, verb.at)
    .some((word, k) => selves.has(word) && !(quoted && word === 'we') && (k > 0 || word !== 'one'))

type Gate = { reason: string; holds: (telling: Telling) => boolean }
const gates: readonly Gate[] = [
  { reason: 'a question', holds: ({ claim }) => isQuestion(claim) || isIndirectQuestion(claim) || isAsked(claim) },
  { reason: 'inside a condition', holds: isUnasserted },
  { reason: 'supposed', holds: ({ claim }) => isSupposed(claim) },
  { reason: 'unreal', holds: isUnreal },
  { reason: 'no happening', holds: isNoHappening },
  { reason: 'planned or heard', holds: isPlanned },
  { reason: 'believed, wished, denied or foretold', holds: isHeldOnly },
  { reason: 'a habit', holds: isHabit },
  { reason: 'of the author or the reader', holds: isOfSelf },
]

/** Why a verb in the past tells of no happening, or null when it does; tried in order. */
export const noFact = (telling: Telling): string | null => gates.find(({ holds }) => holds(telling))?.reason ?? null
