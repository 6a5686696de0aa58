import { describe, expect, it } from 'vitest'
import { binsBetween } from '../../../../src/core/scoring/binary/bins.ts'
import { hosmerLemeshow } from '../../../../src/core/scoring/more/hosmer-lemeshow.ts'
import { counts, rufibach } from '../binary/counting.ts'

describe('hosmerLemeshow', () => {
  it.each([
    { name: 'Rufibach 2010', given: rufibach, statistic: 1.125, df: 1, p: 0.2888443663464849 },
    // (2 − .5)²/.45 + (9 − 9)²/3.6 on 2 df: exp(−2.5).
    { name: 'two bins', given: counts([0.1, 5, 2], [0.6, 15, 9]), statistic: 5, df: 2, p: Math.exp(-2.5) },
    { name: 'certainties that held', given: counts([0, 2, 0], [1, 2, 2]), statistic: 0, df: 2, p: 1 },
  ])('$name', ({ given, statistic, df, p }) => {
    const result = hosmerLemeshow(binsBetween(given))
    expect(result?.statistic).toBeCloseTo(statistic, 12)
    expect(result?.df).toBe(df)
    expect(result?.p).toBeCloseTo(p, 12)
  })

  it('has no value when a certainty failed, or for nothing', () => {
    expect(hosmerLemeshow(binsBetween(counts([0.3, 5, 1], [1, 2, 1])))).toBeNull()
    expect(hosmerLemeshow([])).toBeNull()
  })
})
