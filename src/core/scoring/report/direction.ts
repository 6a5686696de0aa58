/** Ends of a 95 % interval. */
export type Ends = { low: number; high: number }

export const directions = [
  'over-confident',
  'under-confident',
  'says-too-much',
  'says-too-little',
  'over-confident-and-says-too-much',
  'over-confident-and-says-too-little',
  'under-confident-and-says-too-much',
  'under-confident-and-says-too-little',
  'undirected',
] as const
export type Direction = (typeof directions)[number]

/** Equivalence: the slope's interval lies within `SLOPE_MARGIN`, the gap's within ± `GAP_MARGIN`. */
export const SLOPE_MARGIN = { low: 0.8, high: 1.25 } as const
export const GAP_MARGIN = 0.05

const confidenceOf = (slope: Ends | null): 'over-confident' | 'under-confident' | null => {
  if (slope === null) return null
  if (slope.high < 1) return 'over-confident'
  return slope.low > 1 ? 'under-confident' : null
}

// Turning some questions round changes the sign of their part in the gap, so without a rule of wording it points nowhere.
const leanOf = (gap: Ends | null, canonical: boolean): 'says-too-much' | 'says-too-little' | null => {
  if (gap === null || !canonical) return null
  if (gap.low > 0) return 'says-too-much'
  return gap.high < 0 ? 'says-too-little' : null
}

/**
 * Which way statements are off, from two 95 % intervals: Cox's slope (below 1 over-confident, above 1 under-confident) and
 * the gap, mean forecast less base rate (above 0 says too much, below 0 too little; only for questions worded by rule).
 * An interval that is null or holds its target says nothing; slope and gap are different faults and both are named.
 * `directionOf({ low: .4, high: .9 }, { low: -.2, high: .1 }, true) = 'over-confident'`
 */
export const directionOf = (slope: Ends | null, gap: Ends | null, canonical: boolean): Direction => {
  const [confidence, lean] = [confidenceOf(slope), leanOf(gap, canonical)]
  if (confidence !== null && lean !== null) return `${confidence}-and-${lean}`
  return confidence ?? lean ?? 'undirected'
}

/**
 * Whether both intervals lie wholly within their margins, so that any fault of slope or gap is small: slope .8 to 1.25,
 * gap ± 5 points, ends included. False where either is null. Source: two one-sided tests, Schuirmann 1987, at 2.5 %.
 */
export const isEquivalent = (slope: Ends | null, gap: Ends | null): boolean =>
  slope !== null &&
  gap !== null &&
  slope.low >= SLOPE_MARGIN.low &&
  slope.high <= SLOPE_MARGIN.high &&
  gap.low >= -GAP_MARGIN &&
  gap.high <= GAP_MARGIN
