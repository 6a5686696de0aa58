import { describe, expect, it } from 'vitest'
import { clopperPearson, jeffreys, posterior, wilson } from '../../../../src/core/scoring/intervals/proportion.ts'

describe('wilson', () => {
  it.each([
    { hits: 1, n: 1, low: 0.2065493143772374, high: 1 },
    { hits: 0, n: 5, low: 0, high: 0.43448246478317487 },
    { hits: 1, n: 2, low: 0.09453120573423068, high: 0.9054687942657693 },
    { hits: 8, n: 10, low: 0.4901624715366417, high: 0.9433178485456247 },
  ])('$hits of $n', ({ hits, n, low, high }) => {
    const interval = wilson(hits, n)
    expect(interval?.low).toBeCloseTo(low, 14)
    expect(interval?.high).toBeCloseTo(high, 14)
  })

  it('reaches the ends exactly, has no value for n = 0, and widens with the level', () => {
    expect(wilson(0, 7)?.low).toBe(0)
    expect(wilson(7, 7)?.high).toBe(1)
    expect(wilson(0, 0)).toBeNull()
    expect(wilson(3, 7, 0.99)?.low).toBeLessThan(wilson(3, 7, 0.9)?.low ?? 0)
  })
})

describe('other intervals of a proportion', () => {
  // Ends of Beta distributions in closed form: Beta(1, n) and Beta(n, 1) are powers.
  it('Clopper and Pearson hold the whole end', () => {
    expect(clopperPearson(0, 5)).toEqual({ low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 5), 14), level: 0.95 })
    expect(clopperPearson(5, 5)).toEqual({ low: expect.closeTo(0.025 ** (1 / 5), 14), high: 1, level: 0.95 })
    expect(clopperPearson(1, 2)?.low).toBeCloseTo(1 - Math.sqrt(0.975), 14)
    expect(clopperPearson(0, 0)).toBeNull()
  })

  it('Jeffreys stops short of the ends unless corrected', () => {
    const [plain, corrected] = [jeffreys(1, 1), jeffreys(1, 1, { corrected: true })]
    expect(plain?.low).toBeCloseTo(0.1467463163095751, 13)
    expect(plain?.high).toBeCloseTo(0.9996144190192441, 13)
    expect(corrected).toEqual({ ...plain, high: 1 })
    expect(jeffreys(0, 4, { corrected: true })?.low).toBe(0)
    expect(jeffreys(0, 4)?.low).toBeGreaterThan(0)
    expect(jeffreys(2, 4, { corrected: true })).toEqual(jeffreys(2, 4))
    expect(jeffreys(0, 0)).toBeNull()
  })

  it('a posterior starts from its prior', () => {
    expect(posterior(0, 0)).toEqual({
      mean: 0.5,
      low: expect.closeTo(0.025, 14),
      high: expect.closeTo(0.975, 14),
      level: 0.95,
    })
    expect(posterior(2, 2)).toMatchObject({ mean: 0.75, low: expect.closeTo(0.025 ** (1 / 3), 14) })
    expect(posterior(3, 5, { a: 2, b: 8 }).mean).toBeCloseTo(1 / 3, 14)
  })
})
