import type { Author } from '../core/author.ts'
import { missing } from '../core/problem.ts'
import { findAuthor } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'

/** An author by id or slug. Throws `not-found`, naming the field `id`. */
export const mustFindAuthor = async (reader: Reader, idOrSlug: string): Promise<Author> => {
  const author = await findAuthor(reader, idOrSlug)
  if (author) return author
  throw missing('author', idOrSlug)
}
