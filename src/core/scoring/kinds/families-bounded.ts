import { betaP, betaQ, logBeta } from '../numbers/beta.ts'
import { gammaP, gammaQ, logGamma } from '../numbers/gamma.ts'
import type { FamilyScore } from './families.ts'

/** a · ln x with 0 · ln 0 = 0: a density that does not vanish at the edge of its support. */
const timesLog = (a: number, x: number): number => (a === 0 ? 0 : a * Math.log(x))

/**
 * CRPS (b − a)[|z − w| + w² − w + ⅓], z = (y − a)/(b − a), w the point of [0, 1] nearest to it. From 0, **lower is better**, as below.
 * Jordan, Krüger & Lerch 2019, J Stat Softw 90(12), as all of these. Example: 0 to 1, .5 came: 1/12 = .08333.
 */
export const uniform = ({ min, max }: { min: number; max: number }, y: number): FamilyScore => {
  const width = max - min
  const z = (y - min) / width
  const w = Math.min(1, Math.max(0, z))
  return {
    crps: width * (Math.abs(z - w) + w * w - w + 1 / 3),
    logLoss: y < min || y > max ? Infinity : Math.log(width),
    pit: w,
  }
}

/** CRPS y(2F − 1) + α/(α + β) · (1 − 2F₊) − 2B(2α, 2β)/((α + β)B(α, β)²), F₊ being the cdf with α + 1. Beta(1, 1), .5 came: 1/12. */
export const beta = ({ shape1: a, shape2: b }: { shape1: number; shape2: number }, y: number): FamilyScore => {
  const mean = a / (a + b)
  const spread = (2 / (a + b)) * Math.exp(logBeta(2 * a, 2 * b) - 2 * logBeta(a, b))
  const tilt = (at: number): number => betaP(y, at, b) - betaQ(y, at, b)
  return {
    crps: y * tilt(a) - mean * tilt(a + 1) - spread,
    logLoss: y < 0 || y > 1 ? Infinity : logBeta(a, b) - timesLog(a - 1, y) - (b === 1 ? 0 : (b - 1) * Math.log1p(-y)),
    pit: betaP(y, a, b),
  }
}

/** CRPS y(2F − 1) − (α/β)(2F₊ − 1) − 1/(β B(½, α)), F₊ being the cdf with α + 1. Shape and rate 1, 1 came: .23576. */
export const gamma = ({ shape, rate }: { shape: number; rate: number }, y: number): FamilyScore => {
  const x = y * rate
  const tilt = (at: number): number => gammaP(at, x) - gammaQ(at, x)
  return {
    crps: y * tilt(shape) - (shape / rate) * tilt(shape + 1) - Math.exp(-logBeta(0.5, shape)) / rate,
    logLoss: y < 0 ? Infinity : logGamma(shape) - Math.log(rate) - timesLog(shape - 1, x) + x,
    pit: gammaP(shape, x),
  }
}
