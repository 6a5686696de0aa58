import { sum } from '../numbers/sum.ts'

/** A standard error that rests on `families` independent units. */
export type Measured = { error: number; families: number }

/** The common variance weighs as much as this many families of an author's own. */
export const PRIOR_FAMILIES = 60

/**
 * Standard errors moderated by each other: with v = error² · m the variance a family of an author of m families, and v̄ the mean of
 * all weighted by m − 1, the error becomes √(((d₀v̄ + (m − 1)v)/(d₀ + m − 1))/m), d₀ = 60. In the order given.
 *
 * Why: who was lucky on few events shows little spread as well, so that a measured error is least just where it should be most;
 * an effect shrunk by it stays far too large at the top of a board. Many families speak for themselves. Needs m ≥ 2.
 * Smyth 2004, Stat Appl Genet Mol Biol 3:3, with d₀ fixed. Example: errors .1 and .2 on 31 families each: v .31 and
 * 1.24, v̄ .775, hence .141 and .173.
 */
export const moderated = (measured: readonly Measured[]): number[] => {
  const rows = measured.map(({ error, families }) => ({ m: families, df: families - 1, v: error * error * families }))
  const pooled = sum(rows.map(({ df, v }) => df * v)) / sum(rows.map(({ df }) => df))
  return rows.map(({ m, df, v }) => Math.sqrt((PRIOR_FAMILIES * pooled + df * v) / (PRIOR_FAMILIES + df) / m))
}
