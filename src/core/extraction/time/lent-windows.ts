import type { Window } from '../../candidate.ts'
import type { Day } from '../../time.ts'
import type { Claim } from '../claims/claim.ts'
import type { Reading } from '../cues/cue.ts'
import { speechVerbs, wordSet } from '../sentences/words.ts'
import type { Surroundings } from './claim-window.ts'
import { eventWindow } from './dated-events.ts'
import { datesIn } from './explicit-dates.ts'
import { openWords, type Place, textOf } from './own-time-words.ts'
import { windowOf } from './window.ts'

/** Words of time that a claim borrows: from its sentence, from the question it answers, from the sentence it leans on. */

const boundaries = wordSet('; : . — – ! ? "')
const MAX_LENT = 60

/** The text of tokens from the last boundary before `from`: what the sentence says in front of the claim. */
export const wordsInFront = (claim: Claim, { text, from, to, condition }: Place, publishedOn: Day): string | null => {
  const { tokens, words } = claim.reading
  let first = from
  while (first > 0 && from - first < MAX_LENT && !boundaries.has(words[first - 1] ?? '')) first--
  const front = tokens.slice(first, from)
  const saying = front.find(({ lemma, tag }) => tag === 'VERB' && speechVerbs.has(lemma))
  // "On Monday, the mayor said, the pier": when it was said. "Three weeks from now, shippers say, the queue" is the claim's.
  if (front.length === 0 || (saying && !/s$|^say$/.test(saying.word))) return null
  const written = textOf(claim.reading, text, first, from)
  const frame = frameOf(written, publishedOn)
  if (saying) return frame
  if (frame !== null || !isJoined(claim, from)) return frame
  // "…, and not at all if the cuts come": what has a condition of its own has its own time.
  if (condition !== null && textOf(claim.reading, text, from, to).includes(condition)) return null
  return foretells(front) || isSchedule(claim, first, from) ? written : null
}

/** "The figure is published next week, and", "Czechs vote this October, and": a present tense that tells what is arranged. */
const isSchedule = ({ reading: { tokens, words } }: Claim, first: number, from: number): boolean => {
  const verb = tokens.findIndex(({ tag }, k) => k >= first && k < from && (tag === 'VERB' || tag === 'AUX'))
  if (verb < 0) return false
  if (['is', 'are', 'has', 'have'].includes(words[verb] ?? '')) return true
  return tokens[verb]?.word === tokens[verb]?.lemma || words[verb]?.endsWith('s') === true
}

/** "By June, …", "But next year …,": words of time at the very start, set apart by a comma. */
const frameOf = (written: string, publishedOn: Day): string | null => {
  const [date] = datesIn(written, publishedOn)
  if (!date || !/^(?:(?:and|but|so|yet|then|still|indeed|even) )?$/i.test(written.slice(0, date.from))) return null
  return written[date.to] === ',' ? written.slice(date.from, date.to) : null
}

const isJoined = ({ reading: { words } }: Claim, from: number): boolean =>
  ['and', 'or', 'nor'].includes(words[from - 1] ?? '') || (words[from - 1] === ',' && words[from] === 'and')

const futures = wordSet(
  'will would shall could may might going expect expects expected likely bound set chance odds probability risk',
)
const foretells = (tokens: Claim['reading']['tokens']): boolean => tokens.some(({ word }) => futures.has(word))

/** "The Liberals will blink first, and before the month is out": words of time behind the claim, on their own. */
export const wordsBehind = (claim: Claim, { text, from, to }: Place, publishedOn: Day): string | null => {
  const { tokens, words } = claim.reading
  let last = to
  while (last < tokens.length && last - to < 16 && !['.', ';', '!', '?', '"'].includes(words[last] ?? '')) last++
  const tail = textOf(claim.reading, text, to, last)
  const [date] = last > to ? datesIn(tail, publishedOn) : []
  const led =
    date &&
    /^[,—–-]? ?(?:(?:and|but|or|perhaps|maybe|probably|possibly|even|not|certainly|at least) ?){0,2}$/i.test(
      tail.slice(0, date.from),
    )
  if (!led || !/^\W*$/.test(tail.slice(date.to).replace(/^,[^,]{0,40}$/, ''))) return null
  return `${textOf(claim.reading, text, from, to)} ${tail.slice(0, date.to)}`
}

