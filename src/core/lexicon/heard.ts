import { phrases } from './phrases.ts'

/** What readers hear in each phrase, from the 5 % to the 95 % of them: `heard['likely']` = its low and high. */
export const heard: Readonly<Record<string, { low: number; high: number }>> = Object.fromEntries(
  Object.entries(phrases).map(([id, { low, high }]) => [id, { low, high }]),
)
