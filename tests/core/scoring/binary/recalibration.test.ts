import { describe, expect, it } from 'vitest'
import { clusteredRecalibration } from '../../../../src/core/scoring/binary/clustered-recalibration.ts'
import { clipped, overlap, recalibration } from '../../../../src/core/scoring/binary/recalibration.ts'
import { counts } from './counting.ts'

const mirrored = counts([0.25, 10, 4], [0.75, 10, 6])

describe('recalibration', () => {
  it('is worked by hand', () => {
    // logit .4 = −ln 1.5 at logit .25 = −ln 3. Information 20 · .24 and 20 · .24 · (ln 3)², no cross term.
    const result = recalibration(mirrored)
    expect(result?.slope.value).toBeCloseTo(Math.log(1.5) / Math.log(3), 10)
    expect(result?.slope.error).toBeCloseTo(1 / Math.sqrt(4.8) / Math.log(3), 10)
    expect(result?.intercept.value).toBeCloseTo(0, 10)
    expect(result?.intercept.error).toBeCloseTo(1 / Math.sqrt(4.8), 10)
    expect(result?.interceptAtSlope1.value).toBeCloseTo(0, 10)
    expect(result?.interceptAtSlope1.error).toBeCloseTo(1 / Math.sqrt(3.75), 10)
    expect(result?.slope.interval.high).toBeCloseTo(0.369070246 + 1.959963985 * 0.415466, 5)
    // 2 Σ h ln(ō/p): 2(8 ln(.4/.25) + 12 ln(.6/.75)).
    const statistic = 2 * (8 * Math.log(1.6) + 12 * Math.log(0.8))
    expect(result?.tests.both.statistic).toBeCloseTo(statistic, 10)
    expect(result?.tests.both.p).toBeCloseTo(Math.exp(-statistic / 2), 10)
    expect(result?.tests.slope.statistic).toBeCloseTo(statistic, 10)
    expect(result?.tests.intercept).toEqual({ statistic: expect.closeTo(0, 10), p: expect.closeTo(1, 5) })
  })

  it('solves the score equations: no line fits better', () => {
    const given = counts([0.1, 1, 0], [0.2, 2, 0], [0.5, 2, 1], [0.7, 3, 2], [0.9, 2, 2])
    const { intercept, slope } = recalibration(given) ?? {}
    const at = (a = Number.NaN, b = Number.NaN) => {
      const rest = given.map(({ p, n, hits }) => hits - n / (1 + Math.exp(-a - b * Math.log(p / (1 - p)))))
      return Math.abs(rest.reduce((so, one) => so + one, 0))
    }
    expect(at(intercept?.value, slope?.value)).toBeLessThan(1e-12)
    // What rms 6.5.0 stops at.
    expect(at(-0.578473780058787, 1.97861194631862)).toBeGreaterThan(1e-6)
  })

  it.each([
    { name: 'fewer than ten', given: counts([0.25, 4, 1], [0.75, 5, 3]) },
    { name: 'a certainty', given: counts([0, 1, 0], [0.25, 10, 4], [0.75, 10, 6]) },
    { name: 'all outcomes alike', given: counts([0.25, 10, 0], [0.75, 10, 0]) },
    { name: 'one p only', given: counts([0.25, 20, 5]) },
    { name: 'separable', given: counts([0.25, 10, 0], [0.75, 10, 10]) },
    { name: 'separable but for one p', given: counts([0.25, 10, 0], [0.5, 4, 2], [0.75, 10, 10]) },
    { name: 'reversed', given: counts([0.25, 10, 10], [0.75, 10, 0]) },
    { name: 'nothing', given: counts() },
  ])('has no value: $name', ({ given }) => {
    expect(recalibration(given)).toBeNull()
  })

  it('survives extremes, far slopes and the wrong way round', () => {
    expect(recalibration(counts([1e-12, 50, 25], [1 - 1e-12, 50, 25]))?.slope.value).toBeCloseTo(0, 10)
    expect(recalibration(counts([0.49, 1000, 1], [0.51, 1000, 999]))?.slope.value).toBeGreaterThan(100)
    expect(recalibration(counts([0.25, 10, 6], [0.75, 10, 4]))?.slope.value).toBeLessThan(0)
  })
})

