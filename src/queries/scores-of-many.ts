import type { Author } from '../core/author.ts'
import { missing, type Problem } from '../core/problem.ts'
import { authorsNamed } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'
import type { Part } from './author-counts.ts'
import { type AuthorScores, authorScores } from './author-scores.ts'

/** What was asked for by one name: its scores, or why there are none. */
export type NamedScores = { named: string } & (
  | { scores: AuthorScores; problem: null }
  | { scores: null; problem: Problem }
)

/**
 * The flat reports of authors by id or slug, in the order asked. Who is unknown is told one by one and fails nobody else; however many
 * are asked for, the database is asked as often as for one.
 */
export const scoresNamed = async (reader: Reader, names: readonly string[], part: Part): Promise<NamedScores[]> => {
  const authors = await authorsNamed(reader, names)
  const scores = await authorScores(reader, authors, part)
  const byName = new Map<string, Author>([
    ...authors.map((author) => [author.slug, author] as const),
    ...authors.map((author) => [author.id, author] as const),
  ])
  return names.map((named) => {
    const found = scores.get(byName.get(named)?.id ?? '')
    return found
      ? { named, scores: found, problem: null }
      : { named, scores: null, problem: missing('author', named, 'author') }
  })
}
