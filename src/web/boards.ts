import { type Timing, timings } from '../core/question.ts'
import { type Voice, voices } from '../core/slice.ts'
import type { Collection } from '../core/source.ts'
import type { Instant } from '../core/time.ts'
import { type Leaderboard, leaderboard } from '../queries/board/leaderboard.ts'
import { listCollections } from '../storage/collections.ts'
import type { Reader } from '../storage/database.ts'

/** The newest collections stand on the front page; further ones in the JSON list. */
const COLLECTIONS_SHOWN = 10

/** A collection with its boards: both timings of the own voice, and of quoted speakers those that have rows. */
export type CollectionBoards = { collection: Collection; boards: Leaderboard[] }
export type Boards = { collections: CollectionBoards[]; more: boolean }

export const boardAnchor = (collection: Collection, timing: Timing, voice: Voice): string =>
  `${collection.id}-${timing}-${voice}`

export const boardHref = (collection: Collection, timing: Timing, voice: Voice): string =>
  `/v1/leaderboard?collection=${encodeURIComponent(collection.slug)}&timing=${timing}&voice=${voice}`

const boardsOf = async (reader: Reader, collection: Collection, now: Instant): Promise<CollectionBoards> => {
  const boards: Leaderboard[] = []
  for (const timing of timings) {
    for (const voice of voices) {
      const board = await leaderboard(reader, { collection, timing, voice, now })
      if (voice === 'own' || board.rows.length > 0) boards.push(board)
    }
  }
  return { collection, boards }
}

/** What the front page shows of the collections. */
export const readBoards = async (reader: Reader, now: Instant): Promise<Boards> => {
  const { items, next } = await listCollections(reader, { limit: COLLECTIONS_SHOWN, cursor: null })
  const collections: CollectionBoards[] = []
  for (const collection of items) collections.push(await boardsOf(reader, collection, now))
  return { collections, more: next !== null }
}
