import { sum } from '../numbers/sum.ts'
import { needFinite, refusal } from '../refusal.ts'

/** A cumulative distribution by points: P(X ≤ at) = `below`, and straight lines between. */
export type CdfPoint = { at: number; below: number }

const check = (points: readonly CdfPoint[], outcome: number): void => {
  if (points.length < 2) throw refusal('a distribution by points needs at least two', 'give its lower and upper end')
  needFinite([...points.flatMap(({ at, below }) => [at, below]), outcome], 'distribution and outcome')
  for (const [n, { at, below }] of points.entries()) {
    const before = points[n - 1]
    if (below < 0 || below > 1) throw refusal(`${below} is no probability`, 'give probabilities from 0 to 1')
    if (before && before.at > at) throw refusal('the points are out of order', 'give them in ascending order')
    if (before && before.below > below)
      throw refusal(`the distribution falls from ${before.below} to ${below}`, 'let it rise or stay as values rise')
  }
}

const between = (from: CdfPoint, to: CdfPoint, x: number): number =>
  to.at === from.at ? to.below : from.below + ((to.below - from.below) * (x - from.at)) / (to.at - from.at)

/** P(X ≤ x): 0 below the first point, 1 from the last one on. */
const cdfAt = (points: readonly CdfPoint[], x: number): number => {
  const next = points.findIndex(({ at }) => at > x)
  const [from, to] = [points[next - 1], points[next]]
  if (from && to) return between(from, to, x)
  return next === 0 ? 0 : 1
}

/** ∫ g² over a piece on which g runs straight from a to b; Simpson's rule is exact here. */
const squared = (width: number, a: number, b: number): number => (width * (a * a + a * b + b * b)) / 3

/**
 * CRPS of a distribution by points, ∫ (F(x) − 1{y ≤ x})² dx. 0 best, in the outcome's unit; exact, as the integrand is
 * quadratic on every piece, the one with the outcome being cut there.
 *
 * Probability that is left out at either end (F starting above 0 or ending below 1) stands at that end; an outcome beyond
 * an end adds its whole distance from it. Two points at one place make a jump. Throws a `Problem` where points or
 * probabilities are out of order. Matheson & Winkler 1976, Mgmt Sci 22:1087.
 * `cdfCrps([{ at: 0, below: 0 }, { at: 1, below: 1 }], 0.5) = 1/12`
 */
export const cdfCrps = (points: readonly CdfPoint[], outcome: number): number => {
  check(points, outcome)
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0]
  const pieces = points.slice(1).flatMap((to, n): number[] => {
    const from = points[n] ?? to
    if (outcome >= to.at) return [squared(to.at - from.at, from.below, to.below)]
    if (outcome <= from.at) return [squared(to.at - from.at, from.below - 1, to.below - 1)]
    const at = between(from, to, outcome)
    return [squared(outcome - from.at, from.below, at), squared(to.at - outcome, at - 1, to.below - 1)]
  })
  return sum(pieces) + Math.max(0, first - outcome) + Math.max(0, outcome - last)
}

/**
 * Where the outcome fell in the distribution, F(y): 0 below the first point, 1 from the last one on, uniform under
 * calibration. At a jump it is its upper end. Throws like `cdfCrps`. Dawid 1984, J R Stat Soc A 147:278.
 * `cdfPit([{ at: 0, below: 0 }, { at: 10, below: 0.2 }], 5) = 0.1`
 */
export const cdfPit = (points: readonly CdfPoint[], outcome: number): number => {
  check(points, outcome)
  return cdfAt(points, outcome)
}
