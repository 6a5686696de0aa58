import { z } from 'zod'
import { Baseline, baselineKinds, baselinesAt, noBaselineSentence, whyNoBaseline } from '../../core/baseline.ts'
import { Probability } from '../../core/probability.ts'
import { baselinesFor } from '../../storage/baselines.ts'
import type { Reader } from '../../storage/database.ts'
import type { StoredPrediction } from '../../storage/predictions.ts'
import { versionsOn } from './against.ts'

/** What a forecast is held against of one kind; where there is none, why. */
export const HeldAgainst = z
  .object({
    kind: z.enum(baselineKinds),
    baseline: Baseline.nullable().meta({ description: 'as recorded, of its own version' }),
    probability: Probability.nullable().meta({
      description: 'the same of the positive event of the forecast’s version, which may be oriented the other way',
    }),
    reason: z.string().nullable(),
  })
  .meta({ id: 'HeldAgainst' })
export type HeldAgainst = z.infer<typeof HeldAgainst>

/** The baseline of each kind beside one forecast: the last of its version, or of one that asks the same, dated at or before it was said. */
export const heldAgainst = async (
  reader: Reader,
  { questionId, versionId, said }: Pick<StoredPrediction, 'questionId' | 'versionId' | 'said'>,
): Promise<HeldAgainst[]> => {
  const recorded = (await baselinesFor(reader, [questionId])).get(questionId) ?? []
  const point = { versionId, said: said.latest }
  const versions = await versionsOn(reader, [questionId])
  const counting = baselinesAt(recorded, point, versions)
  return baselineKinds.map((kind) => {
    const reason = whyNoBaseline(recorded, kind, point, versions)
    return {
      kind,
      baseline: counting.get(kind)?.baseline ?? null,
      probability: counting.get(kind)?.probability ?? null,
      reason: reason && noBaselineSentence(reason, kind),
    }
  })
}
