import { z } from 'zod'
import { heard } from '../../core/lexicon/heard.ts'
import { spokenOf } from '../../core/lexicon/spoken.ts'
import { pool } from '../../core/scoring/counts.ts'
import type { Readings } from '../../core/scoring/report/reading-words.ts'
import { bandScores } from '../../core/scoring/words/band-scores.ts'
import { betaMean } from '../../core/scoring/words/beta-moments.ts'
import { expectedScores } from '../../core/scoring/words/expected-score.ts'
import { ownLexiconBrier } from '../../core/scoring/words/own-lexicon.ts'
import { pointScores } from '../../core/scoring/words/point-score.ts'
import { underYardsticks } from '../../core/scoring/words/under-yardsticks.ts'
import { readAs, type Statements } from '../../core/scoring/words/word-counts.ts'
import { wordOrder } from '../../core/scoring/words/word-order.ts'
import type { FormCount } from '../../storage/report-counts.ts'
import { probabilityOf } from '../probabilities.ts'
import { wordsOf } from './own-phrases.ts'
import { Unbounded } from './report-schema.ts'

const Ends = z.object({ lowest: z.number(), highest: z.number() })

/** The mean Brier score of everything that is scored, read by one lexicon after another. 0 best, 1 worst. */
export const WordScores = z
  .object({
    statements: z.int().meta({ description: 'scored ones, in words or numbers' }),
    inWords: z.int(),
    atMean: z.number().meta({ description: 'each phrase at the mean of what readers hear: the headline' }),
    atMedian: z.number(),
    expectedBrier: z.number().meta({ description: 'over all that readers hear = atMean + lexiconVariance' }),
    lexiconVariance: z
      .number()
      .meta({ description: 'how much readers disagree: a fact about the lexicon, ranks nobody' }),
    expectedLog: Unbounded.meta({ description: 'expected logarithmic score, nats, 0 best' }),
    sd: z
      .object({ shared: z.number(), independent: z.number() })
      .meta({ description: 'spread over the meanings of words: one meaning a phrase, or one a use' }),
    bounds: z.object({ free: Ends, shared: Ends }).meta({
      description: 'if a phrase may mean anything between the 5 % and 95 % of readers, at each use or for all',
    }),
    ownWords: z.number().nullable().meta({
      description:
        'each phrase read as how often its other uses came true: discrimination, not calibration; null of no words',
    }),
    yardsticks: z
      .array(
        z.object({
          yardstick: z.string(),
          covered: z.int().meta({ description: 'statements that the standard has words for; the scores are of these' }),
          notCovered: z.array(z.string()),
          openBands: z.array(z.string()).meta({ description: 'phrases within whose band the standard sets another' }),
          free: Ends.nullable(),
          shared: Ends.nullable().meta({ description: 'one meaning a phrase, within its band' }),
          midpoint: z.number().nullable(),
          expectedUniform: z.number().nullable(),
        }),
      )
      .meta({ description: 'comparable only where they cover the same' }),
  })
  .meta({ id: 'WordScores' })
export type WordScores = z.infer<typeof WordScores>

export const OrderOfWords = z
  .object({
    tau: z.number().nullable().meta({
      description:
        'Kendall’s tau-b of what readers hear and what came true, over pairs of phrases: 1 as ordered, −1 reversed; null where no two differ, as `missing` says',
    }),
    weightedTau: z.number().nullable().meta({ description: 'over pairs of statements; null as tau' }),
    violations: z
      .array(z.object({ lower: z.string(), higher: z.string() }))
      .meta({ description: 'what is called `lower` came true more often than what is called `higher`' }),
    pooled: z
      .array(z.object({ phrases: z.array(z.string()), n: z.int(), hits: z.int(), frequency: z.number() }))
      .meta({ description: 'neighbours that cannot be told apart, lowest first' }),
  })
  .meta({ id: 'OrderOfWords' })
export type OrderOfWords = z.infer<typeof OrderOfWords>

/** What forms say, numbers and words apart. */
export const statementsOf = (forms: readonly FormCount[]): Statements => ({
  numbers: pool(
    forms
      .filter(({ form }) => spokenOf(form) === null)
      .map(({ form, n, hits }) => ({ p: probabilityOf(form), n, hits })),
  ),
  words: wordsOf(forms),
})

/** Scores under every reading; null of nothing scored. */
export const wordScores = (statements: Statements, { lexicon, yardsticks }: Readings): WordScores | null => {
  const [point, expected, within] = [
    pointScores(statements, lexicon),
    expectedScores(statements, lexicon),
    bandScores(statements, heard),
  ]
  if (!point || !expected || !within) return null
  return {
    statements: expected.n,
    inWords: statements.words.reduce((so, { n }) => so + n, 0),
    ...point,
    expectedBrier: expected.expectedBrier,
    lexiconVariance: expected.lexiconVariance,
    expectedLog: Number.isFinite(expected.expectedLog) ? expected.expectedLog : 'Infinity',
    sd: expected.sd,
    bounds: { free: within.free, shared: within.shared },
    ownWords: ownLexiconBrier(statements.words),
    yardsticks: underYardsticks(statements, yardsticks).map(({ statements: _, ...under }) => under),
  }
}

/** Why there is no order of words, by what it lacks. */
const whyUnordered = (used: number): string => {
  if (used === 0) return 'nothing was said in words'
  return used === 1
    ? 'an order needs two phrases'
    : 'no two phrases differ in what readers hear and in how often they came true'
}

/** The nulls of an order and of scores that no rule withholds, by their path, and why they cannot be. */
export const missingOfWords = (
  { words }: Pick<Statements, 'words'>,
  order: OrderOfWords | null,
  scores: WordScores | null,
): { field: string; reason: string }[] => {
  const used = new Set(words.flatMap(({ phrase, n }) => (n > 0 ? [phrase] : []))).size
  const taus = (['tau', 'weightedTau'] as const).filter((name) => order !== null && order[name] === null)
  const under = (scores?.yardsticks ?? []).flatMap((one, at) =>
    (['free', 'shared', 'midpoint', 'expectedUniform'] as const)
      .filter((name) => one[name] === null)
      .map((name) => ({
        field: `scores.yardsticks.${at}.${name}`,
        reason:
          one.covered > 0
            ? `the standard sets another band within that of ${one.openBands.join(', ')}`
            : 'the standard has words for none of these statements',
      })),
  )
  return [
    ...taus.map((name) => ({ field: `order.${name}`, reason: whyUnordered(used) })),
    ...(scores?.ownWords === null ? [{ field: 'scores.ownWords', reason: whyUnordered(0) }] : []),
    ...under,
  ]
}

/** Whether the words came true in the order in which readers hear them. */
export const orderOfWords = ({ words }: Pick<Statements, 'words'>, { lexicon }: Readings): OrderOfWords => {
  const { tau, weightedTau, violations, pooled } = wordOrder(words, readAs(lexicon, betaMean))
  return {
    tau,
    weightedTau,
    violations: violations.map(({ lower, higher }) => ({ lower: lower.phrase, higher: higher.phrase })),
    pooled,
  }
}
