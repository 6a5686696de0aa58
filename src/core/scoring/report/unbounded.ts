import { Problem } from '../../problem.ts'

/** A number that may be infinite, as JSON holds it. */
export type Unbounded = number | 'Infinity'

/** Only what is infinite upwards has a word: anything else that is no finite number is a fault of ours, not a figure. */
export const unbounded = (x: number): Unbounded => {
  if (x === Infinity) return 'Infinity'
  if (Number.isFinite(x)) return x
  throw new Problem('internal', `a figure came out as ${x}`, 'report the counts that it was computed from')
}
