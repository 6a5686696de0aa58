import { type Counts, pool } from '../counts.ts'
import { type Random, randomFrom } from '../numbers/random.ts'
import { type Beta, type Lexicon, ofPositive, readingOf, type Statements, type WordCount } from './word-counts.ts'
import { drawMeanings } from './worlds.ts'

type Slots = { n: Float64Array; hits: Float64Array }
/** A family as where it counts: in slot `at`, `n` statements of which `hits` came true. */
type Row = { at: number; n: number; hits: number }

/** Every number and every phrase with its polarity has a slot, so that a world is drawn by adding whole numbers. */
const slotted = (families: readonly Statements[]) => {
  const slots = new Map<string, number | Pick<WordCount, 'phrase' | 'polarity'>>()
  const places = new Map<string, number>()
  const slotOf = (key: string, said: number | Pick<WordCount, 'phrase' | 'polarity'>): number => {
    const known = places.get(key)
    if (known !== undefined) return known
    slots.set(key, said)
    places.set(key, places.size)
    return places.size - 1
  }
  const rows = families.map(({ numbers, words }): Row[] => [
    ...numbers.map(({ p, n, hits }) => ({ at: slotOf(`${p}`, p), n, hits })),
    ...words.map((word) => ({ at: slotOf(`${word.phrase} ${word.polarity}`, word), n: word.n, hits: word.hits })),
  ])
  return { rows, slots: [...slots.values()] }
}

/** As many families as there are, with replacement. */
const draw = (rows: readonly (readonly Row[])[], many: number, random: Random): Slots => {
  const drawn = { n: new Float64Array(many), hits: new Float64Array(many) }
  for (let time = 0; time < rows.length; time++) {
    for (const { at, n, hits } of rows[Math.floor(random() * rows.length)] ?? []) {
      drawn.n[at] = (drawn.n[at] ?? 0) + n
      drawn.hits[at] = (drawn.hits[at] ?? 0) + hits
    }
  }
  return drawn
}

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
  const said = [...new Set(filled.flatMap(({ words }) => words.map(({ phrase }) => phrase)))]
  const { rows, slots } = slotted(filled)
  return Array.from({ length: worlds }, () => {
    const meanings = drawMeanings(said, lexicon, random)
    const { n, hits } = draw(rows, slots.length, random)
    const readAs = (slot: (typeof slots)[number]): number =>
      typeof slot === 'number' ? slot : ofPositive(slot.polarity, readingOf(meanings, slot.phrase))
    return pool(slots.map((slot, at) => ({ p: readAs(slot), n: n[at] ?? 0, hits: hits[at] ?? 0 })))
  })
}
