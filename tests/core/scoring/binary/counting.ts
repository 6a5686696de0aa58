import { type Counts, pool } from '../../../../src/core/scoring/counts.ts'

/** Counts written as triples. */
export const counts = (...rows: [p: number, n: number, hits: number][]): Counts =>
  pool(rows.map(([p, n, hits]) => ({ p, n, hits })))

/** 0.9 true, 0.6 and 0.2 false. */
export const textbook = counts([0.2, 1, 0], [0.6, 1, 0], [0.9, 1, 1])
/** Rufibach 2010, model 1: 0.2 said twice, once true. */
export const rufibach = counts([0.2, 2, 1])

/** Each p = .05, .10 … .95 said `n` times, as often true as said. */
export const grid = (n: number): Counts =>
  counts(
    ...Array.from({ length: 19 }, (_, k): [number, number, number] => [
      (k + 1) / 20,
      n,
      Math.round((n * (k + 1)) / 20),
    ]),
  )
