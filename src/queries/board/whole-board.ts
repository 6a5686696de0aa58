import type { Adjusting } from '../../core/scoring/report/board-difficulty.ts'
import type { BoardInput } from '../../core/snapshot.ts'
import { madeBy } from '../../storage/snapshots.ts'
import { VERSIONS } from '../report/versions.ts'
import { inputDigest } from './board-input.ts'
import { judgedBoardOf } from './judge-board.ts'
import type { KeptBoard } from './kept-board.ts'
import type { StoredBoard } from './stored-board.ts'

const RULES = {
  scoringRules: VERSIONS.scoring,
  lexiconVersion: VERSIONS.lexicon,
  resolutionRules: VERSIONS.resolution,
}

/**
 * A whole board as it stands. Where the newest kept one was made of the same input by the same rules it is that one: 2,000 draws of
 * everybody's rank are not made again for each reader. Else judged anew with the seed, and adjusted by what that one froze.
 */
export const wholeBoard = async (
  { seed, ...input }: BoardInput,
  { snapshot, board }: KeptBoard,
  adjusting: Adjusting,
): Promise<StoredBoard> => {
  const same = snapshot !== null && madeBy(snapshot, RULES) && snapshot.inputSha256 === (await inputDigest(input))
  return same ? board : judgedBoardOf({ seed, ...input }, { part: false, adjusting })
}
