import { type Counts, pool, total } from '../counts.ts'
import type { Interval } from '../intervals/proportion.ts'
import { normalQ, normalQuantile } from '../numbers/normal.ts'

/** A row on the logit scale: x = ln(p/(1 − p)); rows are ascending. */
export type LogitRow = { x: number; n: number; hits: number }

/** ln(p/(1 − p)), infinite at a certainty. */
export const logitOf = (p: number): number => Math.log(p) - Math.log1p(-p)

/** Counts as logits of what was said, which a line is fitted to; certainties stay, at an infinite logit. */
export const logitRows = (counts: Counts): LogitRow[] => counts.map(({ p, n, hits }) => ({ x: logitOf(p), n, hits }))

/** 1/(1 + e⁻ˣ), the probability of a logit. `expit(0) = .5` */
export const expit = (x: number): number => 1 / (1 + Math.exp(-x))

/** ln P of the outcomes under logit P(y) = intercept + slope · x; every term at most 0, none overflows. */
const logLikelihood = (rows: readonly LogitRow[], { intercept, slope }: Line): number => {
  let so = 0
  for (const { x, n, hits } of rows) {
    const at = intercept + slope * x
    const softened = Math.log1p(Math.exp(-Math.abs(at)))
    so -= hits * (softened + Math.max(0, -at)) + (n - hits) * (softened + Math.max(0, at))
  }
  return so
}

export type Line = { intercept: number; slope: number }
/** Score (first derivatives of the log likelihood) and information (minus the second ones). */
export type Derivatives = { score: [number, number]; information: [aa: number, ab: number, bb: number] }

/** Gradient of the log likelihood in intercept and slope, and its information (aa, ab, bb), at a line. */
export const derivatives = (rows: readonly LogitRow[], { intercept, slope }: Line): Derivatives => {
  // One pass, since bootstraps and draws of luck come here thousands of times.
  let [a, b, aa, ab, bb] = [0, 0, 0, 0, 0]
  for (const { x, n, hits } of rows) {
    const at = intercept + slope * x
    const q = expit(at)
    const [rest, weight] = [hits - n * q, n * q * expit(-at)]
    a += rest
    b += rest * x
    aa += weight
    ab += weight * x
    bb += weight * x * x
  }
  return { score: [a, b], information: [aa, ab, bb] }
}

// A flat line at the base rate.
const logOdds = (rows: readonly LogitRow[]): number => {
  const { n, hits } = total(rows)
  return Math.log(hits / (n - hits))
}

/** Newton's step towards the best line; null where the information is singular, as for one p only. */
const stepFrom = (rows: readonly LogitRow[], line: Line): Line | null => {
  const { score, information } = derivatives(rows, line)
  const [[a, b], [aa, ab, bb]] = [score, information]
  const determinant = aa * bb - ab * ab
  if (!(determinant > 0)) return null
  return { intercept: (bb * a - ab * b) / determinant, slope: (aa * b - ab * a) / determinant }
}

const MOST_STEPS = 100

/**
 * The best line, by Newton's steps up a concave log likelihood from the flat line, each halved until it climbs. Call only
 * when outcomes overlap, for else there is none. Null when it does not settle.
 */
export const fitLine = (rows: readonly LogitRow[]): Line | null => {
  let line: Line = { intercept: logOdds(rows), slope: 0 }
  let height = logLikelihood(rows, line)
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    const step = stepFrom(rows, line)
    if (step === null) return null
    const along = (share: number): Line => ({
      intercept: line.intercept + share * step.intercept,
      slope: line.slope + share * step.slope,
    })
    let share = 1
    while (share > 1e-10 && logLikelihood(rows, along(share)) < height - 1e-12 * Math.abs(height)) share /= 2
    line = along(share)
    height = logLikelihood(rows, line)
    const size = Math.abs(step.intercept) + Math.abs(step.slope)
    if (size <= 1e-11 * (1 + Math.abs(line.intercept) + Math.abs(line.slope))) return line
  }
  return null
}

/**
 * The best intercept with the slope held at 1; it exists when outcomes differ. Its score falls all the way, and changes
 * sign between the intercepts that bring the highest and the lowest p to the base rate: Newton's steps inside that bracket.
 */
