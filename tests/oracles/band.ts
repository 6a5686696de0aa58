import { type HonestPoint, honestBand, honestBandAtForecasts } from '../../src/core/scoring/binary/honest-band.ts'
import { type Counts, pool } from '../../src/core/scoring/counts.ts'

type Case = { groups: [p: number, n: number, hits: number][]; alpha: number }

const countsOf = ({ groups }: Case): Counts => pool(groups.map(([p, n, hits]) => ({ p, n, hits })))
const named = (points: HonestPoint[]) => points.map(({ x, low, high }) => ({ x, lwr: low, upr: high }))

/** Honest bands of one case, by the key of the expected values. */
export const band: Record<string, (one: Case) => unknown> = {
  bands_at_data_points: (one) => named(honestBandAtForecasts(countsOf(one), { alpha: one.alpha })),
  bands_standard_nc_false: (one) => named(honestBand(countsOf(one), { alpha: one.alpha })),
  bands_standard_nc_true: (one) => named(honestBand(countsOf(one), { alpha: one.alpha, nonCrossing: true })),
}
