import { itemKinds } from '../../core/scored-item.ts'
import { sharedQuestions } from '../../storage/author-links.ts'
import { questionsByIds } from '../../storage/questions.ts'
import { post, standingBy } from '../../storage/scored-items.ts'
import type { Transacting } from '../context.ts'
import { postScoresOfAll } from './post-scores.ts'

type Move = {
  /** The records that go from one author to another. */
  members: readonly string[]
  /** The records that they go to, or that they leave behind. */
  beside: readonly string[]
  from: string
  to: string
  /** Id of the link, appended in the same transaction. */
  cause: string
}

/** So many shared questions are posted at once. */
const CHUNK = 500

/**
 * Brings scored items and counts in step with a link that was appended: where one side alone has spoken on a question, its item is
 * what it was, of another author; where both have, one of their statements counts, and it is found anew. Returns on how many
 * questions an item moved.
 */
export const moveScores = async (scope: Transacting, { members, beside, from, to, cause }: Move): Promise<number> => {
  const { tx, now, newId } = scope
  const shared = await sharedQuestions(tx, members, beside)
  const posted = (resolutionId: string) => ({ id: newId('scoredItem'), resolutionId, cause, recordedAt: now })
  const alone = new Set<string>()
  for (const kind of itemKinds) {
    const moving = await standingBy(tx, kind, { authorId: from, records: members, butOn: shared })
    const fresh = moving.map((item) => ({ ...item, ...posted(item.resolutionId), authorId: to }))
    const reversals = moving.map((reverses) => ({ reverses, ...posted(reverses.resolutionId) }))
    await post(tx, kind, fresh, reversals)
    for (const { questionId } of moving) alone.add(questionId)
  }
  let moved = alone.size
  for (let at = 0; at < shared.length; at += CHUNK) {
    const questions = await questionsByIds(tx, shared.slice(at, at + CHUNK))
    const touched = await postScoresOfAll(
      scope,
      questions.map((question) => ({ question, cause })),
    )
    moved += touched.length
  }
  return moved
}
