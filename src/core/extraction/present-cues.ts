import { looksAhead } from './ahead.ts'
import { type Clause, clauseAt } from './clause.ts'
import { hasTense, isNominal } from './clause-openings.ts'
import type { Cue, Reading } from './cue.ts'
import { isPastForm, suppositionOf } from './supposition.ts'
import { beliefVerbs, factiveVerbs, personalPronouns, speechVerbs, wordSet } from './words.ts'

/** Present tenses that foretell: "if she wins, she qualifies", "nobody leaves before May", "rates peak next spring". */
export const presentCues = (reading: Reading): Cue[] =>
  reading.tokens.flatMap((_, i) => {
    const group = presentAt(reading, i)
    if (!group) return []
    const clause = clauseAt(reading.tokens, reading.asides, i)
    if (!isAsserted(reading, clause) || isGeneral(reading, clause, i)) return []
    return foretells(reading, clause, i, group) ? [cueAt(i, group)] : []
  })

type Group = { verb: number; negated: boolean }

const cueAt = (at: number, { verb, negated }: Group): Cue => ({
  kind: 'modal',
  at,
  from: at,
  to: at + 1,
  verb,
  phrase: 'will',
  polarity: negated ? '-' : '+',
  modal: 'will',
  hedged: false,
})

const being = wordSet('is are am')
const helpers = wordSet('is are am do does')
const ends = wordSet('back over gone out finished done dead history ready in under through')
const possessives = wordSet('my your his her its our their')
const leaving = wordSet('going coming leaving returning happening budging yielding quitting moving')

/** The verb of a clause in the present tense, when its verb may foretell. */
const presentAt = ({ tokens, words }: Reading, i: number): Group | null => {
  const [before, token, next] = [tokens[i - 1], tokens[i], words[i + 1] ?? '']
  if (!token || (token.tag !== 'VERB' && token.tag !== 'NOUN' && !helpers.has(token.word))) return null
  if (!before || before.tag === 'PART' || before.tag === 'AUX' || possessives.has(before.word)) return null
  const denied = (): boolean => deniedSubject({ tokens, words }, i)
  if (being.has(token.word)) {
    const not = next === 'not' || next === 'never'
    const after = not ? i + 2 : ['all', 'both', 'then'].includes(next) ? i + 2 : i + 1
    if (words[after] === 'getting' && not) return { verb: after, negated: true }
    // "The cuts are coming."
    if (words[after] === 'coming' && !not && ['.', ',', ';', undefined].includes(words[after + 1]))
      return { verb: after, negated: denied() }
    if (leaving.has(words[after] ?? '') && words[after + 1] !== 'to')
      return not || denied() ? { verb: after, negated: true } : null
    return ends.has(words[after] ?? '') ? { verb: i, negated: not || denied() } : null
  }
  if ((token.word === 'does' || token.word === 'do') && next === 'not' && tokens[i + 2]?.tag === 'VERB')
    return { verb: i + 2, negated: true }
  const finite = token.tag === 'VERB' && hasTense(tokens, i) && !isPastForm(token.word) && !/ing$/.test(token.word)
  const hidden = token.tag === 'NOUN' && happenings.has(token.lemma) && isNominal(before)
  return finite || hidden ? { verb: i, negated: denied() } : null
}

const deniers = wordSet('nobody nothing none no neither')

/** "nobody leaves", "no one gets", "no plant opens": the subject denies. */
const deniedSubject = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, verb: number): boolean => {
  for (let k = verb - 1; k >= 0 && verb - k < 6; k--) {
    if (tokens[k]?.tag === 'PUNCT' || tokens[k]?.tag === 'VERB' || tokens[k]?.tag === 'AUX') return false
    if (deniers.has(words[k] ?? '')) return true
  }
  return false
}

