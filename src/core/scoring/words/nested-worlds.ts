import { type Counts, pool } from '../counts.ts'
import { type Random, randomFrom } from '../numbers/random.ts'
import { type Beta, countsUnder, type Lexicon, type Statements } from './word-counts.ts'
import { drawMeanings } from './worlds.ts'

const draw = (families: readonly Statements[], random: Random): Statements[] =>
  families.flatMap(() => families[Math.floor(random() * families.length)] ?? [])

/**
 * Worlds for both kinds of doubt at once: in each, every phrase has one meaning drawn from the lexicon's distribution, and the
 * families are drawn anew with replacement, as many as there are. `worldBand` of these spreads as far as the meaning of
 * words and the chance in the events together; `worldsOf` by the first alone, a family bootstrap by the second.
 *
 * One entry of `families` holds the statements of one family; empty ones do not count. The same seed, the same worlds; none
 * below two families. Source: Davison & Hinkley 1997, Bootstrap Methods, 2.2, with the lexicon as a further stage.
 * Example: two families, "likely" true and "likely" false: a quarter of the worlds hold two hits, a quarter none.
 */
export const nestedWorlds = (
  families: readonly Statements[],
  lexicon: Lexicon<Beta>,
  { seed, worlds }: { seed: string; worlds: number },
): Counts[] => {
  const filled = families.filter(({ numbers, words }) => [...numbers, ...words].some(({ n }) => n > 0))
  if (filled.length < 2) return []
  const random = randomFrom(seed)
  const phrases = filled.flatMap(({ words }) => words.map(({ phrase }) => phrase))
  return Array.from({ length: worlds }, () => {
    const meanings = drawMeanings(phrases, lexicon, random)
    return pool(draw(filled, random).flatMap((family) => countsUnder(family, meanings)))
  })
}
