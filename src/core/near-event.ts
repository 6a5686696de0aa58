import { entityKey } from './entity.ts'
import { likeness } from './evidence/trigrams.ts'

/** What two accounts of a happening are compared by. */
export type Account = { title: string; entities: readonly string[] }

/** How alike two accounts are, 0 to 1, and the names that both have, as the first writes them. */
export type Nearness = { similarity: number; shared: string[] }

/** Below it two accounts have too little in common to be worth a look. */
export const NEAR = 0.35

/**
 * Half the likeness of their titles, by shared trigrams, and half the share of names of the one with fewer that the other has
 * too. The same title with the same names is 1; a pair without names rests on its titles alone.
 */
export const nearness = (one: Account, other: Account): Nearness => {
  const theirs = new Set(other.entities.map(entityKey))
  const shared = one.entities.filter((name) => theirs.has(entityKey(name)))
  const fewer = Math.min(one.entities.length, theirs.size)
  const titles = likeness(one.title.toLowerCase(), other.title.toLowerCase())
  return { similarity: fewer === 0 ? titles : (titles + Math.min(1, shared.length / fewer)) / 2, shared }
}
