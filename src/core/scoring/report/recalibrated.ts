import { brierLoss } from '../binary/proper-scores.ts'
import { clipped, derivatives, expit, type Line, type LogitRow, logitRows } from '../binary/recalibration.ts'
import { type Count, pool } from '../counts.ts'
import { type FamilyMean, familyInterval } from '../intervals/family.ts'
import { sum } from '../numbers/sum.ts'
import { sumsByFamily } from '../tally.ts'

/** A scored item in time: when it was `said`, and when its outcome became known, `settled`; any clock that runs forward. */
export type TimedItem = { family: string; said: number; settled: number; p: number; outcome: 0 | 1 }

/** `p` as stated, `recalibrated` by what `learntFrom` items settled beforehand tell of the author. */
export type RecalibratedItem = { p: number; recalibrated: number; learntFrom: number }

/** Mean Brier scores of the same items; `difference` = stated − recalibrated, above 0 where recalibration would have helped. */
export type Recalibrated = {
  items: RecalibratedItem[]
  stated: number
  recalibrated: number
  difference: FamilyMean
}

/**
 * Standard deviation of intercept and of slope before anything is known of an author, around 0 and 1: 95 of 100 slopes from
 * .4 to 1.6. For the intercept it weighs as much as 44 forecasts of 50 %, so that a few settled items move little.
 */
export const PRIOR_DEVIATION = 0.3
const PRECISION = 1 / PRIOR_DEVIATION ** 2
const IDENTITY: Line = { intercept: 0, slope: 1 }
const MOST_STEPS = 100

// ln(1 + eˣ) without overflow.
const softplus = (x: number): number => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)))

/** Minus the log posterior, up to a constant: strictly convex, hence one lowest point. */
const height = (rows: readonly LogitRow[], { intercept, slope }: Line): number =>
  sum(
    rows.map(({ x, n, hits }) => {
      const at = intercept + slope * x
      return hits * softplus(-at) + (n - hits) * softplus(at)
    }),
  ) +
  (PRECISION / 2) * (intercept ** 2 + (slope - 1) ** 2)

const newtonStep = (rows: readonly LogitRow[], line: Line): Line => {
  const { score, information } = derivatives(rows, line)
  const [a, b] = [score[0] - PRECISION * line.intercept, score[1] - PRECISION * (line.slope - 1)]
  const [aa, ab, bb] = [information[0] + PRECISION, information[1], information[2] + PRECISION]
  const determinant = aa * bb - ab * ab
  return { intercept: (bb * a - ab * b) / determinant, slope: (aa * b - ab * a) / determinant }
}

/**
 * The line logit q = a + b · logit p that is most probable after these counts, a ~ N(0, .3²), b ~ N(1, .3²), p moved into
 * [.01, .99] as for the calibration slope. Exists and is one for any counts: the identity (0, 1) for none, near it for few,
 * near the maximum-likelihood line for many. Two numbers are what an author's past can carry; isotonic steps need
 * hundreds of items, and one frequency per phrase forgets what the other phrases say of the author.
 * Source: Platt 1999; the prior as in ridge regression, Hoerl & Kennard 1970. Example: .9 said 20 times, 10 true:
 * a −.271, b .406, so that .9 becomes .650.
 */
export const mapOf = (counts: Iterable<Readonly<Count>>): Line => {
  const rows = logitRows(clipped(pool(counts)))
  let line = IDENTITY
  let at = height(rows, line)
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    const step = newtonStep(rows, line)
    let share = 1
    let next = line
    let there = at
    do {
      next = { intercept: line.intercept + share * step.intercept, slope: line.slope + share * step.slope }
      there = height(rows, next)
      share /= 2
    } while (there > at && share > 1e-10)
    if (there > at) return line
    line = next
    at = there
    if (Math.abs(step.intercept) + Math.abs(step.slope) < 1e-10) return line
  }
  return line
}

/**
 * A probability moved by a line: as far on the logit scale as the line moves its nearest value in [.01, .99]. The identity
 * moves nothing, and a certainty stays one, since no shift reaches it.
 */
const moved = (p: number, { intercept, slope }: Line): number => {
  const row = [{ p, n: 1, hits: 0 }]
  const [stated, within] = [logitRows(row)[0]?.x ?? Number.NaN, logitRows(clipped(row))[0]?.x ?? Number.NaN]
  return expit(stated + intercept + (slope - 1) * within)
}

/** For each item, the line of all that was settled before it was said; items said at one time share theirs. */
const linesOf = (items: readonly TimedItem[]): Map<TimedItem, { line: Line; learntFrom: number }> => {
  const settled = [...items].sort((a, b) => a.settled - b.settled)
  const known: Count[] = []
  const lines = new Map<TimedItem, { line: Line; learntFrom: number }>()
  let line = IDENTITY
  for (const item of [...items].sort((a, b) => a.said - b.said)) {
    const before = known.length
    for (let next = settled[known.length]; next && next.settled < item.said; next = settled[known.length])
      known.push({ p: next.p, n: 1, hits: next.outcome })
    if (known.length > before) line = mapOf(known)
    lines.set(item, { line, learntFrom: known.length })
  }
  return lines
}

/**
 * "As stated beside recalibrated": what each statement would have said, had it been corrected by what was known of the author
 * before it was made, and what that does to the mean Brier score (0 best, 1 worst). Walks forward in time: an item said at t
 * is moved by `mapOf` of the items settled before t, so that no later outcome reaches it; with none settled it stays as
 * stated. Large positive differences say that the author's faults are steady enough to be read off their past.
 *
 * Items come back in the order given. The difference has its interval over families. Null for no items.
 * Example: .9 said on each of 20 days, settled the day after, every second one true: the first stays .9, the last has become
 * .64, Brier .41 as stated and .33 recalibrated.
 */
export const recalibrated = (items: readonly TimedItem[]): Recalibrated | null => {
  if (items.length === 0) return null
  const lines = linesOf(items)
  const read = items.map((item): RecalibratedItem => {
    const { line, learntFrom } = lines.get(item) ?? { line: IDENTITY, learntFrom: 0 }
    return { p: item.p, recalibrated: learntFrom === 0 ? item.p : moved(item.p, line), learntFrom }
  })
  const losses = items.map(({ family, outcome }, at) => {
    const of = (p: number | undefined): number => brierLoss(p ?? Number.NaN, { n: 1, hits: outcome })
    const [stated, after] = [of(read[at]?.p), of(read[at]?.recalibrated)]
    return { family, stated, after, loss: stated - after }
  })
  const difference = familyInterval(sumsByFamily(losses), { range: { low: -1, high: 1 } })
  return (
    difference && {
      items: read,
      stated: sum(losses.map(({ stated }) => stated)) / items.length,
      recalibrated: sum(losses.map(({ after }) => after)) / items.length,
      difference,
    }
  )
}