/** The window of a claim without words of time that points at a day told elsewhere, answers a question, or leans on the sentence before. */
export const datedElsewhere = (
  claim: Claim,
  place: Place,
  { before, asked, events }: Surroundings,
  publishedOn: Day,
): Window | null => {
  const { reading } = claim
  const front = textOf(reading, place.text, 0, place.from)
  if (pointsBack(claim, place)) {
    const told = dated(front, publishedOn) ?? (before && dated(openWords(before, place.text), publishedOn))
    if (told) return told
  }
  if (isElliptic(claim, place)) {
    const told = dated(front, publishedOn)
    if (told) return told
  }
  const contest =
    contestDay(claim, front, publishedOn) ?? (before && contestDay(claim, openWords(before, place.text), publishedOn))
  if (contest) return contest
  const question = asked && openWords(asked, place.text)
  const answered = question && (dated(question, publishedOn) ?? eventWindow(question, events, publishedOn))
  if (answered) return answered
  return before && leans(claim, place, before) ? dated(openWords(before, place.text), publishedOn) : null
}

const contests = /\b(?:votes?|polls|plays?|hosts?|faces?|meets?)\b/i
const results =
  wordSet(`win lose beat come finish top hold keep take gain concede retain fall draw secure oust defeat hand squeak
  scrape sweep carry`)
/** "Moldovans vote on Sunday; her party will come first": how a contest ends is known on its day. */
const contestDay = ({ cue, reading }: Claim, told: string, publishedOn: Day): Window | null => {
  return results.has(reading.tokens[cue.verb]?.lemma ?? '') && contests.test(told) ? dated(told, publishedOn) : null
}

/** The days that a stretch of text names, or null when it names none. */
const dated = (words: string, publishedOn: Day): Window | null => {
  const window = windowOf(words, publishedOn, false)
  return window.source === 'stated' ? window : null
}

/** "that date", "by which time", "on the day": a day told before. */
const pointsBack = (claim: Claim, { text, from, to, condition }: Place): boolean =>
  /\b(?:by which (?:time|point)|that (?:date|deadline|day)(?! (?:will|would|may|might|could|is|slips))|(?:by|before) then|on the day|the same (?:day|evening|night))\b/i.test(
    textOf(claim.reading, text, from, to).replace(condition ?? '', ''),
  )

/** "it will", "that they would": the verb stands in the clause before, and its time with it. */
const isElliptic = ({ reading: { tokens }, cue }: Claim, { to }: Pick<Place, 'to'>): boolean =>
  cue.kind !== 'modal' ? tokens[to - 1]?.tag === 'AUX' : cue.verb >= to || tokens[cue.verb]?.tag === 'PUNCT'

const things = wordSet('it they this that these those neither both')
const outcomes = wordSet(
  'yes no approval passage rejection ratification adoption defeat refusal victory agreement compromise delay acquittal conviction',
)
/**
 * Whether a claim's subject stands for something that the sentence before tells: "they should pass", "a yes looks likely",
 * "don't bet on it". A denial ("it will not be built here") and a claim with a condition of its own take no time with them.
 */
const leans = (claim: Claim, { from, to, condition }: Place, before: Reading): boolean => {
  const {
    reading: { words, tokens },
    clause,
    cue,
  } = claim
  if (condition !== null || isElliptic(claim, { to })) return false
  if (tokens.slice(0, from).some(({ tag }) => tag === 'NOUN' || tag === 'PROPN')) return false
  if (words[to - 1] === 'it' && words[to - 2] === 'on') return true
  const first = words[cue.to] === 'if' ? cue.to + 1 : Math.max(from, Math.min(clause.core, cue.at))
  const [open, next] = [words[first] ?? '', tokens[first + 1]?.tag ?? '']
  if (outcomes.has(open) || (['a', 'an', 'the'].includes(open) && outcomes.has(words[first + 1] ?? ''))) return true
  // "The governor has until Friday to act on the bill. He will sign it."
  if (['he', 'she', ...things].includes(open) && cue.kind === 'modal' && hasDeadline(before)) return true
  return (cue.polarity === '+' || words[cue.to] === 'if') && things.has(open) && next !== 'NOUN' && next !== 'ADJ'
}
const hasDeadline = ({ words }: Reading): boolean =>
  words.some((word, k) => word === 'until' && ['has', 'have'].includes(words[k - 1] ?? ''))
