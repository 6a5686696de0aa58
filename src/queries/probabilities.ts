import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import { rangeOfForm } from '../core/lexicon/range.ts'
import type { Form, Prediction } from '../core/prediction.ts'
import type { StoredPrediction } from '../storage/predictions.ts'

/** The probability of the positive event that a form says, under the built-in lexicon: its mean for words. */
export const probabilityOf = (form: Form): number => rangeOfForm(form).mid

export const withProbability = (stored: StoredPrediction): Prediction => ({
  ...stored,
  probability: stored.form === null ? null : probabilityOf(stored.form),
  lexiconVersion: LEXICON_VERSION,
})
