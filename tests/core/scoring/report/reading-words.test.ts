import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import type { JudgedItem } from '../../../../src/core/scoring/report/entrant.ts'
import type { Sample } from '../../../../src/core/scoring/report/evidence.ts'
import { readingWords, VERDICT_WORLDS } from '../../../../src/core/scoring/report/reading-words.ts'
import { verdictCodeOf } from '../../../../src/core/scoring/report/verdict-code.ts'
import { item } from './board-of.ts'

const lexicon = { likely: { alpha: 3, beta: 1 }, unlikely: { alpha: 1, beta: 3 } }
const readings = { lexicon, yardsticks: [] }
const said = (at: number, phrase: 'likely' | 'unlikely', outcome: 0 | 1): JudgedItem =>
  item(at, phrase === 'likely' ? 0.75 : 0.25, outcome, { words: { phrase, polarity: '+' } })

const many = (n: number): JudgedItem[] => {
  const random = randomFrom('many words')
  return Array.from({ length: n }, (_, at) => said(at, at % 2 ? 'likely' : 'unlikely', random() < 0.6 ? 1 : 0))
}

describe('readingWords', () => {
  it('is the worked example', () => {
    const read = readingWords([said(0, 'likely', 1)], { readings, seed: 's', worlds: 20, verdict: null })
    expect(read).toMatchObject({
      statements: 1,
      pointBrier: 0.0625,
      lexiconVariance: expect.closeTo(0.0375, 12),
      expectedBrier: expect.closeTo(0.1, 12),
      worlds: { brier: { defined: 20 }, verdictHolds: null },
      nested: null,
    })
  })

  it('says nothing where all was said in numbers', () => {
    expect(readingWords([item(0, 0.7, 1)], { readings, seed: 's', worlds: 20, verdict: null })).toBeNull()
  })

  it('judges families as they read in each world, of the first hundred worlds', () => {
    const seen: number[] = []
    const ofSample = ({ families, oneEach }: Sample): boolean => {
      expect(oneEach).toMatchObject([{ n: 2 }])
      expect(families).toHaveLength(2)
      expect(families[0]).toMatchObject([{ n: 2 }])
      // One meaning of a phrase in a world, whichever family it is said in.
      expect(families[0]?.[0]?.p).toBe(families[1]?.[0]?.p)
      seen.push(families[0]?.[0]?.p ?? Number.NaN)
      return seen.length % 4 > 0
    }
    const items = [0, 0, 1].map((family, at) => ({ ...said(at, 'likely', 1), family: `f${family}` }))
    const read = readingWords(items, {
      readings,
      seed: 's',
      worlds: 300,
      verdict: { code: true, ofSample, standing: { items, waiting: [] } },
    })
    expect(seen).toHaveLength(VERDICT_WORLDS)
    expect(new Set(seen).size).toBe(VERDICT_WORLDS)
    expect(read?.worlds).toMatchObject({ verdictHolds: 0.75, brier: { worlds: 300 } })
  })

  it('reads 10,000 statements in words with little time and memory', () => {
    const items = many(10_000)
    const options = { survives: () => true, canonical: true, seed: 's', draws: 50 }
    const ofSample = (sample: Sample) => verdictCodeOf(sample, options)
    const [begun, before] = [performance.now(), process.memoryUsage().rss]
    const code = verdictCodeOf({ families: [], oneEach: [] }, options)
    const read = readingWords(items, {
      readings,
      seed: 's',
      worlds: 400,
      verdict: { code, ofSample, standing: { items, waiting: [] } },
    })
    const seconds = (performance.now() - begun) / 1000
    const megabytes = (process.memoryUsage().rss - before) / 2 ** 20
    console.info(
      `reading-words.test.ts: 10,000 statements in ${seconds.toFixed(1)} s and ${megabytes.toFixed(0)} MB more`,
    )
    expect(read?.worlds.verdictHolds).toBe(0)
    expect(seconds).toBeLessThan(60)
    expect(megabytes).toBeLessThan(500)
  }, 120_000)
})
