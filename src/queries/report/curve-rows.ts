import type { Calibration } from './calibration.ts'

/** The curve at one stated probability; null where there is nothing to say. All but `n` and `hits` from 0 to 1. */
export type CurveRow = {
  p: number
  n: number
  hits: number
  observed: number | null
  recalibrated: number | null
  bandLow: number | null
  bandHigh: number | null
  lowest: number | null
  highest: number | null
}

type Curved = Pick<Calibration, 'curve'> & { bounds: Pick<NonNullable<Calibration['bounds']>, 'curve'> | null }

/**
 * The curve of a report with its band and bounds, one row for each stated probability, lowest first. What is only said of
 * open questions has n 0 and bounds alone. Empty where the curve is withheld.
 */
export const curveRows = ({ curve, bounds }: Curved): CurveRow[] => {
  if (curve === null) return []
  const points = new Map(curve.points.map((point) => [point.p, point]))
  const bands = new Map(curve.bands.consistency.resampled.map((band) => [band.p, band]))
  const ranges = new Map(bounds?.curve?.map((range) => [range.p, range]))
  return [...new Set([...points.keys(), ...ranges.keys()])]
    .sort((a, b) => a - b)
    .map((p): CurveRow => {
      const [point, band, range] = [points.get(p), bands.get(p), ranges.get(p)]
      return {
        p,
        n: point?.n ?? 0,
        hits: point?.hits ?? 0,
        observed: point ? point.hits / point.n : null,
        recalibrated: point?.recalibrated ?? null,
        bandLow: band?.low ?? null,
        bandHigh: band?.high ?? null,
        lowest: range?.lowest ?? null,
        highest: range?.highest ?? null,
      }
    })
}
