import { z } from 'zod'
import { Baseline, baselineKinds, baselinesAt, whyNoBaseline } from '../core/baseline.ts'
import { baselinesFor } from '../storage/baselines.ts'
import type { Reader } from '../storage/database.ts'
import type { StoredPrediction } from '../storage/predictions.ts'

/** What a forecast is held against of one kind; where there is none, why. */
export const HeldAgainst = z
  .object({ kind: z.enum(baselineKinds), baseline: Baseline.nullable(), reason: z.string().nullable() })
  .meta({ id: 'HeldAgainst' })
export type HeldAgainst = z.infer<typeof HeldAgainst>

/** The baseline of each kind beside one forecast: the last of its version dated at or before it was said. */
export const heldAgainst = async (
  reader: Reader,
  { questionId, versionId, said }: Pick<StoredPrediction, 'questionId' | 'versionId' | 'said'>,
): Promise<HeldAgainst[]> => {
  const recorded = (await baselinesFor(reader, [questionId])).get(questionId) ?? []
  const point = { versionId, said: said.latest }
  const counting = baselinesAt(recorded, point)
  return baselineKinds.map((kind) => ({
    kind,
    baseline: counting.get(kind) ?? null,
    reason: whyNoBaseline(recorded, kind, point),
  }))
}
