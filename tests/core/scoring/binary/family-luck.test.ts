import { describe, expect, it } from 'vitest'
import { chanceLevel } from '../../../../src/core/scoring/binary/chance-level.ts'
import { resampledConsistency } from '../../../../src/core/scoring/binary/consistency-band.ts'
import { areSingle, familyPlays } from '../../../../src/core/scoring/binary/family-luck.ts'
import { type Counts, pool } from '../../../../src/core/scoring/counts.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { counts } from './counting.ts'

const P = [0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95]
/** 40 calibrated families whose five forecasts share one outcome. */
const world = (seed: string): { all: Counts; families: Counts[] } => {
  const random = randomFrom(seed)
  const families = Array.from({ length: 40 }, () => {
    const p = P[Math.floor(random() * P.length)] ?? 0.5
    return counts([p, 5, random() < p ? 5 : 0])
  })
  return { all: pool(families.flat()), families }
}

describe('familyPlays', () => {
  it('gives all forecasts of a family one fate, each with its own probability', () => {
    const family = counts([0.3, 2, 0], [0.7, 3, 0])
    const play = familyPlays(family, [family])
    const random = randomFrom('plays')
    const plays = Array.from({ length: 4000 }, () => play(random))
    expect(new Set(plays.map(({ hits }) => hits.join()))).toEqual(new Set(['0,0', '0,3', '2,3']))
    expect(plays.every(({ said }) => said.join() === '2,3')).toBe(true)
    const share = (row: number) => plays.filter(({ hits }) => (hits[row] ?? 0) > 0).length / plays.length
    expect(share(0)).toBeCloseTo(0.3, 1)
    expect(share(1)).toBeCloseTo(0.7, 1)
  })

  it('draws whole families anew where told to', () => {
    const families = [counts([0.2, 1, 0]), counts([0.8, 4, 4])]
    const play = familyPlays(pool(families.flat()), families, { again: true })
    const random = randomFrom('again')
    const said = new Set(Array.from({ length: 200 }, () => play(random).said.join()))
    expect(said).toEqual(new Set(['2,0', '1,4', '0,8']))
  })

  it('knows single families', () => {
    expect(areSingle([counts([0.2, 1, 0]), []])).toBe(true)
    expect(areSingle([counts([0.2, 2, 0])])).toBe(false)
    expect(areSingle([counts([0.2, 1, 0], [0.3, 1, 1])])).toBe(false)
  })
})

describe('luck by family', () => {
  it('is the same as forecast by forecast where each family holds one', () => {
    const single = Array.from({ length: 30 }, (_, at) => counts([(1 + (at % 9)) / 10, 1, at % 2]))
    const all = pool(single.flat())
    expect(chanceLevel(all, { seed: 'x', draws: 50, families: single })).toEqual(
      chanceLevel(all, { seed: 'x', draws: 50 }),
    )
    expect(resampledConsistency(all, { seed: 'x', draws: 50, families: single })).toEqual(
      resampledConsistency(all, { seed: 'x', draws: 50 }),
    )
  })

  it('finds what families of five with one outcome show by luck, where forecasts taken one by one do not', () => {
    const runs = Array.from({ length: 100 }, (_, at) => world(`run ${at}`))
    const beyond = (byFamily: boolean) =>
      runs.filter(({ all, families }, at) => {
        const level = chanceLevel(all, { seed: `draw ${at}`, draws: 200, ...(byFamily ? { families } : {}) })
        return level !== null && level.mcb.observed > level.mcb.most
      }).length
    // 5 of 100 with a standard error of 2.2.
    expect(beyond(true)).toBeLessThanOrEqual(12)
    expect(beyond(false)).toBeGreaterThan(60)
  })

  it('widens the band as families are fewer than forecasts', () => {
    const { all, families } = world('band')
    const width = (options: object) =>
      resampledConsistency(all, { seed: 'b', draws: 300, ...options }).reduce((so, { low, high }) => so + high - low, 0)
    expect(width({ families })).toBeGreaterThan(1.5 * width({}))
  })
})
