import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidence, evidenceForFirst } from '../../../../src/core/scoring/comparing/e-values.ts'
import type { Versus } from '../../../../src/core/scoring/comparing/paired-test.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'

const probability = fc.integer({ min: 0, max: 1000 }).map((k) => k / 1000)

describe('evidenceForFirst', () => {
  it.each<[Versus, number]>([
    [{ first: 1, second: 0, outcome: 1 }, 1.5],
    [{ first: 1, second: 0, outcome: 0 }, 0.5],
    [{ first: 0.8, second: 0.4, outcome: 1 }, 0.7 / 0.6],
    [{ first: 0.8, second: 0.4, outcome: 0 }, 0.3 / 0.4],
    [{ first: 0, second: 0, outcome: 1 }, 1],
  ])('of %j is %f', (pair, e) => expect(evidenceForFirst([pair]).logE).toBeCloseTo(Math.log(e), 12))

  it('is never expected to grow while the second is at least as good', () => {
    fc.assert(
      fc.property(probability, probability, probability, (first, second, truth) => {
        const loss = (said: number): number => truth * (1 - said) ** 2 + (1 - truth) * said ** 2
        if (loss(second) > loss(first)) return
        const e = (outcome: 0 | 1): number => Math.exp(evidenceForFirst([{ first, second, outcome }]).logE)
        expect(truth * e(1) + (1 - truth) * e(0)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  it('stops where 20 is first reached, and remembers its strongest moment', () => {
    const good: Versus = { first: 1, second: 0, outcome: 1 }
    const bad: Versus = { first: 1, second: 0, outcome: 0 }
    const found = evidenceForFirst([...Array.from({ length: 9 }, () => good), bad, bad])
    expect(found.stopped).toEqual({ e: expect.closeTo(1.5 ** 8, 9), p: expect.closeTo(1.5 ** -8, 12), at: 8 })
    expect(found.anytimeP).toBeCloseTo(1.5 ** -9, 12)
    expect(found.logE).toBeCloseTo(9 * Math.log(1.5) + 2 * Math.log(0.5), 12)
  })

  it('has an E of 1 for none, and gives both directions', () => {
    expect(evidenceForFirst([])).toEqual({ logE: 0, anytimeP: 1, stopped: { e: 1, p: 1, at: 0 } })
    const found = evidence([{ first: 0.9, second: 0.2, outcome: 1 }])
    expect(found.first.logE).toBeGreaterThan(0)
    expect(found.second.logE).toBeLessThan(0)
    expect(found.second.anytimeP).toBe(1)
  })

  it('reaches 20 at any time for at most 5 % of those who are no better', () => {
    const random = randomFrom('no better')
    const runs = Array.from({ length: 1000 }, () =>
      evidenceForFirst(
        Array.from({ length: 100 }, (): Versus => {
          // The second says the truth; the first is off by up to a quarter.
          const truth = random()
          const first = Math.min(1, Math.max(0, truth + (random() - 0.5) / 2))
          return { first, second: truth, outcome: random() < truth ? 1 : 0 }
        }),
      ),
    )
    expect(runs.filter(({ anytimeP }) => anytimeP <= 0.05).length / 1000).toBeLessThanOrEqual(0.05)
  })
})
