import { z } from 'zod'
import { attributions, directnesses } from './candidate.ts'
import { Share } from './distribution.ts'
import { idOf } from './id.ts'
import { fromMicro, type Polarity, toMicro } from './probability.ts'
import { Instant, Moment } from './time.ts'

/** What an author does on a question: says a forecast, says it again, takes it back, or marks one as a slip. */
export const acts = ['state', 'reaffirm', 'withdraw', 'mistake'] as const
export type Act = (typeof acts)[number]
/** The acts that say a forecast; the others end or undo one, and carry no form. */
export const statements = ['state', 'reaffirm'] as const satisfies readonly Act[]
export const origins = ['commentary', 'submitted', 'imported'] as const
export type Origin = (typeof origins)[number]

/**
 * What was said: `micro:<0…1000000>` for a number, `phrase:<id>:<polarity>` for words, and of a categorical question the
 * whole distribution, `options:<id>=<millionths>,…`.
 */
export const Form = z
  .string()
  .regex(
    /^(micro:(0|[1-9]\d{0,5}|1000000)|phrase:[a-z0-9]+(-[a-z0-9]+)*:[+-]|options:opt_[0-9a-z]{26}=(0|[1-9]\d{0,5}|1000000)(,opt_[0-9a-z]{26}=(0|[1-9]\d{0,5}|1000000))+)$/,
    'a form is micro:<int>, phrase:<id>:<+ or -> or options:<id>=<int>,…',
  )
  .meta({ id: 'Form', description: 'micro:<millionths>, phrase:<id>:<polarity> or options:<id>=<millionths>,…' })
export type Form = z.infer<typeof Form>

export const formOfProbability = (p: number): Form => `micro:${toMicro(p)}`
export const formOfPhrase = (phrase: string, polarity: Polarity): Form =>
  phrase.startsWith('micro:') ? formOfStatedNumber(phrase, polarity) : `phrase:${phrase}:${polarity}`

/** A number said in the text, `micro:300000`, turned to the positive event. */
const formOfStatedNumber = (phrase: string, polarity: Polarity): Form => {
  const p = fromMicro(Number(phrase.slice('micro:'.length)))
  return formOfProbability(polarity === '+' ? p : 1 - p)
}

/** By which mark an act was taken back: its author called it a slip, or the acceptance that recorded it was undone. */
export const TakenBack = z
  .object({
    predictionId: idOf('prediction').meta({ description: 'the act that marks it as a mistake' }),
    reason: z.string().nullable().meta({ description: 'why the acceptance was undone; null of what its author marks' }),
    recordedAt: Instant,
  })
  .meta({ id: 'TakenBack' })
export type TakenBack = z.infer<typeof TakenBack>

/** An act of an author on one version of a question. */
export const Prediction = z
  .object({
    id: idOf('prediction'),
    authorId: idOf('author'),
    authorName: z.string(),
    questionId: idOf('question'),
    versionId: idOf('version'),
    act: z.enum(acts),
    form: Form.nullable().meta({ description: 'what was said; null where the act says no forecast' }),
    probability: z.number().nullable().meta({ description: 'of the positive event, under the lexicon named' }),
    distribution: z
      .array(Share)
      .nullable()
      .meta({ description: 'of a categorical question, over the options of then' }),
    lexiconVersion: z.string(),
    refersTo: idOf('prediction').nullable().meta({ description: 'what is reaffirmed, withdrawn, or was a mistake' }),
    expiresAt: Instant.nullable().meta({ description: 'when it stops to stand by itself' }),
    said: Moment,
    attribution: z.enum(attributions),
    directness: z.enum(directnesses),
    weakHedge: z.boolean(),
    scoreable: z.boolean().meta({ description: 'false = listed, never scored' }),
    unscoredReason: z.string().nullable(),
    origin: z.enum(origins),
    bot: z.boolean().meta({ description: 'submitted with a key that is marked as a bot’s' }),
    takenBack: TakenBack.nullable().meta({
      description: 'what takes it back, so that it counts as never said; null of all that stands as it was recorded',
    }),
    quote: z.string().nullable().meta({
      description: 'withheld where the acceptance was undone: the passage is for reviewers again',
    }),
    commentaryId: idOf('commentary').nullable(),
    candidateId: idOf('candidate').nullable(),
    importId: idOf('import').nullable(),
    recordingReason: z.string().nullable().meta({
      description: 'of a statement recorded by hand: why it is one, though extraction did not find it',
    }),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Prediction' })
export type Prediction = z.infer<typeof Prediction>

/** What a submitter keeps: it proves that this was recorded then, to whoever holds a later position of the ledger. */
export const Receipt = z
  .object({
    predictionId: idOf('prediction'),
    digest: z.string().meta({ description: 'SHA-256 over the salted digests of all fields, hexadecimal' }),
    recordedAt: Instant,
    sealedPosition: z.int().nullable().meta({ description: 'its place in the ledger; null until it is sealed' }),
    fact: z
      .object({
        kind: z.literal('prediction'),
        fields: z.record(z.string(), z.unknown()),
        salts: z.record(z.string(), z.string()),
      })
      .nullable()
      .meta({ description: 'what the digest covers, for the key that recorded it; null for others' }),
  })
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof Receipt>