/** A main clause, or one that someone says or thinks, or that something means. */
const isAsserted = (reading: Reading, clause: Clause): boolean => {
  if (clause.kind === 'main') return true
  const verb = clause.governor === null ? undefined : reading.tokens[clause.governor]
  if (clause.kind !== 'complement' || verb === undefined) return false
  return speechVerbs.has(verb.lemma) || factiveVerbs.has(verb.lemma) || isView(reading, clause)
}

const views = wordSet('view guess bet forecast prediction hunch expectation opinion reckoning')

/** "I think the line opens", "my view is that it opens". */
const isView = ({ tokens, words }: Reading, { kind, governor }: Clause): boolean => {
  if (governor === null || kind !== 'complement') return false
  if (beliefVerbs.has(tokens[governor]?.lemma ?? '')) return true
  return words[governor] === 'is' && words.slice(Math.max(0, governor - 4), governor).some((word) => views.has(word))
}

const habits =
  wordSet(`usually often always normally typically generally sometimes every whenever rarely seldom tend tends
  mostly commonly each year-round`)
const generic = wordSet('you one people everyone everybody somebody someone anyone')

/** What holds as a rule: "strikes usually end when", "if you drop it, it breaks". */
const isGeneral = ({ words }: Reading, clause: Clause, at: number): boolean =>
  words.some((word) => habits.has(word)) || generic.has(words[at - 1] ?? '') || generic.has(words[clause.core] ?? '')

const stative = wordSet(`be know want need mean think believe have seem matter depend require look appear exist contain
  suggest show say tell argue owe deserve belong concern involve remain like love hate hope wish doubt suppose prefer feel
  understand include represent reflect explain make allow permit`)
/** Verbs of change and outcome: with words of time ahead they foretell; meetings and dates of the calendar do not. */
const happenings =
  wordSet(`fall rise grow peak weaken strengthen collapse win lose resign double triple halve shrink crash recover rebound
  slow stall drop climb break split default overtake survive fold crack vanish disappear sink soar plunge tumble ease
  cool dwindle dry stop halt fail falter wither die starve freeze drown bounce surge slump slide qualify crumble unravel`)

const finishes = wordSet('finish win lose end miss reach fall fail pass')

const foretells = (reading: Reading, clause: Clause, at: number, group: Group): boolean => {
  const { tokens, words } = reading
  const lemma = tokens[group.verb]?.lemma ?? ''
  const stop = ownEnd(reading, group.verb)
  const ahead = looksAhead(words, group.verb + 1, stop)
  if (words[group.verb] === 'getting') return ahead
  if (leaving.has(words[group.verb] ?? '')) return group.negated || words[group.verb] === 'coming'
  if (being.has(words[group.verb] ?? ''))
    return (ahead || onCourse(words, clause, at)) && !isDated(words, group.verb, stop) && words[group.verb + 1] !== 'in'
  if (group.negated && ahead && !stative.has(lemma) && words[at] !== 'do') return true
  if (happenings.has(lemma) && !ahead && onCourse(words, clause, at)) return true
  if (words[clause.start] === 'in' && onCourse(words, clause, at) && !stative.has(lemma)) return true
  if (happenings.has(lemma) && ahead) return isSpecific(tokens, clause.core, at)
  const outcome = happenings.has(lemma) || finishes.has(lemma)
  // "The mayor thinks the party splits", "I reckon she wins".
  // "how I think this ends": a question, not a view.
  const asked = ['how', 'where', 'when', 'what'].includes(words[(clause.governor ?? 0) - 2] ?? '')
  if (outcome && !asked && isView(reading, clause) && isSpecific(tokens, clause.core, at)) return true
  if (tokens[group.verb]?.tag === 'NOUN' && !endsClause(reading, group.verb)) return false
  if (finishes.has(lemma) && onCourse(words, clause, at)) return true
  if (ahead && !stative.has(lemma) && (onCourse(words, clause, at) || isView(reading, clause))) return true
  return (
    !stative.has(lemma) &&
    isUnderOpen(reading, clause, group.verb, ahead) &&
    (ahead || isSpecific(tokens, clause.core, at))
  )
}

