import { sum } from '../numbers/sum.ts'
import { needFinite, refusal } from '../refusal.ts'

const sorted = (samples: readonly number[], outcome: number): number[] => {
  if (samples.length === 0) throw refusal('there are no samples', 'give at least one')
  needFinite([...samples, outcome], 'samples and outcome')
  return samples.toSorted((a, b) => a - b)
}

/** `fair` is null for a single sample. Both in the outcome's unit, lower is better. */
export type SampleCrps = { edf: number; fair: number | null }

/**
 * Continuous ranked probability score of a forecast given as m samples, E|X − y| − ½E|X − X′|.
 *
 * `edf` takes the samples for the whole distribution, (1/m)Σ|xᵢ − y| − (1/2m²)ΣΣ|xᵢ − xⱼ|; 0 best, no upper end; a single
 * sample gives the absolute error. `fair` divides the second sum by 2m(m − 1): what a forecaster who drew m times from
 * the distribution would have scored with infinitely many; it may be below 0. In O(m log m), as
 * ΣΣ|xᵢ − xⱼ| = 2 Σ (2i − m − 1) x₍ᵢ₎ over the sorted samples. Throws a `Problem` for no samples. Gneiting & Raftery 2007,
 * JASA 102:359; Ferro 2014, QJRMS 140:1917. `sampleCrps([3, 1, 2, 2, 5], 2) = { edf: 0.28, fair: 0.1 }`
 */
export const sampleCrps = (samples: readonly number[], outcome: number): SampleCrps => {
  const ordered = sorted(samples, outcome)
  const m = ordered.length
  const near = sum(ordered.map((x) => Math.abs(x - outcome))) / m
  // From the middle one, which cancels in the sum, so that large values lose no digits.
  const centre = ordered[m >> 1] ?? 0
  const apart = sum(ordered.map((x, at) => (2 * at + 1 - m) * (x - centre)))
  return { edf: near - apart / (m * m), fair: m === 1 ? null : near - apart / (m * (m - 1)) }
}

/**
 * Where the outcome fell among the samples: the share below it and the share at or below it. They differ where samples
 * equal the outcome; a histogram then draws a number between them. 0 to 1; uniform under calibration. Throws a `Problem`
 * for no samples. Dawid 1984. `samplePit([3, 1, 2, 2, 5], 2) = { lower: 0.2, upper: 0.6 }`
 */
export const samplePit = (samples: readonly number[], outcome: number): { lower: number; upper: number } => {
  const ordered = sorted(samples, outcome)
  const share = (counts: (x: number) => boolean): number => ordered.filter(counts).length / ordered.length
  return { lower: share((x) => x < outcome), upper: share((x) => x <= outcome) }
}
