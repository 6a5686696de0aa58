import { distributionOf } from '../core/distribution.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import { rangeOfForm } from '../core/lexicon/range.ts'
import type { Form, Prediction } from '../core/prediction.ts'
import type { StoredPrediction } from '../storage/predictions.ts'

/** The probability of the positive event that a form says, under the built-in lexicon: its mean for words. */
export const probabilityOf = (form: Form): number => rangeOfForm(form).mid

/** A form as numbers: one of the positive event, or one of each option. */
export const sayingOf = (form: Form | null): Pick<Prediction, 'probability' | 'distribution'> => {
  const distribution = form === null ? null : distributionOf(form)
  return { probability: form === null || distribution ? null : probabilityOf(form), distribution }
}

export const withProbability = (stored: StoredPrediction): Prediction => ({
  ...stored,
  ...sayingOf(stored.form),
  lexiconVersion: LEXICON_VERSION,
})
