import { describe, expect, it } from 'vitest'
import { eValue } from '../../../../src/core/scoring/binary/e-value.ts'
import { countsOf } from '../../../../src/core/scoring/counts.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { power } from '../../../../src/core/scoring/report/power.ts'

const bold = (each: number) => [
  { p: 0.1, n: each, hits: 0 },
  { p: 0.9, n: each, hits: each },
]

describe('power', () => {
  it('grows with the sample, from nothing to near certainty', () => {
    const grown = [0, 10, 40, 100, 300].map((each) => power(each === 0 ? [] : bold(each), { seed: 's' }))
    expect(grown[0]).toBe(0)
    for (const [at, share] of grown.entries()) expect(share).toBeGreaterThanOrEqual(grown[at - 1] ?? 0)
    expect(grown[2]).toBeGreaterThan(0.25)
    expect(grown[2]).toBeLessThan(0.45)
    expect(grown[4]).toBeGreaterThan(0.99)
  })

  it('is the share that forecasts drawn one by one give', () => {
    const random = randomFrom('one by one')
    const forecasts = Array.from({ length: 200 }, (_, at) => ((at % 19) + 1) / 20)
    const shown = Array.from({ length: 600 }, () => {
      const drawn = forecasts.map((p) => {
        const odds = (p / (1 - p)) ** 0.6
        return { p, outcome: random() < odds / (1 + odds) ? (1 as const) : (0 as const) }
      })
      return eValue(countsOf(drawn)).e >= 20
    })
    const share = shown.filter(Boolean).length / shown.length
    const sample = countsOf(forecasts.map((p) => ({ p, outcome: 0 as const })))
    // Four standard errors of the difference of two such shares.
    expect(Math.abs(power(sample, { seed: 's' }) - share)).toBeLessThan(0.11)
  })

  it('does not look at the outcomes of the sample', () => {
    const turned = bold(30).map(({ p, n, hits }) => ({ p, n, hits: n - hits }))
    expect(power(turned, { seed: 's', draws: 100 })).toBe(power(bold(30), { seed: 's', draws: 100 }))
  })

  it('is nothing where only 50 % or certainties were said: no slope shows in them', () => {
    const flat = [
      { p: 0, n: 50, hits: 0 },
      { p: 0.5, n: 100, hits: 50 },
      { p: 1, n: 50, hits: 50 },
    ]
    expect(power(flat, { seed: 's' })).toBeLessThan(0.06)
  })
})
