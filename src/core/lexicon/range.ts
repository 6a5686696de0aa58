import { complement, fromMicro, type Polarity, type ProbabilityRange } from '../probability.ts'
import { type PhraseEntry, type PhraseId, phrases } from './phrases.ts'

const entryOf = (phraseId: string): PhraseEntry => {
  if (!isPhraseId(phraseId)) throw new RangeError(`the lexicon has no phrase ${phraseId}`)
  return phrases[phraseId]
}

/** Whether the lexicon knows this id. `isPhraseId('likely') === true` */
export const isPhraseId = (id: string): id is PhraseId => Object.hasOwn(phrases, id)

/**
 * What readers take a phrase to mean for the event it was said of: 5 % quantile, mean, 95 % quantile, each 0 to 1.
 * `phraseRange('unlikely')` is `{ low: 0.05, mid: 0.187, high: 0.4 }`. Throws `RangeError` for an unknown id.
 */
export const phraseRange = (phraseId: string): ProbabilityRange => {
  const { low, mid, high } = entryOf(phraseId)
  return { low, mid, high }
}

/** A bare may, might, could or possible, which no headline score counts. Throws `RangeError` for an unknown id. */
export const isWeak = (phraseId: string): boolean => entryOf(phraseId).weak

/** Survey or `judgement`, with the number of readers asked. Throws `RangeError` for an unknown id. */
export const sourceOf = (phraseId: string): Pick<PhraseEntry, 'source' | 'n'> => {
  const { source, n } = entryOf(phraseId)
  return { source, n }
}

/**
 * The range of a stored form, always of the positive event: `micro:<millionths>` is a point, `phrase:<id>:<polarity>` the
 * phrase's range or its complement. `rangeOfForm('phrase:will:-').mid === 0.02`. Throws `RangeError` for any other form.
 */
export const rangeOfForm = (form: string): ProbabilityRange => {
  const [kind, value = '', polarity] = form.split(':')
  if (kind === 'micro' && /^\d{1,7}$/.test(value) && Number(value) <= 1_000_000) {
    const p = fromMicro(Number(value))
    return { low: p, mid: p, high: p }
  }
  if (kind === 'phrase' && (polarity === '+' || polarity === '-')) return oriented(phraseRange(value), polarity)
  throw new RangeError(`${form} is no form: write micro:<millionths> or phrase:<id>:<+ or ->`)
}

/** The range of the positive event when the words were said of it (`+`) or of its opposite (`-`). */
export const oriented = (range: ProbabilityRange, polarity: Polarity): ProbabilityRange =>
  polarity === '+' ? range : complement(range)
