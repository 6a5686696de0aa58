import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../../src/core/scoring/numbers/normal.ts'
import { tTwoSided } from '../../../../src/core/scoring/numbers/student.ts'

describe('quantiles', () => {
  it.each([
    { p: 0.5, z: 0 },
    { p: 0.975, z: 1.959963984540054 },
    { p: 0.025, z: -1.959963984540054 },
    { p: 1e-10, z: -6.361340902404056 },
    { p: 1e-20, z: -9.262340089798409 },
    { p: 0, z: -Infinity },
    { p: 1, z: Infinity },
  ])('the normal quantile of $p is $z', ({ p, z }) => {
    const ours = normalQuantile(p)
    if (Number.isFinite(z)) expect(ours).toBeCloseTo(z, 13)
    else expect(ours).toBe(z)
  })

  // By mpmath with 40 digits.
  it.each([
    { level: 0.95, df: 1, t: 12.706204736174705 },
    { level: 0.95, df: 2, t: 4.302652729749464 },
    { level: 0.5, df: 3, t: 0.7648923284043453 },
    { level: 0.95, df: 9, t: 2.2621571627982053 },
    { level: 0.999, df: 10, t: 4.586893858702636 },
    { level: 0.9, df: 30, t: 1.6972608865939578 },
    { level: 0.95, df: 59, t: 2.000995378088268 },
    { level: 0.99, df: 399, t: 2.588207164030976 },
    { level: 0.95, df: 1000, t: 1.9623390808264085 },
    { level: 0.95, df: 1001, t: 1.96233670528088 },
    { level: 0.99, df: 20000, t: 2.576075153017255 },
  ])('t for level $level and $df df', ({ level, df, t }) => {
    expect(Math.abs(tTwoSided(level, df) / t - 1)).toBeLessThan(1e-12)
  })
})
