import { type Day, daysBetween } from '../../time.ts'
import type { Claim } from '../claims/claim.ts'
import { wordSet } from '../sentences/words.ts'
import type { PastDate } from '../time/past-dates.ts'
import type { PastVerb } from './past-verbs.ts'

/** A date of a sentence by the tokens it takes. */
export type PlacedDate = PastDate & { first: number; last: number }

/** The tokens that each date of a sentence takes; offsets of dates are counted from the start of its first token. */
export const placedDates = ({ tokens, start }: Claim['reading'], dates: readonly PastDate[]): PlacedDate[] =>
  dates.flatMap((date) => {
    const first = tokens.findIndex((token) => token.end > start + date.from)
    const after = tokens.findIndex((token) => token.start >= start + date.to)
    return first < 0 ? [] : [{ ...date, first, last: (after < 0 ? tokens.length : after) - 1 }]
  })

/** Infinitives behind them happened when they did. */
const carrying = wordSet('fail manage begin start continue help decline refuse go come cease prove')
const breaks = wordSet('; : — – ( )')
const relatives = wordSet(
  'that which who whom whose where when while because although though after before as if unless until since',
)

/** Whether a verb other than the fact's own stands before a date in its stretch, so that the date is that verb's. */
const belongsElsewhere = (
  { tokens, words }: Claim['reading'],
  verb: PastVerb,
  lemma: string,
  date: PlacedDate,
): boolean => {
  // ", and this autumn the": the time of the next clause.
  if (tokens[date.first - 1]?.tag === 'CCONJ') return true
  for (let k = beforeAside(words, date.first - 1, verb.verb); k > verb.verb; k--) {
    const word = words[k] ?? ''
    if (breaks.has(word)) return true
    if (relatives.has(word) && !isDemonstrative({ tokens, words }, k) && !isAfter({ tokens, words }, k)) return true
    const token = tokens[k]
    if (token?.tag === 'AUX') return true
    if (token?.tag !== 'VERB') continue
    if (words[k - 1] === 'to') return !carrying.has(lemma)
    // ", wiping out", "stopped delivering": goes with the verb before it.
    if (word.endsWith('ing') && (words[k - 1] === ',' || k === verb.verb + 1)) continue
    return true
  }
  return false
}

/** "Delivered its last baby, a girl named Ann, on Friday": what stands between the commas tells of something else. */
const beforeAside = (words: readonly string[], k: number, verb: number): number => {
  const open = words[k] === ',' ? words.lastIndexOf(',', k - 1) : -1
  return open > verb ? open - 1 : k
}

/** "Settled that point in May". */
const isDemonstrative = ({ tokens, words }: Pick<Claim['reading'], 'tokens' | 'words'>, k: number): boolean =>
  words[k] === 'that' && tokens[k + 1]?.tag === 'NOUN' && !['VERB', 'AUX'].includes(tokens[k + 2]?.tag ?? '')

/** "After the riot on Sunday". */
const isAfter = ({ tokens, words }: Pick<Claim['reading'], 'tokens' | 'words'>, k: number): boolean =>
  words[k] === 'after' &&
  words[k + 1] !== 'all' &&
  ['ADP', 'SCONJ'].includes(tokens[k]?.tag ?? '') &&
  ['DET', 'NOUN', 'PROPN', 'ADJ'].includes(tokens[k + 1]?.tag ?? '')

/** What stands in front of a clause in a clause of its own ("when he took office in 2019,") tells of that. */
const holdsVerb = ({ tokens }: Claim['reading'], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag, word }) => tag === 'VERB' && !word.endsWith('ing'))

/** "On Monday, the board", "at the port, on Monday, the board": by itself, or last before the comma. */
const isFronted = (
  reading: Claim['reading'],
  { start, core }: Claim['clause'],
  { first, last }: PlacedDate,
): boolean => {
  if (first <= start + 1 && !holdsVerb(reading, start, first)) return true
  return !holdsVerb(reading, start, core) && reading.words[last + 1] === ','
}

/** "Until 2022, when she resigned": the days named right before "when" are those of its clause, without their preposition. */
const beforeWhen = (
  { words }: Claim['reading'],
  intro: number | null,
  dates: readonly PlacedDate[],
): PlacedDate | null => {
  if (intro === null || words[intro] !== 'when') return null
  const end = words[intro - 1] === ',' ? intro - 2 : intro - 1
  const date = dates.find(({ last }) => last === end)
  return date ? { ...date, earliest: date.named.start, latest: date.named.end } : null
}

/** The date of the telling that a fact hangs on: "said on Thursday that", "said on Thursday the board had". */
export const dateOfTelling = (
  { clause, chain }: Pick<Claim, 'clause' | 'chain'>,
  verb: PastVerb,
  dates: readonly PlacedDate[],
): PlacedDate | null => {
  const [link] = chain
  if (link?.tag !== 'VERB' || clause.kind !== 'complement') return null
  const end = clause.intro ?? verb.at
  return dates.find(({ first, last }) => first > link.governor && first <= link.governor + 3 && last < end) ?? null
}

/**
 * The date of a fact among those of its sentence: of those in its own clause an adverb before a thing named by its time, then
 * the narrowest, then the first. What dates another verb, or only the object, is left out.
 */
export const dateOf = (
  { reading, clause }: Pick<Claim, 'reading' | 'clause'>,
  verb: PastVerb,
  to: number,
  dates: readonly PlacedDate[],
  publishedOn: Day,
): PlacedDate | null => {
  const lemma = reading.tokens[verb.verb]?.lemma ?? ''
  const when = beforeWhen(reading, clause.intro, dates)
  if (when) return when
  const own = dates.filter((date) => {
    if (date.first >= to || date.last < clause.start) return false
    if (date.first > verb.at && date.first < verb.verb) return true
    if (date.first > verb.verb) return date.adverb && !belongsElsewhere(reading, verb, lemma, date)
    if (date.first < clause.core) return date.adverb && isFronted(reading, clause, date)
    return !holdsVerb(reading, clause.core, date.first)
  })
  const best = own.reduce<PlacedDate | null>(
    (chosen, one) => (chosen === null || isBetter(one, chosen) ? one : chosen),
    null,
  )
  if (!best) return null
  const after = reading.words.lastIndexOf('after', best.first - 1)
  const led = after > verb.verb && after >= best.first - 6 && isAfter(reading, after)
  return led && !reading.words.slice(after, best.first).includes(',')
    ? { ...best, latest: publishedOn, stated: false }
    : best
}

const isBetter = (one: PlacedDate, other: PlacedDate): boolean =>
  one.adverb !== other.adverb ? one.adverb : width(one) < width(other)
const width = ({ earliest, latest }: PlacedDate): number => (earliest === null ? 1e9 : daysBetween(earliest, latest))
