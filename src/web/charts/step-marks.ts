import { area, curveStepAfter, line } from 'd3-shape'
import type { Spread, Stand } from '../../queries/question/forecasts-over-time.ts'
import { placeOf, type TimeScale } from './time-axis.tsx'

type Point = { x: number; y: number }
type Up = (p: number) => number

const step = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveStepAfter)
  .digits(1)

const band = area<Point & { y0: number }>()
  .x(({ x }) => x)
  .y0(({ y0 }) => y0)
  .y1(({ y }) => y)
  .curve(curveStepAfter)
  .digits(1)

/** Stretches in which one forecast followed another without a gap, each as points, the last at its end. */
const stretchesOf = (stands: readonly Stand[], x: TimeScale, y: Up): Point[][] => {
  const end = x.range()[1] ?? 0
  const stretches: Point[][] = []
  for (const [index, { from, to, p }] of stands.entries()) {
    const last = stretches.at(-1)
    const goesOn = last !== undefined && stands[index - 1]?.to === from
    if (goesOn) last.pop()
    const points = [
      { x: placeOf(x, from), y: y(p) },
      { x: to === null ? end : placeOf(x, to), y: y(p) },
    ]
    if (goesOn) last.push(...points)
    else stretches.push(points)
  }
  return stretches
}

/** The path of what one author said: level until the next forecast, broken where none stood. */
export const stepsOf = (stands: readonly Stand[], x: TimeScale, y: Up): string =>
  stretchesOf(stands, x, y)
    .map((points) => step(points) ?? '')
    .join('')

/** Where a line ends, and what it said last; null for one that never began. */
export const endOfLine = (stands: readonly Stand[], x: TimeScale, y: Up): (Point & { p: number }) | null => {
  const last = stands.at(-1)
  if (last === undefined) return null
  return { x: last.to === null ? (x.range()[1] ?? 0) : placeOf(x, last.to), y: y(last.p), p: last.p }
}

/** The middle half of everybody, and the median through it. */
export const spreadPaths = (spread: readonly Spread[], x: TimeScale, y: Up): { half: string; median: string } => ({
  half: band(spread.map(({ at, low, high }) => ({ x: placeOf(x, at), y0: y(low), y: y(high) }))) ?? '',
  median: step(spread.map(({ at, middle }) => ({ x: placeOf(x, at), y: y(middle) }))) ?? '',
})

/** Moves labels apart so that none is nearer than `gap` to the next, none above `top` or below `bottom`; in the order given. */
export const apart = (wanted: readonly number[], gap: number, [top, bottom]: readonly [number, number]): number[] => {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index)
  let free = top
  for (const one of order) {
    one.y = Math.max(one.y, free)
    free = one.y + gap
  }
  let most = bottom
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, most)
    most = one.y - gap
  }
  const placed = new Map(order.map(({ y, index }) => [index, y]))
  return wanted.map((y, index) => placed.get(index) ?? y)
}
