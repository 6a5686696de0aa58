import { describe, expect, it } from 'vitest'
import { yardstickIds, yardstickLexicon } from '../../../../src/core/lexicon/lexicon.ts'
import { underYardsticks, type Yardstick } from '../../../../src/core/scoring/words/under-yardsticks.ts'

const icd: Yardstick = {
  id: 'icd-203',
  terms: { 'very likely': { low: 0.8, high: 0.95 }, likely: { low: 0.55, high: 0.8 } },
  termOf: { 'very-likely': 'very likely', likely: 'likely' },
}
const ipcc: Yardstick = {
  id: 'ipcc',
  terms: { 'very likely': { low: 0.9, high: 1 }, likely: { low: 0.66, high: 1 }, even: { low: 0.33, high: 0.66 } },
  termOf: { 'very-likely': 'very likely', likely: 'likely', 'about-even': 'even' },
}
const said = (phrase: string, n: number, hits: number) => ({ phrase, polarity: '+' as const, n, hits })
const under = (yardstick: Yardstick, words: ReturnType<typeof said>[], numbers = [{ p: 0.5, n: 0, hits: 0 }]) =>
  underYardsticks({ numbers, words }, [yardstick])[0]

describe('underYardsticks', () => {
  it('gives disjoint bands their midpoint', () => {
    expect(under(icd, [said('likely', 2, 1)])).toMatchObject({
      yardstick: 'icd-203',
      covered: 2,
      statements: 2,
      openBands: [],
      shared: { lowest: expect.closeTo(0.2525, 14), highest: expect.closeTo(0.34, 14) },
      midpoint: expect.closeTo(0.280625, 14),
    })
  })

  it('gives a band that holds another one bounds alone', () => {
    expect(under(ipcc, [said('likely', 2, 1)])).toMatchObject({
      openBands: ['likely'],
      shared: { lowest: expect.closeTo(0.2756, 14), highest: 0.5 },
      midpoint: null,
      expectedUniform: null,
    })
    expect(under(ipcc, [said('about-even', 2, 1)])).toMatchObject({
      openBands: [],
      midpoint: expect.closeTo(0.250025, 9),
    })
  })

  it('scores what the standard has words for, and names the rest', () => {
    const words = [said('likely', 2, 1), said('could', 3, 1), said('about-even', 1, 1)]
    expect(under(icd, words, [{ p: 0.5, n: 4, hits: 2 }])).toMatchObject({
      covered: 6,
      statements: 10,
      notCovered: ['about-even', 'could'],
      midpoint: expect.closeTo((2 * 0.280625 + 4 * 0.25) / 6, 14),
    })
  })

  it('has no score where nothing is covered', () => {
    expect(under(icd, [said('could', 3, 1)])).toMatchObject({ covered: 0, free: null, shared: null, midpoint: null })
  })

  it('keeps the order of the standards', () => {
    const ids = underYardsticks({ numbers: [], words: [] }, [ipcc, icd]).map(({ yardstick }) => yardstick)
    expect(ids).toEqual(['ipcc', 'icd-203'])
  })
})

describe('the published standards', () => {
  const standard = (id: (typeof yardstickIds)[number]): Yardstick => {
    const { entries } = yardstickLexicon(id)
    return {
      id,
      terms: Object.fromEntries(entries.map(({ term, low, high }) => [term, { low, high }])),
      termOf: Object.fromEntries(entries.map(({ term }) => [term, term])),
    }
  }
  it.each([
    ['icd-203', []],
    ['uk-phia', []],
    ['nato', []],
    ['efsa', ['more likely than not']],
    [
      'ipcc',
      [
        'extremely likely',
        'extremely unlikely',
        'likely',
        'more likely than not',
        'unlikely',
        'very likely',
        'very unlikely',
      ],
    ],
  ] as const)('%s has these bands that hold another', (id, open) => {
    const yardstick = standard(id)
    const words = Object.keys(yardstick.termOf).map((phrase) => said(phrase, 1, 1))
    const found = under(yardstick, words)
    expect(found?.openBands).toEqual(open)
    expect(found?.midpoint === null).toBe(open.length > 0)
    expect(found?.notCovered).toEqual([])
  })

  it('are all here', () => {
    expect([...yardstickIds].sort()).toEqual(['efsa', 'icd-203', 'ipcc', 'nato', 'uk-phia'])
  })
})
