import { z } from 'zod'
import { idOf } from './id.ts'
import type { Form } from './prediction.ts'
import { fromMicro, MICRO, Probability } from './probability.ts'
import { Problem } from './problem.ts'

/** The probability of one option of a categorical question. */
export const Share = z.object({ optionId: idOf('option'), probability: Probability }).meta({ id: 'Share' })
export type Share = z.infer<typeof Share>

/** How far from 1 the shares may sum: what rounding to three places does. */
const ROUNDING = 0.001

const refuse = (detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field: 'distribution', detail }])

/**
 * Probabilities as integer millionths that sum to exactly 1,000,000: rounded down, and the rest given to the largest
 * remainders. Nothing above 0 becomes 0. `toMicroShares([1/3, 1/3, 1/3]) = [333334, 333333, 333333]`. Throws
 * `invalid-input` where they do not sum to 1 within rounding.
 */
export const toMicroShares = (probabilities: readonly number[]): number[] => {
  const sum = probabilities.reduce((so, p) => so + p, 0)
  if (!(Math.abs(sum - 1) <= ROUNDING)) {
    throw refuse(`the probabilities sum to ${Number(sum.toFixed(6))}, not to 1`, 'give each option its share of 1')
  }
  const exact = probabilities.map((p) => (p / sum) * MICRO)
  const shares = exact.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0))
  const remainder = (at: number): number => (exact[at] ?? 0) - (shares[at] ?? 0)
  const byRemainder = shares.map((_, at) => at).sort((a, b) => remainder(b) - remainder(a) || a - b)
  const rest = MICRO - shares.reduce((so, share) => so + share, 0)
  for (const at of byRemainder.slice(0, Math.max(0, rest))) shares[at] = (shares[at] ?? 0) + 1
  const largest = shares.indexOf(Math.max(...shares))
  if (rest < 0) shares[largest] = (shares[largest] ?? 0) + rest
  return shares
}

/**
 * A whole distribution as a form, `options:<id>=<millionths>,…` in the order of the ids. Throws `invalid-input` where an
 * option of the question is left out, named twice, or none of its own.
 */
export const formOfDistribution = (shares: readonly Share[], optionIds: readonly string[]): Form => {
  const named = shares.map(({ optionId }) => optionId)
  const strange = named.find((id) => !optionIds.includes(id))
  if (strange) throw refuse(`${strange} is no option of this question`, `its options are ${optionIds.join(', ')}`)
  const left = optionIds.filter((id) => !named.includes(id))
  if (left.length > 0) throw refuse(`nothing is said of ${left.join(', ')}`, 'give every option its share, 0 included')
  if (named.length !== optionIds.length) throw refuse('an option is named twice', 'name each once')
  const sorted = [...shares].sort((a, b) => (a.optionId < b.optionId ? -1 : 1))
  const micro = toMicroShares(sorted.map(({ probability }) => probability))
  return `options:${sorted.map(({ optionId }, at) => `${optionId}=${micro[at]}`).join(',')}`
}

const PREFIX = 'options:'

/** The shares of a form, over the options that stood when it was said; null for a form of another kind. */
export const distributionOf = (form: Form): Share[] | null => {
  if (!form.startsWith(PREFIX)) return null
  return form
    .slice(PREFIX.length)
    .split(',')
    .map((part) => {
      const [optionId = '', micro] = part.split('=')
      return { optionId, probability: fromMicro(Number(micro)) }
    })
}
