import type { Author } from '../../core/author.ts'
import type { Instant } from '../../core/time.ts'
import { publicPrediction } from '../../queries/public.ts'
import { type Asked, type AuthorView, authorView } from '../../queries/report/author-view.ts'
import { asSaidOn } from '../../queries/report/own-outcomes.ts'
import { recordsOf } from '../../storage/author-records.ts'
import type { Reader } from '../../storage/database.ts'
import { listPredictions } from '../../storage/predictions.ts'
import { countTakenBack } from '../../storage/taken-back.ts'
import { withDisputes } from '../disputed.ts'
import type { Listed, Said } from '../prediction-list.tsx'

/** The latest predictions on the page. */
const LISTED = 20

const saidBy = async (reader: Reader, author: Author): Promise<Listed> => {
  const filter = { authorIds: await recordsOf(reader, author.id), questionId: null, commentaryId: null }
  const { items, next } = await listPredictions(
    reader,
    { ...filter, takenBack: false },
    { limit: LISTED, cursor: null },
  )
  const questions = await asSaidOn(reader, items)
  const said: Said[] = items.map((stored) => ({
    prediction: publicPrediction(stored),
    question: questions.get(stored.versionId) ?? null,
    disputes: [],
  }))
  return {
    said: await withDisputes(reader, said),
    more: next !== null,
    takenBack: await countTakenBack(reader, filter),
  }
}

/** Everything that the page of an author shows. */
export const readAuthorPage = async (
  reader: Reader,
  author: Author,
  asked: Asked,
  now: Instant,
): Promise<{ view: AuthorView; listed: Listed }> => ({
  view: await authorView(reader, author, asked, now),
  listed: await saidBy(reader, author),
})
