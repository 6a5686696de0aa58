import { sha256 } from '../ledger/digest.ts'

/** Words of a text as they are compared: compatibility forms, lower case, letters and digits only. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Below this, two texts may be equal by chance: a notice, a wall, a caption. */
const LEAST_WORDS = 40

/** Whether a text is so short that two authors may have written it: fewer than 40 words. */
export const tooShortToTell = (text: string): boolean => wordsOf(text).length < LEAST_WORDS

/** Under which two copies of a text meet whatever their spaces, case and punctuation; null where it is too short to tell. */
export const textIdentity = async (text: string): Promise<string | null> => {
  const words = wordsOf(text)
  return words.length < LEAST_WORDS ? null : `text:${await sha256(words.join(' '))}`
}

/** Words to a shingle (Broder 1997): long enough that two pieces of one author on one subject share few. */
const SHINGLE = 5

const shinglesOf = (text: string): Set<string> => {
  const words = wordsOf(text)
  const found = new Set<string>()
  for (let at = 0; at + SHINGLE <= words.length; at++) found.add(words.slice(at, at + SHINGLE).join(' '))
  return found
}

/** Resemblance from which two texts are one piece: of two equally long ones, each shares three quarters with the other. */
export const SAME_PIECE = 0.6

/**
 * Resemblance of two texts: the Jaccard index |A ∩ B| / |A ∪ B| of their five-word shingles (Broder 1997), exact; 0 apart,
 * 1 the same. 0 where either has fewer than 40 words. A piece under another masthead and footer of a tenth of its length
 * has 0.9; two pieces of one author that open with the same paragraph have 0.02.
 */
export const resemblance = (a: string, b: string): number => {
  const [left, right] = [shinglesOf(a), shinglesOf(b)]
  if (Math.min(left.size, right.size) < LEAST_WORDS - SHINGLE + 1) return 0
  let common = 0
  for (const shingle of left) if (right.has(shingle)) common += 1
  return common / (left.size + right.size - common)
}
