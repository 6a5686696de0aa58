import type { Author } from '../core/author.ts'
import { idOf } from '../core/id.ts'
import { missing } from '../core/problem.ts'
import { findAuthor } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'

const AuthorId = idOf('author')

/** An author by the id or slug of any of their records. Throws `not-found`, naming the field that it was given in. */
export const mustFindAuthor = async (reader: Reader, idOrSlug: string, field = 'id'): Promise<Author> => {
  const author = await findAuthor(reader, idOrSlug)
  if (author) return author
  throw missing('author', idOrSlug, field)
}

/** No failure: a merged record was asked for at its own address. `goesBy`: the id, or the slug, as was asked, of who it counts for. */
export class AuthorMoved extends Error {
  override readonly name = 'AuthorMoved'
  readonly goesBy: string

  constructor(goesBy: string) {
    super(`the author goes by ${goesBy}`)
    this.goesBy = goesBy
  }
}

/** The author at an address. Throws `not-found`, and `AuthorMoved` where the address is of a record that is merged. */
export const authorAt = async (reader: Reader, idOrSlug: string): Promise<Author> => {
  const author = await mustFindAuthor(reader, idOrSlug)
  if (author.slug === idOrSlug || author.id === idOrSlug) return author
  throw new AuthorMoved(AuthorId.safeParse(idOrSlug).success ? author.id : author.slug)
}
