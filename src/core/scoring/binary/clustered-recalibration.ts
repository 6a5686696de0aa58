import { type Counts, pool, total } from '../counts.ts'
import { type FamilyMean, familyInterval } from '../intervals/family.ts'
import { tTwoSided } from '../numbers/student.ts'
import { sum } from '../numbers/sum.ts'
import {
  clipped,
  derivatives,
  type Estimate,
  FEWEST,
  fitIntercept,
  fitLine,
  type Line,
  logitRows,
  overlap,
} from './recalibration.ts'

/** `gap` = mean forecast − base rate; each with an interval over families, null where it is not defined. */
export type ClusteredRecalibration = {
  slope: Estimate | null
  interceptAtSlope1: Estimate | null
  gap: FamilyMean | null
}

type Pair = [number, number]
type Squares = [aa: number, ab: number, bb: number]

/** Σ over families of the outer product of their scores, times m/(m − 1). */
const meat = (scores: readonly Pair[]): Squares => {
  const m = scores.length
  const mean = (of: (score: Pair) => number): number => (m / (m - 1)) * sum(scores.map(of))
  return [mean(([a]) => a * a), mean(([a, b]) => a * b), mean(([, b]) => b * b)]
}

/**
 * Slope, intercept at slope 1 and gap p̄ − ō with intervals that take the family, not the question, for the independent
 * unit: the sandwich V = A⁻¹BA⁻¹, A the information, B = m/(m − 1) Σ_g s_g s_gᵀ over the m families' scores, and
 * Student's t on m − 1 degrees of freedom. p is moved into [.01, .99] for slope and intercept, not for the gap.
 *
 * Read as `recalibration`; gap > 0 says too much, −1 to 1. Slope null below 10 forecasts or where outcomes do not overlap
 * in p, intercept null when all are alike; both null below two families. Source: Liang & Zeger 1986, Biometrika 73:13.
 * Example: .8 said in three families of one question, true in all: gap −.2, no slope, no intercept.
 */
export const clusteredRecalibration = (families: readonly Counts[], level = 0.95): ClusteredRecalibration => {
  const filled = families.filter((family) => total(family).n > 0)
  const m = filled.length
  const gap = familyInterval(
    filled.map((family) => ({
      n: total(family).n,
      losses: sum(family.map(({ p, n, hits }) => n * p - hits)),
    })),
    { level, range: { low: -1, high: 1 } },
  )
  const pooled = clipped(pool(filled.flat()))
  const { n, hits } = total(pooled)
  if (m < 2 || hits === 0 || hits === n) return { slope: null, interceptAtSlope1: null, gap }
  const rows = logitRows(pooled)
  const unlike = [...new Set(filled)].map((family) => ({ family, rows: logitRows(clipped(family)) }))
  const scoresAt = (line: Line): Pair[] => {
    const scores = new Map(unlike.map(({ family, rows: own }) => [family, derivatives(own, line).score]))
    return filled.flatMap((family): Pair[] => [scores.get(family) ?? [0, 0]])
  }
  const t = tTwoSided(level, m - 1)
  const estimate = (value: number, variance: number): Estimate => {
    const error = Math.sqrt(variance)
    return { value, error, interval: { low: value - t * error, high: value + t * error, level } }
  }
  const slopeOf = (line: Line): Estimate => {
    const [aa, ab, bb] = derivatives(rows, line).information
    const determinant = aa * bb - ab * ab
    const [saa, sab, sbb] = meat(scoresAt(line))
    return estimate(line.slope, (ab * ab * saa - 2 * ab * aa * sab + aa * aa * sbb) / determinant ** 2)
  }
  const interceptOf = (line: Line): Estimate =>
    estimate(line.intercept, meat(scoresAt(line))[0] / derivatives(rows, line).information[0] ** 2)
  const line = n >= FEWEST && overlap(pooled) ? fitLine(rows) : null
  return { slope: line && slopeOf(line), interceptAtSlope1: interceptOf(fitIntercept(rows)), gap }
}
