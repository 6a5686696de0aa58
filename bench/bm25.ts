const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Plain BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) over words as they stand, best first: the yardstick. What shares
 * no word is left out.
 */
export const bm25 = <Place extends { quote: string }>(claim: string, places: readonly Place[]): Place[] => {
  const texts = places.map(({ quote }) => wordsOf(quote))
  const mean = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.length)
  const asked = [...new Set(wordsOf(claim))]
  const rarity = new Map(
    asked.map((word) => {
      const held = texts.filter((words) => words.includes(word)).length
      return [word, Math.log(1 + (texts.length - held + 0.5) / (held + 0.5))]
    }),
  )
  const scoreOf = (words: readonly string[]): number =>
    asked.reduce((sum, word) => {
      const count = words.filter((one) => one === word).length
      return sum + ((rarity.get(word) ?? 0) * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * words.length) / mean))
    }, 0)
  return places
    .map((place, i) => ({ place, score: scoreOf(texts[i] ?? []) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => place)
}
