import { describe, expect, it } from 'vitest'
import { betaP, betaQ, betaQuantile, logBeta } from '../../../../src/core/scoring/numbers/beta.ts'
import {
  binomialAtLeast,
  binomialChance,
  binomialP,
  binomialQuantile,
} from '../../../../src/core/scoring/numbers/binomial.ts'
import { digamma, gammaP, gammaQ, logGamma } from '../../../../src/core/scoring/numbers/gamma.ts'
import { normalDensity, normalP, normalQ } from '../../../../src/core/scoring/numbers/normal.ts'
import {
  betaDraw,
  binomialDraw,
  gammaDraw,
  normalDraw,
  randomFrom,
} from '../../../../src/core/scoring/numbers/random.ts'
import { studentP, studentTwoSidedP, tTwoSided } from '../../../../src/core/scoring/numbers/student.ts'

const near = (ours: number, theirs: number, relative = 2e-13): void =>
  expect(Math.abs(ours / theirs - 1), `ours ${ours}, theirs ${theirs}`).toBeLessThan(relative)

// Expected values by mpmath with 30 digits.
describe('functions of the gamma family', () => {
  it.each([
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [2.5, 0.2846828704729192],
    [3.3, 0.9870985778947344],
    [9.99, 12.779315214350193],
    [10, 12.801827480081469],
    [57.3, 173.5638682796914],
    [10000.0, 82099.71749644238],
    [1000000.0, 12815504.569147611],
  ] as const)('logGamma(%d) = %d', (x, value) => near(logGamma(x), value))

  it.each([
    [0.001, -1000.5755719318103],
    [0.5, -1.9635100260214235],
    [1, -0.5772156649015329],
    [2.5, 0.7031566406452432],
    [9.99, 2.250700372831201],
    [10, 2.251752589066721],
    [57.3, 4.039549239957579],
    [10000.0, 9.210290371142849],
  ] as const)('digamma(%d) = %d', (x, value) => near(digamma(x), value))

  it.each([
    [0.5, 0.1, 0.345279153981423, 0.654720846018577],
    [0.5, 1.5, 0.9167354833364496, 0.0832645166635504],
    [0.5, 1.51, 0.9177565338533937, 0.08224346614660624],
    [0.5, 40, 1.0, 3.744097384202899e-19],
    [3, 2, 0.32332358381693654, 0.6766764161830635],
    [3, 20, 0.9999995444850495, 4.555149505589213e-7],
    [500, 480, 0.1862819731903246, 0.8137180268096754],
    [500, 560, 0.9953068340007052, 0.004693165999294769],
    [10000.0, 10100.0, 0.8413487504471796, 0.15865124955282037],
    [0.01, 0.001, 0.938570652526129, 0.061429347473871014],
  ] as const)('gammaP(%d, %d) = %d, gammaQ %d', (a, x, below, above) => {
    near(gammaP(a, x), below)
    near(gammaQ(a, x), above)
  })
})

