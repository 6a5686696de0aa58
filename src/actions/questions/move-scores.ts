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
  /** So many items, or shared questions, at a time. */
  chunk?: number | undefined
}

/** So many items, or shared questions, are moved at a time. */
const CHUNK = 500

/** Moves what one side alone has spoken on: its items are what they were, of another author. Returns on how many questions. */
const moveAlone = async (
  { tx, now, newId }: Transacting,
  { members, from, to, cause, chunk = CHUNK }: Move,
  shared: readonly string[],
): Promise<number> => {
  const posted = (resolutionId: string) => ({ id: newId('scoredItem'), resolutionId, cause, recordedAt: now })
  const moved = new Set<string>()
  for (const kind of itemKinds) {
    const of = { authorId: from, records: members, butOn: shared }
    for (let after: string | undefined = ''; after !== undefined; ) {
      const moving = await standingBy(tx, kind, of, { after, limit: chunk })
      const fresh = moving.map((item) => ({ ...item, ...posted(item.resolutionId), authorId: to }))
      const reversals = moving.map((reverses) => ({ reverses, ...posted(reverses.resolutionId) }))
      if (moving.length > 0) await post(tx, kind, fresh, reversals)
      for (const { questionId } of moving) moved.add(questionId)
      after = moving.length < chunk ? undefined : moving.at(-1)?.id
    }
  }
  return moved.size
}

/** Finds anew which statement counts where both sides have spoken. Returns on how many questions that moved an item. */
const moveShared = async (
  scope: Transacting,
  { cause, chunk = CHUNK }: Move,
  shared: readonly string[],
): Promise<number> => {
  let moved = 0
  for (let at = 0; at < shared.length; at += chunk) {
    const questions = await questionsByIds(scope.tx, shared.slice(at, at + chunk))
    const touched = await postScoresOfAll(
      scope,
      questions.map((question) => ({ question, cause })),
    )
    moved += touched.length
  }
  return moved
}

/**
 * Brings scored items and counts in step with a link that was appended: where one side alone has spoken on a question, its item is
 * what it was, of another author; where both have, one of their statements counts, and it is found anew. Returns on how many
 * questions an item moved.
 */
export const moveScores = async (scope: Transacting, move: Move): Promise<number> => {
  const shared = await sharedQuestions(scope.tx, move.members, move.beside)
  return (await moveAlone(scope, move, shared)) + (await moveShared(scope, move, shared))
}
