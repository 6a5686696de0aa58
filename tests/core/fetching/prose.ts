/** A linear congruential walk over words: the same seed always writes the same prose, with no two alike. */
const WORDS =
  `ministry bank harbour strike vote river treaty budget council factory wheat tariff border railway court union energy
  winter price loan army envoy summit pipeline election senate reactor drought currency export mayor coalition debt
  province ceasefire audit grid vessel refinery quota cabinet reform pension levy senator village mine dam crop bond`.split(
    /\s+/,
  )

/** Prose of so many words in sentences of twelve. */
export const prose = (seed: number, words: number): string => {
  let state = seed
  const next = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return WORDS[Math.floor(state / 65_536) % WORDS.length] ?? ''
  }
  return Array.from({ length: words }, (_, at) => `${next()}${at % 12 === 11 ? '.' : ''}`).join(' ')
}
