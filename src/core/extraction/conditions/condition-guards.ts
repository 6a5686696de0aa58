import type { Reading } from '../cues/cue.ts'
import { askingVerbs, calendarNames, speechVerbs, wordSet } from '../sentences/words.ts'
import { timeNames } from '../time/time-words.ts'

/** Whether words that may open a condition do so at token `at`; what they govern starts at token `next`. */
export type Guard = (reading: Reading, at: number, next: number) => boolean

/** "Given", "with": they set a condition before something that need not come, and else describe what is there. */
const openEnded = wordSet(
  'a an another enough sufficient continued more further any one fewer less better time those these luck',
)
/** "with the right reviews": what must yet turn out so. */
const hoped = wordSet('right proper correct necessary')
export const startsClause = ({ tokens, words }: Reading, i: number): boolean => {
  const before = tokens[i - 1]
  if (!before || before.tag === 'PUNCT' || before.tag === 'CCONJ' || before.tag === 'SCONJ') return true
  return (
    before.word === 'that' ||
    before.word === 'so' ||
    speechVerbs.has(before.lemma) ||
    (i < 3 && words[i - 1]?.endsWith('ly') === true)
  )
}
const setOff = (reading: Reading, i: number): boolean => startsClause(reading, i) || reading.words[i - 1] === ','

export const isOpenEnded: Guard = (reading, i, next) => {
  if (!startsClause(reading, i)) return false
  const [first, second] = [reading.words[next] ?? '', reading.words[next + 1] ?? '']
  if (first === 'the') return hoped.has(second)
  // "with a second to follow", "with a view to": no thing.
  if (!openEnded.has(first) || reading.words[next + 2] === 'to') return false
  // "she said with a sandwich in one hand": a manner of speaking.
  if (reading.words[i] === 'with' && ['a', 'an'].includes(first) && speechVerbs.has(reading.tokens[i - 1]?.lemma ?? ''))
    return false
  const rest = reading.words.slice(next, next + 8)
  // "With those measures in place" supposes them; "with a population of two million" tells a fact.
  if (first === 'those' || first === 'these') return rest.includes('place')
  return (
    second !== 'few' && !reading.tokens.slice(next, next + 6).some(({ tag, word }) => tag === 'NUM' && word !== 'one')
  )
}

const surprised = wordSet(
  'surprised astonished amazed stunned shocked staggered flabbergasted astounded startled dumbfounded gobsmacked',
)
const surprising = wordSet('surprise astonish amaze shock stun astound startle stagger')
const wonders = wordSet('surprise shock miracle wonder sensation upset bombshell')
const odd = wordSet(
  'odd strange remarkable extraordinary surprising astonishing astounding unusual shocking amazing unprecedented',
)
const minded = wordSet('me us him her them nobody anyone anybody everyone no-one one')
/** "I'd be amazed if it failed", "it would surprise me if", "it would be a miracle if": the clause is what is foretold. */
const tellsSurprise = (words: readonly string[], i: number): boolean => {
  const [before, second] = [words[i - 1] ?? '', words[i - 2] ?? '']
  if (surprised.has(before) || (minded.has(before) && surprising.has(second))) return true
  if (odd.has(before)) return words.slice(Math.max(0, i - 5), i - 1).some((word) => word === 'be' || word === 'find')
  return wonders.has(before) && words.slice(Math.max(0, i - 6), i - 1).includes('be')
}

const negatives = wordSet('anything ever any at only and not so that possible necessary needed required')
/** "As if", "what if", "see if": no condition; nor "if any", "if need be", "if at all". */
export const ifOpens: Guard = ({ words, tokens }, i, next) => {
  const [before, after] = [words[i - 1] ?? '', words[next] ?? '']
  if (['as', 'what', 'whether', 'unclear', 'sure', 'wonder'].includes(before)) return false
  if (askingVerbs.has(tokens[i - 1]?.lemma ?? '') && before !== 'show') return false
  if (tellsSurprise(words, i)) return false
  return !negatives.has(after) && !isElliptic(words, next)
}

