import { isSpecific } from '../clauses/specific.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import type { Reading } from './cue.ts'
import {
  draggingVerbs,
  happenings,
  isEventful,
  lastingVerbs,
  movingVerbs,
  outcomes,
  stative,
  telicParticles,
} from './event-verbs.ts'
import { isUnderOpen } from './present-conditions.ts'
import type { Place } from './present-cues.ts'

/** Whether a verb other than "be" foretells in the present tense, by its class and by what stands around it. */
export const foretellsEvent = (place: Place): boolean => {
  const { reading, clause, at, group, ahead } = place
  const { tokens, words } = reading
  const lemma = lemmaOf(tokens, group.verb)
  const viewed = place.held || place.course !== null
  if (group.negated && ahead && !stative.has(lemma) && words[at] !== 'do') return true
  if (happenings.has(lemma) && !ahead && place.course !== null) return true
  if (happenings.has(lemma) && ahead) return isSpecific(tokens, clause.core, at) || viewed
  if (isUnderView(place, lemma)) return true
  if (group.guessed && !readsAsVerb(reading, group.verb)) return false
  if (!isEventful(lemma)) return false
  if (isBounded(place, lemma) || place.command !== null) return true
  return isUnderOpen(reading, clause, group.verb, ahead) && (ahead || isSpecific(tokens, clause.core, at))
}

/** The tagger gives a noun in -s no lemma of a verb: "appeals", "silts". */
const lemmaOf = (tokens: readonly Token[], verb: number): string => tokens[verb]?.lemma ?? ''

/** "As things stand the Greens miss the threshold", "the mayor thinks the party splits", "most probably it goes to appeal". */
const isUnderView = (place: Place, lemma: string): boolean => {
  const { reading, clause, at, group, ahead, course, held, adverb } = place
  const { tokens } = reading
  if (!isEventful(lemma)) return false
  const specific = isSpecific(tokens, clause.core, at)
  const settled = outcomes.has(lemma) || isTelic(place)
  if (group.guessed && (tokens[group.verb + 1]?.word === ',' || (endsClause(place) && !clause.front))) return false
  if (course?.sure || (course && (settled || ahead || results.has(lemma)))) return true
  if (held && (ahead || (settled && (specific || figured(place))))) return true
  if (!adverb || group.guessed) return false
  return specific && (ahead || settled || (firm.has(adverb.phrase) && tokens[group.verb + 1]?.word !== 'from'))
}
/** What a count or a forecast gives: "to judge by the returns, the recount leaves the mayor ahead". */
const results = wordSet('leave give hand deliver put send')
const firm = new Set(['most-likely', 'in-all-likelihood', 'very-likely', 'almost-certainly', 'highly-likely'])

/** "gets to $12,000", "limps through", "goes all the way": motion with an end. */
const isTelic = ({ reading: { tokens, words }, group, stop }: Place): boolean => {
  if (!movingVerbs.has(lemmaOf(tokens, group.verb))) return false
  for (let k = group.verb + 1; k < Math.min(stop, group.verb + 8); k++) {
    const [word, next] = [words[k] ?? '', words[k + 1] ?? '']
    if (telicParticles.has(word) && !['DET', 'PRON'].includes(tokens[k + 1]?.tag ?? '')) return true
    if (['to', 'past', 'below', 'above', 'into', 'under', 'over'].includes(word) && isFigure(tokens, k + 1)) return true
    if (word === 'all' && next === 'the' && words[k + 2] === 'way') return true
    if (tokens[k]?.tag === 'PUNCT') return false
  }
  return false
}

const isFigure = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.tag === 'NUM' || tokens[k + 1]?.tag === 'NUM'
const figured = ({ reading: { tokens }, group, stop }: Place): boolean =>
  tokens.slice(group.verb + 1, stop).some(({ tag }) => tag === 'NUM')

const endsClause = ({ reading, group }: Place): boolean =>
  ['NOUN', 'PROPN', 'ADJ'].includes(reading.tokens[group.verb + 1]?.tag ?? '') || closes(reading, group.verb + 1)

/** A mark that no clause runs on after; a comma only in front of "and". */
const closes = ({ tokens, words }: Reading, k: number): boolean =>
  tokens[k]?.tag === 'PUNCT' && (words[k] !== ',' || tokens[k + 1]?.tag === 'CCONJ')

/** A noun in -s is a verb where an object, an adverb, a particle or the end of the clause follows, as none does a compound. */
export const readsAsVerb = (reading: Reading, verb: number): boolean => {
  const { tokens } = reading
  const next = tokens[verb + 1]
  if (next === undefined || closes(reading, verb + 1) || ['ADV', 'DET', 'PRON'].includes(next.tag))
    return /[^s]s$/.test(tokens[verb]?.word ?? '')
  return telicParticles.has(next.word)
}

const onProgramme = wordSet(
  'arrive leave depart close open start begin expire lapse meet gather run apply sign pay work get',
)
const fixed = wordSet('open closed shut force effect place display show view sale')

/** "Famine stalks the camps by midsummer", "sterling stays where it is until the Budget". */
const isBounded = ({ reading, clause, at, group, stop, ahead, deadline }: Place, lemma: string): boolean => {
  const { tokens, words } = reading
  if (!isSpecific(tokens, clause.core, at)) return false
  if (deadline && !onProgramme.has(lemma)) return true
  if (draggingVerbs.has(lemma) && words.slice(group.verb + 1, group.verb + 3).includes('into') && ahead) return true
  if (!lastingVerbs.has(lemma)) return false
  const span =
    ['the', 'a'].includes(words[group.verb + 1] ?? '') &&
    ['year', 'season', 'month', 'week', 'winter', 'summer', 'decade', 'course', 'distance'].includes(
      words[group.verb + 2] ?? '',
    )
  return span || (ahead && !words.slice(group.verb, stop).some((word) => fixed.has(word)))
}
