import type { BoardInput, Scope } from '../core/snapshot.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { latestBoardIn, madeBy } from '../storage/snapshots.ts'
import { inputDigest } from './board-input.ts'
import { judgedBoardOf } from './judge-board.ts'
import { type StoredBoard, storedBoard } from './stored-board.ts'
import { VERSIONS } from './versions.ts'

const RULES = {
  scoringRules: VERSIONS.scoring,
  lexiconVersion: VERSIONS.lexicon,
  resolutionRules: VERSIONS.resolution,
}

/**
 * A whole board as it stands. Where the newest kept one was made of the same input by the same rules it is that one: 2,000 draws of
 * everybody's rank are not made again for each reader. Else judged anew, with the board's name for seed.
 */
export const wholeBoard = async (
  reader: Reader,
  scope: Scope,
  now: Instant,
  input: Omit<BoardInput, 'seed'>,
): Promise<StoredBoard> => {
  const kept = await latestBoardIn(reader, scope, now)
  const same = kept !== null && madeBy(kept, RULES) && kept.inputSha256 === (await inputDigest(input))
  const board = same ? storedBoard(kept.board) : null
  return board ?? judgedBoardOf({ seed: `${scope.set} ${scope.timing} ${scope.voice}`, ...input }, { part: false })
}
