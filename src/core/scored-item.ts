import type { Form } from './prediction.ts'
import type { Slice } from './slice.ts'

/** `pending`: its question is due and not settled. `void`: never scored, always counted. */
export const scoredStates = ['pending', 'void', 'scored'] as const
export type ScoredState = (typeof scoredStates)[number]

/** The set of everything; other sets are `collection:<id>`. Sets overlap and are never summed. */
export const ALL = 'all'
export const setOfCollection = (collectionId: string): string => `collection:${collectionId}`

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
