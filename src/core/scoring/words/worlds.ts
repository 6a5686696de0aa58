import { type Count, type Counts, pool } from '../counts.ts'
import { empiricalQuantile } from '../intervals/empirical.ts'
import { betaDraw, type Random, randomFrom } from '../numbers/random.ts'
import { type Beta, type Lexicon, ofPositive, readingOf, type Statements, type WordCount } from './word-counts.ts'

/** `shared`: the author means one thing by a phrase; `independent`: another at each use. */
export type Dependence = 'shared' | 'independent'

/** `seed` is a text, such as a snapshot's id: the same seed draws the same worlds. */
export type Draws = { seed: string; worlds: number; dependence: Dependence }

/** How many worlds a stored report draws: the ends of the band then stand within about a percentage point of rank. */
export const WORLDS = 1000

/** One meaning for each phrase, drawn from its distribution. Phrases are drawn by name, so their order does not matter. */
export const drawMeanings = (phrases: readonly string[], lexicon: Lexicon<Beta>, random: Random): Lexicon<number> =>
  Object.fromEntries(
    [...new Set(phrases)].sort().map((phrase) => {
      const { alpha, beta } = readingOf(lexicon, phrase)
      return [phrase, betaDraw(alpha, beta, random)]
    }),
  )

const eachUse = ({ phrase, polarity, n, hits }: WordCount, lexicon: Lexicon<Beta>, random: Random): Count[] => {
  const { alpha, beta } = readingOf(lexicon, phrase)
  return Array.from({ length: n }, (_, at) => ({
    p: ofPositive(polarity, betaDraw(alpha, beta, random)),
    n: 1,
    hits: at < hits ? 1 : 0,
  }))
}

const sharedWorld = ({ numbers, words }: Statements, lexicon: Lexicon<Beta>, random: Random): Counts => {
  const meanings = drawMeanings(
    words.map(({ phrase }) => phrase),
    lexicon,
    random,
  )
  const read = words.map(({ phrase, polarity, n, hits }) => ({
    p: ofPositive(polarity, readingOf(meanings, phrase)),
    n,
    hits,
  }))
  return pool([...numbers, ...read])
}

/**
 * Worlds in which the author's words have definite meanings, drawn from the lexicon's distributions, as counts of the positive
 * event: any measure of `Counts` can be computed in each. Under `shared` a phrase has one meaning in a world, said of an
 * event or of its opposite; under `independent` every use has its own. Numbers are the same in every world.
 *
 * `worldsOf({ numbers: [], words: [{ phrase: 'likely', polarity: '+', n: 9, hits: 6 }] }, lexicon, { …, worlds: 2 })` may give
 * `[[{ p: .71, n: 9, hits: 6 }], [{ p: .64, n: 9, hits: 6 }]]`.
 */
export const worldsOf = (
  { numbers, words }: Statements,
  lexicon: Lexicon<Beta>,
  { seed, worlds, dependence }: Draws,
): Counts[] => {
  const random = randomFrom(seed)
  const ordered = [...words].sort((a, b) => (`${a.phrase} ${a.polarity}` < `${b.phrase} ${b.polarity}` ? -1 : 1))
  return Array.from({ length: worlds }, () =>
    dependence === 'shared'
      ? sharedWorld({ numbers, words: ordered }, lexicon, random)
      : pool([...numbers, ...ordered.flatMap((row) => eachUse(row, lexicon, random))]),
  )
}

/** `median`, `low` (5 %) and `high` (95 %) over the worlds where the statistic is defined, and how many those are. */
export type WorldBand = { median: number; low: number; high: number; defined: number; worlds: number }

/**
 * Median and 5–95 % band of a statistic over the worlds: how much of a figure hangs on what the words mean. It holds none of
 * the chance in the outcomes. A statistic that is null in a world is left out and counted; null when it is so in all.
 * `worldBand(worlds, brier)` may give `{ median: .19, low: .17, high: .23, defined: 1000, worlds: 1000 }`.
 */
export const worldBand = (
  worlds: readonly Counts[],
  statistic: (counts: Counts) => number | null,
): WorldBand | null => {
  const values = worlds.map(statistic).filter((value) => value !== null)
  const ascending = values.sort((a, b) => a - b)
  if (ascending.length === 0) return null
  return {
    median: empiricalQuantile(ascending, 0.5),
    low: empiricalQuantile(ascending, 0.05),
    high: empiricalQuantile(ascending, 0.95),
    defined: ascending.length,
    worlds: worlds.length,
  }
}

/**
 * The share of worlds, 0 to 1, in which a verdict is the given one: "holds in 83 % of worlds". Null without worlds.
 * `shareHolding(worlds, (counts) => (brier(counts) ?? 1) < .25, true) = .83`
 */
export const shareHolding = <Verdict>(
  worlds: readonly Counts[],
  verdictOf: (counts: Counts) => Verdict,
  verdict: Verdict,
): number | null =>
  worlds.length === 0 ? null : worlds.filter((counts) => verdictOf(counts) === verdict).length / worlds.length
