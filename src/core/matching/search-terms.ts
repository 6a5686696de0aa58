import type { Reading } from './read-claim.ts'
import { wordsFor } from './vocabulary.ts'

/** Words of which one must stand in a text for it to be looked at, and how much that counts. */
export type SearchTerm = { words: readonly string[]; weight: number }

/** A name picks out more than a word does. */
const NAME = 2

/** What to look up claims by that may be the same: each weighty term with the words that say the same. */
export const searchTermsOf = ({ terms, names }: Reading): SearchTerm[] =>
  [...terms]
    .filter(([, weight]) => weight === 1)
    .map(([key]) => ({
      // A verb with its particle is found by the verb.
      words: [...new Set(wordsFor(key).map((words) => words.split(' ')[0] ?? words))],
      weight: names.includes(key) ? NAME : 1,
    }))
