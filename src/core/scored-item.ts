import type { Form } from './prediction.ts'
import type { Slice } from './slice.ts'

/** `pending`: its question is due and not settled. `void`: never scored, always counted. */
export const scoredStates = ['pending', 'void', 'scored'] as const
export type ScoredState = (typeof scoredStates)[number]

/** The set of everything; other sets are `collection:<id>` and `topic:<slug>`. Sets overlap and are never summed. */
export const ALL = 'all'
export const setOfCollection = (collectionId: string): string => `collection:${collectionId}`
/** The id of the collection that a set is of; null of any other set. */
export const collectionOfSet = (set: string): string | null => /^collection:(.+)$/.exec(set)?.[1] ?? null
export const setOfTopic = (topic: string): string => `topic:${topic}`
/** The topic that a set is of; null of any other set. */
export const topicOfSet = (set: string): string | null => /^topic:(.+)$/.exec(set)?.[1] ?? null

/** One forecast of an author on a question, as it stands in the counts. `hit` only where scored. */
export type ScoredItem = {
  authorId: string
  questionId: string
  predictionId: string
  familyId: string
  sets: string[]
  slice: Slice
  form: Form
  state: ScoredState
  hit: boolean | null
}

/**
 * The two that may be posted of an author's question: what is `scored`, and what was said `first`, where that is another statement;
 * evidence rests on it.
 */
export const itemKinds = ['scored', 'first'] as const
export type ItemKind = (typeof itemKinds)[number]
export type Items<Item> = Readonly<Record<ItemKind, Item[]>>

const content = ({ authorId, questionId, predictionId, familyId, sets, slice, form, state, hit }: ScoredItem): string =>
  JSON.stringify([authorId, questionId, predictionId, familyId, sets, Object.entries(slice).sort(), form, state, hit])

/** Which of the standing items hold no longer, and which of those that hold do not stand yet; what is in both stays. */
export const changesTo = <Standing extends ScoredItem>(
  standing: readonly Standing[],
  holding: readonly ScoredItem[],
): { stale: Standing[]; missing: ScoredItem[] } => {
  if (standing.length === 0) return { stale: [], missing: [...holding] }
  const stands = new Set(standing.map(content))
  const holds = new Set(holding.map(content))
  return {
    stale: standing.filter((item) => !holds.has(content(item))),
    missing: holding.filter((item) => !stands.has(content(item))),
  }
}
