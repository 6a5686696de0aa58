import { Problem } from '../problem.ts'

/** Input that cannot be scored: what is wrong with it, and what to do. `throw refusal(…)` where it is met. */
export const refusal = (detail: string, remedy: string): Problem => new Problem('invalid-input', detail, remedy)

/** Refuses what is not finite, naming it. */
export const needFinite = (values: readonly number[], what: string): void => {
  const strange = values.find((value) => !Number.isFinite(value))
  if (strange !== undefined) throw refusal(`${what}: ${strange} is no finite number`, 'give finite numbers')
}
