import { describe, expect, it } from 'vitest'
import { COHORT_SIZE } from '../../../../src/core/scoring/report/cohort.ts'
import { lookAt, simulate } from '../simulation.ts'

const RUNS = 20
const MONTHS = 24
const seeds = Array.from({ length: RUNS }, (_, at) => 1000 + at)
const mean = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0) / values.length
const points = (share: number): string => `${(100 * share).toFixed(2)} points`
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** Every look of a run, at the end of each month and until the last "no" that comes in at all is in. */
const looks = (asked: ReturnType<typeof simulate>) =>
  Array.from({ length: MONTHS + 6 }, (_, at) => lookAt(asked, at + 1))

describe('a perfect forecaster, 500 questions due a month', () => {
  it.each([
    [0.2, 0.03, 0.045],
    [0.25, 0.04, 0.055],
    [0.3, 0.05, 0.065],
  ])('with %d of the "no" never settled: no cohort enters, and the bounds hold the truth', (neverNo, least, most) => {
    const off: number[] = []
    for (const seed of seeds) {
      const asked = simulate({ seed, perMonth: 500, months: MONTHS, neverNo })
      for (const look of looks(asked)) {
        expect(look.joined.filter(({ entered }) => entered)).toEqual([])
        expect(look.shown).toBeNull()
        const { meanP, rate, error } = look.truth
        const { lowest = 1, highest = 0 } = look.hitRate ?? {}
        expect(rate).toBeGreaterThanOrEqual(lowest)
        expect(rate).toBeLessThanOrEqual(highest)
        // With every "yes" settled the lower bound is the share of "yes" itself, which chance takes to either side of mean p.
        expect(meanP).toBeGreaterThan(lowest - 4 * error)
        expect(meanP).toBeLessThan(highest)
      }
      off.push(lookAt(asked, MONTHS + 6).naive?.off ?? 0)
    }
    // Why the cohorts are there: scoring whatever is settled finds a bias that the forecaster does not have.
    expect(mean(off)).toBeGreaterThan(least)
    expect(mean(off)).toBeLessThan(most)
    const last = lookAt(simulate({ seed: 1000, perMonth: 500, months: MONTHS, neverNo }), MONTHS + 6)
    const { lowest = 0, highest = 0 } = last.hitRate ?? {}
    console.info(
      `${percent(neverNo)} of "no" never settled: scoring what is settled is off by ${points(mean(off))}; ` +
        `no cohort enters; bounds ${percent(lowest)} to ${percent(highest)}, mean p ${percent(last.truth.meanP)}`,
    )
  })

  it('with 4 % of the "no" never settled: cohorts enter, and the shown rate is within a point of mean p', () => {
    const ends = seeds.map((seed) =>
      lookAt(simulate({ seed, perMonth: 500, months: MONTHS, neverNo: 0.04 }), MONTHS + 6),
    )
    for (const { joined } of ends) {
      expect(joined).toHaveLength(MONTHS)
      expect(joined.every(({ entered }) => entered)).toBe(true)
    }
    const off = ends.map(({ shown }) => shown?.off ?? Infinity)
    expect(Math.abs(mean(off))).toBeLessThan(0.01)
    console.info(
      `4 % of "no" never settled: all ${MONTHS} cohorts enter; shown rate ${percent(mean(ends.map(({ shown }) => shown?.observed ?? 0)))}, ` +
        `expected ${percent(mean(ends.map(({ shown }) => shown?.expected ?? 0)))}: off by ${points(mean(off))} (${RUNS} runs)`,
    )
  })
})

describe('a perfect forecaster, 3 questions due a month', () => {
  it('has bounds alone until 200 are joined', () => {
    for (const seed of seeds) {
      const asked = simulate({ seed, perMonth: 3, months: 80, neverNo: 0 })
      for (let now = 1; now <= 66; now += 1) {
        const look = lookAt(asked, now)
        expect(look.joined).toHaveLength(1)
        expect(look.joined[0]).toMatchObject({ due: 3 * now, entered: false })
        expect(look.shown).toBeNull()
        const { lowest = 1, highest = 0 } = look.hitRate ?? {}
        expect(look.truth.rate).toBeGreaterThanOrEqual(lowest)
        expect(look.truth.rate).toBeLessThanOrEqual(highest)
      }
      const { joined, shown } = lookAt(asked, 72)
      expect(joined[0]).toMatchObject({ due: 201, settled: 201, entered: true })
      expect(joined[0]?.due).toBeGreaterThanOrEqual(COHORT_SIZE)
      expect(shown?.n).toBe(201)
    }
  })
})
