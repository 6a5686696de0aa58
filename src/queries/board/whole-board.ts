import { collectionOfSet } from '../../core/scored-item.ts'
import type { BoardInput, Scope } from '../../core/snapshot.ts'
import type { Instant } from '../../core/time.ts'
import { boardMovedSince } from '../../storage/board-changes.ts'
import type { Reader } from '../../storage/database.ts'
import { boardInput, inputDigest } from './board-input.ts'
import { judgedBoardOf } from './judge-board.ts'
import { frozenDifficulties, type KeptBoard } from './kept-board.ts'
import { judgedBy, type WithVerdicts, withKeptVerdicts } from './kept-verdicts.ts'

type Kept = Extract<KeptBoard, { none: null }>

/** Whether a board is what a kept one says, by the facts that came since: no item is read for it. */
const stillStands = async (reader: Reader, { set }: Scope, { snapshot }: Kept, now: Instant): Promise<boolean> => {
  const collectionId = collectionOfSet(set)
  return (
    collectionId !== null &&
    snapshot.dueBefore === now.slice(0, 7) &&
    !(await boardMovedSince(reader, collectionId, snapshot.position))
  )
}

const asKept = ({ snapshot, board }: Kept): WithVerdicts => ({ board, judged: judgedBy(snapshot), notJudged: null })

/** When an outcome of each author was last overturned. */
const overturnedIn = ({ authors }: Omit<BoardInput, 'seed'>): ReadonlyMap<string, Instant | null> =>
  new Map(authors.map(({ id, overturnedAt }) => [id, overturnedAt]))

/**
 * A whole board as it stands. Where nothing has changed since the newest kept one it is that one, in as many statements however many
 * are on it; so it is where what changed makes no difference to what it is computed from: the draws of everybody's rank are not made
 * again for each reader. Else judged anew with the seed, adjusted by what that one froze and with its verdicts.
 */
export const wholeBoard = async (
  reader: Reader,
  { scope, seed, now }: { scope: Scope; seed: string; now: Instant },
  kept: KeptBoard,
): Promise<WithVerdicts> => {
  if (kept.snapshot !== null && (await stillStands(reader, scope, kept, now))) return asKept(kept)
  const input = await boardInput(reader, scope, now)
  if (kept.snapshot !== null && kept.snapshot.inputSha256 === (await inputDigest(input))) return asKept(kept)
  const adjusting = await frozenDifficulties(reader, kept)
  const board = judgedBoardOf({ seed, ...input }, { part: false, adjusting })
  return withKeptVerdicts(board, kept, overturnedIn(input))
}