describe('clipping', () => {
  it('moves certainties into range and pools them with their new neighbours', () => {
    expect(clipped(counts([0, 2, 0], [0.01, 1, 1], [0.5, 1, 0], [1, 3, 2]))).toEqual(
      counts([0.01, 3, 1], [0.5, 1, 0], [0.99, 3, 2]),
    )
  })

  it('decides overlap by p, not by order', () => {
    expect(overlap(counts([0.2, 2, 1], [0.4, 2, 1]))).toBe(true)
    expect(overlap(counts([0.2, 2, 1]))).toBe(false)
  })
})

describe('clusteredRecalibration', () => {
  it('has the errors of independent questions, but for m/(m − 1), when every family holds one', () => {
    // One forecast each: Σ s² = Σ(y − q)² has the expectation of the information, and equals it in a saturated fit.
    const singles = mirrored.flatMap(({ p, n, hits }) =>
      Array.from({ length: n }, (_, at) => counts([p, 1, at < hits ? 1 : 0])),
    )
    const clustered = clusteredRecalibration(singles)
    const plain = recalibration(mirrored)
    expect(clustered.slope?.value).toBeCloseTo(plain?.slope.value ?? 0, 10)
    expect(clustered.slope?.error).toBeCloseTo((plain?.slope.error ?? 0) * Math.sqrt(20 / 19), 10)
  })

  it('is worked by hand where families are whole', () => {
    // At slope 1 the fitted rates are .25 and .75: scores 4 − 2.5 and 6 − 7.5 of two families, information 3.75.
    const { interceptAtSlope1, gap } = clusteredRecalibration([counts([0.25, 10, 4]), counts([0.75, 10, 6])])
    expect(interceptAtSlope1?.value).toBeCloseTo(0, 10)
    expect(interceptAtSlope1?.error).toBeCloseTo(Math.sqrt(2 * (1.5 ** 2 + 1.5 ** 2)) / 3.75, 10)
    expect(gap).toMatchObject({ mean: expect.closeTo(0, 14), families: 2 })
  })

  it('is not fooled by repeats of every question inside its family', () => {
    const families = [
      counts([0.2, 3, 1], [0.6, 1, 1]),
      counts([0.4, 2, 0], [0.9, 2, 1]),
      counts([0.3, 2, 1], [0.8, 4, 3]),
    ]
    const doubled = families.map((family) => family.map(({ p, n, hits }) => ({ p, n: 2 * n, hits: 2 * hits })))
    const [once, twice] = [clusteredRecalibration(families), clusteredRecalibration(doubled)]
    expect(twice.slope?.error).toBeCloseTo(once.slope?.error ?? 0, 9)
    expect(twice.gap?.interval?.low).toBeCloseTo(once.gap?.interval?.low ?? 0, 12)
  })

  it('clips: certainties that failed do not stop it', () => {
    const families = [counts([0, 6, 1]), counts([1, 6, 5]), counts([0.5, 3, 1])]
    expect(clusteredRecalibration(families).slope?.value).toBeLessThan(1)
  })

  it('says what it cannot say', () => {
    const gap = { mean: expect.closeTo(-0.2, 14), families: 3 }
    const three = [counts([0.8, 1, 1]), counts([0.8, 1, 1]), counts([0.8, 1, 1])]
    expect(clusteredRecalibration(three)).toMatchObject({ slope: null, interceptAtSlope1: null, gap })
    expect(clusteredRecalibration([mirrored])).toMatchObject({ slope: null, interceptAtSlope1: null })
    expect(clusteredRecalibration([])).toEqual({ slope: null, interceptAtSlope1: null, gap: null })
  })
})
