import type { WebhookFilter } from '../../core/webhooks/webhook.ts'
import type { Reader } from '../../storage/database.ts'
import { commentariesFollowed, questionsFollowed } from '../../storage/followed.ts'
import type { Change } from './change.ts'
import { changesAfter } from './changes.ts'

const COMMENTARY = /^\/v1\/commentaries\/(cmt_[0-9a-z]{26})$/

/** The commentary that a change is about, where it is about one. */
const commentaryOf = ({ resource, data }: Change): string | null => {
  const told = data !== null && 'commentaryId' in data ? data.commentaryId : null
  return told ?? COMMENTARY.exec(resource ?? '')?.[1] ?? null
}

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Whether changes are of a collection: of a question or commentary that belongs to it, or that one of them does. */
const inCollection = async (
  reader: Reader,
  changes: readonly Change[],
  collectionId: string,
): Promise<(change: Change) => boolean> => {
  const only = { authorId: null, topic: null, collectionId }
  const questions = await questionsFollowed(reader, present(changes.map(({ questionId }) => questionId)), only)
  const commentaries = await commentariesFollowed(reader, present(changes.map(commentaryOf)), collectionId)
  return (change) => {
    const member = change.data !== null && 'collectionId' in change.data ? change.data.collectionId : null
    if (member !== null) return member === collectionId
    return questions.has(change.questionId ?? '') || commentaries.has(commentaryOf(change) ?? '')
  }
}

/** What is asked for among changes, as their authors, questions, topics and collections stand now. */
const matching = async (reader: Reader, changes: readonly Change[], filter: WebhookFilter): Promise<Change[]> => {
  const { authorId, questionId, topic, collectionId } = filter
  const shown = changes.filter(
    (change) => change.withheld === null && (questionId === null || change.questionId === questionId),
  )
  const ids = present(shown.map((change) => change.questionId))
  const none = { authorId: null, topic: null, collectionId: null }
  const spokenOn = authorId === null ? null : await questionsFollowed(reader, ids, { ...none, authorId })
  const onTopic = topic === null ? null : await questionsFollowed(reader, ids, { ...none, topic })
  const collected = collectionId === null ? null : await inCollection(reader, shown, collectionId)
  return shown.filter((change) => {
    const question = change.questionId ?? ''
    const { authorIds } = change
    // A thing that names its authors is about them; of a question, its log and the like all who spoke on it.
    const byAuthor =
      authorId === null || (authorIds.length > 0 ? authorIds.includes(authorId) : spokenOn?.has(question) === true)
    return byAuthor && (onTopic?.has(question) ?? true) && (collected?.(change) ?? true)
  })
}

/**
 * What a webhook is to be sent of the facts after a position, at most `limit` of them read, in order; and the position that was
 * read through. What is for reviewers alone is left out: what confirms it comes as a change of its own.
 */
export const changesFollowed = async (
  reader: Reader,
  filter: WebhookFilter,
  { after, limit }: { after: number; limit: number },
): Promise<{ items: Change[]; through: number; more: boolean }> => {
  const { items, next } = await changesAfter(reader, { after, kinds: filter.kinds, limit })
  return { items: await matching(reader, items, filter), through: next, more: items.length === limit }
}
