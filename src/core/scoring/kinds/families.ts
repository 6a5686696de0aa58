import { sum } from '../numbers/sum.ts'
import { needFinite, refusal } from '../refusal.ts'
import { beta, gamma, uniform } from './families-bounded.ts'
import { logistic, lognormal, normal, studentT, twoPieceNormal } from './families-unbounded.ts'

/** A forecast quantity as a distribution of a known family. `scale1` of the two-piece normal holds below `location`. */
export type Family =
  | { family: 'normal'; mean: number; sd: number }
  | { family: 'lognormal'; meanlog: number; sdlog: number }
  | { family: 'logistic'; location: number; scale: number }
  | { family: 'student_t'; df: number; location: number; scale: number }
  | { family: 'uniform'; min: number; max: number }
  | { family: 'beta'; shape1: number; shape2: number }
  | { family: 'gamma'; shape: number; rate: number }
  | { family: 'two_piece_normal'; location: number; scale1: number; scale2: number }

/** How one distribution did on one outcome; see `scoreFamily`. */
export type FamilyScore = { crps: number; logLoss: number; pit: number }

const ABOVE_ZERO = ['sd', 'sdlog', 'scale', 'df', 'shape', 'shape1', 'shape2', 'rate', 'scale1', 'scale2']

const check = (forecast: Family, outcome: number): void => {
  const { family, ...parameters } = forecast
  needFinite([...Object.values(parameters), outcome], `parameters of the ${family} distribution and outcome`)
  const flat = Object.entries(parameters).find(([name, value]) => ABOVE_ZERO.includes(name) && !(value > 0))
  if (flat) throw refusal(`${flat[0]} is ${flat[1]}`, `give a ${flat[0]} above 0`)
  if (forecast.family === 'uniform' && !(forecast.min < forecast.max))
    throw refusal(`from ${forecast.min} to ${forecast.max} is no range`, 'give a min below the max')
  if (forecast.family === 'student_t' && !(forecast.df > 1))
    throw refusal(`with ${forecast.df} degrees of freedom there is no mean`, 'give more than 1 degree of freedom')
}

const scored = (forecast: Family, outcome: number): FamilyScore => {
  switch (forecast.family) {
    case 'normal':
      return normal(forecast, outcome)
    case 'lognormal':
      return lognormal(forecast, outcome)
    case 'logistic':
      return logistic(forecast, outcome)
    case 'student_t':
      return studentT(forecast, outcome)
    case 'uniform':
      return uniform(forecast, outcome)
    case 'beta':
      return beta(forecast, outcome)
    case 'gamma':
      return gamma(forecast, outcome)
    case 'two_piece_normal':
      return twoPieceNormal(forecast, outcome)
  }
}

/**
 * Scores a distribution F with density f on an outcome y:
 * - `crps`, ∫ (F(x) − 1{y ≤ x})² dx, in closed form: 0 best, in the outcome's unit, so that questions with different
 *   units must not be averaged;
 * - `logLoss`, −ln f(y), in nats: lower is better, below 0 where the density exceeds 1, `Infinity` outside the support;
 * - `pit`, F(y): 0 to 1, uniform under calibration.
 *
 * An outcome outside the support is scored, not refused. Throws a `Problem` where a parameter cannot be (sd ≤ 0, and for
 * Student's t up to 1 degree of freedom, where the closed form needs a mean). Gneiting & Raftery 2007, JASA 102:359; the
 * closed forms as in Jordan, Krüger & Lerch 2019, J Stat Softw 90(12), app. A.
 *
 * Example: `scoreFamily({ family: 'normal', mean: 0, sd: 1 }, 0.3)` has crps 0.26933, logLoss 0.96394, pit 0.61791.
 */
export const scoreFamily = (forecast: Family, outcome: number): FamilyScore => {
  check(forecast, outcome)
  return scored(forecast, outcome)
}

/**
 * Mean CRPS and mean log loss of forecasts on quantities of **one unit** (or divided by a scale that was stated beforehand):
 * kilometres and percentages have no common mean. The log loss is `Infinity` as soon as one outcome lay outside a support.
 * Lower is better. Null for none. Example: two standard normals with outcomes 0 and 0.3: mean CRPS (.23370 + .26933)/2.
 */
export const meanFamilyScore = (
  scores: readonly FamilyScore[],
): { n: number; crps: number; logLoss: number } | null => {
  const n = scores.length
  if (n === 0) return null
  return { n, crps: sum(scores.map(({ crps }) => crps)) / n, logLoss: sum(scores.map(({ logLoss }) => logLoss)) / n }
}