describe('functions of the beta family', () => {
  it.each([
    [0.5, 0.5, 1.1447298858494002],
    [0.5, 10000.0, -4.032792743063396],
    [3, 7.5, -5.713113802085085],
    [10000.0, 20000.0, -19098.90853822089],
    [17.6, 1.28, -3.7855064858785523],
    [0.01, 5, 4.584407643332622],
    [1000000.0, 0.5, -6.335390211057437],
  ] as const)('logBeta(%d, %d) = %d', (a, b, value) => {
    near(logBeta(a, b), value)
    near(logBeta(b, a), value)
  })

  it.each([
    [0.3, 2, 5, 0.5798249999999999],
    [0.9, 2, 5, 0.999945],
    [1e-8, 0.5, 10000.5, 0.011283556618229825],
    [0.51, 5000, 5000, 0.9772579676754255],
    [0.45, 5000, 5000, 5.924818244475018e-24],
    [0.999, 17.6, 1.28, 0.9950708687852063],
    [0.5, 0.01, 0.01, 0.5],
    [0.2, 300, 800, 3.6352038075667442e-9],
    [1e-5, 0.5, 0.5, 0.0020131718394753874],
    [0.02, 1.6, 2.2, 0.005616022714439135],
    [0.24, 3000, 10000, 0.9934129453856863],
  ] as const)('betaP(%d, %d, %d) = %d', (x, a, b, value) => {
    near(betaP(x, a, b), value)
    expect(betaQ(x, a, b)).toBeCloseTo(1 - value, 13)
  })

  it.each([
    [0.025, 1.5, 1.5, 0.060830275920097356],
    [0.975, 0.5, 20.5, 0.1166389829048754],
    [0.025, 0.5, 20.5, 2.4246478459242747e-5],
    [0.025, 17.6, 1.28, 0.786703754625347],
    [0.05, 0.92, 25.1, 0.0015139312979458204],
    [0.0001, 3, 4, 0.017324669852269204],
    [0.975, 5, 0.5, 0.9998967717899883],
    [1e-6, 40, 60, 0.19261618928651628],
    [0.5, 1157, 1156, 0.5002162317933003],
  ] as const)('betaQuantile(%d, %d, %d) = %d', (p, a, b, value) => near(betaQuantile(p, a, b), value))

  it('ends at 0 and 1', () => {
    expect([betaP(0, 2, 3), betaP(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1, 0, 1])
    expect([gammaP(2, 0), gammaP(2, Infinity), gammaQ(2, 0), gammaQ(2, Infinity)]).toEqual([0, 1, 1, 0])
  })
})

describe('the normal and Student distributions', () => {
  it.each([
    [-3, 0.9986501019683699],
    [-0.5, 0.6914624612740131],
    [0, 0.5],
    [0.1, 0.460172162722971],
    [1.7, 0.04456546275854304],
    [1.74, 0.040929508978807365],
    [1.959963984540054, 0.025000000000000012],
    [5, 2.866515718791939e-7],
    [20, 2.7536241186062337e-89],
  ] as const)('normalQ(%d) = %d', (z, value) => {
    near(normalQ(z), value)
    near(normalP(-z), value)
  })

  it('the density at 0 and at 2', () => {
    near(normalDensity(0), 0.3989422804014327)
    near(normalDensity(2), 0.05399096651318806)
  })

  it('Student: one df is Cauchy, fractions of a df are allowed', () => {
    near(studentP(1, 1), 0.75)
    near(studentP(-1, 1), 0.25)
    near(studentP(1, 2.5), 0.7979694863608632)
    for (const df of [1, 2.5, 9, 400]) near(studentTwoSidedP(tTwoSided(0.95, df), df), 0.05)
  })
})

describe('the binomial distribution', () => {
  const [n, p] = [12, 0.3]
  const chances = Array.from({ length: n + 1 }, (_, k) => binomialChance(k, n, p))

  it('agrees with its chances added up', () => {
    let below = 0
    for (let k = 0; k <= n; k++) {
      const above = chances.slice(k).reduce((so, chance) => so + chance, 0)
      near(binomialAtLeast(k, n, p), above)
      below += chances[k] ?? 0
      near(binomialP(k, n, p), below)
      expect(binomialQuantile(below - 1e-9, n, p)).toBe(k)
    }
    expect(binomialP(-1, n, p)).toBe(0)
    expect(binomialAtLeast(n + 1, n, p)).toBe(0)
  })

  it('is certain at 0 and 1', () => {
    expect([binomialChance(0, 4, 0), binomialChance(4, 4, 1), binomialChance(3, 4, 1)]).toEqual([1, 1, 0])
    expect([binomialP(0, 4, 0), binomialP(3, 4, 1), binomialQuantile(0.5, 4, 1)]).toEqual([1, 0, 4])
  })
})

describe('draws', () => {
  const moments = (draw: () => number): [mean: number, variance: number] => {
    const drawn = Array.from({ length: 40_000 }, draw)
    const mean = drawn.reduce((so, x) => so + x, 0) / drawn.length
    return [mean, drawn.reduce((so, x) => so + (x - mean) ** 2, 0) / drawn.length]
  }
  const random = randomFrom('draws')

  it.each([
    { name: 'normal', draw: () => normalDraw(random), mean: 0, variance: 1 },
    { name: 'binomial of 7 at .3', draw: () => binomialDraw(7, 0.3)(random), mean: 2.1, variance: 1.47 },
    { name: 'binomial of 900 at .98', draw: () => binomialDraw(900, 0.98)(random), mean: 882, variance: 17.64 },
    { name: 'gamma of 3', draw: () => gammaDraw(3, random), mean: 3, variance: 3 },
    { name: 'gamma of .5', draw: () => gammaDraw(0.5, random), mean: 0.5, variance: 0.5 },
    { name: 'beta of 2, 6', draw: () => betaDraw(2, 6, random), mean: 0.25, variance: 12 / 576 },
  ])('$name have mean $mean and variance $variance', ({ draw, mean, variance }) => {
    const [ours, spread] = moments(draw)
    expect(Math.abs(ours - mean)).toBeLessThan(5 * Math.sqrt(variance / 40_000))
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.06)
  })

  it('are the same for a seed and others for another', () => {
    const drawn = (seed: string) => Array.from({ length: 3 }, randomFrom(seed))
    expect(drawn('a')).toEqual(drawn('a'))
    expect(drawn('a')).not.toEqual(drawn('b'))
    expect(binomialDraw(0, 0.3)(random)).toBe(0)
    expect([binomialDraw(5, 0)(random), binomialDraw(5, 1)(random)]).toEqual([0, 5])
  })
})
