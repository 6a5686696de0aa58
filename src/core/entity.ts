import { z } from 'zod'

/** A person, body, place or thing that an event is about, as it is called: `Bank of Canada`. */
export const EntityName = z
  .string()
  .trim()
  .min(1, 'name it')
  .max(200, 'a name has at most 200 characters')
  .refine((name) => /\p{L}|\p{N}/u.test(name), 'a name needs a letter or a digit')

/** Letters that no decomposition takes apart, and the sigma that ends a word. */
const plainLetters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ς: 'σ' }
const articles = new Set(['the', 'a', 'an'])

/**
 * The key under which two spellings of an entity meet: case, spaces, diacritics, punctuation and a leading article do not
 * matter. `The Bank of Canada` and `bank of  Canada` → `bank of canada`; `São Paulo` → `sao paulo`.
 */
export const entityKey = (name: string): string => {
  const words = name
    // By way of the capitals, in which letters meet that have several small forms: ß and ss, ı and i.
    .toLowerCase()
    .toUpperCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .replace(/[øłđæœς]/g, (letter) => plainLetters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return (words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : words).join(' ')
}

/** Each entity once, under the first of its spellings. */
export const distinctEntities = (names: readonly string[]): string[] => {
  const byKey = new Map<string, string>()
  for (const name of names) if (!byKey.has(entityKey(name))) byKey.set(entityKey(name), name)
  return [...byKey.values()]
}
