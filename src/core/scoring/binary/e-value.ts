import { type Counts, total } from '../counts.ts'
import { sum } from '../numbers/sum.ts'
import { type Line, logitOf, logitRows } from './recalibration.ts'

const INTERCEPTS = [-1, -0.5, 0, 0.5, 1]
const SLOPES = [0.25, 0.5, 0.75, 1, 1.5, 2, 3]

/** The 34 ways of being miscalibrated: every intercept with every slope, but for calibration itself. */
const ALTERNATIVES: readonly Line[] = INTERCEPTS.flatMap((intercept) =>
  SLOPES.map((slope) => ({ intercept, slope })),
).filter(({ intercept, slope }) => intercept !== 0 || slope !== 1)

// ln expit(x), which neither overflows nor loses digits.
const logExpit = (x: number): number => Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)))

/** How much likelier an alternative makes a hit and a miss at x = logit p, as logarithms; nothing at a certainty. */
const logRatios = ({ intercept, slope }: Line, x: number): { hit: number; miss: number } => {
  if (!Number.isFinite(x)) return { hit: 0, miss: 0 }
  const at = intercept + slope * x
  return { hit: logExpit(at) - logExpit(x), miss: logExpit(-at) - logExpit(-x) }
}

const certaintyFailed = (counts: Counts): boolean =>
  counts.some(({ p, n, hits }) => (p === 0 && hits > 0) || (p === 1 && hits < n))

/** `log` is ln E; both may be `Infinity`. */
export type EValue = { e: number; log: number }

const FAILED: EValue = { e: Infinity, log: Infinity }

/** The mean over the alternatives of the ratios given as logarithms. */
const mixed = (logRatio: (line: Line) => number): EValue => {
  const ratios = ALTERNATIVES.map(logRatio)
  const top = Math.max(...ratios)
  const log = top + Math.log(sum(ratios.map((ratio) => Math.exp(ratio - top))) / ratios.length)
  return { e: Math.exp(log), log }
}

/**
 * Evidence against calibration as a mixture of likelihood ratios, E = (1/34) Σ_g Π_k (q_gk/p_k)^{h_k} ((1 − q_gk)/
 * (1 − p_k))^{n_k − h_k}, q_g = expit(a + b · logit p), a ∈ {−1, −.5, 0, .5, 1}, b ∈ {.25, .5, .75, 1, 1.5, 2, 3} without
 * (0, 1).
 *
 * E ≥ 0; its mean is at most 1 for a calibrated forecaster, and, under the condition below, E ≥ 20 happens to at most 1 in 20
 * of them ever, however often one looks: 20 is strong, 100 very strong evidence, and a small E is no praise. Valid if, given all that was appended
 * before, an outcome has the stated chance; where forecasts share a fate take `familyEValue`. A certainty that held gives factor 1, its limit; one
 * that failed gives `Infinity`. 1 for no forecasts. Order plays no part. Sources: Ville 1939; Henzi, Puke, Dimitriadis &
 * Ziegel 2023, arXiv 2203.00426. Example: 0.7 said once and true: ln E = .01126, E = 1.0113.
 */
export const eValue = (counts: Counts): EValue => {
  if (certaintyFailed(counts)) return FAILED
  const rows = logitRows(counts)
  return mixed((line) =>
    sum(
      rows.map(({ x, n, hits }) => {
        const { hit, miss } = logRatios(line, x)
        return hits * hit + (n - hits) * miss
      }),
    ),
  )
}

/**
 * `eValue` of the same forecasts with one set of hits after another, `hits[k]` of row k: ln E, made to be drawn thousands of
 * times, since every ratio is linear in the hits. A certainty takes part in none: the caller keeps it in line.
 */
export const logEValueOf = (counts: Counts): ((hits: ArrayLike<number>) => number) => {
  const rows = logitRows(counts)
  const lines = ALTERNATIVES.map((line) => {
    const ratios = rows.map(({ x }) => logRatios(line, x))
    return {
      allMissed: sum(ratios.map(({ miss }, row) => miss * (rows[row]?.n ?? 0))),
      eachHit: Float64Array.from(ratios, ({ hit, miss }) => hit - miss),
    }
  })
  return (hits) => {
    const logs = lines.map(({ allMissed, eachHit }) => {
      let log = allMissed
      for (let row = 0; row < eachHit.length; row++) log += (hits[row] ?? 0) * (eachHit[row] ?? 0)
      return log
    })
    const top = Math.max(...logs)
    let ratios = 0
    for (const log of logs) ratios += Math.exp(log - top)
    return top + Math.log(ratios / logs.length)
  }
}

