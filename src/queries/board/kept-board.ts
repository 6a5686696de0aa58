import { type Adjusting, APART } from '../../core/scoring/report/board-difficulty.ts'
import { askedName, type Scope } from '../../core/snapshot.ts'
import type { Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { difficultiesOf } from '../../storage/difficulties.ts'
import { type LatestBoard, latestBoardIn, madeBy } from '../../storage/snapshots.ts'
import { RULES, rulesNamed } from '../report/versions.ts'
import { type StoredBoard, storedBoard } from './stored-board.ts'

/** The newest kept board of a scope, or why there is none to go by. */
export type KeptBoard =
  | { snapshot: LatestBoard; board: StoredBoard; none: null }
  | { snapshot: null; board: null; none: string }

/** Of a board that holds no difficulties. */
export const EARLIER = 'was kept before scores were adjusted for difficulty'

const none = (why: string): KeptBoard => ({ snapshot: null, board: null, none: why })

/**
 * The newest board of a scope that was kept by `now`, if by the rules of now: what other rules found of the same facts does not stand
 * beside what these find.
 */
export const keptBoard = async (reader: Reader, scope: Scope, now: Instant): Promise<KeptBoard> => {
  const snapshot = await latestBoardIn(reader, scope, now)
  if (!snapshot) return none('this board has not been kept yet; each night keeps what changed')
  const board = madeBy(snapshot, RULES) ? storedBoard(snapshot.board) : null
  return board
    ? { snapshot, board, none: null }
    : none(
        `the newest kept board, ${snapshot.id}, is of other rules (${rulesNamed(snapshot)}); each night keeps a new one`,
      )
}

/** The difficulties that a kept board froze: what came since changes none of them. */
export const frozenDifficulties = async (reader: Reader, kept: KeptBoard): Promise<Adjusting> => {
  if (kept.snapshot === null) return { difficulty: null, none: kept.none }
  const { difficulty } = kept.board
  if (difficulty === null)
    return {
      difficulty: null,
      none: `the newest kept board, ${kept.snapshot.id}, ${EARLIER}; each night keeps a new one`,
    }
  const effects = (await difficultiesOf(reader, kept.snapshot.id)).map(
    ({ questionId, version, outcome, effect, authors }) =>
      ({ question: askedName(questionId, version), outcome: outcome === 'yes' ? 1 : 0, effect, authors }) as const,
  )
  const apart = new Map(kept.board.rows.flatMap(({ id, notAdjusted }) => (notAdjusted === APART ? [[id, APART]] : [])))
  return { difficulty: { rules: difficulty.rules, effects, apart }, none: null }
}
