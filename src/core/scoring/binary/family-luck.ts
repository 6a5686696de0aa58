import { type Counts, total } from '../counts.ts'
import type { Random } from '../numbers/random.ts'

/** What one play of luck gave, row by row of the counts: how often each `p` was said, and how often it came true. */
export type Played = { said: Uint32Array; hits: Uint32Array }

type Row = { row: number; p: number; n: number }

/** Whether every family holds one forecast, so that forecasts are as independent as families. */
export const areSingle = (families: readonly Counts[]): boolean => families.every((family) => total(family).n <= 1)

const contentOf = (family: readonly Row[]): string => family.map(({ row, n }) => `${row}:${n}`).join()

/** In an order of their own, so that the same luck falls on the same families in whatever order they are given. */
const rowsOf = (counts: Counts, families: readonly Counts[]): Row[][] => {
  const rows = new Map(counts.map(({ p }, row) => [p, row]))
  return families
    .map((family) => family.flatMap(({ p, n }) => (n > 0 ? [{ row: rows.get(p) ?? -1, p, n }] : [])))
    .filter((family) => family.length > 0)
    .map((family) => ({ family, content: contentOf(family) }))
    .sort((a, b) => (a.content < b.content ? -1 : Number(a.content > b.content)))
    .map(({ family }) => family)
}

/**
 * Plays luck for a calibrated author whose families share a fate: one uniform number u a family, and each of its forecasts
 * comes true where u < p. Every forecast then comes true with its own probability, and within a family they hang together as
 * closely as these probabilities allow; what luck gives is so never made too small for questions that ask the same thing.
 * Questions of one family that exclude each other hang together less, and luck gives less there.
 *
 * `again`: families are drawn with replacement first, as many as there are; else each is played once. `counts` holds every p
 * of the families. Source: Hoeffding 1940 on the upper bound of joint distributions. Example: .7 said 5 times of one family:
 * 5 hits in 7 of 10 plays, else none.
 */
export const familyPlays = (
  counts: Counts,
  families: readonly Counts[],
  { again = false }: { again?: boolean } = {},
): ((random: Random) => Played) => {
  const rows = rowsOf(counts, families)
  return (random) => {
    const played = { said: new Uint32Array(counts.length), hits: new Uint32Array(counts.length) }
    for (let turn = 0; turn < rows.length; turn++) {
      const family = rows[again ? Math.floor(random() * rows.length) : turn] ?? []
      const u = random()
      for (const { row, p, n } of family) {
        played.said[row] = (played.said[row] ?? 0) + n
        if (u < p) played.hits[row] = (played.hits[row] ?? 0) + n
      }
    }
    return played
  }
}
