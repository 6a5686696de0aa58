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
    expect(aboutIn(12, 0, () => 1)).toEqual(['brier', 'hitTest'])
    expect(aboutIn(12, 3)).toEqual(['brier', 'bounds'])
    expect(aboutIn(9, 1)).toEqual(['bounds'])
    const caption = (open: number) => tell(shown(30, open)).find(({ about }) => about === 'curve')?.sentence
    expect(caption(2)).toContain('2 more statements are due and not settled')
    expect(caption(0)).not.toContain('not settled')
  })
})
