import fc from 'fast-check'
import { pool } from '../../../../src/core/scoring/counts.ts'
import type { Statements, WordCount } from '../../../../src/core/scoring/words/word-counts.ts'

/** The readings of four phrases that tests share; means .75, .6, .25 and .4. */
export const lexicon = {
  likely: { alpha: 3, beta: 1 },
  probable: { alpha: 12, beta: 8 },
  unlikely: { alpha: 2, beta: 6 },
  could: { alpha: 1.6, beta: 2.4 },
}
export const bands = {
  likely: { low: 0.55, high: 0.8 },
  probable: { low: 0.5, high: 0.7 },
  unlikely: { low: 0.2, high: 0.45 },
  could: { low: 0.1, high: 0.9 },
}

const uses = fc.integer({ min: 0, max: 12 }).chain((n) => fc.record({ n: fc.constant(n), hits: fc.nat({ max: n }) }))
const wordCount: fc.Arbitrary<WordCount> = fc
  .record({ phrase: fc.constantFrom(...Object.keys(lexicon)), polarity: fc.constantFrom('+' as const, '-' as const) })
  .chain((said) => uses.map((counts) => ({ ...said, ...counts })))

export const someWords = fc.array(wordCount, { maxLength: 6 })
export const someStatements: fc.Arbitrary<Statements> = fc.record({
  numbers: fc
    .array(
      fc.integer({ min: 1, max: 19 }).chain((twentieths) => uses.map((counts) => ({ p: twentieths / 20, ...counts }))),
      { maxLength: 4 },
    )
    .map(pool),
  words: someWords,
})

/** The same statements about questions turned round: words said of the opposite, numbers of the complement. */
export const turned = ({ numbers, words }: Statements): Statements => ({
  numbers: pool(numbers.map(({ p, n, hits }) => ({ p: 1 - p, n, hits: n - hits }))),
  words: words.map(({ phrase, polarity, n, hits }) => ({
    phrase,
    polarity: polarity === '+' ? '-' : '+',
    n,
    hits: n - hits,
  })),
})
