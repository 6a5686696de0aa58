import { describe, expect, it } from 'vitest'
import type { Ends } from '../../../../src/core/scoring/report/direction.ts'
import { type Evidence, verdict, verdictCodes } from '../../../../src/core/scoring/report/verdict.ts'

const ends = (low: number, high: number): Ends => ({ low, high })
const slopes = [null, ends(0.4, 0.9), ends(0.85, 0.99), ends(0.9, 1.2), ends(0.5, 1.6), ends(1.01, 1.2), ends(1.1, 2.2)]
const gaps = [null, ends(0.01, 0.04), ends(0.02, 0.2), ends(-0.04, 0.03), ends(-0.2, 0.2), ends(-0.2, -0.02)]
const evidence: Evidence = {
  statements: 43,
  families: 40,
  eValue: 1.2,
  mcbWithinChance: true,
  survivesEBH: false,
  slope: ends(0.5, 1.6),
  gap: ends(-0.2, 0.2),
  canonicalOrientation: true,
  power: 0.4,
}
const both = [true, false]

const all: Evidence[] = [0, 1, 9, 29, 30, 99, 100, 500].flatMap((families) =>
  [0, 1, 5.999, 6, 19.999, 20, 1e9, Infinity].flatMap((eValue) =>
    both.flatMap((mcbWithinChance) =>
      both.flatMap((survivesEBH) =>
        both.flatMap((canonicalOrientation) =>
          slopes.flatMap((slope) =>
            gaps.map((gap) => ({
              ...evidence,
              statements: families + 3,
              families,
              eValue,
              mcbWithinChance,
              survivesEBH,
              canonicalOrientation,
              slope,
              gap,
            })),
          ),
        ),
      ),
    ),
  ),
)
/** Figures left out, so that two codes with the same words show. */
const skeleton = (sentence: string): string => sentence.replace(/\d[\d.,]*\d|\d/g, '#')

describe('verdict, for every combination of evidence', () => {
  const verdicts = all.map((given) => ({ given, ...verdict(given) }))

  it('is one sentence and a code of the list', () => {
    expect(verdicts).toHaveLength(8 * 8 * 8 * 42)
    for (const { code, sentence } of verdicts) {
      expect(verdictCodes).toContain(code)
      expect(sentence).toMatch(/^[A-Z][^\n]*[^.]\.$/)
      expect(sentence).not.toMatch(/[.!?] |undefined|NaN|null|Infinity| {2}/)
    }
  })

  it('reaches every code, and gives each code words of its own', () => {
    expect(new Set(verdicts.map(({ code }) => code))).toEqual(new Set(verdictCodes))
    const codesOf = new Map<string, Set<string>>()
    for (const { code, sentence } of verdicts) {
      const words = skeleton(sentence)
      codesOf.set(words, (codesOf.get(words) ?? new Set()).add(code))
    }
    for (const [words, codes] of codesOf) expect([...codes], words).toHaveLength(1)
  })

  it('praises by equivalence alone', () => {
    for (const { given, code, sentence } of verdicts) {
      expect(/well calibrated/.test(sentence)).toBe(code === 'well-calibrated')
      if (code !== 'well-calibrated') continue
      expect(given.families).toBeGreaterThanOrEqual(100)
      expect(given.eValue).toBeLessThan(6)
      expect(given.mcbWithinChance && given.canonicalOrientation).toBe(true)
      expect(given.slope && given.slope.low >= 0.8 && given.slope.high <= 1.25).toBe(true)
      expect(given.gap && given.gap.low >= -0.05 && given.gap.high <= 0.05).toBe(true)
    }
  })

  it('says too much or too little only of questions worded by rule', () => {
    const directed = verdicts.filter(({ sentence }) => /(say|saying) too (much|little)/.test(sentence))
    expect(directed.length).toBeGreaterThan(0)
    for (const { given } of directed) expect(given.canonicalOrientation).toBe(true)
  })

  it('concludes miscalibration only on strong evidence that e-BH keeps', () => {
    for (const { given, code } of verdicts)
      if (code.startsWith('miscalibrated')) {
        expect(given.survivesEBH && given.eValue >= 20 && given.eValue < Infinity && given.families >= 30).toBe(true)
      }
  })

  it('speaks of the statements, never of a person', () => {
    for (const { sentence } of verdicts) expect(sentence).not.toMatch(/\b(author is|he|she|they are|forecaster is)\b/i)
  })
})

