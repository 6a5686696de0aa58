import { type Block, poolAdjacentViolators } from '../binary/corp.ts'
import { type Asserted, asserted, type Lexicon, readingOf, type WordCount } from './word-counts.ts'

/** One phrase with the probability the lexicon hears in it. */
export type OrderedPhrase = Asserted & { lexicon: number; frequency: number }

/** The lexicon puts `lower` below `higher`; what was called `lower` came true more often. */
export type Violation = { lower: OrderedPhrase; higher: OrderedPhrase }

/** Neighbouring phrases that isotonic regression cannot tell apart, lowest first, and the frequency they share. */
export type PooledPhrases = { phrases: string[]; n: number; hits: number; frequency: number }

/**
 * `tau` counts each pair of phrases once, `weightedTau` each pair of statements (phrases a and b have n_a · n_b), which keeps
 * a phrase used once from deciding. Null when there are no two phrases to order, or nothing differs.
 */
export type WordOrder = {
  phrases: OrderedPhrase[]
  tau: number | null
  weightedTau: number | null
  violations: Violation[]
  pooled: PooledPhrases[]
}

type Pair = readonly [OrderedPhrase, OrderedPhrase]

// Fractions are compared by cross-multiplication: 1/3 of 3 and 2/6 of 6 are a tie.
const compare = ({ n, hits }: Asserted, other: Asserted): number => Math.sign(hits * other.n - other.hits * n)

const tauB = (pairs: readonly Pair[], weight: (pair: Pair) => number): number | null => {
  let [agreement, byLexicon, byFrequency] = [0, 0, 0]
  for (const pair of pairs) {
    const [a, b] = pair
    const [x, y, w] = [Math.sign(a.lexicon - b.lexicon), compare(a, b), weight(pair)]
    agreement += w * x * y
    byLexicon += w * x * x
    byFrequency += w * y * y
  }
  return byLexicon * byFrequency === 0 ? null : agreement / Math.sqrt(byLexicon * byFrequency)
}

const phrasesOf = (phrases: readonly OrderedPhrase[], { low, high, n, hits, recalibrated }: Block): PooledPhrases => ({
  phrases: phrases.filter(({ lexicon }) => low <= lexicon && lexicon <= high).map(({ phrase }) => phrase),
  n,
  hits,
  frequency: recalibrated,
})

const poolTies = (phrases: readonly OrderedPhrase[]) => {
  const byLevel = new Map<number, { p: number; n: number; hits: number }>()
  for (const { lexicon, n, hits } of phrases) {
    const row = byLevel.get(lexicon) ?? { p: lexicon, n: 0, hits: 0 }
    byLevel.set(lexicon, { p: lexicon, n: row.n + n, hits: row.hits + hits })
  }
  return [...byLevel.values()]
}

/**
 * Whether the author's words are ordered as words are: does what is "very likely" come true more often than what is
 * "likely". Kendall's τ-b between the lexicon's probabilities and the frequencies of what was asserted, −1 (reversed) to
 * 1 (as ordered), higher is better, ties corrected for; every reversed pair; and the runs of phrases that isotonic
 * regression pools (one phrase per run when none is reversed). Reversals of phrases used once or twice mean little: read `n`.
 * Sources: Kendall 1945, Biometrika 33:239; Ayer et al. 1955 for the pooling.
 *
 * Example: likely .7, 4 of 5; very likely .85, 1 of 2; unlikely .2, 0 of 3: three pairs, one reversed, τ = 1/3; weighted by
 * 15, 6 and 10 statements (15 + 6 − 10)/31 = .355; likely and very likely are pooled at 5/7.
 */
export const wordOrder = (words: readonly WordCount[], lexicon: Lexicon<number>): WordOrder => {
  const phrases = asserted(words)
    .map((row) => ({ ...row, lexicon: readingOf(lexicon, row.phrase), frequency: row.hits / row.n }))
    .sort((a, b) => a.lexicon - b.lexicon || (a.phrase < b.phrase ? -1 : 1))
  const pairs = phrases.flatMap((lower, at) => phrases.slice(at + 1).map((higher): Pair => [lower, higher]))
  return {
    phrases,
    tau: tauB(pairs, () => 1),
    weightedTau: tauB(pairs, ([a, b]) => a.n * b.n),
    violations: pairs
      .filter(([lower, higher]) => lower.lexicon < higher.lexicon && compare(lower, higher) > 0)
      .map(([lower, higher]) => ({ lower, higher })),
    pooled: poolAdjacentViolators(poolTies(phrases)).map((block) => phrasesOf(phrases, block)),
  }
}
