import type { Polarity } from '../probability.ts'

/** What a form of words says: which phrase, and whether of the event or of its opposite. */
export type Spoken = { phrase: string; polarity: Polarity }

/** A form taken apart; null for a number. `spokenOf('phrase:likely:-') = { phrase: 'likely', polarity: '-' }` */
export const spokenOf = (form: string): Spoken | null => {
  const [, phrase, polarity] = /^phrase:([^:]+):([+-])$/.exec(form) ?? []
  return phrase === undefined || (polarity !== '+' && polarity !== '-') ? null : { phrase, polarity }
}
