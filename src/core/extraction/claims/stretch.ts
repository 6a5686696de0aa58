/** A stretch of a text: `text.slice(start, end)`. */
export type Stretch = { start: number; end: number }

const lengthOf = ({ start, end }: Stretch): number => end - start
const shared = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** The share of the shorter that both hold, 0 to 1. */
export const overlap = (a: Stretch, b: Stretch): number =>
  shared(a, b) / Math.max(1, Math.min(lengthOf(a), lengthOf(b)))

/** The share of all that both hold, 0 to 1; 1 for the same stretch. */
export const likeness = (a: Stretch, b: Stretch): number =>
  shared(a, b) / Math.max(1, lengthOf(a) + lengthOf(b) - shared(a, b))
