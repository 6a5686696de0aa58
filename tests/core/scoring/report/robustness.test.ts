import { describe, expect, it } from 'vitest'
import { type RobustItem, robustness } from '../../../../src/core/scoring/report/robustness.ts'

const item = (at: number, p: number, outcome: 0 | 1, more: Partial<RobustItem> = {}): RobustItem => ({
  family: `f${at}`,
  said: at,
  p,
  outcome,
  inCohort: true,
  ...more,
})
const tenths = (right: number): RobustItem[] => Array.from({ length: 10 }, (_, at) => item(at, 0.9, at < right ? 1 : 0))

type Options = Partial<Parameters<typeof robustness<string>>[1]>
const verdictOf = (items: readonly RobustItem[]) => (items.length >= 8 ? 'many' : 'few')
const box = (items: readonly RobustItem[], options: Options = {}) =>
  robustness(items, { verdictOf, lexicons: [], coders: [], ...options })
const row = (items: readonly RobustItem[], check: string, options: Options = {}) =>
  box(items, options).checks.find((one) => one.check === check)

describe('robustness', () => {
  it('is the worked example', () => {
    const { headline, checks } = box(tenths(7))
    expect(headline).toMatchObject({
      n: 10,
      families: 10,
      brier: expect.closeTo(0.25, 14),
      side: 'equal',
      verdict: 'many',
    })
    expect(checks[0]).toMatchObject({
      check: 'without-largest',
      n: 5,
      brier: expect.closeTo(0.01, 14),
      side: 'better',
      affected: 5,
      sideChanges: true,
      verdictChanges: true,
    })
  })

  it('leaves out what pulls the mean up or down', () => {
    // Mean loss .3: the right 100 % pull it down by .3 each, the wrong 60 % up by .06 only.
    const items = [
      ...Array.from({ length: 5 }, (_, at) => item(at, 1, 1)),
      ...Array.from({ length: 25 }, (_, at) => item(at + 5, 0.6, 0)),
    ]
    expect(row(items, 'without-largest')).toMatchObject({ n: 25, brier: expect.closeTo(0.36, 14), affected: 5 })
  })

  it('keeps the first of each family, by when it was said', () => {
    const items = [item(3, 0.9, 0, { family: 'a' }), item(1, 0.2, 0, { family: 'a' }), item(2, 0.7, 1, { family: 'b' })]
    expect(row(items, 'one-per-family')).toMatchObject({
      n: 2,
      families: 2,
      brier: expect.closeTo((0.04 + 0.09) / 2, 14),
      affected: 1,
    })
  })

  it('takes first and final forecasts where there are several', () => {
    const items = [item(1, 0.7, 1, { first: 0.6, final: 1 }), item(2, 0.7, 1)]
    expect(row(items, 'first-forecast')).toMatchObject({ brier: expect.closeTo((0.16 + 0.09) / 2, 14), affected: 1 })
    expect(row(items, 'final-forecast')).toMatchObject({ brier: expect.closeTo(0.045, 14), affected: 1 })
  })

  it('keeps to cohorts that have entered, and says when nothing is left', () => {
    const items = [item(1, 0.7, 1, { inCohort: false }), item(2, 0.7, 1, { inCohort: false })]
    expect(row(items, 'due-cohorts')).toEqual({
      check: 'due-cohorts',
      by: null,
      n: 0,
      families: 0,
      brier: null,
      interval: null,
      side: null,
      verdict: null,
      affected: 2,
      sideChanges: null,
      verdictChanges: null,
    })
  })

  it('reads words by each lexicon, and leaves out phrases it lacks', () => {
    const items = [
      item(1, 0.7, 1, { words: { phrase: 'likely', polarity: '+' } }),
      item(2, 0.3, 0, { words: { phrase: 'likely', polarity: '-' } }),
      item(3, 0.4, 0, { words: { phrase: 'could', polarity: '+' } }),
      item(4, 0.5, 0),
    ]
    const lexicons = [
      { id: 'one', reading: { likely: 0.8 } },
      { id: 'other', reading: { likely: 0.7, could: 0.4 } },
    ]
    const rows = box(items, { lexicons }).checks.filter(({ check }) => check === 'lexicon')
    expect(rows).toMatchObject([
      { by: 'one', n: 3, affected: 3, brier: expect.closeTo((0.04 + 0.04 + 0.25) / 3, 14) },
      { by: 'other', n: 4, affected: 0, sideChanges: false, verdictChanges: false },
    ])
  })

  it('scores the items of each coder', () => {
    const coders = [{ id: 'second reader', items: tenths(4) }]
    expect(row(tenths(9), 'coder', { coders })).toMatchObject({
      by: 'second reader',
      side: 'worse',
      affected: 5,
      sideChanges: true,
      verdictChanges: false,
    })
  })

  it('holds the score against a baseline on the same items', () => {
    const items = [item(1, 0.7, 1, { reference: 0.9 }), item(2, 0.2, 0, { reference: 0.1 })]
    expect(box(items).headline.side).toBe('worse')
    expect(box(items.map(({ reference: _, ...rest }) => rest)).headline.side).toBe('better')
  })

  it('has a headline of nothing', () => {
    expect(box([]).headline).toMatchObject({ n: 0, brier: null, side: null, verdict: null })
  })
})
