import { brierLoss, logScore } from '../binary/proper-scores.ts'
import { total } from '../counts.ts'
import { digamma } from '../numbers/gamma.ts'
import { sum } from '../numbers/sum.ts'
import { betaMean, betaVariance, varianceOfSquare } from './beta-moments.ts'
import { type Asserted, asserted, type Beta, type Lexicon, readingOf, type Statements } from './word-counts.ts'

/**
 * `expectedBrier` = `pointBrier` + `lexiconVariance`, exactly. The variance is a fact about the lexicon and ranks nobody.
 * `sd` is how far the mean Brier score spreads over the lexicon's distribution: one meaning per phrase, or one per use.
 */
export type ExpectedScores = {
  n: number
  pointBrier: number
  lexiconVariance: number
  expectedBrier: number
  /** Nats. */
  expectedLog: number
  sd: { shared: number; independent: number }
}

type Read = Asserted & { beta: Beta }

const logLossOf = ({ n, hits, beta: { alpha, beta } }: Read): number => {
  const all = digamma(alpha + beta)
  return hits * (all - digamma(alpha)) + (n - hits) * (all - digamma(beta))
}

// h(1 − P)² + (n − h)P² = n(P − h/n)² + a constant, so that one meaning per phrase spreads as n(P − h/n)² does.
const sharedVariance = ({ n, hits, beta }: Read): number => n * n * varianceOfSquare(beta, hits / n)
const independentVariance = ({ n, hits, beta }: Read): number =>
  hits * varianceOfSquare(beta, 1) + (n - hits) * varianceOfSquare(beta, 0)

/**
 * Scores expected when each phrase stands for a Beta(α, β) distribution, in closed form; numbers stand for themselves.
 *
 * Brier: E (P − y)² = (μ − y)² + σ², 0 best, 1 worst. Log: E −ln P = ψ(α + β) − ψ(α) for what came true, with β for what
 * did not; nats, 0 best, `Infinity` when a number was a failed certainty. `sd` comes from the central moments up to the
 * fourth; independent uses average out and spread less unless hits and misses offset each other. Null for no statements.
 * Throws a `Problem` for a phrase that the lexicon lacks. Source: variance of a quadratic form in P; the log by
 * Johnson, Kotz & Balakrishnan 1995, chapter 25.
 *
 * Example: "likely", Beta(3, 1), said twice, once true: point .3125, σ² = 3/80 = .0375, expected .35; log
 * ((ψ(4) − ψ(3)) + (ψ(4) − ψ(1)))/2 = (1/3 + 11/6)/2 = 1.0833.
 */
export const expectedScores = ({ numbers, words }: Statements, lexicon: Lexicon<Beta>): ExpectedScores | null => {
  const read: Read[] = asserted(words).map((row) => ({ ...row, beta: readingOf(lexicon, row.phrase) }))
  const numeric = total(numbers).n
  const n = numeric + total(read).n
  if (n === 0) return null
  const numericLog = numeric === 0 ? 0 : (logScore(numbers)?.raw ?? 0) * numeric
  const pointBrier =
    sum([...numbers.map((row) => brierLoss(row.p, row)), ...read.map((row) => brierLoss(betaMean(row.beta), row))]) / n
  const lexiconVariance = sum(read.map((row) => row.n * betaVariance(row.beta))) / n
  const spread = (variance: (row: Read) => number): number => Math.sqrt(sum(read.map(variance))) / n
  return {
    n,
    pointBrier,
    lexiconVariance,
    expectedBrier: pointBrier + lexiconVariance,
    expectedLog: sum([numericLog, ...read.map(logLossOf)]) / n,
    sd: { shared: spread(sharedVariance), independent: spread(independentVariance) },
  }
}