/** "If the vote fails, the programme stops.": a verb taken for a noun ends its clause, where a compound would go on. */
const endsClause = ({ tokens }: Reading, i: number): boolean =>
  /[^s]s$/.test(tokens[i]?.word ?? '') && ['PUNCT', 'ADV', undefined].includes(tokens[i + 1]?.tag)

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

const hours = wordSet('one two three four five six seven eight nine ten eleven twelve noon midnight')

/** "is in Geneva until Friday", "is out at nine": where somebody is on a day. */
const isDated = (words: readonly string[], verb: number, stop: number): boolean =>
  words.slice(verb, stop).some((word, i, all) => word === "o'clock" || (word === 'at' && hours.has(all[i + 1] ?? '')))

const grounds =
  wordSet(`arithmetic reckoning numbers estimate estimates calculation calculations trends trend form trajectory
  rate pace course projections figures showing case scenario model forecast`)
/** "On my arithmetic", "on current trends", "at this rate". */
const onCourse = (words: readonly string[], clause: Clause, at: number): boolean => {
  const front = words.slice(clause.start, at)
  const first = front.findIndex((word) => word === 'on' || word === 'at' || (word === 'in' && scenarioFor(front)))
  return first >= 0 && first < 3 && front.slice(first + 1, first + 5).some((word) => grounds.has(word))
}

/** "In our base case", "in the bear scenario": what a forecaster supposes, not "in the case of". */
const scenarioFor = (front: readonly string[]): boolean => {
  const noun = front.findIndex((word) => ['case', 'scenario', 'model', 'forecast'].includes(word))
  return noun > 1 && noun < 5 && ['our', 'my', 'the'].includes(front[1] ?? '') && front[noun + 1] !== 'of'
}

const definite = wordSet(`the this that these those its his her their our my nobody nothing no neither both`)

/** A subject that is somebody or something in particular; "strikes end", "a club sells" tell of any. */
const isSpecific = (tokens: Reading['tokens'], from: number, to: number): boolean => {
  const first = tokens
    .slice(from, to)
    .find(({ tag }) => tag !== 'PUNCT' && tag !== 'CCONJ' && tag !== 'ADV' && tag !== 'INTJ')
  if (!first) return false
  if (first.tag === 'ADP') {
    const noun = nounPhraseBefore(tokens, to)
    return noun > from && isSpecific(tokens, noun, to)
  }
  return definite.has(first.word) || (personalPronouns.has(first.word) && first.word !== 'you') || first.tag === 'PROPN'
}

/** Where the noun phrase begins that ends just before `to`. */
const nounPhraseBefore = (tokens: Reading['tokens'], to: number): number => {
  let k = to - 1
  while (k > 0 && ['NOUN', 'ADJ', 'NUM', 'ADV'].includes(tokens[k]?.tag ?? '')) k--
  return k
}

const openers = wordSet('if unless provided providing assuming')
/** Under a condition on something in particular that is still open: "if the talks fail, she resigns". */
const isUnderOpen = (reading: Reading, clause: Clause, verb: number, ahead: boolean): boolean => {
  const { tokens, words } = reading
  if (suppositionOf(reading, clause, verb) !== 'open') return false
  const stop = endOf(words, verb)
  for (let k = clause.start; k < stop; k++) {
    const lasting = words[k] === 'long' && words[k - 1] === 'as' && words[k + 1] === 'as'
    if (!lasting && !openers.has(words[k] ?? '')) continue
    const subject = lasting ? k + 2 : k + 1
    // "Unless something changes, it runs dry by 2040"; "if a ward closes, its staff leave within months" is a rule.
    if (ahead && !lasting) return !['a', 'an', 'any'].includes(words[subject] ?? '')
    const indefinite = lasting && ['a', 'an'].includes(words[subject] ?? '')
    return indefinite || isSpecific(tokens, subject, Math.min(stop, subject + 4))
  }
  return false
}
