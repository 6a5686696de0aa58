import { missing } from '../core/problem.ts'
import type { Collection } from '../core/source.ts'
import { findCollection } from '../storage/collections.ts'
import type { Reader } from '../storage/database.ts'

/** A collection by id or slug. Throws `not-found`, naming the field that it was given in. */
export const mustFindCollection = async (
  reader: Reader,
  idOrSlug: string,
  field = 'collection',
): Promise<Collection> => {
  const collection = await findCollection(reader, idOrSlug)
  if (collection) return collection
  throw missing('collection', idOrSlug, field)
}
