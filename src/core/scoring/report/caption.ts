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

const sentence = ({ side, from, to, n, low, high }: Departure): string =>
  `What was given ${between(from, to)} (${plural(n, 'statement')}) happened ${side === 'below' ? 'less' : 'more'} often than the band allows: ${between(low, high)} of the time.`

/** More places than this are counted, not told one by one. */
const TOLD = 3

/** Those with the most statements, lowest p first, and how many more there are. */
const allTold = (runs: readonly Departure[]): string[] => {
  const told = new Set([...runs].sort((a, b) => b.n - a.n).slice(0, TOLD))
  const rest = runs.filter((run) => !told.has(run))
  const n = rest.reduce((so, run) => so + run.n, 0)
  const more = `It leaves the band in ${plural(rest.length, 'further place')} (${plural(n, 'statement')}).`
  return [...runs.filter((run) => told.has(run)).map(sentence), ...(rest.length > 0 ? [more] : [])]
}

const stillOpen = (open: number): string[] =>
  open === 0
    ? []
    : [
        `${plural(open, 'more statement')} ${open === 1 ? 'is' : 'are'} due and not settled: the dashed outline holds wherever the line could still end.`,
      ]

/**
 * The caption of the reliability diagram in plain sentences: what it shows and of how much, then where the line leaves its
 * band (the three places with the most statements one by one), else that it does not, then what `open` statements, due and not settled, could still change. Says nothing about the
 * person, and that the band is read point by point.
 *
 * Example: 43 statements of 40 families whose line stays inside → "Reliability of 43 statements from 40 event families.
 * The line stays inside the band, where 90 of 100 calibrated forecasters would lie at each point."
 */
export const diagramCaption = ({
  points,
  n,
  families,
  level = 0.9,
  open = 0,
}: {
  points: readonly DiagramPoint[]
  n: number
  families: number
  level?: number
  open?: number
}): string => {
  const about = `Reliability of ${plural(n, 'statement')} from ${plural(families, 'event family', 'event families')}.`
  if (points.length === 0) return `${about} Nothing to draw yet.`
  const band = `where ${Math.round(level * 100)} of 100 calibrated forecasters would lie at each point`
  const left = departures(points)
  const where =
    left.length === 0
      ? [`The line stays inside the band, ${band}.`]
      : [`The line leaves the band, ${band}.`, ...allTold(left)]
  return [about, ...where, ...stillOpen(open)].join(' ')
}
