import fc from 'fast-check'
import { type Counts, pool } from '../../../../src/core/scoring/counts.ts'

/** Families of one to four forecasts, on a grid of twentieths without the ends. */
export const someFamilies = fc
  .array(
    fc.array(fc.record({ k: fc.integer({ min: 1, max: 19 }), hits: fc.constantFrom(0, 1) }), {
      minLength: 1,
      maxLength: 4,
    }),
    { minLength: 2, maxLength: 25 },
  )
  .map((families) => families.map((of): Counts => pool(of.map(({ k, hits }) => ({ p: k / 20, n: 1, hits })))))

/** One forecast a family. */
export const singles = (families: readonly Counts[]): Counts[] =>
  families.flatMap((rows) =>
    rows.flatMap(({ p, n, hits }) =>
      Array.from({ length: n }, (_, at): Counts => [{ p, n: 1, hits: at < hits ? 1 : 0 }]),
    ),
  )

/** Every forecast made twice in its family. */
export const doubled = (families: readonly Counts[]): Counts[] =>
  families.map((rows) => rows.map(({ p, n, hits }) => ({ p, n: 2 * n, hits: 2 * hits })))
