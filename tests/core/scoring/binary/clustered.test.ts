import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aucInterval, clusteredAuc } from '../../../../src/core/scoring/binary/auc.ts'
import { clusteredSpiegelhalter, spiegelhalter } from '../../../../src/core/scoring/binary/calibration-tests.ts'
import { asymptoticConsistency } from '../../../../src/core/scoring/binary/consistency-band.ts'
import { familyHitTest, hitTest } from '../../../../src/core/scoring/binary/expected.ts'
import { honestBand } from '../../../../src/core/scoring/binary/honest-band.ts'
import { skillAgainstConstant, skillByFamily, skillByFamilyAgainst } from '../../../../src/core/scoring/binary/skill.ts'
import { pool } from '../../../../src/core/scoring/counts.ts'
import { counts } from './counting.ts'
import { doubled, singles, someFamilies } from './doubling.ts'

/** Equal but for rounding, whatever is inside. */
const near = (value: unknown): unknown => {
  if (typeof value === 'number') return expect.closeTo(value, 8)
  if (Array.isArray(value)) return value.map(near)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, near(part)]))
}

const z95 = 1.959963984540054

describe('AUC over families', () => {
  it('is worked by hand where a family holds a hit and a miss', () => {
    // Hits .6 and .9, misses .5 and .7: placements of the hits ½ and 1, of the misses 1 and ½, AUC ¾, so that each lies ¼ off.
    // Families {.6 hit, .5 miss} and {.9 hit, .7 miss}: A = −¼, ¼; B = ¼, −¼.
    // V = 2(⅛)/4 + 2(⅛)/4 + 2 · 2(−⅛)/4 = 0: what one gains the other loses. {.6 hit, .7 miss} and {.9 hit, .5 miss}: V = ¼.
    expect(clusteredAuc([counts([0.5, 1, 0], [0.6, 1, 1]), counts([0.7, 1, 0], [0.9, 1, 1])])).toEqual({
      auc: 0.75,
      interval: null,
    })
    const wide = clusteredAuc([counts([0.7, 1, 0], [0.6, 1, 1]), counts([0.5, 1, 0], [0.9, 1, 1])], 0.5)
    expect(wide?.interval?.low).toBeCloseTo(0.75 - 0.6744897501960817 * Math.sqrt(1 / 4), 12)
  })

  it('tells by two families of each outcome at least, and not where hits are above all misses', () => {
    expect(clusteredAuc([counts([0.9, 4, 4]), counts([0.5, 1, 0]), counts([0.95, 1, 0])])?.interval).toBeNull()
    expect(
      clusteredAuc(
        [
          [0.9, 1, 1],
          [0.8, 1, 1],
          [0.1, 1, 0],
          [0.2, 1, 0],
        ].map((row) => counts(row as [number, number, number])),
      ),
    ).toEqual({ auc: 1, interval: null })
    expect(clusteredAuc([counts([0.4, 2, 2])])).toBeNull()
    expect(clusteredAuc([])).toBeNull()
  })
})

describe("Spiegelhalter's test over families", () => {
  it('is worked by hand', () => {
    const test = clusteredSpiegelhalter([counts([0.2, 2, 2]), counts([0.2, 2, 0])])
    expect(test?.designEffect).toBeCloseTo(2, 13)
    expect(test?.independent.z).toBeCloseTo(1.5, 13)
    expect(test?.z).toBeCloseTo(1.5 / Math.SQRT2, 13)
  })

  it('is never surer than of independent questions', () => {
    const apart = clusteredSpiegelhalter([counts([0.2, 2, 1]), counts([0.3, 1, 1])])
    expect(apart?.designEffect).toBe(1)
    expect(apart?.z).toBe(apart?.independent.z)
    expect(clusteredSpiegelhalter([counts([0.2, 2, 1])])).toBeNull()
    expect(clusteredSpiegelhalter([counts([0.5, 2, 1]), counts([0.5, 1, 1])])).toBeNull()
  })
})