const over = { slope: ends(0.4, 0.9) }
const under = { slope: ends(1.1, 2.2) }
const tooMuch = { gap: ends(0.02, 0.2) }
const strong = { eValue: 34, survivesEBH: true }

describe('verdict', () => {
  it.each([
    [
      { families: 29 },
      'too-few-to-judge',
      'These 43 statements from 29 event families are too few to judge; a verdict needs 30 families.',
    ],
    [
      { statements: 1, families: 1 },
      'too-few-to-judge',
      'This 1 statement from 1 event family is too few to judge; a verdict needs 30 families.',
    ],
    [
      {},
      'no-sign',
      'No sign of miscalibration in this sample of 43 statements; it would have shown a slope of 0.6 with 40 %.',
    ],
    [
      { slope: null, gap: null, power: 0.001 },
      'no-sign',
      'No sign of miscalibration in this sample of 43 statements; it would have shown a slope of 0.6 with less than 1 %.',
    ],
    [
      over,
      'no-sign-but-interval',
      'No sign of miscalibration that stands repeated looking in this sample of 43 statements, though a 95 % interval of slope or gap leaves out its target; it would have shown a slope of 0.6 with 40 %.',
    ],
    [
      { mcbWithinChance: false },
      'more-than-luck',
      'These 43 statements show more miscalibration than luck gives in 95 of 100 such samples, but the evidence that stands repeated looking is weak (e-value 1.2), so nothing is concluded.',
    ],
    [
      { eValue: 6, ...over },
      'hints:over-confident',
      'These 43 statements hint at over-confidence (e-value 6.0), which is not conclusive.',
    ],
    [
      { eValue: 12, ...under, ...tooMuch },
      'hints:under-confident-and-says-too-much',
      'These 43 statements hint at under-confidence and at saying too much (e-value 12), which is not conclusive.',
    ],
    [
      { ...strong, ...over },
      'miscalibrated:over-confident',
      'These 43 statements are over-confident: what they called likely or unlikely was less so than they said (e-value 34).',
    ],
    [
      { ...strong, ...tooMuch },
      'miscalibrated:says-too-much',
      'These 43 statements say too much: less came true than they said (e-value 34).',
    ],
    [
      { ...strong, ...tooMuch, canonicalOrientation: false },
      'miscalibrated:undirected',
      'These 43 statements are miscalibrated, in a direction that slope and gap do not tell (e-value 34).',
    ],
    [
      { ...strong, ...over, survivesEBH: false },
      'strong-alone',
      'These 43 statements show strong evidence of miscalibration when taken alone (e-value 34), which does not stand once every author on the board is tested, so nothing is concluded.',
    ],
    [
      { ...strong, eValue: Infinity },
      'certainty-failed',
      'In this sample of 43 statements something stated as certain failed, or something stated as impossible happened, which calibrated statements never show.',
    ],
  ] as const)('%j: %s', (given, code, sentence) => {
    expect(verdict({ ...evidence, ...given })).toEqual({ code, sentence })
  })

  it.each([
    [
      { eValue: 1.2 },
      'well-calibrated',
      'These 900 statements from 800 event families are well calibrated to within 5 points.',
    ],
    [
      { eValue: 20000, survivesEBH: true },
      'miscalibrated-within-margin',
      'These 900 statements are miscalibrated (e-value over 10,000), but by little: the slope is within 0.8 to 1.25 and the average within 5 points.',
    ],
  ] as const)('of many statements within the margins, %j: %s', (given, code, sentence) => {
    const many = { ...evidence, statements: 900, families: 800, slope: ends(0.9, 1.1), gap: ends(-0.02, 0.03) }
    expect(verdict({ ...many, ...given })).toEqual({ code, sentence })
  })

  it.each([{ eValue: Number.NaN }, { eValue: -1 }, { power: 1.1 }, { power: Number.NaN }, { families: 44 }])(
    'refuses %j',
    (given) => {
      expect(() => verdict({ ...evidence, ...given })).toThrow(/cannot be judged/)
    },
  )
})
