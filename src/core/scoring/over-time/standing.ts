import { refusal } from '../refusal.ts'

/**
 * What one forecaster said from `from` on, until `until` (null: to the end). Times are numbers of any one unit.
 * `shares` is one probability per possible outcome: [no, yes] for a binary question, the options of a choice (null for
 * one that did not exist yet, whose outcome is read from the last option, "Other"), and [below, buckets…, above] for a
 * quantity.
 */
export type Standing = { user: string; from: number; until: number | null; shares: readonly (number | null)[] }

/** The question: its times, the place of the outcome among the shares, and the kind. `openBounds` of a quantity: 0 to 2. */
export type Frame = {
  open: number
  actualClose: number
  scheduledClose: number
  outcome: number
  kind: { of: 'choice' } | { of: 'quantity'; openBounds: number }
}

/** `coverage` is the share of the question's life that was forecast on, 0 to 1. */
export type TimedScore = { score: number; coverage: number }

/** The probability that a standing forecast gave to what came. Throws a `Problem` where it has no such outcome. */
export const saidOf = ({ user, shares }: Standing, outcome: number): number => {
  const p = shares[outcome] === null ? shares.at(-1) : shares[outcome]
  if (p === undefined || p === null || !(p >= 0 && p <= 1))
    throw refusal(`${user} gives the outcome no probability`, 'give one from 0 to 1 for each outcome, or for the last')
  return p
}

/** From when until when a forecast counts: inside the question's life. Empty where it ends before it starts. */
export const lifeOf = ({ from, until }: Standing, { open, actualClose }: Frame): { start: number; end: number } => ({
  start: Math.max(from, open),
  end: Math.min(until ?? actualClose, actualClose),
})

/** The length that coverage is measured against: the scheduled one, also where the question closed early. */
export const horizonOf = ({ open, scheduledClose, actualClose }: Frame): number => {
  if (!(scheduledClose > open) || actualClose < open)
    throw refusal('the question closes before it opens', 'give an open time before both closes')
  return scheduledClose - open
}

/** Is it one that stands at an instant: from its start, but not at its end? */
export const standsAt = ({ from, until }: Standing, at: number): boolean => from <= at && (until === null || at < until)

/** Adds scores up by forecaster; whoever forecast and earned nothing has 0 and a coverage of 0. */
export const byUser = (
  earned: readonly { user: string; score: number; coverage: number }[],
): Map<string, TimedScore> => {
  const totals = new Map<string, TimedScore>()
  for (const { user, score, coverage } of earned) {
    const so = totals.get(user) ?? { score: 0, coverage: 0 }
    totals.set(user, { score: so.score + score, coverage: so.coverage + coverage })
  }
  return totals
}
