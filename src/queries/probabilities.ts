import { phraseRange } from '../core/lexicon/lexicon.ts'
import { type Form, type Prediction, parseForm } from '../core/prediction.ts'
import type { StoredPrediction } from '../storage/predictions.ts'

/** The probability of the positive event that a form says, under the built-in lexicon: its mean for words. */
export const probabilityOf = (form: Form): number => {
  const parsed = parseForm(form)
  if (parsed.kind === 'micro') return parsed.probability
  const { mid } = phraseRange(parsed.phrase)
  return parsed.polarity === '+' ? mid : Math.round((1 - mid) * 1e6) / 1e6
}

export const withProbability = (stored: StoredPrediction): Prediction => ({
  ...stored,
  probability: probabilityOf(stored.form),
})
