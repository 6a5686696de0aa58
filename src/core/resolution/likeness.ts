import type { QuestionVersion } from '../question.ts'
import { type JudgedVersion, sameTerms, sameWindow } from './own-outcome.ts'

/** Why what was said of one version cannot be set beside what was said of another. */
export const unlikenesses = ['other-terms', 'other-window'] as const
export type Unlikeness = (typeof unlikenesses)[number]

/** `same` and `opposite` ask for the same thing in the same days, and differ in which event is the positive one. */
export type Likeness = 'same' | 'opposite' | Unlikeness

/**
 * Whether two versions of a question ask the same, so that a probability of the one is a probability of the other: as it is, or
 * turned (1 − p) where their orientations differ. What came out says nothing of that: two windows may both have ended in "no".
 * Example: "it rains" by June beside the same by May: `other-window`.
 */
export const likeness = (a: JudgedVersion, b: JudgedVersion): Likeness => {
  if (!sameTerms(a, b)) return 'other-terms'
  if (!sameWindow(a, b)) return 'other-window'
  return a.orientation === b.orientation ? 'same' : 'opposite'
}

/** Versions by id. One that is not among them asks the same as itself alone. */
export type Versions = ReadonlyMap<string, QuestionVersion>

/** The same of two versions by id. Throws where they differ and one is unknown. */
export const likenessIn = (versions: Versions, a: string, b: string): Likeness => {
  if (a === b) return 'same'
  const [own, other] = [versions.get(a), versions.get(b)]
  if (!own || !other) throw new Error(`no version ${own ? b : a} to set beside another`)
  return likeness(own, other)
}

/** The first version, by number, that asks the same as each of these, whichever way it is turned; versions of one question. */
export const firstAlike = (versions: readonly QuestionVersion[]): Map<string, QuestionVersion> => {
  const ascending = versions.toSorted((a, b) => a.version - b.version)
  const isAlike = (a: QuestionVersion, b: QuestionVersion) => ['same', 'opposite'].includes(likeness(a, b))
  return new Map(ascending.map((version) => [version.id, ascending.find((one) => isAlike(one, version)) ?? version]))
}
