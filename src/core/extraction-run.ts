import { z } from 'zod'

/** Who finds the predictions: our own rules, a language model, or our rules with the model as their judge. */
export const extractionModes = ['built-in', 'model', 'hybrid'] as const
export type ExtractionMode = (typeof extractionModes)[number]
/** The modes that ask a model. */
export const modelModes = ['model', 'hybrid'] as const
export type ModelMode = (typeof modelModes)[number]

/** Why the built-in extractor stood in for the model. A closed list, so that nothing a model service says gets out. */
export const fallbackReasons = [
  'misconfigured',
  'unauthorised',
  'rate-limited',
  'rejected',
  'unavailable',
  'timeout',
  'truncated',
  'malformed',
] as const
export type FallbackReason = (typeof fallbackReasons)[number]

/**
 * What a model said that was not taken. `quote-…`, `no-words-of-likelihood`, `claimant-…` and `too-many` cost the finding
 * (in `hybrid` a wrong claimant costs the correction); the other `…-not-in-text`, `window-without-time` cost that part
 * of it; `unknown-candidate` and `judged-twice` the judgement. `judged-no-prediction` counts what a model dropped.
 */
export const modelRefusals = [
  'quote-not-in-text',
  'quote-ambiguous',
  'quote-length',
  'no-words-of-likelihood',
  'claimant-not-in-text',
  'claimant-missing',
  'hedge-not-in-text',
  'window-not-in-text',
  'window-without-time',
  'condition-not-in-text',
  'unknown-candidate',
  'judged-twice',
  'judged-no-prediction',
  'too-many',
] as const
export type ModelRefusal = (typeof modelRefusals)[number]

export const ModelUsage = z
  .object({
    calls: z
      .int()
      .min(0)
      .meta({ description: 'answers asked of the model for this text, repeats of a bad one included' }),
    cachedCalls: z.int().min(0).meta({ description: 'answers that were kept from before; they cost nothing' }),
    tokensIn: z.int().min(0),
    tokensOut: z.int().min(0),
    costMicros: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: 'millionths of a US dollar; null = no price is configured' }),
    durationMs: z.int().min(0).meta({ description: 'from the first call to the last answer' }),
  })
  .meta({ id: 'ModelUsage' })
export type ModelUsage = z.infer<typeof ModelUsage>

/** How the candidates of a text came about. */
export const ExtractionRun = z
  .object({
    mode: z.enum(extractionModes).meta({ description: 'as configured; `fallback` says when it was not used' }),
    model: z.string().nullable(),
    promptVersion: z.string().nullable(),
    fallback: z
      .object({ reason: z.enum(fallbackReasons), detail: z.string() })
      .nullable()
      .meta({ description: 'not null: the candidates are those of the built-in extractor, because the model failed' }),
    refused: z
      .array(z.object({ reason: z.enum(modelRefusals), count: z.int().min(1) }))
      .meta({ description: 'what the model said that was not taken' }),
    usage: ModelUsage.nullable(),
    withheld: z.string().nullable().meta({
      description: 'not null: why the text was not searched, such as its language; it has no candidates then',
    }),
  })
  .meta({ id: 'ExtractionRun' })
export type ExtractionRun = z.infer<typeof ExtractionRun>

/** The run of the built-in extractor where no model is configured. */
export const BUILT_IN_RUN: ExtractionRun = {
  mode: 'built-in',
  model: null,
  promptVersion: null,
  fallback: null,
  refused: [],
  usage: null,
  withheld: null,
}

/** Refusals as counts, in the order of the list. */
export const countRefusals = (refusals: readonly ModelRefusal[]): ExtractionRun['refused'] =>
  modelRefusals
    .map((reason) => ({ reason, count: refusals.filter((refusal) => refusal === reason).length }))
    .filter(({ count }) => count > 0)