describe('the exact test over families', () => {
  it('is worked by hand', () => {
    // One fate: .2 of both, .3 of the first alone, .5 of neither; with a .5 beside, of three hits .1, of two .1 + .15, of one .15 + .25.
    const test = familyHitTest([counts([0.2, 1, 1], [0.5, 1, 1]), counts([0.5, 1, 0])])
    expect(test.atLeast).toBeCloseTo(0.1 + 0.1 + 0.15, 14)
    expect(test.atMost).toBeCloseTo(0.9, 14)
  })

  it('keeps every chance where families leave gaps, of many families too', () => {
    const { atMost, atLeast } = familyHitTest(Array.from({ length: 60 }, () => counts([0.5, 50, 0])))
    expect(atMost / 2 ** -60).toBeCloseTo(1, 10)
    expect(atLeast).toBeCloseTo(1, 12)
    expect(familyHitTest([])).toEqual({ atMost: 1, atLeast: 1, twoSided: 1 })
  })
})

describe('skill over families', () => {
  it('is worked by hand', () => {
    const skill = skillByFamily([
      { n: 1, own: 0.04, reference: 0.25 },
      { n: 1, own: 0.16, reference: 0.25 },
    ])
    expect(skill).toMatchObject({ skill: near(0.6), reference: 0.25, sd: near(0.24) })
    expect(skill?.interval).toEqual({ low: near(0.6 - 12.706204736174694 * 0.24), high: 1, level: 0.95 })
    expect(skillByFamily([{ n: 1, own: 0.04, reference: 0 }])).toBeNull()
    expect(skillByFamily([{ n: 3, own: 0.1, reference: 0.2 }])).toMatchObject({ skill: 0.5, sd: null, interval: null })
    expect(skillByFamily([])).toBeNull()
  })
})

describe('of one forecast a family', () => {
  it('each is the formula of independent questions', () => {
    fc.assert(
      fc.property(someFamilies.map(singles), (families) => {
        const all = pool(families.flat())
        const [ours, delong] = [clusteredAuc(families), aucInterval(all)]
        expect(ours?.auc).toBe(delong?.auc)
        if (ours?.interval) expect(ours).toEqual(near(delong))
        else if (delong?.interval) expect(delong.interval.high - delong.interval.low).toBeLessThan(2 * z95 * 1e-7)
        const test = clusteredSpiegelhalter(families)
        if (test) expect({ z: test.z, p: test.p }).toEqual(near(spiegelhalter(all)))
        expect(familyHitTest(families)).toEqual(near(hitTest(all)))
        expect(skillByFamilyAgainst(families, 0.5)?.sd).toEqual(near(skillAgainstConstant(all)?.sd))
        expect(asymptoticConsistency(all, 0.9, families)).toEqual(near(asymptoticConsistency(all)))
        expect(honestBand(all, { families })).toEqual(honestBand(all))
      }),
      { numRuns: 300 },
    )
  })
})

describe('of every forecast made twice in its family', () => {
  it('none is surer for it', () => {
    fc.assert(
      fc.property(someFamilies, (once) => {
        const twice = doubled(once)
        const [one, two] = [pool(once.flat()), pool(twice.flat())]
        expect(clusteredAuc(twice)).toEqual(near(clusteredAuc(once)))
        expect(familyHitTest(twice)).toEqual(near(familyHitTest(once)))
        expect(skillByFamilyAgainst(twice, 0.5)).toEqual(near(skillByFamilyAgainst(once, 0.5)))
        expect(asymptoticConsistency(two, 0.9, twice)).toEqual(near(asymptoticConsistency(one, 0.9, once)))
        expect(honestBand(two, { families: twice })).toEqual(near(honestBand(one, { families: once })))
        const [is, was] = [clusteredSpiegelhalter(twice), clusteredSpiegelhalter(once)]
        // Where families hang together less than by chance the first is not made surer, and the second is.
        if (was && was.designEffect > 1) expect(is?.z).toBeCloseTo(was.z, 8)
      }),
      { numRuns: 300 },
    )
  })
})
