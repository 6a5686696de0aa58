import { binsBetween } from '../../core/scoring/binary/bins.ts'
import type { CurveRange } from '../../core/scoring/report/bounds.ts'
import { type DiagramPoint, diagramCaption } from '../../core/scoring/report/caption.ts'
import type { Calibration } from '../../queries/report/calibration.ts'
import { counted, percent } from '../format.ts'
import { timingTitles, voiceTitles } from '../words.ts'

type Block = NonNullable<Calibration['curve']>['blocks'][number]

/** One step of the line: where its dot stands (`p`, the mean of what was said in it), and its numbers in words. */
export type Dot = { p: number; observed: number; n: number; words: string }
/** Forecasts from `from` up to `to`. */
export type Bar = { from: number; to: number; n: number }

/** Everything that a reliability diagram shows; probabilities from 0 to 1. */
export type Diagram = {
  points: DiagramPoint[]
  dots: Dot[]
  bars: Bar[]
  /** Where the line could still end; null where nothing is open, or the cohorts that hold these questions have entered. */
  bounds: CurveRange[] | null
  level: number
  caption: string
}

/** Bars of five points, each edge the double nearest to its decimal. */
const TWENTIETHS: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 20)

const dotOf = ({ low, high, n, hits, recalibrated }: Block, points: readonly DiagramPoint[]): Dot => {
  const inside = points.filter(({ p }) => p >= low && p <= high)
  const said = low === high ? percent(low) : `${percent(low)} to ${percent(high)}`
  return {
    p: inside.reduce((so, point) => so + point.n * point.p, 0) / n,
    observed: recalibrated,
    n,
    words: `said ${said}: ${hits.toLocaleString('en-GB')} of ${n.toLocaleString('en-GB')} happened (${percent(recalibrated)})`,
  }
}

const barsOf = (points: readonly { p: number; n: number; hits: number }[]): Bar[] =>
  binsBetween(points, { edges: TWENTIETHS }).map(({ rows, n }) => {
    const first = rows[0]?.p ?? 0
    const at = Math.min(
      TWENTIETHS.findLastIndex((edge) => edge <= first),
      TWENTIETHS.length - 2,
    )
    return { from: TWENTIETHS[at] ?? 0, to: TWENTIETHS[at + 1] ?? 1, n }
  })

/** What the diagram of a report shows; null where its curve is withheld. */
export const diagramOf = ({ curve, bounds, cohort, pending, n, families }: Calibration): Diagram | null => {
  if (curve === null) return null
  const points = curve.points.map(({ p, n: times, recalibrated }, at): DiagramPoint => {
    const band = curve.bands.consistency.resampled[at]
    // Curve and band are made of the same counts, p by p.
    return { p, n: times, recalibrated, low: band?.low ?? 0, high: band?.high ?? 1 }
  })
  const level = curve.bands.consistency.resampled[0]?.level ?? 0.9
  const open = cohort?.entered || bounds === null ? 0 : pending
  return {
    points,
    dots: curve.blocks.map((block) => dotOf(block, points)),
    bars: barsOf(curve.points),
    bounds: open > 0 && bounds !== null ? bounds.curve : null,
    level,
    // A number and its sign stay on one line.
    caption: diagramCaption({ points, n, families, level, open }).replaceAll(' %', '\u00a0%'),
  }
}

/** The caption of the diagram of a report; null where its curve is withheld. */
export const captionOf = (report: Calibration): string | null => diagramOf(report)?.caption ?? null

/** Why there is no curve, as a sentence. */
export const whyNone = ({ withheld, n }: Calibration): string => {
  const rule = withheld.find(({ field }) => field === 'curve')?.rule ?? 'nothing is settled yet'
  return `No diagram: ${rule}. Settled so far: ${counted(n, 'forecast')}.`
}

/** What a report is of: `Prospective, own voice`, and its collection. */
export const sliceWords = (
  { timing, voice }: Pick<Calibration, 'timing' | 'voice'>,
  collection: string | null,
): string => `${timingTitles[timing]}, ${voiceTitles[voice]}${collection === null ? '' : `, in ${collection}`}`
