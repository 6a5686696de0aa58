import { expect } from 'vitest'
import type { Frame, Standing } from '../../../../src/core/scoring/over-time/standing.ts'

/** A question open from 0 to 100 that came out as yes. */
export const frame = (more: Partial<Frame> = {}): Frame => ({
  open: 0,
  actualClose: 100,
  scheduledClose: 100,
  outcome: 1,
  kind: { of: 'choice' },
  ...more,
})
/** One forecaster's probability of yes while it stands. */
export const says = (user: string, p: number, from = 0, until: number | null = null): Standing => ({
  user,
  from,
  until,
  shares: [1 - p, p],
})
/** A score up to rounding. */
export const close = (score: number, coverage: number) => ({
  score: expect.closeTo(score, 9),
  coverage: expect.closeTo(coverage, 12),
})