export const fitIntercept = (rows: readonly LogitRow[]): Line => {
  const at = logOdds(rows)
  let [low, high] = [at - (rows.at(-1)?.x ?? 0), at - (rows[0]?.x ?? 0)]
  let intercept = Math.min(Math.max(0, low), high)
  while (low < high) {
    const { score, information } = derivatives(rows, { intercept, slope: 1 })
    if (score[0] > 0) low = intercept
    else high = intercept
    const newton = intercept + score[0] / information[0]
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - intercept) <= 1e-15 * Math.max(1, Math.abs(next))) break
    intercept = next
  }
  return { intercept, slope: 1 }
}

/** Whether hits and misses overlap in p; if not, ever steeper lines fit ever better and there is no best one. */
export const overlap = (counts: Counts): boolean => {
  const hit = counts.filter(({ hits }) => hits > 0).map(({ p }) => p)
  const missed = counts.filter(({ n, hits }) => n > hits).map(({ p }) => p)
  const [lowHit, highHit, lowMiss, highMiss] = [hit[0], hit.at(-1), missed[0], missed.at(-1)]
  if (lowHit === undefined || highHit === undefined || lowMiss === undefined || highMiss === undefined) return false
  return lowHit < highMiss && lowMiss < highHit
}

/** An estimate with its standard error and its interval. */
export type Estimate = { value: number; error: number; interval: Interval }
export type LikelihoodRatio = { statistic: number; p: number }
export type Recalibration = {
  intercept: Estimate
  slope: Estimate
  interceptAtSlope1: Estimate
  /** Of intercept 0 and slope 1 together; of slope 1 alone; of intercept 0 given slope 1. */
  tests: { both: LikelihoodRatio; slope: LikelihoodRatio; intercept: LikelihoodRatio }
}

/** Below this many forecasts no line is fitted. */
export const FEWEST = 10
/** Into this range a report moves p before fitting, since one certainty that failed would decide everything. */
export const REPORT_CLIP = { low: 0.01, high: 0.99 } as const

/** Counts with p moved into the range, pooled anew. */
export const clipped = (counts: Counts, { low, high }: { low: number; high: number } = REPORT_CLIP): Counts =>
  pool(counts.map((row) => ({ ...row, p: Math.min(Math.max(row.p, low), high) })))

const ratio = (above: number, below: number, df: 1 | 2): LikelihoodRatio => {
  const statistic = Math.max(0, 2 * (above - below))
  return { statistic, p: df === 2 ? Math.exp(-statistic / 2) : Math.min(1, 2 * normalQ(Math.sqrt(statistic))) }
}

/**
 * Cox's recalibration: the maximum-likelihood line logit P(y) = a + b · logit p, on grouped counts.
 *
 * Slope b: 1 calibrated, below 1 over-confident, above 1 under-confident, below 0 the wrong way round. Intercept at slope
 * 1: 0 calibrated, above 0 more came true than was said. Wald intervals of `level`, likelihood-ratio tests (2, 1 and 1
 * degrees of freedom), all for independent questions. Null with a p of 0 or 1, fewer than 10 forecasts, all outcomes
 * alike, or hits and misses that do not overlap in p. Source: Cox 1958, Biometrika 45:562. Example: .25 said 10 times, 4
 * true, and .75 said 10 times, 6 true: slope ln 1.5/ln 3 = .369, intercept 0.
 */
export const recalibration = (counts: Counts, level = 0.95): Recalibration | null => {
  if (total(counts).n < FEWEST || counts.some(({ p }) => p === 0 || p === 1) || !overlap(counts)) return null
  const rows = logitRows(counts)
  const [line, shifted] = [fitLine(rows), fitIntercept(rows)]
  if (line === null) return null
  const z = normalQuantile((1 + level) / 2)
  const estimate = (value: number, error: number): Estimate => ({
    value,
    error,
    interval: { low: value - z * error, high: value + z * error, level },
  })
  const [aa, ab, bb] = derivatives(rows, line).information
  const determinant = aa * bb - ab * ab
  const heights = [line, shifted, { intercept: 0, slope: 1 }].map((at) => logLikelihood(rows, at))
  const [best = 0, atSlope1 = 0, asSaid = 0] = heights
  return {
    intercept: estimate(line.intercept, Math.sqrt(bb / determinant)),
    slope: estimate(line.slope, Math.sqrt(aa / determinant)),
    interceptAtSlope1: estimate(shifted.intercept, 1 / Math.sqrt(derivatives(rows, shifted).information[0])),
    tests: { both: ratio(best, asSaid, 2), slope: ratio(best, atSlope1, 1), intercept: ratio(atSlope1, asSaid, 1) },
  }
}
