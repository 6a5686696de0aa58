import { z } from 'zod'
import { attributions } from '../candidate.ts'
import { ProbabilityRange } from '../probability.ts'
import { Day } from '../time.ts'

/** A prediction as a careful reader labelled it; `docs/labelling.md` tells what each field means. */
export const GoldPrediction = z.object({
  id: z.string(),
  doc: z.string(),
  quote: z.string().min(1),
  attribution: z.enum(attributions),
  claimant: z.string().default(''),
  probability: ProbabilityRange,
  horizon_text: z.string().default(''),
  horizon_start: Day.nullable().default(null),
  horizon_end: Day.nullable().default(null),
  conditional: z.string().default(''),
  conditional_implied: z.string().default(''),
  kind: z.string().default(''),
  strength: z.enum(['core', 'borderline']),
})
export type GoldPrediction = z.infer<typeof GoldPrediction>

/** A passage that looks like a prediction and is none. */
export const GoldNegative = z.object({
  doc: z.string(),
  quote: z.string().min(1),
  class: z.string().default('unclassed'),
  severity: z.enum(['hard', 'soft']),
  overlaps: z.string().nullable().default(null),
})
export type GoldNegative = z.infer<typeof GoldNegative>

export const Gold = z.object({ predictions: z.array(GoldPrediction), negatives: z.array(GoldNegative).default([]) })
export type Gold = z.infer<typeof Gold>

/** Which file was published when: `manifest.json` of a labelled folder. */
export const GoldManifest = z.object({ sources: z.array(z.object({ file: z.string(), publishedAt: Day })) })
export type GoldManifest = z.infer<typeof GoldManifest>

/** What the measure reads of a candidate; an extractor may print more. */
export const MeasuredCandidate = z.object({
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  attribution: z.string().optional(),
  probability: z.object({ mid: z.number() }).nullish(),
  window: z.object({ end: Day.nullish(), source: z.string().optional() }).nullish(),
  condition: z.string().nullish(),
  scorable: z.boolean().optional(),
})
export type MeasuredCandidate = z.infer<typeof MeasuredCandidate>
