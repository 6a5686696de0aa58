import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { mapOf, recalibrated, type TimedItem } from '../../../../src/core/scoring/report/recalibrated.ts'

const someItem: fc.Arbitrary<TimedItem> = fc
  .record({
    family: fc.constantFrom('a', 'b', 'c', 'd'),
    said: fc.nat({ max: 20 }),
    wait: fc.nat({ max: 10 }),
    p: fc.oneof(
      fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
      fc.constantFrom(0.001, 0.999),
    ),
    outcome: fc.constantFrom(0 as const, 1 as const),
  })
  .map(({ wait, ...item }) => ({ ...item, settled: item.said + wait }))

/** Forecasters whose statements are off by a line on the logit scale, one statement a day. */
const author = (slope: number, days: number, seed: string): TimedItem[] => {
  const random = randomFrom(seed)
  return Array.from({ length: days }, (_, day) => {
    const p = (1 + Math.floor(random() * 19)) / 20
    const chance = 1 / (1 + Math.exp(-slope * Math.log(p / (1 - p))))
    return { family: `f${day}`, said: day, settled: day + 0.5, p, outcome: random() < chance ? 1 : 0 }
  })
}

describe('mapOf', () => {
  it('is the identity for nothing, and the worked example', () => {
    expect(mapOf([])).toEqual({ intercept: 0, slope: 1 })
    const { intercept, slope } = mapOf([{ p: 0.9, n: 20, hits: 10 }])
    expect(intercept).toBeCloseTo(-0.2706, 4)
    expect(slope).toBeCloseTo(0.4055, 4)
  })

  it('lies at the top of the posterior: its slope there is nil', () => {
    fc.assert(
      fc.property(fc.array(someItem, { maxLength: 30 }), (items) => {
        const counts = items.map(({ p, outcome }) => ({ p, n: 1, hits: outcome }))
        const { intercept, slope } = mapOf(counts)
        let [a, b] = [-intercept / 0.09, -(slope - 1) / 0.09]
        for (const { p, hits } of counts) {
          const within = Math.min(Math.max(p, 0.01), 0.99)
          const x = Math.log(within / (1 - within))
          const rest = hits - 1 / (1 + Math.exp(-intercept - slope * x))
          a += rest
          b += rest * x
        }
        expect(Math.abs(a)).toBeLessThan(1e-6)
        expect(Math.abs(b)).toBeLessThan(1e-6)
      }),
    )
  })

  it('settles even where every certainty failed', () => {
    const { intercept, slope } = mapOf([{ p: 1, n: 100_000, hits: 0 }])
    expect(Number.isFinite(intercept) && Number.isFinite(slope) && slope < 0).toBe(true)
  })
})

describe('recalibrated', () => {
  it('is the worked example', () => {
    const items = Array.from(
      { length: 20 },
      (_, day): TimedItem => ({ family: `f${day}`, said: day, settled: day + 0.5, p: 0.9, outcome: day % 2 ? 1 : 0 }),
    )
    const found = recalibrated(items)
    expect(found?.items[0]).toEqual({ p: 0.9, recalibrated: 0.9, learntFrom: 0 })
    expect(found?.items[19]).toMatchObject({ recalibrated: expect.closeTo(0.6375, 4), learntFrom: 19 })
    expect(found?.stated).toBeCloseTo(0.41, 14)
    expect(found?.recalibrated).toBeCloseTo(0.3321, 4)
    expect(found?.difference.mean).toBeCloseTo(0.41 - 0.3321, 4)
  })

  it('lets no later outcome reach an earlier statement', () => {
    fc.assert(
      fc.property(fc.array(someItem, { minLength: 1, maxLength: 25 }), fc.nat(), (items, pick) => {
        const changed = items[pick % items.length]
        const others = items.map((item) =>
          item === changed ? { ...item, outcome: item.outcome === 1 ? (0 as const) : (1 as const) } : item,
        )
        const [before, after] = [recalibrated(items)?.items ?? [], recalibrated(others)?.items ?? []]
        items.forEach((item, at) => {
          if (changed && item.said <= changed.settled) expect(after[at]).toEqual(before[at])
        })
      }),
    )
  })

  it('learns from every outcome settled before: changing one changes what is said after', () => {
    const items = author(1, 30, 'any')
    const others = items.map((item, at) =>
      at === 3 ? { ...item, outcome: item.outcome === 1 ? (0 as const) : (1 as const) } : item,
    )
    const [before, after] = [recalibrated(items)?.items ?? [], recalibrated(others)?.items ?? []]
    expect(after.slice(0, 4)).toEqual(before.slice(0, 4))
    for (const at of [4, 10, 29]) expect(after[at]?.recalibrated).not.toBe(before[at]?.recalibrated)
  })

  it('does not depend on the order the items are given in', () => {
    fc.assert(
      fc.property(fc.array(someItem, { maxLength: 15 }), (items) => {
        const [forwards, backwards] = [recalibrated(items), recalibrated([...items].reverse())]
        expect([...(backwards?.items ?? [])].reverse()).toEqual(forwards?.items ?? [])
      }),
    )
  })

  it('keeps certainties, which no shift reaches, and what has no past', () => {
    const items: TimedItem[] = [
      { family: 'a', said: 0, settled: 1, p: 0.9, outcome: 0 },
      { family: 'b', said: 0, settled: 1, p: 0.995, outcome: 0 },
      { family: 'c', said: 2, settled: 3, p: 1, outcome: 1 },
      { family: 'd', said: 2, settled: 3, p: 0, outcome: 0 },
      // Said at the instant at which the first were settled: they are not known before it.
      { family: 'e', said: 1, settled: 3, p: 0.7, outcome: 0 },
    ]
    const found = recalibrated(items)?.items.map((item) => item.recalibrated)
    expect(found).toEqual([0.9, 0.995, 1, 0, 0.7])
    expect(recalibrated([])).toBeNull()
  })

  it('helps whose faults are steady, and costs a calibrated forecaster next to nothing', () => {
    const over = recalibrated(author(0.4, 400, 'over'))
    expect(over?.difference.interval?.low).toBeGreaterThan(0)
    const fair = recalibrated(author(1, 400, 'fair'))
    expect(Math.abs(fair?.difference.mean ?? 1)).toBeLessThan(0.004)
  })
})
