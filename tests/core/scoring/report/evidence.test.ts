import { describe, expect, it } from 'vitest'
import { type Counts, countsOf, pool } from '../../../../src/core/scoring/counts.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { type Circumstances, evidenceOf } from '../../../../src/core/scoring/report/evidence.ts'
import { verdict } from '../../../../src/core/scoring/report/verdict.ts'

const around: Circumstances = { survivesEBH: true, canonicalOrientation: true, seed: 's', draws: 100 }

/** One forecast per family on a 5 % grid, whose events happen with chance expit(shift + slope · logit p). */
const sample = (families: number, { slope, shift }: { slope: number; shift: number }, seed: string) => {
  const random = randomFrom(seed)
  const each = Array.from({ length: families }, (): Counts => {
    const p = (1 + Math.floor(random() * 19)) / 20
    const chance = 1 / (1 + Math.exp(-shift - slope * Math.log(p / (1 - p))))
    return countsOf([{ p, outcome: random() < chance ? 1 : 0 }])
  })
  return { families: each, oneEach: pool(each.flat()) }
}
const codes = (times: number, families: number, fault: { slope: number; shift: number }): string[] =>
  Array.from({ length: times }, (_, at) => {
    const given = evidenceOf(sample(families, fault, `${families} ${fault.slope} ${fault.shift} ${at}`), around)
    return verdict(given).code
  })
const share = (of: readonly string[], pattern: RegExp): number =>
  of.filter((code) => pattern.test(code)).length / of.length

describe('evidenceOf', () => {
  it('is the worked example', () => {
    const families = Array.from({ length: 40 }, (_, at) => countsOf([{ p: 0.9, outcome: at % 2 ? 1 : 0 }]))
    const found = evidenceOf({ families, oneEach: pool(families.flat()) }, around)
    expect(found).toMatchObject({ statements: 40, families: 40, mcbWithinChance: false, slope: null })
    expect(found.eValue).toBeGreaterThan(10_000)
    expect(found.gap?.low).toBeCloseTo(0.2381, 3)
    expect(found.gap?.high).toBeCloseTo(0.5619, 3)
    expect(verdict(found).code).toBe('miscalibrated:says-too-much')
  })

  it('counts a family once in the e-value, however much was said on it', () => {
    const whole = countsOf(Array.from({ length: 50 }, () => ({ p: 0.9, outcome: 0 as const })))
    const one = countsOf([{ p: 0.9, outcome: 0 }])
    const found = evidenceOf({ families: [whole], oneEach: one }, around)
    expect(found).toMatchObject({ statements: 50, families: 1 })
    expect(found.eValue).toBe(evidenceOf({ families: [one], oneEach: one }, around).eValue)
  })

  it('finds MCB beyond luck in few perfectly calibrated authors whose families of five share one outcome', () => {
    const found = Array.from({ length: 100 }, (_, at) => {
      const { families: single, oneEach } = sample(40, { slope: 1, shift: 0 }, `shared ${at}`)
      const families = single.map((family) => family.map(({ p, n, hits }) => ({ p, n: 5 * n, hits: 5 * hits })))
      return evidenceOf({ families, oneEach }, { ...around, seed: `shared ${at}` })
    })
    expect(found.every(({ statements, families }) => statements === 200 && families === 40)).toBe(true)
    // 5 of 100 with a standard error of 2.2; taken one by one it were most of them.
    expect(found.filter(({ mcbWithinChance }) => !mcbWithinChance).length).toBeLessThanOrEqual(12)
  })

  it('is of nothing what nothing says', () => {
    const found = evidenceOf({ families: [], oneEach: [] }, around)
    expect(found).toMatchObject({
      statements: 0,
      families: 0,
      eValue: 1,
      mcbWithinChance: true,
      slope: null,
      gap: null,
      power: 0,
    })
    expect(verdict(found).code).toBe('too-few-to-judge')
  })
})

describe('verdicts on simulated forecasters', () => {
  it('find miscalibration in at most 1 of 20 calibrated ones', () => {
    const fair = codes(150, 100, { slope: 1, shift: 0 })
    expect(share(fair, /^miscalibrated|strong-alone/)).toBeLessThanOrEqual(0.05)
    expect(share(fair, /^no-sign/)).toBeGreaterThan(0.7)
    expect(share(fair, /well-calibrated/)).toBe(0)
  })

  it.each([
    [{ slope: 0.4, shift: 0 }, /^miscalibrated:over-confident/],
    [{ slope: 2.2, shift: 0 }, /^miscalibrated:under-confident/],
    [{ slope: 1, shift: -0.9 }, /^miscalibrated:(.*-and-)?says-too-much/],
    [{ slope: 1, shift: 0.9 }, /^miscalibrated:(.*-and-)?says-too-little/],
  ])('name the fault of %j at 400 families', (fault, pattern) => {
    expect(share(codes(20, 400, fault), pattern)).toBeGreaterThanOrEqual(0.9)
  })

  it('praise a calibrated one of 3,000 families', () => {
    expect(share(codes(10, 3000, { slope: 1, shift: 0 }), /^well-calibrated$/)).toBeGreaterThanOrEqual(0.7)
  })
})
