import { meanOver } from '../counts.ts'
import { type Posterior, posterior } from '../intervals/proportion.ts'
import { betaQ } from '../numbers/beta.ts'
import { betaMean } from './beta-moments.ts'
import { effectiveUses } from './family-uses.ts'
import { type Asserted, asserted, type Beta, type Lexicon, readingOf, type WordCount } from './word-counts.ts'

/** The lexicon counts as at most this many uses of a phrase when it is pooled with the author's own. */
export const PRIOR_WEIGHT = 10

/**
 * From so many settled uses on a phrase has a frequency, an interval and a sentence; below, its raw counts alone: as averages
 * wait for ten families, and half of nine uses tells only that the frequency is somewhere between .2 and .8.
 */
export const FEWEST_USES = 10

/** What is known of a frequency: a Beta distribution, its mean, and the 2.5 % and 97.5 % quantiles. */
export type KnownFrequency = Beta & Posterior

const after = ({ n, hits }: { n: number; hits: number }, { alpha: a, beta: b }: Beta): KnownFrequency => ({
  alpha: a + hits,
  beta: b + n - hits,
  ...posterior(hits, n, { a, b }),
})

/**
 * How often a phrase of this author comes true, when the lexicon is what is known beforehand: Beta(α + h, β + n − h). With
 * `mostWeight` a prior heavier than α + β = mostWeight is scaled down to it, mean kept, so that thousands of readers do
 * not drown the author's own record. `pooledPosterior({ n: 4, hits: 3 }, { alpha: 3, beta: 1 }).mean = 6/8 = .75`
 */
export const pooledPosterior = (
  said: { n: number; hits: number },
  { alpha, beta }: Beta,
  { mostWeight = Infinity }: { mostWeight?: number } = {},
): KnownFrequency => {
  const scale = Math.min(1, mostWeight / (alpha + beta))
  return after(said, { alpha: alpha * scale, beta: beta * scale })
}

/**
 * One phrase of the author's own lexicon. `jeffreys` is the posterior under Jeffreys' prior, which knows no lexicon;
 * `aboveLexiconMean` the chance under it that what is called so comes true more often than readers take the phrase to mean; `independentUses` how
 * many independent uses tell as much as the n there are.
 */
export type OwnPhrase = Asserted & {
  frequency: number
  independentUses: number
  jeffreys: KnownFrequency
  lexiconMean: number
  aboveLexiconMean: number
  pooled: KnownFrequency
}

export type OwnLexiconOptions = { mostWeight?: number; families?: readonly (readonly WordCount[])[] }

/**
 * The author's own lexicon: of the things called "likely", how many happened. Needs no translation of words into numbers.
 * Per phrase, by name, of the event as asserted: frequency h/n, Jeffreys' Beta(h + ½, n − h + ½) with its equal-tailed
 * 95 % interval (its ends are not moved to 0 or 1 when nothing or all came true), P(frequency > lexicon mean), and the
 * posterior pooled with the lexicon. All from 0 to 1, no direction. `families` are the same words by family: the uses then count
 * for as many independent ones as tell as much (see `effectiveUses`); left out, all uses are taken for independent. Throws a
 * `Problem` for a phrase that the lexicon lacks. Source: Brown, Cai & DasGupta 2001, Stat Sci 16:101.
 *
 * Example: "unlikely" said 4 times, never true, lexicon mean .25: Jeffreys mean .1, .0001 to .445, above .25 with 11.7 %.
 */
export const ownLexicon = (
  words: readonly WordCount[],
  lexicon: Lexicon<Beta>,
  { mostWeight = PRIOR_WEIGHT, families }: OwnLexiconOptions = {},
): OwnPhrase[] => {
  const counted = families && effectiveUses(families)
  return asserted(words).map((row) => {
    const prior = readingOf(lexicon, row.phrase)
    const lexiconMean = betaMean(prior)
    const uses = counted?.get(row.phrase) ?? row
    const jeffreys = after(uses, { alpha: 0.5, beta: 0.5 })
    return {
      ...row,
      frequency: row.hits / row.n,
      independentUses: uses.n,
      jeffreys,
      lexiconMean,
      aboveLexiconMean: betaQ(lexiconMean, jeffreys.alpha, jeffreys.beta),
      pooled: pooledPosterior(uses, prior, { mostWeight }),
    }
  })
}

const leaveOneOutLoss = ({ n, hits }: Asserted): number =>
  hits * (1 - (hits - 0.5) / n) ** 2 + (n - hits) * ((hits + 0.5) / n) ** 2

/**
 * Brier score when each use of a phrase is read as how often its *other* uses came true: p = (h − y + ½)/n. Called
 * "discrimination" on a page: reading authors by their own record removes miscalibration by construction, and leaving the
 * use out keeps it from being its own answer. 0 best, 1 worst; a phrase used once is read as ½. Null for no words.
 * Example: said twice, once true: p = .25 for the hit, .75 for the miss, so .5625.
 */
export const ownLexiconBrier = (words: readonly WordCount[]): number | null =>
  meanOver(asserted(words), leaveOneOutLoss)
