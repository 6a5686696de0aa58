import { baseline, spotBaseline, spotTime } from '../../src/core/scoring/over-time/baseline.ts'
import { peer, spotPeer } from '../../src/core/scoring/over-time/peer.ts'
import type { Frame, Standing } from '../../src/core/scoring/over-time/standing.ts'
import type { Oracle } from './oracle.ts'

type Case = {
  open_h: number
  actual_close_h: number
  scheduled_close_h: number
  type: string
  forecasts: { user: string; start_h: number; end_h?: number | null; pmf: (number | null)[] }[]
  resolution_bucket: number
  open_bounds_count?: number
  spot_h?: number | null
}

const standingsOf = ({ forecasts }: Case): Standing[] =>
  forecasts.map(({ user, start_h, end_h, pmf }) => ({ user, from: start_h, until: end_h ?? null, shares: pmf }))
const frameOf = (one: Case): Frame => ({
  open: one.open_h,
  actualClose: one.actual_close_h,
  scheduledClose: one.scheduled_close_h,
  outcome: one.resolution_bucket,
  kind:
    one.type === 'binary' || one.type === 'multiple_choice'
      ? { of: 'choice' }
      : { of: 'quantity', openBounds: one.open_bounds_count ?? 0 },
})
const spotOf = ({ actual_close_h, spot_h }: Case): number => spotTime(actual_close_h, spot_h ?? null, null)

export const metaculus: Oracle = {
  kindOf: () => 'metaculus',
  computes: {
    metaculus: {
      baseline: (one: Case) => Object.fromEntries(baseline(standingsOf(one), frameOf(one))),
      peer: (one: Case) => Object.fromEntries(peer(standingsOf(one), frameOf(one))),
      spot_baseline: (one: Case) => Object.fromEntries(spotBaseline(standingsOf(one), frameOf(one), spotOf(one))),
      spot_peer: (one: Case) => Object.fromEntries(spotPeer(standingsOf(one), frameOf(one), spotOf(one))),
    },
  },
}
