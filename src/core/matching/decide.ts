import type { Window } from '../candidate.ts'
import type { Question } from '../question.ts'
import { type Day, endOf, type Moment } from '../time.ts'
import type { Compared } from './compare.ts'
import { type Horizon, horizonOf } from './horizon.ts'

/** A statement that is about to become a prediction. */
export type Statement = { publishedOn: Day; said: Moment; window: Window | null; commentaryId: string }

/** An earlier claim of the same author, with the question that it is on. */
export type Earlier = {
  questionId: string
  familyId: string
  status: Question['status']
  windowStart: Day
  windowEnd: Day | null
  compared: Compared
  /** The pieces in which the author has said it. */
  commentaryIds: readonly string[]
  /** Whether the statement leans to the same side of even as the author's last one there. */
  sameSide: boolean
}

export type Decision<E extends Earlier = Earlier> = { did: 'joined' | 'family'; earlier: E; reason: string }

/** Why a statement may not join the question of an earlier claim; null when it joins. */
const obstacle = (statement: Statement, earlier: Earlier): string | null => {
  const { status, windowStart, windowEnd, compared } = earlier
  const rest = compared.differs.filter((difference) => difference !== 'horizon')
  if (rest.length > 0) return `it differs in ${rest.join(' and ')}`
  if (status !== 'open') return `that question is ${status}`
  if (statement.publishedOn < windowStart) return `it was said before ${windowStart}, when that window began`
  if (windowEnd !== null && statement.said.latest > endOf(windowEnd)) {
    return `it was said after that window ended on ${windowEnd}`
  }
  return otherHorizon(statement, earlier, horizonOf(statement.window, earlier))
}

/**
 * A claim said again while its window runs counts once, however far the new words reach: else a clock that has stopped
 * would be scored every hour. What reaches less far, begins later, or moves the date while changing sides says more than
 * that, and so do two dates set side by side in one piece.
 */
const otherHorizon = ({ window, commentaryId }: Statement, earlier: Earlier, horizon: Horizon): string | null => {
  const stated = window?.source === 'stated'
  if (horizon === 'shorter') return 'its own words end sooner'
  if (horizon === 'apart') return 'its own words begin after that window'
  if (horizon !== 'further' || !stated) return null
  if (earlier.commentaryIds.includes(commentaryId)) return 'the same piece gives it another date'
  return earlier.sameSide ? null : 'it gives another date and the other side'
}

const isKin = ({ compared }: Earlier): boolean => compared.verdict === 'same' || compared.verdict === 'family'

const described: Readonly<Record<Horizon, string>> = {
  same: 'with the same horizon',
  silent: 'without words of time',
  shorter: '',
  further: 'though its own words reach further',
  apart: '',
}

/**
 * What becomes of a statement, given what its author said before: it joins the question of the same claim whose window is
 * open when it is said, else makes a new question in the family of the nearest; null when nothing came near. Of several,
 * the one it may join, then the same horizon, then the most similar, then the oldest.
 */
export const decide = <E extends Earlier>(statement: Statement, earlier: readonly E[]): Decision<E> | null => {
  const ranked = earlier
    .filter(isKin)
    .map((claim) => ({ claim, why: obstacle(statement, claim), horizon: horizonOf(statement.window, claim) }))
    .sort(
      (a, b) =>
        Number(a.why !== null) - Number(b.why !== null) ||
        Number(a.horizon !== 'same') - Number(b.horizon !== 'same') ||
        b.claim.compared.similarity - a.claim.compared.similarity ||
        (a.claim.questionId < b.claim.questionId ? -1 : 1),
    )
  const [best] = ranked
  if (!best) return null
  const { claim, why, horizon } = best
  const turn = claim.compared.opposed ? 'the opposite of what its author said' : 'what its author said'
  return why === null
    ? { did: 'joined', earlier: claim, reason: `it says again ${described[horizon]} ${turn}, inside that window` }
    : { did: 'family', earlier: claim, reason: `the same or a kindred claim, on a question of its own: ${why}` }
}
