import { z } from 'zod'
import { Problem } from './problem.ts'

/** A probability, 0 to 1. Always that of the positive event of a question. */
export const Probability = z.number().min(0).max(1).meta({ id: 'Probability', description: '0 to 1' })
export type Probability = z.infer<typeof Probability>

/** What readers take a phrase to mean: its 5 % quantile, mean, and 95 % quantile. */
export const ProbabilityRange = z
  .object({ low: Probability, mid: Probability, high: Probability })
  .meta({ id: 'ProbabilityRange' })
export type ProbabilityRange = z.infer<typeof ProbabilityRange>

/** The complement: what the range says of the event's opposite. */
export const complement = ({ low, mid, high }: ProbabilityRange): ProbabilityRange => ({
  low: round6(1 - high),
  mid: round6(1 - mid),
  high: round6(1 - low),
})

/** Which event the words were said of: the positive event (`+`) or its opposite (`-`). */
export const polarities = ['+', '-'] as const
export type Polarity = (typeof polarities)[number]

export const MICRO = 1_000_000
const round6 = (p: number): number => Math.round(p * MICRO) / MICRO

/**
 * A probability as an integer number of millionths, rounded half to even and kept off the ends: anything but exactly
 * 0 or 1 stays within [1, 999999]. `toMicro(0.68904001) = 689040`. Throws a `Problem` outside [0, 1].
 */
export const toMicro = (p: number): number => {
  if (!(p >= 0 && p <= 1)) {
    throw new Problem('invalid-input', `${p} is no probability`, 'give a number from 0 to 1', [
      { field: 'probability', detail: 'not from 0 to 1' },
    ])
  }
  if (p === 0 || p === 1) return p * MICRO
  const scaled = p * MICRO
  const below = Math.floor(scaled)
  const rest = scaled - below
  const rounded = rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below
  return Math.min(MICRO - 1, Math.max(1, rounded))
}
export const fromMicro = (micro: number): Probability => micro / MICRO
