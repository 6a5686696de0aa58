import { type Timing, timings } from '../core/question.ts'
import { type Voice, voices } from '../core/slice.ts'
import type { Collection } from '../core/source.ts'
import type { Instant } from '../core/time.ts'
import { type Leaderboard, leaderboard } from '../queries/board/leaderboard.ts'
import { findCollection, listCollections } from '../storage/collections.ts'
import type { Reader } from '../storage/database.ts'
import { isName } from './is-name.ts'

/** The newest collections stand on the front page; further ones are asked for by name. */
const COLLECTIONS_SHOWN = 10
/** So many may be chosen from a list. */
const COLLECTIONS_NAMED = 100

/** Which boards are asked for; null: all of them. */
export type BoardFilter = { collection: string | null; timing: Timing | null; voice: Voice | null }

/** A collection with its boards: both timings of the own voice, and of quoted speakers those that have rows. */
export type CollectionBoards = { collection: Collection; boards: Leaderboard[] }
export type Boards = {
  filter: BoardFilter
  collections: CollectionBoards[]
  /** What may be chosen, newest first. */
  choices: Collection[]
  more: boolean
}

/** What the address of the front page asks for; what no board knows is not asked, and a collection of no possible name is none. */
export const boardFilterOf = (query: Readonly<Record<string, string | undefined>>): BoardFilter => ({
  collection: query['collection'] ? (isName(query['collection']) ? query['collection'] : '') : null,
  timing: timings.find((timing) => timing === query['timing']) ?? null,
  voice: voices.find((voice) => voice === query['voice']) ?? null,
})

export const boardAnchor = (collection: Collection, timing: Timing, voice: Voice): string =>
  `${collection.id}-${timing}-${voice}`

export const boardHref = (collection: Collection, timing: Timing, voice: Voice): string =>
  `/v1/leaderboard?collection=${encodeURIComponent(collection.slug)}&timing=${timing}&voice=${voice}`

const boardsOf = async (
  reader: Reader,
  collection: Collection,
  { timing, voice, now }: BoardFilter & { now: Instant },
): Promise<CollectionBoards> => {
  const boards: Leaderboard[] = []
  for (const when of timing === null ? timings : [timing]) {
    for (const whose of voice === null ? voices : [voice]) {
      const board = await leaderboard(reader, { collection, timing: when, voice: whose, now })
      if (whose === 'own' || whose === voice || board.rows.length > 0) boards.push(board)
    }
  }
  return { collection, boards }
}

/** What the front page shows of the collections; of one that is asked for and is not there, none. */
export const readBoards = async (reader: Reader, filter: BoardFilter, now: Instant): Promise<Boards> => {
  const { items: choices, next } = await listCollections(reader, { limit: COLLECTIONS_NAMED, cursor: null })
  const asked = filter.collection === null ? null : await findCollection(reader, filter.collection)
  const shown = filter.collection === null ? choices.slice(0, COLLECTIONS_SHOWN) : asked ? [asked] : []
  const collections: CollectionBoards[] = []
  for (const collection of shown) collections.push(await boardsOf(reader, collection, { ...filter, now }))
  const more = filter.collection === null && (next !== null || choices.length > shown.length)
  return { filter, collections, choices, more }
}
