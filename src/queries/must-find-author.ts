import type { Author } from '../core/author.ts'
import { missing } from '../core/problem.ts'
import { findAuthor } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'

/** An author by id or slug. Throws `not-found`, naming the field that it was given in. */
export const mustFindAuthor = async (reader: Reader, idOrSlug: string, field = 'id'): Promise<Author> => {
  const author = await findAuthor(reader, idOrSlug)
  if (author) return author
  throw missing('author', idOrSlug, field)
}
