import { z } from 'zod'
import { NOT_ASKED } from '../core/scoring/report/judged-board.ts'
import type { Scope, Snapshot } from '../core/snapshot.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { latestBoardIn } from '../storage/snapshots.ts'
import { KeptSnapshot, keptSnapshot } from './read-at.ts'
import { type StoredBoard, type StoredRow, storedBoard } from './stored-board.ts'
import { Versions } from './versions.ts'

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

/** The kept verdict of a row; without one, the rule of then where the author has enough for a verdict now. */
const attached = (row: StoredRow, kept: ReadonlyMap<string, StoredRow>, otherwise: string): StoredRow => {
  const then = kept.get(row.id)
  const others = row.withheld.filter(({ field }) => field !== 'verdict')
  if (then?.verdict) return { ...row, verdict: then.verdict, withheld: others }
  const own = row.withheld.find(({ field }) => field === 'verdict')
  if (own?.rule !== NOT_ASKED) return row
  const rule = then?.withheld.find(({ field }) => field === 'verdict')?.rule ?? otherwise
  return { ...row, withheld: [...others, { field: 'verdict', rule }] }
}

const withRows = (board: StoredBoard, kept: readonly StoredRow[], otherwise: string): StoredBoard => {
  const byId = new Map(kept.map((row) => [row.id, row]))
  return { ...board, rows: board.rows.map((row) => attached(row, byId, otherwise)) }
}

/**
 * A whole board as it stands with the verdicts of the newest one that was kept of it by `now`: they take draws by lot for everybody
 * at once, which no reader waits for.
 */
export const withKeptVerdicts = async (
  reader: Reader,
  scope: Scope,
  now: Instant,
  board: StoredBoard,
): Promise<WithVerdicts> => {
  const none = (notJudged: string): WithVerdicts => ({ board: withRows(board, [], notJudged), judged: null, notJudged })
  const snapshot = await latestBoardIn(reader, scope, now)
  if (!snapshot) return none('this board has not been kept yet; each night keeps what changed')
  const kept = storedBoard(snapshot.board)
  const { id, scoringRules } = snapshot
  if (!kept)
    return none(`the newest kept board, ${id}, is of earlier rules (${scoringRules}); each night keeps a new one`)
  const otherwise = `not on the newest kept board, ${id}; each night keeps what changed`
  return { board: withRows(board, kept.rows, otherwise), judged: judgedBy(snapshot), notJudged: null }
}
