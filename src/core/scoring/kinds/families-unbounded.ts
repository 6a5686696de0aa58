import { logBeta } from '../numbers/beta.ts'
import { normalDensity, normalP, normalQ } from '../numbers/normal.ts'
import { studentP } from '../numbers/student.ts'
import type { FamilyScore } from './families.ts'

const HALF_LN_2PI = 0.5 * Math.log(2 * Math.PI)
const ROOT_PI = Math.sqrt(Math.PI)

/**
 * CRPS σ[z(2Φ(z) − 1) + 2φ(z) − 1/√π], z = (y − μ)/σ. From 0, **lower is better**, as below. Gneiting & Raftery 2007, JASA 102:359;
 * formulas as in Jordan, Krüger & Lerch 2019, J Stat Softw 90(12). Example: mean 0, sd 1, 0 came: .23369.
 */
export const normal = ({ mean, sd }: { mean: number; sd: number }, y: number): FamilyScore => {
  const z = (y - mean) / sd
  return {
    crps: sd * (z * (normalP(z) - normalQ(z)) + 2 * normalDensity(z) - 1 / ROOT_PI),
    logLoss: (z * z) / 2 + Math.log(sd) + HALF_LN_2PI,
    pit: normalP(z),
  }
}

/**
 * CRPS y(2Φ(w) − 1) − 2 exp(μ + σ²/2)[Φ(w − σ) + Φ(σ/√2) − 1], w = (ln y − μ)/σ. Baran & Lerch 2015, QJRMS 141:2289.
 * μ 0, σ 1, 1 came: .26741.
 */
export const lognormal = ({ meanlog, sdlog }: { meanlog: number; sdlog: number }, y: number): FamilyScore => {
  const twiceMean = 2 * Math.exp(meanlog + (sdlog * sdlog) / 2)
  const spread = normalQ(sdlog / Math.SQRT2)
  if (y <= 0) return { crps: twiceMean * spread - y, logLoss: Infinity, pit: 0 }
  const w = (Math.log(y) - meanlog) / sdlog
  return {
    crps: y * (normalP(w) - normalQ(w)) - twiceMean * (normalP(w - sdlog) - spread),
    logLoss: (w * w) / 2 + Math.log(y) + Math.log(sdlog) + HALF_LN_2PI,
    pit: normalP(w),
  }
}

/**
 * CRPS σ[z − 2 ln F(z) − 1]. The density is symmetric, so everything is taken from |z|, where nothing overflows. Location 0, scale 1,
 * 0 came: 2 ln 2 − 1 = .38629.
 */
export const logistic = ({ location, scale }: { location: number; scale: number }, y: number): FamilyScore => {
  const z = (y - location) / scale
  const far = Math.exp(-Math.abs(z))
  return {
    crps: scale * (Math.abs(z) + 2 * Math.log1p(far) - 1),
    logLoss: Math.abs(z) + 2 * Math.log1p(far) + Math.log(scale),
    pit: z < 0 ? far / (1 + far) : 1 / (1 + far),
  }
}

type StudentT = { df: number; location: number; scale: number }
/** CRPS σ{z(2F − 1) + 2f(z)(ν + z²)/(ν − 1) − 2√ν/(ν − 1) · B(½, ν − ½)/B(½, ν/2)²}, for ν > 1. ν 2, 0 came: .30349. */
export const studentT = ({ df, location, scale }: StudentT, y: number): FamilyScore => {
  const z = (y - location) / scale
  const logDensity = -0.5 * Math.log(df) - logBeta(0.5, df / 2) - ((df + 1) / 2) * Math.log1p((z * z) / df)
  const rest = Math.exp(logBeta(0.5, df - 0.5) - 2 * logBeta(0.5, df / 2))
  const [below, above] = [studentP(z, df), studentP(-z, df)]
  const tails = (2 * Math.exp(logDensity) * (df + z * z) - 2 * Math.sqrt(df) * rest) / (df - 1)
  return { crps: scale * (z * (below - above) + tails), logLoss: Math.log(scale) - logDensity, pit: below }
}

type TwoPiece = { location: number; scale1: number; scale2: number }
/**
 * Normal pieces of sd σ₁ below and σ₂ above a common mode; Wallis 2014, Stat Sci 29:106. With pᵢ = σᵢ/(σ₁ + σ₂), z ≥ 0 the
 * distance from the mode on the outcome's side in its σ, and G = ∫ Φ² below 0 = (√2 − 1)/(2√π), the CRPS integral over
 * the three stretches adds up to 4(pₒ²σₒ + p²σ)G + σ[z − 4p(φ(0) − φ(z) + zQ(z))], o marking the other side.
 * Example: mode 0, σ₁ 1, σ₂ 2, 0 came: .46739.
 */
export const twoPieceNormal = ({ location, scale1, scale2 }: TwoPiece, y: number): FamilyScore => {
  const [here, other] = y > location ? [scale2, scale1] : [scale1, scale2]
  const both = scale1 + scale2
  const [p, q, z] = [here / both, other / both, Math.abs(y - location) / here]
  const still = 4 * (q * q * other + p * p * here) * ((Math.SQRT2 - 1) / (2 * ROOT_PI))
  const moved = here * (z - 4 * p * (normalDensity(0) - normalDensity(z) + z * normalQ(z)))
  const beyond = 2 * p * normalQ(z)
  return {
    crps: still + moved,
    logLoss: Math.log(both / 2) + (z * z) / 2 + HALF_LN_2PI,
    pit: y > location ? 1 - beyond : beyond,
  }
}
