/** `pending`: its question is due and not settled. `void`: never scored, always counted. */
export const scoredStates = ['pending', 'void', 'scored'] as const
export type ScoredState = (typeof scoredStates)[number]
