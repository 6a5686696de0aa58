import { percent, plural } from './plain.ts'

/** One point of a reliability diagram: `n` statements of `p`, how often they came true after isotonic regression, its band. */
export type DiagramPoint = { p: number; n: number; recalibrated: number; low: number; high: number }

/** A run of neighbouring points on one side of the band. */
export type Departure = { side: 'below' | 'above'; from: number; to: number; n: number; low: number; high: number }

const sideOf = ({ recalibrated, low, high }: DiagramPoint): 'below' | 'above' | null => {
  if (recalibrated < low) return 'below'
  return recalibrated > high ? 'above' : null
}

/**
 * Where the recalibrated curve leaves its band, lowest p first: runs of neighbouring points on the same side, with the least
 * and greatest frequency of the run. Empty when it stays inside, ends included.
 */
export const departures = (points: readonly DiagramPoint[]): Departure[] => {
  const runs: Departure[] = []
  let last: 'below' | 'above' | null = null
  for (const point of [...points].sort((a, b) => a.p - b.p)) {
    const side = sideOf(point)
    const run = runs.at(-1)
    if (side !== null && side === last && run) {
      run.to = point.p
      run.n += point.n
      run.high = point.recalibrated
    } else if (side !== null) {
      const { p, n, recalibrated } = point
      runs.push({ side, from: p, to: p, n, low: recalibrated, high: recalibrated })
    }
    last = side
  }
  return runs
}

const between = (low: number, high: number): string =>
  percent(low) === percent(high) ? percent(low) : `${percent(low)} to ${percent(high)}`

const told = ({ side, from, to, n, low, high }: Departure): string =>
  `What was given ${between(from, to)} (${plural(n, 'statement')}) came true ${side === 'below' ? 'less' : 'more'} often than the band allows: ${between(low, high)} of the time.`

/**
 * The caption of the reliability diagram in plain sentences: what it shows and of how much, then where the line leaves its
 * band, else that it does not. Says nothing about the person, and that the band is read point by point.
 *
 * Example: 43 statements of 40 families whose line stays inside → "Reliability of 43 statements from 40 independent events.
 * The line stays inside the band, where 90 of 100 calibrated forecasters would lie at each point."
 */
export const diagramCaption = ({
  points,
  n,
  families,
  level = 0.9,
}: {
  points: readonly DiagramPoint[]
  n: number
  families: number
  level?: number
}): string => {
  const about = `Reliability of ${plural(n, 'statement')} from ${plural(families, 'independent event')}.`
  if (points.length === 0) return `${about} Nothing to draw yet.`
  const band = `where ${Math.round(level * 100)} of 100 calibrated forecasters would lie at each point`
  const left = departures(points)
  if (left.length === 0) return `${about} The line stays inside the band, ${band}.`
  return [about, `The line leaves the band, ${band}.`, ...left.map(told)].join(' ')
}
