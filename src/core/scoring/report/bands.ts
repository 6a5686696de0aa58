import { asymptoticConsistency, type BandPoint, resampledConsistency } from '../binary/consistency-band.ts'
import { type HonestPoint, honestBand, inHundredths } from '../binary/honest-band.ts'
import type { Counts } from '../counts.ts'

/**
 * What surrounds the reliability curve. `consistency`: where the curve of a calibrated author would run, point by point, 90 %:
 * `resampled`, which the diagram draws, and `asymptotic`, by formula, for many forecasts of few p. `honest`: where the whole
 * true curve lies, all points at once, 95 %, of p in hundredths where there are more than 101 distinct ones.
 */
export type Bands = {
  consistency: { resampled: BandPoint[]; asymptotic: BandPoint[] }
  honest: HonestPoint[]
}

export const NO_BANDS: Bands = { consistency: { resampled: [], asymptotic: [] }, honest: [] }

/** From so many distinct p on the honest band is that of hundredths: its work grows with their square. */
const MOST_DISTINCT = 101
const HONEST_ALPHA = 0.05

/** All bands of the curve of these forecasts, whose families have one fate each. See the functions of `binary` for each. */
export const bandsOf = (
  counts: Counts,
  families: readonly Counts[],
  options: { seed: string; draws: number },
): Bands => {
  const many = counts.length > MOST_DISTINCT
  return {
    consistency: {
      resampled: resampledConsistency(counts, { ...options, families }),
      asymptotic: asymptoticConsistency(counts, 0.9, families),
    },
    honest: honestBand(many ? inHundredths(counts) : counts, {
      alpha: HONEST_ALPHA,
      families: many ? families.map(inHundredths) : families,
    }),
  }
}
