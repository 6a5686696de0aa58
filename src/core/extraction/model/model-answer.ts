import { z } from 'zod'
import { attributions, claimKinds, directnesses, verifiabilities } from '../../candidate.ts'
import type { ModelMode } from '../../extraction-run.ts'

/**
 * What a language model may say. It points at words of the text and judges; it states no probability, no date and no
 * offset. Services with strict schemas take these shapes: every field is required, none has bounds (lengths and numbers are
 * checked when an answer is read), and they carry no ids, which would turn them into references.
 */
const Pointed = {
  attribution: z.enum(attributions).meta({
    description:
      "own = the author's; quoted = a named person's; reported = of a group, an unnamed source, a belief ascribed",
  }),
  claimant: z
    .string()
    .nullable()
    .meta({ description: 'the fullest name or description of the holder, as the text writes it; null for the author' }),
  directness: z.enum(directnesses).meta({ description: "verbatim = the holder's own words; paraphrase = another's" }),
  windowWords: z
    .string()
    .nullable()
    .meta({ description: 'words of the text that say by when; null if there are none' }),
  condition: z
    .string()
    .nullable()
    .meta({ description: 'words of the text that set a condition; null if there are none' }),
  reason: z.string().meta({ description: 'why, in at most twenty words' }),
}

/** One prediction that a model points at. */
export const ModelFinding = z.object({
  quote: z.string().meta({ description: 'the words of the claim, copied letter by letter from one paragraph' }),
  hedge: z
    .string()
    .meta({ description: 'the words of likelihood, copied from the text: "will", "may", "is unlikely to"' }),
  denied: z.boolean().meta({ description: 'whether the words say that the event will not happen' }),
  ...Pointed,
  kind: z.enum(claimKinds),
  verifiability: z.enum(verifiabilities).meta({
    description: 'checkable = two strangers would agree on the outcome; arguable = they might; unverifiable',
  }),
})
export type ModelFinding = z.infer<typeof ModelFinding>

/** The answer in mode `model`. */
export const ModelFindings = z.object({ predictions: z.array(ModelFinding) })
export type ModelFindings = z.infer<typeof ModelFindings>

/** What a model says of one candidate that it was shown. */
export const ModelJudgement = z.object({
  candidate: z.number().meta({ description: 'the number of the candidate' }),
  keep: z.boolean().meta({ description: 'whether it is a prediction' }),
  ...Pointed,
})
export type ModelJudgement = z.infer<typeof ModelJudgement>

/** The answer in mode `hybrid`. */
export const ModelJudgements = z.object({ judgements: z.array(ModelJudgement) })
export type ModelJudgements = z.infer<typeof ModelJudgements>

export type ModelAnswer = ModelFindings | ModelJudgements

/** The form of an answer in a mode. */
export const schemaOf = (mode: ModelMode): z.ZodType<ModelAnswer> =>
  mode === 'model' ? ModelFindings : ModelJudgements

/** A whole message inside one Markdown code fence, with its text. */
const FENCED = /^```[A-Za-z0-9_-]{0,20}[ \t]*\r?\n([\s\S]*)\n[ \t]*```$/

/**
 * The answer in a message, also inside one Markdown code fence; null where it is no JSON of the form. Nothing is looked for
 * in prose around it: what a model says beside its answer may be anything.
 */
export const answerIn = <A>(message: string, schema: z.ZodType<A>): A | null => {
  const text = message.trim()
  try {
    const parsed = schema.safeParse(JSON.parse(FENCED.exec(text)?.[1] ?? text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
