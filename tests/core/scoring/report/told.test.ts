import { describe, expect, it } from 'vitest'
import { report } from '../../../../src/core/scoring/report/report.ts'
import { tell } from '../../../../src/core/scoring/report/told.ts'
import { withhold } from '../../../../src/core/scoring/report/withhold.ts'
import { tally } from '../../../../src/core/scoring/tally.ts'

/** So many forecasts in families of their own, every other one true. */
const said = (n: number, p: (at: number) => number, outcome = (at: number): 0 | 1 => (at % 2 === 0 ? 1 : 0)) =>
  tally(Array.from({ length: n }, (_, at) => ({ family: `${at}`, p: p(at), outcome: outcome(at) })))
const shown = (n: number, open = 0, ...rest: [((at: number) => 0 | 1)?]) =>
  withhold(
    report({
      ...said(n, (at) => [0.3, 0.4, 0.7][at % 3] ?? 0.5, ...rest),
      unsettled: open ? [{ p: 0.4, n: open }] : [],
    }),
  )
const aboutIn = (...of: Parameters<typeof shown>) => tell(shown(...of)).map(({ about }) => about)

describe('tell', () => {
  it.each([
    { families: 9, about: [] },
    { families: 10, about: ['brier'] },
    { families: 30, about: ['brier', 'overconfidence', 'curve'] },
    { families: 100, about: ['brier', 'overconfidence', 'curve', 'auc', 'mcb'] },
  ])('says of $families families what they allow, in the order of a page', ({ families, about }) => {
    expect(aboutIn(families)).toEqual(about)
  })

  it('says of outcomes that are all alike that they are, and what is open last', () => {
    expect(aboutIn(12, 0, () => 1)).toEqual(['brier', 'familyHitTest'])
    expect(aboutIn(12, 3)).toEqual(['bounds'])
    expect(aboutIn(9, 1)).toEqual(['bounds'])
    expect(tell(shown(0))).toEqual([{ about: 'n', sentence: 'Nothing is due and settled yet.' }])
  })

  it('gives way to the bounds while questions are open, unless their cohort has entered', () => {
    expect(tell(shown(30, 2), [], { entered: false }).map(({ about }) => about)).toEqual(['bounds'])
    const told = tell(shown(30, 2), [], { entered: true })
    expect(told.map(({ about }) => about)).toEqual(['brier', 'overconfidence', 'curve', 'bounds'])
    expect(told.find(({ about }) => about === 'curve')?.sentence).toContain('2 more statements are due and not settled')
    expect(tell(shown(30)).find(({ about }) => about === 'curve')?.sentence).not.toContain('not settled')
  })
})
