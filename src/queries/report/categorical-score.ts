import { distributionOf } from '../../core/distribution.ts'
import { metAs } from '../../core/option.ts'
import { categoricalBrier } from '../../core/scoring/kinds/categorical.ts'
import type { Reader } from '../../storage/database.ts'
import { optionsOf } from '../../storage/options.ts'
import type { StoredPrediction } from '../../storage/predictions.ts'
import { judgedQuestion } from './own-outcomes.ts'

/**
 * The Brier score of one distribution, halved to 0–1, by what was decided of its version; whether it is the one that counts
 * is told apart. Null for other forms, and while nothing is decided.
 */
export const categoricalScore = async (reader: Reader, prediction: StoredPrediction): Promise<number | null> => {
  const { questionId, versionId, form } = prediction
  const shares = form === null ? null : distributionOf(form)
  if (!shares) return null
  const outcome = (await judgedQuestion(reader, questionId)).decisions.get(versionId)?.outcome
  if (!outcome) return null
  const standing = shares.map(({ optionId }) => optionId)
  const met = metAs(standing, outcome, await optionsOf(reader, questionId))
  if (met === null) return null
  return categoricalBrier(
    shares.map(({ probability }) => probability),
    standing.indexOf(met),
  )
}
