import { z } from 'zod'
import { NOT_ASKED } from '../../core/scoring/report/judged-board.ts'
import type { Snapshot } from '../../core/snapshot.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import { KeptSnapshot, keptSnapshot } from '../report/read-at.ts'
import { Versions } from '../report/versions.ts'
import type { KeptBoard } from './kept-board.ts'
import type { StoredBoard, StoredRow } from './stored-board.ts'

/** The kept board that the verdicts are from. */
export const JudgedBy = z.object({
  snapshot: KeptSnapshot.meta({ description: 'which board, frozen: give its id as `snapshot` for all of it' }),
  position: z.int().meta({ description: 'the position of the ledger as of which it was made' }),
  versions: Versions,
})
export type JudgedBy = z.infer<typeof JudgedBy>

/** A board with the verdicts of a kept one, or why it has none. */
export type WithVerdicts = { board: StoredBoard; judged: JudgedBy | null; notJudged: string | null }

export const judgedBy = (snapshot: Snapshot): JudgedBy => ({
  snapshot: keptSnapshot(snapshot),
  position: snapshot.position,
  versions: {
    scoring: snapshot.scoringRules,
    lexicon: snapshot.lexiconVersion,
    resolution: snapshot.resolutionRules,
  },
})

type Now = { kept: ReadonlyMap<string, StoredRow>; overturned: ReadonlyMap<string, Instant | null>; otherwise: string }

/** The kept verdict of a row that may have one now; without one, the rule of then. */
const attached = (row: StoredRow, { kept, overturned, otherwise }: Now): StoredRow => {
  const then = kept.get(row.id)
  const others = row.withheld.filter(({ field }) => field !== 'verdict')
  const own = row.withheld.find(({ field }) => field === 'verdict')
  if (own?.rule !== NOT_ASKED) return row
  const since = overturned.get(row.id) ?? null
  if (then?.verdict && then.verdict.evidence.since !== since)
    return { ...row, withheld: [...others, { field: 'verdict', rule: restartedAfter(since) }] }
  if (then?.verdict) return { ...row, verdict: then.verdict, withheld: others }
  const rule = then?.withheld.find(({ field }) => field === 'verdict')?.rule ?? otherwise
  return { ...row, withheld: [...others, { field: 'verdict', rule }] }
}

/** Of a verdict that rests on an outcome which was overturned since, or that left out what was found right again. */
const restartedAfter = (since: Instant | null): string =>
  `${since === null ? 'an outcome that was overturned was found right again' : `an outcome was overturned on ${dayOf(since)}`} since the newest board was kept; the next one judges anew`

const withRows = (
  board: StoredBoard,
  rows: readonly StoredRow[],
  { overturned, otherwise }: Omit<Now, 'kept'>,
): StoredBoard => {
  const kept = new Map(rows.map((row) => [row.id, row]))
  return { ...board, rows: board.rows.map((row) => attached(row, { kept, overturned, otherwise })) }
}

/**
 * A whole board as it stands with the verdicts of the newest one that was kept of it: they take draws by lot for everybody at
 * once, which no reader waits for. `overturned` says when an outcome of each author was last overturned as things stand: a verdict
 * that rests on what held before is not shown.
 */
export const withKeptVerdicts = (
  board: StoredBoard,
  { snapshot, board: kept, none }: KeptBoard,
  overturned: ReadonlyMap<string, Instant | null>,
): WithVerdicts => {
  if (snapshot === null)
    return { board: withRows(board, [], { overturned, otherwise: none }), judged: null, notJudged: none }
  const otherwise = `not on the newest kept board, ${snapshot.id}; each night keeps what changed`
  return { board: withRows(board, kept.rows, { overturned, otherwise }), judged: judgedBy(snapshot), notJudged: null }
}
