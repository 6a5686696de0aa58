import { z } from 'zod'
import type { ExtractionRun } from './extraction-run.ts'
import { ProbabilityRange, polarities } from './probability.ts'
import type { ReportedFact } from './reported-fact.ts'
import { Day } from './time.ts'

/** UTF-16 code units that a quote may have which somebody gives by hand. */
export const MAX_QUOTE = 1000
/** UTF-16 code units that a claim may have, and the wording of a question. */
export const MAX_CLAIM = 2000

/** Whose forecast it is: the author's own, a named person's, or that of a group, an unnamed source, an ascribed belief. */
export const attributions = ['own', 'quoted', 'reported'] as const
/** Whether the words are the claimant's own or someone's rendering of them. */
export const directnesses = ['verbatim', 'paraphrase'] as const
/** Where the end of a window comes from: words in the text, the published rule for a vague phrase, or the default. */
export const windowSources = ['stated', 'rule', 'default'] as const
export const claimKinds = ['event', 'state', 'vague', 'counterfactual', 'normative'] as const
export type ClaimKind = (typeof claimKinds)[number]
/** `checkable` = two strangers would agree on the outcome; `arguable` = they might; `unverifiable` = they could not. */
export const verifiabilities = ['checkable', 'arguable', 'unverifiable'] as const

/**
 * What binds a claim. `condition`: it may never come ("if", "unless", "without"). `trigger`: an event that starts the clock
 * ("once", "when", "as soon as"). `until`: the claim holds up to it. `concessive`: the claim holds whatever comes of it.
 */
export const conditionKinds = ['condition', 'trigger', 'until', 'concessive'] as const
export type ConditionKind = (typeof conditionKinds)[number]

/** The days in which a claim must come true. `end: null` = the words set no end ("never", "only when"). */
export const Window = z
  .object({
    text: z.string().meta({ description: 'the words of time, empty for the default' }),
    start: Day.nullable(),
    end: Day.nullable(),
    source: z.enum(windowSources),
  })
  .meta({ id: 'Window' })
export type Window = z.infer<typeof Window>

/** A passage that extraction takes for a prediction. `quote === text.slice(start, end)`, offsets in UTF-16 code units. */
export const ExtractedCandidate = z
  .object({
    quote: z.string(),
    start: z.int().min(0),
    end: z.int().min(1),
    claimant: z.string().nullable().meta({
      description: 'as the text names them; null = the author of the piece, or somebody whom the text does not name',
    }),
    claimantRole: z.string().nullable().meta({
      description:
        'what the text says they are ("chief executive of the port"); null when it says nothing or they are no person',
    }),
    attribution: z.enum(attributions),
    directness: z.enum(directnesses),
    phrase: z.string().meta({ description: "the lexicon's phrase id, or `micro:<millionths>` for a stated number" }),
    hedge: z.string().meta({ description: 'the words of likelihood as they stand in the text, empty for a bare will' }),
    polarity: z.enum(polarities).meta({ description: '`+` said of the positive event, `-` of its opposite' }),
    weakHedge: z.boolean(),
    probability: ProbabilityRange,
    window: Window.nullable(),
    claim: z
      .string()
      .meta({ description: 'the claim to be read on its own; the quote where nothing was to be resolved' }),
    context: z
      .string()
      .nullable()
      .meta({ description: 'the sentence of the text that the claim leans on, if it leans' }),
    condition: z.string().nullable().meta({ description: 'exact words of the text' }),
    conditionKind: z.enum(conditionKinds).nullable(),
    orientation: z.enum(['as-worded', 'opposite']),
    kind: z.enum(claimKinds),
    verifiability: z.enum(verifiabilities),
    scorable: z.boolean().meta({ description: 'false = listed, never scored' }),
    reasons: z.array(z.string()).meta({ description: 'why it is listed but not scored, or graded as it is' }),
  })
  .meta({ id: 'ExtractedCandidate' })
export type ExtractedCandidate = z.infer<typeof ExtractedCandidate>

/** What an extractor found in a text, and which one it was. */
export type Extraction = {
  candidates: ExtractedCandidate[]
  /** What the text tells as having happened, or as not having happened. */
  facts: ReportedFact[]
  /** Names the rules, and the model and prompt where a model was used. */
  extractorVersion: string
  lexiconVersion: string
  /** Names the rules that found the facts. */
  factsVersion: string
  run: ExtractionRun
}