/** What was said `n` times with probability `p` and is not settled; `void`: nor will it be. */
export type Open = { p: number; n: number; void?: true | undefined }

/** The factor of what is open: that of the outcome which says less for the alternative, never above 1; of what is void 1. */
const leastFactor = (line: Line, { p, void: isVoid }: Open): number => {
  if (isVoid) return 1
  const { hit, miss } = logRatios(line, logitOf(p))
  return Math.exp(Math.min(hit, miss))
}

type Weighed = { rows: ReturnType<typeof logitRows>; open: readonly Open[]; said: number; many: number }

/** Thousands of families often share a few counts: each that has the same and nothing open is weighed once. */
const weighedOf = (families: readonly Counts[], open: readonly (readonly Open[])[]): Weighed[] => {
  const times = new Map<Counts, number>()
  const partly: Weighed[] = []
  for (let at = 0; at < Math.max(families.length, open.length); at++) {
    const [family = [], waiting = []] = [families[at], open[at]]
    if (waiting.length === 0) times.set(family, (times.get(family) ?? 0) + 1)
    else {
      const said = total(family).n + waiting.reduce((so, { n }) => so + n, 0)
      partly.push({ rows: logitRows(family), open: waiting, said, many: 1 })
    }
  }
  const whole = [...times].map(([family, many]) => ({ rows: logitRows(family), open: [], said: total(family).n, many }))
  return [...whole, ...partly].filter(({ said }) => said > 0)
}

/**
 * The same evidence where forecasts of one family stand or fall together: each family brings one factor to each ratio, the
 * mean of those of its forecasts. A mean of such factors is at most 1 on average, however its forecasts hang together, so
 * that only the families need be independent; with one forecast a family it is `eValue`, read and bounded as that.
 *
 * `open[k]` is what family k still waits for, and of families beyond `families` all that was said. The mean is over all that a family
 * said, open or not, so its weights are fixed before its outcomes are known: E[Σ w e] = Σ w E[e] ≤ 1 for Σ w = 1. What
 * is open brings the **lesser** of its two factors. A factor of 1 would do if outcomes came in as they please, but "yes" settles
 * at once and "no" waits, perhaps for ever, so that waiting itself tells of a "no": with factor 1, of which the mean is
 * p·(q/p) + (1 − p)·1 = 1 + q − p, a perfect forecaster is convicted by every alternative with q > p. With the lesser factor E
 * is never above what it will be once all is settled, whichever way that goes. So E ≥ 20 at **any** look, also in the
 * midst of a family, happens to at most 1 in 20 calibrated forecasters, if which statements are looked at does not hang
 * on their outcomes (they enter by due month) and all that is passed of a family was said at one moment: pass what `saidFirst` leaves.
 * What became void keeps its weight, with factor 1: whether a condition comes tells of its families, and to drop what hangs on it would
 * let a miss weigh more than a hit.
 * Who speaks again of a family knows what has come of it by then, or has not: that changes the weights, and with them a perfect
 * forecaster who goes on while nothing has come is convicted in 3 of 10 samples of 100 families.
 *
 * Source: Vovk & Wang 2021, Ann Stat 49:1736, on averaging e-values. Example: 0.7 said three times of one family and true
 * each time is one piece of evidence: E = 1.0113, as for once; said twice, true once and once open: .8155; the open one of
 * another family: .5971.
 */
export const familyEValue = (families: readonly Counts[], open: readonly (readonly Open[])[] = []): EValue => {
  if (families.some(certaintyFailed)) return FAILED
  const weighed = weighedOf(families, open)
  return mixed((line) =>
    sum(
      weighed.map(({ rows, open: waiting, said, many }) => {
        const settled = rows.map(({ x, n, hits }) => {
          const { hit, miss } = logRatios(line, x)
          return hits * Math.exp(hit) + (n - hits) * Math.exp(miss)
        })
        const least = waiting.map((one) => one.n * leastFactor(line, one))
        return many * Math.log(sum([...settled, ...least]) / said)
      }),
    ),
  )
}
