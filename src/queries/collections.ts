import { missing } from '../core/problem.ts'
import type { Collection } from '../core/source.ts'
import { findCollection } from '../storage/collections.ts'
import type { Reader } from '../storage/database.ts'

/** A collection by id or slug. Throws `not-found`. */
export const mustFindCollection = async (reader: Reader, idOrSlug: string): Promise<Collection> => {
  const collection = await findCollection(reader, idOrSlug)
  if (collection) return collection
  throw missing('collection', idOrSlug, 'collection')
}
