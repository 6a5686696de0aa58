import { type Clause, clauseAt } from '../clauses/clause.ts'
import { hasTense } from '../clauses/clause-openings.ts'
import { wordSet } from '../sentences/words.ts'
import { deadlineAt, hasDeadline, looksAhead } from '../time/ahead.ts'
import { type Cue, type Reading, will } from './cue.ts'
import { isEventful } from './event-verbs.ts'
import { isAsserted, isGeneral, isView } from './present-clauses.ts'
import { commandBefore } from './present-conditions.ts'
import { foretellsEvent, readsAsVerb } from './present-events.ts'
import { adverbOf, type Course, courseOf, isBelievedAside, type Likelihood } from './present-frames.ts'
import { foretellsState } from './present-states.ts'
import { being, type PresentGroup, presentAt } from './present-verbs.ts'

/** Present tenses that foretell: "if she wins, she qualifies", "nobody leaves before May", "rates peak next spring". */
export const presentCues = (reading: Reading): Cue[] => {
  const cues: Cue[] = []
  reading.tokens.forEach((_, i) => {
    const group = presentAt(reading, i)
    if (!group) return
    const clause = clauseAt(reading.tokens, reading.asides, i)
    if (!isAsserted(reading, clause) || isGeneral(reading, clause, i)) return
    const place = placeOf(reading, clause, i, group)
    const state = being.has(reading.words[group.verb] ?? '')
    const last = cues.at(-1)
    if (state ? foretellsState(place) : foretellsEvent(place)) cues.push(cueAt(place))
    else if (last && runsOn(place, last, state)) cues.push({ ...cueAt(place), phrase: last.phrase })
  })
  return cues
}

const parting = wordSet('; : . ? ! ( ) " — – but though while because which who')

/** "the spread goes to 250 and Rome blames Frankfurt", "the bill is dead and so is the coalition": the next step foretold. */
const runsOn = ({ reading, clause, at, group }: Place, last: Cue, state: boolean): boolean => {
  const { tokens, words } = reading
  const joint = words[clause.core] === 'then' ? clause.core : clause.core - 1
  if (!['and', 'then'].includes(words[joint] ?? '') || joint <= last.verb) return false
  if (words.slice(last.verb, at).some((word) => parting.has(word))) return false
  if (state) return words[at - 1] === 'so'
  return isEventful(tokens[group.verb]?.lemma ?? '') && (!group.guessed || readsAsVerb(reading, group.verb))
}

/**
 * A present tense with its clause. `stop`: where the words that belong to its verb end. `ahead`: words of time behind the
 * verb lie ahead; `deadline`: there or in front stands a time by which. `course`, `held`, `adverb`: how it is a view;
 * `command`: where an order begins that stands for its condition.
 */
export type Place = {
  reading: Reading
  clause: Clause
  at: number
  group: PresentGroup
  stop: number
  ahead: boolean
  deadline: boolean
  course: Course | null
  held: boolean
  adverb: Likelihood | null
  command: number | null
}

const placeOf = (reading: Reading, clause: Clause, at: number, group: PresentGroup): Place => {
  const { words, tokens } = reading
  const stop = ownEnd(reading, group.verb)
  const first = tokens[clause.start]?.tag === 'CCONJ' ? clause.start + 1 : clause.start
  return {
    reading,
    clause,
    at,
    group,
    stop,
    ahead: looksAhead(words, group.verb + 1, stop),
    deadline: (words[first] !== 'before' && deadlineAt(words, first)) || hasDeadline(words, group.verb + 1, stop),
    course: courseOf(reading, clause, at),
    held: (isView(reading, clause) && !isAskedOf(words, clause)) || isBelievedAside(reading, clause, at),
    adverb: adverbOf(reading, clause, at),
    command: clause.kind === 'main' ? commandBefore(reading, at) : null,
  }
}

/** "How I think this ends": a question, not a view. */
const isAskedOf = (words: readonly string[], { governor }: Clause): boolean =>
  ['how', 'where', 'when', 'what'].includes(words[(governor ?? 0) - 2] ?? '')

const cueAt = ({ at, group, adverb, course, command }: Place): Cue => {
  const cue = will(at, group.verb, group.negated)
  if (!adverb && course?.reckoned) return { ...cue, phrase: 'expected', from: course.from, to: course.to, hedged: true }
  if (!adverb) return command === null ? cue : { ...cue, from: command }
  const { phrase, from, to } = adverb
  if (phrase === 'probably' && group.negated)
    return { ...cue, phrase: 'probably-not', polarity: '+', from, to, hedged: true }
  return { ...cue, phrase, from, to, hedged: true }
}

const endOf = (words: readonly string[], verb: number): number => {
  const stop = words.findIndex((word, k) => k > verb && [';', ':', '.', '?', '!'].includes(word))
  return stop < 0 ? words.length : stop
}

/** Where the next finite verb begins: words of time beyond it are its own. */
const ownEnd = ({ tokens, words }: Reading, verb: number): number => {
  const end = endOf(words, verb)
  for (let k = verb + 2; k < end; k++) if (tokens[k]?.tag === 'AUX' || hasTense(tokens, k)) return k
  return end
}
