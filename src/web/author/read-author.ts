import type { Author } from '../../core/author.ts'
import type { Instant } from '../../core/time.ts'
import { withProbability } from '../../queries/probabilities.ts'
import { type Asked, type AuthorView, authorView } from '../../queries/report/author-view.ts'
import { asSaidOn } from '../../queries/report/own-outcomes.ts'
import { recordsOf } from '../../storage/author-records.ts'
import type { Reader } from '../../storage/database.ts'
import { listPredictions } from '../../storage/predictions.ts'
import { withDisputes } from '../disputed.ts'
import type { Said } from '../prediction-list.tsx'

/** The latest predictions on the page. */
const LISTED = 20

const saidBy = async (reader: Reader, author: Author): Promise<Said[]> => {
  const filter = { authorIds: await recordsOf(reader, author.id), questionId: null, commentaryId: null }
  const { items } = await listPredictions(reader, filter, { limit: LISTED, cursor: null })
  const questions = await asSaidOn(reader, items)
  const said: Said[] = items.map((stored) => ({
    prediction: withProbability(stored),
    question: questions.get(stored.versionId) ?? null,
    disputes: [],
  }))
  return withDisputes(reader, said)
}

/** Everything that the page of an author shows. */
export const readAuthorPage = async (
  reader: Reader,
  author: Author,
  asked: Asked,
  now: Instant,
): Promise<{ view: AuthorView; said: Said[] }> => ({
  view: await authorView(reader, author, asked, now),
  said: await saidBy(reader, author),
})
