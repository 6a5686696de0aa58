import type { Author } from '../../core/author.ts'
import { missing, type Problem } from '../../core/problem.ts'
import type { Snapshot } from '../../core/snapshot.ts'
import { authorsNamed } from '../../storage/authors.ts'
import type { Reader } from '../../storage/database.ts'
import type { Part } from './author-counts.ts'
import { type AuthorScores, authorScores } from './author-scores.ts'
import { keptReports, mustBeByRulesOfNow } from './pinned-report.ts'

/** What was asked for by one name: its scores, or why there are none. */
export type NamedScores = { named: string } & (
  | { scores: AuthorScores; problem: null }
  | { scores: null; problem: Problem }
)

type Found = { scores: AuthorScores; problem: null } | { scores: null; problem: Problem }

/** Of each of these authors, as of the part's moment; the figures that a kept board holds are those it holds. */
const scoresOfEach = async (
  reader: Reader,
  authors: readonly Author[],
  part: Part,
  snapshot: Snapshot | null,
): Promise<Map<string, Found>> => {
  if (snapshot) mustBeByRulesOfNow(snapshot)
  const kept = snapshot && (await keptReports(reader, snapshot, authors))
  const reports = new Map([...(kept ?? [])].flatMap(([id, { report }]) => (report ? [[id, report] as const] : [])))
  const scores = await authorScores(reader, authors, part, kept && reports)
  return new Map(
    authors.map(({ id }): [string, Found] => {
      const found = scores.get(id)
      const problem = kept?.get(id)?.problem ?? missing('author', id, 'author')
      return [id, found ? { scores: found, problem: null } : { scores: null, problem }]
    }),
  )
}

/** The flat report of one author, or why there is none. */
export const scoresOfAuthor = async (
  reader: Reader,
  author: Author,
  part: Part,
  snapshot: Snapshot | null,
): Promise<Found> => {
  const found = (await scoresOfEach(reader, [author], part, snapshot)).get(author.id)
  return found ?? { scores: null, problem: missing('author', author.slug, 'id') }
}

/**
 * The flat reports of authors by id or slug, in the order asked. Who is unknown is told one by one and fails nobody else; however many
 * are asked for, the database is asked as often as for one.
 */
export const scoresNamed = async (
  reader: Reader,
  names: readonly string[],
  part: Part,
  snapshot: Snapshot | null = null,
): Promise<NamedScores[]> => {
  const byName = await authorsNamed(reader, names)
  const authors = [...new Map([...byName.values()].map((author) => [author.id, author])).values()]
  const scores = await scoresOfEach(reader, authors, part, snapshot)
  return names.map((named) => {
    const found = scores.get(byName.get(named)?.id ?? '')
    return { named, ...(found ?? { scores: null, problem: missing('author', named, 'author') }) }
  })
}
