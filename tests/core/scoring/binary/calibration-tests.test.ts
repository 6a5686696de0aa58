import { describe, expect, it } from 'vitest'
import { leanTest, spiegelhalter } from '../../../../src/core/scoring/binary/calibration-tests.ts'
import { counts, rufibach } from './counting.ts'

describe('spiegelhalter', () => {
  it.each([
    // Both from Rufibach 2010, J Clin Epi 63:938.
    { name: 'model 1', given: rufibach, z: 1.0606601717798212, p: 0.2888443663464849 },
    { name: 'model 2', given: counts([0.4, 1, 1], [0.5, 1, 0]), z: 1.224744871391589, p: 0.22067136191984693 },
    { name: 'at the base rate', given: counts([0.25, 8, 2]), z: 0, p: 1 },
    // A failed certainty counts above the line only: −(.2)(−.6) + 1 − .3(.4) = 1, over √(.0576 + .0336).
    {
      name: 'a certain miss',
      given: counts([0, 1, 0], [0.3, 1, 0], [0.8, 1, 1], [1, 1, 0]),
      z: 2.516611478423583,
      p: 0.011848940928347476,
    },
  ])('$name', ({ given, z, p }) => {
    expect(spiegelhalter(given)?.z).toBeCloseTo(z, 12)
    expect(spiegelhalter(given)?.p).toBeCloseTo(p, 12)
  })

  it('has no value where calibration leaves nothing open', () => {
    expect(spiegelhalter(counts([0.5, 8, 3]))).toBeNull()
    expect(spiegelhalter(counts([0, 2, 0], [0.5, 2, 1], [1, 1, 1]))).toBeNull()
    expect(spiegelhalter([])).toBeNull()
  })
})

describe('leanTest', () => {
  it('compares hits with what was said', () => {
    expect(leanTest(rufibach)?.z).toBeCloseTo(0.6 / Math.sqrt(0.32), 14)
    expect(leanTest(counts([0.3, 5, 0]))?.z).toBeCloseTo(-1.5 / Math.sqrt(1.05), 14)
    expect(leanTest(counts([0, 2, 0], [1, 1, 1]))).toBeNull()
  })
})
