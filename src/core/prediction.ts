import { z } from 'zod'
import { attributions, directnesses } from './candidate.ts'
import { idOf } from './id.ts'
import { fromMicro, type Polarity, toMicro } from './probability.ts'
import { Instant, Moment } from './time.ts'

export const acts = ['state', 'reaffirm', 'withdraw', 'mistake'] as const
export const origins = ['commentary', 'submitted', 'imported'] as const
export type Origin = (typeof origins)[number]

/** What was said: `micro:<0…1000000>` for a number, `phrase:<id>:<polarity>` for words. */
export const Form = z
  .string()
  .regex(
    /^(micro:(0|[1-9]\d{0,5}|1000000)|phrase:[a-z0-9]+(-[a-z0-9]+)*:[+-])$/,
    'a form is micro:<int> or phrase:<id>:<+ or ->',
  )
  .meta({ id: 'Form', description: 'micro:<millionths> or phrase:<id>:<polarity>' })
export type Form = z.infer<typeof Form>

export const formOfProbability = (p: number): Form => `micro:${toMicro(p)}`
export const formOfPhrase = (phrase: string, polarity: Polarity): Form =>
  phrase.startsWith('micro:') ? formOfStatedNumber(phrase, polarity) : `phrase:${phrase}:${polarity}`

/** A number said in the text, `micro:300000`, turned to the positive event. */
const formOfStatedNumber = (phrase: string, polarity: Polarity): Form => {
  const p = fromMicro(Number(phrase.slice('micro:'.length)))
  return formOfProbability(polarity === '+' ? p : 1 - p)
}

/** An act of an author on one version of a question. */
export const Prediction = z
  .object({
    id: idOf('prediction'),
    authorId: idOf('author'),
    authorName: z.string(),
    questionId: idOf('question'),
    versionId: idOf('version'),
    act: z.enum(acts),
    form: Form,
    probability: z.number().meta({ description: 'of the positive event, under the lexicon named' }),
    lexiconVersion: z.string(),
    said: Moment,
    attribution: z.enum(attributions),
    directness: z.enum(directnesses),
    weakHedge: z.boolean(),
    scoreable: z.boolean().meta({ description: 'false = listed, never scored' }),
    unscoredReason: z.string().nullable(),
    origin: z.enum(origins),
    quote: z.string().nullable(),
    commentaryId: idOf('commentary').nullable(),
    candidateId: idOf('candidate').nullable(),
    importId: idOf('import').nullable(),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Prediction' })
export type Prediction = z.infer<typeof Prediction>
