import { Problem } from '../../problem.ts'
import { type Counts, pool } from '../counts.ts'

/** Whether the words were said of the positive event (`+`) or of its opposite (`-`). */
export type Polarity = '+' | '-'

/** `n` statements in one phrase and polarity; the **positive event** came true in `hits` of them. */
export type WordCount = { phrase: string; polarity: Polarity; n: number; hits: number }

/** `n` statements in one phrase; **what was said** came true in `hits` of them. */
export type Asserted = { phrase: string; n: number; hits: number }

/** All that an author said: numbers, and words that a lexicon has yet to read. */
export type Statements = { numbers: Counts; words: readonly WordCount[] }

/** Phrase → its reading, always for the event that the phrase is said of: a probability, a `Beta` or a `Band`. */
export type Lexicon<Reading> = Readonly<Record<string, Reading>>

/** A distribution of the probability that readers hear in a phrase, mean α / (α + β); both above 0. */
export type Beta = { alpha: number; beta: number }

/** The probabilities that a phrase may stand for, 0 ≤ low ≤ high ≤ 1. */
export type Band = { low: number; high: number }

/** The reading of a phrase. Throws a `Problem` where the lexicon has none: a statement is never dropped in silence. */
export const readingOf = <Reading>(lexicon: Lexicon<Reading>, phrase: string): Reading => {
  const reading = Object.hasOwn(lexicon, phrase) ? lexicon[phrase] : undefined
  if (reading !== undefined) return reading
  throw new Problem(
    'invalid-input',
    `the lexicon has no reading of the phrase "${phrase}"`,
    'give the phrase a reading, or pass only the statements that this lexicon covers',
  )
}

const check = ({ phrase, n, hits }: WordCount): void => {
  if (Number.isInteger(n) && Number.isInteger(hits) && hits >= 0 && hits <= n) return
  throw new Problem(
    'invalid-input',
    `a count of "${phrase}", n ${n}, hits ${hits} cannot be`,
    'give whole numbers with 0 <= hits <= n',
  )
}

/**
 * Counts turned back to the event as the author asserted it: words said of the opposite (`-`) came true when the positive
 * event failed. One row per phrase, by name; empty rows are dropped. A probability P for what was said loses the same as
 * 1 − P for the positive event, hence Brier and log scores may be computed from either.
 *
 * `asserted([{ phrase: 'likely', polarity: '+', n: 3, hits: 2 }, { phrase: 'likely', polarity: '-', n: 2, hits: 0 }])`
 * `= [{ phrase: 'likely', n: 5, hits: 4 }]`
 */
export const asserted = (words: readonly WordCount[]): Asserted[] => {
  const byPhrase = new Map<string, Asserted>()
  for (const count of words) {
    check(count)
    const { phrase, polarity, n, hits } = count
    const row = byPhrase.get(phrase) ?? { phrase, n: 0, hits: 0 }
    byPhrase.set(phrase, { phrase, n: row.n + n, hits: row.hits + (polarity === '+' ? hits : n - hits) })
  }
  return [...byPhrase.values()].filter(({ n }) => n > 0).sort((a, b) => (a.phrase < b.phrase ? -1 : 1))
}

/** The probability of the positive event, when the words stand for `p`. */
export const ofPositive = (polarity: Polarity, p: number): number => (polarity === '+' ? p : 1 - p)

/**
 * Numbers and words as counts of the positive event, each phrase read as one probability. From here on every measure of
 * `Counts` applies. `countsUnder({ numbers: [], words: [{ phrase: 'likely', polarity: '-', n: 2, hits: 1 }] }, { likely: .75 })`
 * `= [{ p: .25, n: 2, hits: 1 }]`
 */
export const countsUnder = ({ numbers, words }: Statements, lexicon: Lexicon<number>): Counts =>
  pool([
    ...numbers,
    ...words.map(({ phrase, polarity, n, hits }) => ({
      p: ofPositive(polarity, readingOf(lexicon, phrase)),
      n,
      hits,
    })),
  ])

/** Every phrase of a lexicon read as one number. `readAs({ likely: { alpha: 3, beta: 1 } }, betaMean) = { likely: .75 }` */
export const readAs = <Reading>(lexicon: Lexicon<Reading>, read: (reading: Reading) => number): Lexicon<number> =>
  Object.fromEntries(Object.entries(lexicon).map(([phrase, reading]) => [phrase, read(reading)]))
