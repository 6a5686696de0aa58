import { bandScores, phrasesInBands } from '../../src/core/scoring/words/band-scores.ts'
import { expectedScores } from '../../src/core/scoring/words/expected-score.ts'
import {
  type KnownFrequency,
  ownLexicon,
  ownLexiconBrier,
  pooledPosterior,
} from '../../src/core/scoring/words/own-lexicon.ts'
import {
  asserted,
  type Band,
  type Beta,
  type Lexicon,
  readingOf,
  type WordCount,
} from '../../src/core/scoring/words/word-counts.ts'
import type { Oracle } from './oracle.ts'

type Said = { phrase: string; y: number }
type VerbalCase = { lexicon: (Beta & { phrase: string })[]; forecasts: Said[] }
type IntervalCase = { lexicon: { phrase: string; lo: number; hi: number }[]; forecasts: Said[] }

const wordsOf = (forecasts: readonly Said[]): WordCount[] =>
  forecasts.map(({ phrase, y }) => ({ phrase, polarity: '+', n: 1, hits: y }))
const statementsOf = (forecasts: readonly Said[]) => ({ numbers: [], words: wordsOf(forecasts) })
const betas = ({ lexicon }: VerbalCase): Lexicon<Beta> =>
  Object.fromEntries(lexicon.map(({ phrase, alpha, beta }) => [phrase, { alpha, beta }]))
const bands = ({ lexicon }: IntervalCase): Lexicon<Band> =>
  Object.fromEntries(lexicon.map(({ phrase, lo, hi }) => [phrase, { low: lo, high: hi }]))

const byPhrase = <Row extends { phrase: string }, Shape>(rows: readonly Row[], shape: (row: Row) => Shape) =>
  Object.fromEntries(rows.map((row) => [row.phrase, shape(row)]))
const spread = ({ mean, low, high }: KnownFrequency) => ({ mean, lo: low, hi: high })

const expectedOf = (one: VerbalCase) => expectedScores(statementsOf(one.forecasts), betas(one))
const bandsOf = (one: IntervalCase) => bandScores(statementsOf(one.forecasts), bands(one))
const ends = (bounds: { lowest: number; highest: number } | undefined) => bounds && [bounds.lowest, bounds.highest]

const ownOf = (one: VerbalCase) =>
  byPhrase(ownLexicon(wordsOf(one.forecasts), betas(one)), ({ n, hits, jeffreys, aboveLexiconMean }) => ({
    n,
    hits,
    ...spread(jeffreys),
    prob_above_lexicon_mean: aboveLexiconMean,
  }))
// Theirs does not cap the weight of the lexicon.
const posteriorOf = (one: VerbalCase) =>
  byPhrase(asserted(wordsOf(one.forecasts)), (row) => {
    const posterior = pooledPosterior(row, readingOf(betas(one), row.phrase))
    return { alpha: posterior.alpha, beta: posterior.beta, ...spread(posterior) }
  })
const perPhrase = (one: IntervalCase) =>
  byPhrase(phrasesInBands(wordsOf(one.forecasts), bands(one)), ({ n, hits, frequency, within, ...tails }) => ({
    n,
    hits,
    freq: frequency,
    within,
    p_value_below: tails.belowBand,
    p_value_above: tails.aboveBand,
  }))

/** Words of likelihood, read as Beta distributions. */
export const verbal: Oracle['computes'][string] = {
  brier_point_lexicon_mean: (one: VerbalCase) => expectedOf(one)?.pointBrier,
  brier_expected_over_lexicon: (one: VerbalCase) => expectedOf(one)?.expectedBrier,
  log_loss_expected_over_lexicon: (one: VerbalCase) => expectedOf(one)?.expectedLog,
  brier_sd_independent_draws: (one: VerbalCase) => expectedOf(one)?.sd.independent,
  brier_sd_shared_draws: (one: VerbalCase) => expectedOf(one)?.sd.shared,
  own_lexicon_jeffreys: ownOf,
  own_lexicon_loo_brier: (one: VerbalCase) => ownLexiconBrier(wordsOf(one.forecasts)),
  lexicon_prior_posterior: posteriorOf,
}

/** Words of likelihood, read as bands. */
export const verbalInterval: Oracle['computes'][string] = {
  brier_bounds_free: (one: IntervalCase) => ends(bandsOf(one)?.free),
  brier_bounds_shared: (one: IntervalCase) => ends(bandsOf(one)?.shared),
  brier_midpoint: (one: IntervalCase) => bandsOf(one)?.midpoint,
  brier_expected_uniform: (one: IntervalCase) => bandsOf(one)?.expectedUniform,
  per_phrase: perPhrase,
}
