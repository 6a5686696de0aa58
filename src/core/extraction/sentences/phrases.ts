/** Phrases by their first word, the longest first: most words begin none of them, and one look tells. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

/** Makes a list of phrases ready to be looked for: `phrasesOf('down the road|hence')`. */
export const phrasesOf = (list: string): Phrases => {
  const byFirst = new Map<string, string[][]>()
  const phrases = list.split('|').map((phrase) => phrase.split(' '))
  for (const phrase of phrases.sort((a, b) => b.length - a.length))
    byFirst.set(phrase[0] ?? '', [...(byFirst.get(phrase[0] ?? '') ?? []), phrase])
  return byFirst
}

/** The longest of these phrases that stands at word `i`, or null. */
export const phraseAt = (phrases: Phrases, words: readonly string[], i: number): readonly string[] | null => {
  for (const phrase of phrases.get(words[i] ?? '') ?? none) if (stands(phrase, words, i)) return phrase
  return null
}
const none: readonly (readonly string[])[] = []

const stands = (phrase: readonly string[], words: readonly string[], i: number): boolean => {
  for (let k = 1; k < phrase.length; k++) if (phrase[k] !== words[i + k]) return false
  return true
}

/** Where a word stands in a sentence; most sentences do not have it. */
export const placesOf = (words: readonly string[], word: string): number[] => {
  const places: number[] = []
  for (let i = words.indexOf(word); i >= 0; i = words.indexOf(word, i + 1)) places.push(i)
  return places
}
