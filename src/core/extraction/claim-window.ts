import type { Window } from '../candidate.ts'
import type { Day } from '../time.ts'
import type { Claim } from './claim.ts'
import { datesIn } from './explicit-dates.ts'
import { windowOf } from './window.ts'
import { speechVerbs, wordSet } from './words.ts'

/** Where a claim stands: its tokens and their text, with its condition. */
type Place = { text: string; from: number; to: number; condition: string | null; waits: boolean }

/**
 * The window of a claim in its sentence. Words of time that date something else are left out: those of its condition, of an
 * aside, of what is past ("sent on Monday"). A claim without any takes the time set in front of its sentence or of the
 * clause it is joined to, or hung on behind it: "By June, the bank will cut and the euro will fall".
 */
export const windowInSentence = (claim: Claim, place: Place, publishedOn: Day): Window => {
  const own = windowOf(ownWords(claim, place), publishedOn, place.waits)
  if (own.text !== '' || own.source !== 'default') return own
  for (const words of [wordsBehind(claim, place, publishedOn), wordsInFront(claim, place, publishedOn)]) {
    if (words === null) continue
    const lent = windowOf(words, publishedOn, place.waits)
    if (lent.source !== 'default') return lent
  }
  return own
}

/** The claim's text, unit by unit, with blanks for the words that are not its own. */
const ownWords = (claim: Claim, { text, from, to, condition, waits }: Place): string => {
  const { tokens } = claim.reading
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
  const quote = text.slice(start, end)
  const units = [...Array(quote.length).keys()].map((i) => quote[i] ?? '')
  const blank = (first: number, last: number) => {
    for (let i = Math.max(0, first - start); i < Math.min(units.length, last - start); i++) units[i] = ' '
  }
  for (let k = from; k < to; k++) {
    const token = tokens[k]
    if (token && (inOtherAside(claim, k) || datesThePast(claim, k))) blank(token.start, token.end)
  }
  const at = condition === null || waits ? -1 : quote.indexOf(condition)
  // A condition that takes in the claim's own verb has been cut too long to be left out.
  const verb = (tokens[claim.cue.verb]?.start ?? 0) - start
  if (condition !== null && at >= 0 && !(verb >= at && verb < at + condition.length))
    blank(start + at, start + at + condition.length)
  return units.join('')
}

const inOtherAside = ({ reading: { asides }, cue }: Claim, k: number): boolean =>
  (asides[k] ?? 0) !== 0 && asides[k] !== asides[cue.at]

/** Words that end what a verb in the past governs: a new clause, or what is said. */
const newClause = wordSet(`, ; : . — – ( ) " that will would could may might should can shall must is are and but or if
  when unless because it he she they we i you`)
/** Participles that look forward: "scheduled for May", "expected by June". */
const forward = wordSet(
  'expected scheduled planned due set slated projected forecast supposed meant tipped needed promised',
)

/** Whether a verb in the past, left of token `k` and in one clause with it, is what its time dates. */
const datesThePast = (claim: Claim, k: number): boolean => {
  for (let v = k - 1; v >= 0 && k - v < 12 && !opensClause(claim, v); v--) if (isPast(claim, v)) return true
  return false
}

const opensClause = ({ reading: { tokens, words } }: Claim, v: number): boolean =>
  newClause.has(words[v] ?? '') || (words[v] === 'to' && tokens[v + 1]?.tag === 'VERB')

const helpers = wordSet(
  'be been being is are am was were have has had will would could may might should can shall must to get',
)
const subjects = wordSet('who which that than as he she it they we i you')

/** A verb in the past tense; in front of the claim's verb a participle too ("the plant opened in May will"). */
const isPast = ({ reading: { tokens, words }, cue }: Claim, v: number): boolean => {
  const token = tokens[v]
  if (!token || v === cue.verb || v === cue.at || forward.has(token.word)) return false
  if (token.tag === 'AUX') return ['was', 'were', 'did'].includes(token.word) && !forward.has(words[v + 1] ?? '')
  if (token.tag !== 'VERB' || token.word === token.lemma || /(?:s|ing)$/.test(token.word)) return false
  if (words.slice(Math.max(0, v - 3), v).some((word) => helpers.has(word))) return false
  const before = tokens[v - 1]
  return v < cue.at || (before !== undefined && (before.tag === 'PROPN' || subjects.has(before.word)))
}

const boundaries = wordSet('; : . — – ! ? "')
const MAX_LENT = 60

/** The text of tokens from the last boundary before `from`: what the sentence says in front of the claim. */
const wordsInFront = (claim: Claim, { text, from }: Place, publishedOn: Day): string | null => {
  const { tokens, words } = claim.reading
  let first = from
  while (first > 0 && from - first < MAX_LENT && !boundaries.has(words[first - 1] ?? '')) first--
  const front = tokens.slice(first, from)
  if (front.length === 0 || front.some(({ lemma, tag }) => tag === 'VERB' && speechVerbs.has(lemma))) return null
  const written = text.slice(front[0]?.start ?? 0, front.at(-1)?.end ?? 0)
  return frameOf(written, publishedOn) ?? (isJoined(claim, from) && foretells(front) ? written : null)
}

/** "By June, …", "But next year …,": words of time at the very start, set apart by a comma. */
const frameOf = (written: string, publishedOn: Day): string | null => {
  const [date] = datesIn(written, publishedOn)
  if (!date || !/^(?:(?:and|but|so|yet|then|still|indeed|even) )?$/i.test(written.slice(0, date.from))) return null
  return written[date.to] === ',' ? written.slice(date.from, date.to) : null
}

const isJoined = ({ reading: { words } }: Claim, from: number): boolean =>
  ['and', 'or', 'nor'].includes(words[from - 1] ?? '') || (words[from - 1] === ',' && words[from] === 'and')

const futures = wordSet('will would shall could may might going expect expects expected likely bound set')
const foretells = (tokens: Claim['reading']['tokens']): boolean => tokens.some(({ word }) => futures.has(word))

/** "The Liberals will blink first, and before the month is out": words of time behind the claim, on their own. */
const wordsBehind = (claim: Claim, { text, from, to }: Place, publishedOn: Day): string | null => {
  const { tokens, words } = claim.reading
  let last = to
  while (last < tokens.length && last - to < 16 && !['.', ';', '!', '?', '"'].includes(words[last] ?? '')) last++
  const tail = text.slice(tokens[to]?.start ?? 0, tokens[last - 1]?.end ?? 0)
  const [date] = last > to ? datesIn(tail, publishedOn) : []
  const led =
    date &&
    /^[,—–-]? ?(?:(?:and|but|or|perhaps|maybe|probably|possibly|even|not|certainly|at least) ?){0,2}$/i.test(
      tail.slice(0, date.from),
    )
  if (!led || !/^\W*$/.test(tail.slice(date.to).replace(/^,[^,]{0,40}$/, ''))) return null
  return `${text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)} ${tail.slice(0, date.to)}`
}
