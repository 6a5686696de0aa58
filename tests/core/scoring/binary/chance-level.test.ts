import { describe, expect, it } from 'vitest'
import { chanceLevel } from '../../../../src/core/scoring/binary/chance-level.ts'
import { counts, grid } from './counting.ts'

describe('chanceLevel', () => {
  it('knows what a perfect forecaster shows: a 5 % grid, 50 questions, MCB about .028, ECE about .14', () => {
    const fifty = counts(...grid(1).map(({ p }, at): [number, number, number] => [p, at < 12 ? 3 : 2, 1]))
    const level = chanceLevel(fifty, { seed: 'x', draws: 2000 })
    expect(level?.mcb.mean).toBeGreaterThan(0.022)
    expect(level?.mcb.mean).toBeLessThan(0.034)
    expect(level?.ece.mean).toBeGreaterThan(0.12)
    expect(level?.ece.mean).toBeLessThan(0.16)
    expect(level?.mcb.most).toBeGreaterThan(level?.mcb.mean ?? 1)
  })

  it('finds what luck does not make, and not what it does', () => {
    const [good, bad] = [grid(20), grid(20).map(({ p, n }) => ({ p, n, hits: n / 2 }))]
    expect(chanceLevel(good, { seed: 'x', draws: 400 })?.mcb.p).toBeGreaterThan(0.5)
    expect(chanceLevel(bad, { seed: 'x', draws: 400 })?.mcb.p).toBe(1 / 401)
  })

  it('leaves nothing to luck in certainties, and is the same for the same seed', () => {
    const none = { observed: 0, mean: 0, most: 0, p: 1 }
    expect(chanceLevel(counts([1, 2, 2]), { seed: 'x', draws: 10 })).toEqual({ mcb: none, ece: none })
    expect(chanceLevel(grid(3), { seed: 'x', draws: 50 })).toEqual(chanceLevel(grid(3), { seed: 'x', draws: 50 }))
    expect(chanceLevel([], { seed: 'x' })).toBeNull()
  })
})