const ellipticEnds = wordSet('to must can could may might should need necessary needed possible required')
/** "if it has to", "if need be": says how firmly, not on what condition. */
const isElliptic = (words: readonly string[], next: number): boolean => {
  const stop = words.slice(next, next + 5).findIndex((word) => /^[,.;:!?"]$/.test(word))
  if (stop < 0) return false
  const rest = words.slice(next, next + stop)
  return ellipticEnds.has(rest.at(-1) ?? '') || rest.join(' ') === 'need be'
}

const endless = wordSet('possible necessary needed required ever')
/** "as long as it takes", "as long as a year", "as soon as next week": a measure, no condition. */
export const measureless: Guard = ({ words, tokens }, _at, next) => {
  const first = words[next] ?? ''
  if (endless.has(first) || tokens[next]?.tag === 'NUM') return false
  if (words[next + 1] === 'takes' || words[next + 1] === 'can') return false
  return !words.slice(next, next + 3).some((word) => timeNames.has(word))
}

/** "once more", "once a week", "at once", "the once mighty club": an adverb. */
export const onceOpens: Guard = ({ words, tokens }, i, next) => {
  const [before, first] = [words[i - 1] ?? '', words[next] ?? '']
  if (['at', 'than', 'for', 'only'].includes(before) || ['and', 'again', 'more', 'every'].includes(first)) return false
  if (tokens[i - 1]?.tag === 'DET' || tokens[next]?.tag === 'PUNCT') return false
  return !(first === 'a' && timeNames.has(words[next + 1] ?? ''))
}

/** "when" after a noun of time, of a question, of a set phrase or before a time of year tells the time. */
export const whenOpens: Guard = ({ words, tokens }, i, next) => {
  const before = words[i - 1] ?? ''
  if (timeNames.has(before) || ['time', 'times', 'moment', 'moments', 'point', 'case', 'of', 'since'].includes(before))
    return false
  if (askingVerbs.has(tokens[i - 1]?.lemma ?? '') || words.slice(next, next + 2).join(' ') === 'it comes') {
    return words[next + 2] !== 'to' && words[next] === 'it' && words[i - 1] !== 'see'
  }
  // "when asked", "when falling"; the tagger takes "rates" in "when rates fall" for a verb too.
  if (tokens[next]?.tag === 'VERB' && /(?:ed|en|ing)$/.test(words[next] ?? '')) return false
  // "The mayor, when he speaks of trams, is": a habit told in an aside.
  if (before === ',' && i > 2 && words.slice(next, next + 8).includes(',')) return false
  return !aboutTime(words, next) && !isDated(words, next)
}

const dateLeads = wordSet('on in by next this of until')
/** "when the leaders gather on June 24", "when it opens March 20": the clause tells the day, and sets no condition. */
const isDated = (words: readonly string[], next: number): boolean => {
  for (let k = next; k < Math.min(words.length, next + 16) && !/^[,.;:!?—]$/.test(words[k] ?? ''); k++) {
    if (!calendarNames.has(words[k] ?? '')) continue
    const [before, after] = [words[k - 1] ?? '', words[k + 1] ?? '']
    if (dateLeads.has(before) || /^\d/.test(after) || /^\d/.test(before)) return true
  }
  return false
}

const aboutTime = (words: readonly string[], next: number): boolean =>
  words.slice(next, next + 4).some((word) => timeNames.has(word))

/** "until the end of May", "after two years": no time of day or year, no length of time before the verb. */
export const timeless: Guard = ({ tokens }, _at, next) => {
  const ahead = tokens.slice(next, next + 4)
  const verb = ahead.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX')
  return !(verb < 0 ? ahead : ahead.slice(0, verb)).some(({ tag, word }) => timeNames.has(word) || tag === 'NUM')
}

const clauseObjects = wordSet(
  'do does did buy take be it of to on for with in about from than by at pay accept say is was see',
)
const told = wordSet('says said told tell tells saying telling claims claimed insists insisted pretends promised')
/** "whatever it says on the leaflet", "whatever lobbyists are telling clients": sets aside what is said already. */
const waivesTalk = ({ words, tokens }: Reading, next: number): boolean => {
  const verb = tokens.findIndex(({ word }, k) => k >= next && k < next + 8 && told.has(word))
  if (verb < 0) return false
  const word = words[verb] ?? ''
  if (word.endsWith('ing')) return ['are', 'is', 'keep', 'keeps'].includes(words[verb - 1] ?? '')
  if (word === 'said' || word === 'told' || word.endsWith('ed'))
    return !['are', 'is', 'be', 'been', 'get', 'is'].includes(words[verb - 1] ?? '')
  return words[verb - 1] === 'it'
}

/** "whatever she sells" as an object or a subject is a thing; set beside a whole clause it leaves the claim as it is. */
export const isFree: Guard = (reading, i, next) => {
  const { words, tokens } = reading
  if (words[next] === 'it' && (words[next + 1] === 'takes' || words[next + 1] === 'is')) return false
  if (waivesTalk(reading, next)) return false
  if (i === 0 || words[i - 1] === ',') return i > 0 || tokens.slice(next, next + 16).some(({ word }) => word === ',')
  const before = tokens[i - 1]
  return before !== undefined && before.tag !== 'VERB' && !clauseObjects.has(before.word)
}

const nounTags = ['NOUN', 'PROPN', 'PRON', 'NUM']
const idle = wordSet('doubt question delay warning notice exception fail end precedent hesitation ado question fear')
/** Set apart or after a verb "without a deal" sets a condition; "a house without a roof" and "without delay" do not. */
export const withoutOpens: Guard = (reading, i, next) => {
  const { words, tokens } = reading
  const first = tokens[next]
  // "They will not be able to work without it": how, not whether.
  if (['it', 'them'].includes(first?.word ?? '') && managing.has(tokens[i - 1]?.lemma ?? '')) return false
  if (!first || first.word.endsWith('ing') || idle.has(first.word) || words[i - 1] === 'with') return false
  if (setOff(reading, i)) return true
  const loose = !nounTags.includes(tokens[i - 1]?.tag ?? 'NOUN') || outcomeBefore.has(words[i - 1] ?? '')
  return (
    loose && (first.tag === 'DET' || first.tag === 'PRON' || ['more', 'further', 'new', 'fresh'].includes(first.word))
  )
}
const managing = wordSet('do live work cope manage survive go play be function get govern operate')
const outcomeBefore = wordSet('improbable impossible unlikely likely inevitable')

const rates = wordSet(
  'trend trends form course rate price prices pace speed policy policies plan plans forecast projection projections timetable',
)
const current = wordSet('current present recent this existing today')
/** "on current trends", "at this rate", "under present policies". */
export const ofNow: Guard = ({ words }, i, next) =>
  current.has(words[next] ?? '') &&
  words.slice(next + 1, next + 4).some((word) => rates.has(word)) &&
  words[i - 1] !== 'depend'

const rareEvents =
  wordSet(`election war recession crisis rematch runoff run-off default slump downturn emergency conflict
  collapse breakdown replay retrial referendum famine panic drought blackout contest`)
/** "in a runoff", "in a second election": an event that need not come, with no date of its own. */
export const inEvent: Guard = ({ words, tokens }, _at, next) => {
  if (!['a', 'an', 'another', 'any'].includes(words[next] ?? '')) return false
  const at = [1, 2].find((ahead) => rareEvents.has(words[next + ahead] ?? ''))
  if (at === undefined) return false
  const rest = tokens.slice(next + at + 1, next + at + 5)
  return !rest.some(({ word, tag }) => timeNames.has(word) || tag === 'NUM' || word === 'of')
}

const nominal = (tag: string | undefined): boolean =>
  tag !== undefined && ['DET', 'PRON', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(tag)
/** "Should the vote fail", "were the dam to break", "had it rained": verb before subject, and no question. */
export const inverted: Guard = (reading, i, next) => {
  const { words, tokens } = reading
  if (words.slice(i, i + 40).includes('?') || !nominal(tokens[next]?.tag)) return false
  const before = tokens[i - 1]
  const fresh = startsClause(reading, i)
  if (!fresh && words[i] !== 'should') return false
  if (!fresh && (!['DET', 'PRON'].includes(tokens[next]?.tag ?? '') || nominal(before?.tag) === false)) return false
  if (!fresh && before && (before.tag === 'PRON' || before.tag === 'ADV')) return false
  if (words[i] === 'should') return true
  const rest = words.slice(next, next + 14)
  if (words[i] === 'were') return rest.includes('to') || rest[1] === 'not' || rest[1] === 'in'
  return tokens.slice(next + 1, next + 9).some(({ tag, word }) => tag === 'VERB' || /(?:ed|en|been|not)$/.test(word))
}

/** "whatever the outcome of the vote", set apart: no verb need follow. */
export const isVerbless: Guard = (reading, i, next) => {
  if (reading.words[next] !== 'the' || !setOff(reading, i)) return false
  const stop = reading.words.findIndex((word, k) => k > next && /^[,.;:!?—–"]$/.test(word))
  const phrase = reading.tokens.slice(next, stop < 0 ? reading.tokens.length : stop)
  return !phrase.some(({ tag }) => tag === 'VERB' || tag === 'AUX')
}

export const supposing = wordSet(
  'left offered asked pressed provoked cornered denied allowed unpaid unchecked untreated unaided unattended',
)
/** Participles that suppose when nothing else is said: "left alone", "offered a pension", "untreated". */
export const supposed: Guard = (reading, i, next) => {
  const { words } = reading
  if (!startsClause(reading, i) && words[i - 1] !== ',') return false
  const comma = words.slice(next, next + 12).indexOf(',')
  return comma >= 0 && words[next] !== 'by' && words[next] !== 'with'
}

export const firstClause: Guard = (reading, i) => startsClause(reading, i)
export const apart: Guard = (reading, i) => setOff(reading, i)
/** "provided that", ", provided he": not "the rules provided for a fee", "the food provided". */
export const provides: Guard = (reading, i, next) =>
  !['for', 'by', 'to', 'with', 'in', 'at'].includes(reading.words[next] ?? '') &&
  (setOff(reading, i) ||
    ['DET', 'PRON', 'PROPN'].includes(reading.tokens[next]?.tag ?? '') ||
    reading.words[next] === 'that') &&
  !['PUNCT', 'AUX'].includes(reading.tokens[next]?.tag ?? 'PUNCT')
/** "… in any event.", "Either way, …": at an edge of its clause. */
export const closesOrOpens: Guard = (reading, i, next) =>
  startsClause(reading, i) || ['PUNCT', 'CCONJ'].includes(reading.tokens[next]?.tag ?? 'PUNCT')
