import { describe, expect, it } from 'vitest'
import { disagreement, type FirstDecision, reviewAgreement, type Second } from '../../src/core/second-opinion.ts'

const event = { kind: 'event', polarity: '+', orientation: 'as-worded' } as const
const first = (decision: 'accept' | 'reject', more: Partial<FirstDecision> = {}): FirstDecision => ({
  decision,
  found: event,
  corrections: null,
  ...more,
})
const reject: Second = { decision: 'reject', orientation: null, polarity: null }
const accept = (orientation: 'as-worded' | 'opposite' = 'as-worded', polarity: '+' | '-' = '+'): Second => ({
  decision: 'accept',
  orientation,
  polarity,
})

describe('two decisions', () => {
  it.each<[string, FirstDecision, Second, ReturnType<typeof disagreement>]>([
    ['accept alike', first('accept'), accept(), null],
    ['reject alike', first('reject'), reject, null],
    ['differ on whether', first('accept'), reject, 'decision'],
    ['differ the other way', first('reject'), accept(), 'decision'],
    ['differ on what', first('accept'), accept('as-worded', '-'), 'orientation'],
    ['say the same in two ways', first('accept'), accept('opposite', '-'), null],
    [
      'are compared as corrected',
      first('accept', { corrections: { polarity: { from: '+', to: '-' } } }),
      accept(),
      'orientation',
    ],
    [
      'of a state are of its end',
      first('accept', { found: { ...event, kind: 'state' } }),
      accept('opposite', '-'),
      null,
    ],
  ])('%s', (_, one, other, differ) => {
    expect(disagreement(one, other)).toBe(differ)
  })
})

describe('the agreement of reviewers', () => {
  // [[20, 5], [10, 15]]: pₒ = .7, pₑ = .5, κ = .4.
  const pairs = [
    { first: first('accept'), second: accept(), n: 12 },
    { first: first('accept'), second: accept('opposite', '-'), n: 8 },
    { first: first('accept'), second: reject, n: 5 },
    { first: first('reject'), second: accept(), n: 10 },
    { first: first('reject'), second: reject, n: 15 },
  ]

  it('is over all on the decision, and over what both accept on the orientation', () => {
    const { decisions, orientation } = reviewAgreement(pairs)
    expect(decisions).toMatchObject({ n: 50, agreed: 35, agreement: { rate: 0.7 }, withheld: null })
    expect(decisions.kappa).toBeCloseTo(0.4, 12)
    expect(decisions.prevalence).toEqual({ first: 0.5, second: 0.6 })
    expect(orientation).toMatchObject({ n: 20, agreed: 20, kappa: null, interval: null })
    expect(orientation.withheld).toContain('30 pairs, of which there are 20')
  })

  it('has no κ where both accept everything, and says why', () => {
    const { decisions, orientation } = reviewAgreement([{ first: first('accept'), second: accept(), n: 40 }])
    expect(decisions).toMatchObject({ n: 40, kappa: null, withheld: expect.stringContaining('all alike') })
    expect(orientation.agreement?.rate).toBe(1)
  })

  it('of nothing is nothing', () => {
    expect(reviewAgreement([]).decisions).toMatchObject({ n: 0, agreement: null, prevalence: null, kappa: null })
  })
})
