import type { Claim } from '../claims/claim.ts'
import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'

/** Where a claim stands: its tokens and their text, its condition, and whether it waits for something ("only when"). */
export type Place = { text: string; from: number; to: number; condition: string | null; waits: boolean }

export const textOf = ({ tokens }: Reading, text: string, from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
export const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)

/** The claim's text, of the same length, with blanks for the words that are not its own. */
export const ownWords = (claim: Claim, { text, from, to, condition, waits }: Place): string => {
  const { tokens } = claim.reading
  const start = tokens[from]?.start ?? 0
  const quote = textOf(claim.reading, text, from, to)
  let words = quote
  // "the group circling since | February might": what the quote leaves out says that it is past.
  if (claim.reading.words[from - 1] === 'since')
    words = blanked(words, 0, (tokens[claim.cue.at]?.start ?? start) - start)
  const past = datedByPast(claim)
  for (let i = from; i < to; i++)
    if (past[i] || inOtherAside(claim, i) || inApposition(claim, i))
      words = blanked(words, (tokens[i]?.start ?? start) - start, (tokens[i]?.end ?? start) - start)
  const at = condition === null || waits || dates(condition) ? -1 : quote.indexOf(condition)
  // A condition that takes in the claim's own verb has been cut too long to be left out.
  const verb = (tokens[claim.cue.verb]?.start ?? 0) - start
  const length = condition?.length ?? 0
  return at < 0 || (verb >= at && verb < at + length) ? words : blanked(words, at, at + length)
}

/** "Once the ground dries in April they will come": what sets it off is dated, and so is the claim. */
const dates = (condition: string): boolean => /^(?:once|when|as soon as|after)\b[^,—–]{1,80}$/i.test(condition)

const inOtherAside = ({ reading: { asides }, cue }: Claim, k: number): boolean =>
  (asides[k] ?? 0) !== 0 && asides[k] !== asides[cue.at]

const relatives = wordSet('which who whose whom')
const timeHeads = wordSet('term session season window year recess campaign parliament legislature')
const otherModals = wordSet('could may might will would should')

/**
 * Whether token `k` stands in a clause between commas that tells of something else: "the train, which was due before May,",
 * "the pact, comatose for two decades,", "… until it is sold, a process that could run into May". "This term, which runs to
 * June" tells of the time itself.
 */
const inApposition = ({ reading: { tokens, words }, cue }: Claim, k: number): boolean => {
  const open = commaBefore(words, k)
  if (open <= 0 || k === open) return false
  if (k > cue.verb) {
    if (open <= cue.verb) return false
    const that = [open + 2, open + 3, open + 4].find((i) => words[i] === 'that' || words[i] === 'which')
    if (
      that !== undefined &&
      tokens[that - 1]?.tag === 'NOUN' &&
      words.slice(that, k).some((word) => otherModals.has(word))
    )
      return true
    const close = words.indexOf(',', k)
    return close > 0 && relatives.has(words[open + 1] ?? '') && !timeHeads.has(words[open - 1] ?? '')
  }
  const close = words.indexOf(',', k)
  if (close < 0 || close > cue.at || open < 2) return false
  const first = tokens[open + 1]
  if (relatives.has(first?.word ?? '')) return !timeHeads.has(words[open - 1] ?? '')
  // "The vote, due on 4 April, will": the day of the subject itself.
  return first?.tag === 'ADJ' && !forward.has(first.word) && ['NOUN', 'PROPN'].includes(tokens[open - 1]?.tag ?? '')
}
const commaBefore = (words: readonly string[], k: number): number => {
  let open = k
  while (open >= 0 && k - open < 25 && words[open] !== ',') open--
  return words[open] === ',' ? open : -1
}

/** Words that end what a verb in the past governs: a new clause, or what is said. */
const newClause = wordSet(`, ; : . — – ( ) " that will would could may might should can shall must is are and but or if
  when unless because it he she they we i you`)
/** A sentence's text with blanks for the words of time that date what is past in it. */
export const openWords = (reading: Reading, text: string): string => {
  const all = { at: reading.tokens.length, verb: -1, to: reading.tokens.length }
  let words = textOf(reading, text, 0, reading.tokens.length)
  const past = datedByPast({ reading, cue: all })
  reading.tokens.forEach(({ start, end }, i) => {
    if (past[i]) words = blanked(words, start - reading.start, end - reading.start)
  })
  return words
}

/** Participles that look forward: "scheduled for May", "expected by June". */
const forward = wordSet(
  'expected scheduled planned due set fixed booked pencilled penciled arranged timetabled slated projected forecast supposed meant tipped needed promised',
)

/** A claim, or a whole sentence with its cue set behind it. */
type Placed = { reading: Reading; cue: Pick<Claim['cue'], 'at' | 'verb' | 'to'> }

/** Which tokens have left of them, in one clause, a verb in the past that their time dates. */
const datedByPast = (claim: Placed): readonly boolean[] => {
  const { cue, reading } = claim
  const dated: boolean[] = new Array(reading.words.length).fill(false)
  // "I'd be amazed if it fell by June": unreal, not past.
  const last = reading.words[cue.to] === 'if' ? cue.to : dated.length - 1
  for (let v = 0; v < last; v++) {
    if (!isPast(claim, v) || opensClause(claim, v)) continue
    const end = Math.min(last, v + REACH, v > cue.at ? last : cue.at)
    for (let k = v + 1; k <= end; k++) {
      dated[k] = true
      if (opensClause(claim, k)) break
    }
  }
  return dated
}
/** How many tokens behind it a verb dates. */
const REACH = 11

const opensClause = ({ reading: { tokens, words } }: Placed, v: number): boolean =>
  newClause.has(words[v] ?? '') || (words[v] === 'to' && tokens[v + 1]?.tag === 'VERB')

const helpers = wordSet(
  'be been being is are am was were have has had will would could may might should can shall must to get',
)
const subjects = wordSet('who which that than as he she it they we i you')

/** A verb in the past tense; in front of the claim's verb a participle too ("the plant opened in May will"). */
const isPast = ({ reading: { tokens, words }, cue }: Placed, v: number): boolean => {
  const token = tokens[v]
  if (!token || v === cue.verb || v === cue.at || forward.has(token.word)) return false
  if (token.tag === 'AUX') return ['was', 'were', 'did'].includes(token.word) && !forward.has(words[v + 1] ?? '')
  if (token.tag !== 'VERB' || token.word === token.lemma || /(?:s|ing)$/.test(token.word)) return false
  if (words.slice(Math.max(0, v - 3), v).some((word) => helpers.has(word))) return false
  const before = tokens[v - 1]
  return v < cue.at || (before !== undefined && (before.tag === 'PROPN' || subjects.has(before.word)))
}
