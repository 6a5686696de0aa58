/** The trigrams of a word, with two blanks before it and one behind, as pg_trgm makes them. */
const trigramsOf = (word: string): ReadonlySet<string> => {
  const padded = `  ${word} `
  const found = new Set<string>()
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3))
  return found
}

/** Shared trigrams of two words over all that either has, 0 to 1: pg_trgm's `similarity`. */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...left].filter((trigram) => right.has(trigram)).length
  return shared / (left.size + right.size - shared)
}
