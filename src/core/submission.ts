import { z } from 'zod'
import type { Author } from './author.ts'
import { formOfDistribution, Share } from './distribution.ts'
import { idOf } from './id.ts'
import { allows, type Scope } from './key.ts'
import { type Choice, MAX_OPTIONS } from './option.ts'
import { type Act, type Form, formOfProbability } from './prediction.ts'
import { Probability } from './probability.ts'
import { missing, Problem } from './problem.ts'
import type { Question, QuestionVersion } from './question.ts'
import { type NextAct, nextAct, type OwnAct, type Wish } from './resolution/next-act.ts'
import { endOf, Instant } from './time.ts'

const place = {
  questionId: idOf('question'),
  author: z.string().min(1).max(300).meta({ description: 'id or slug' }),
}
const rationale = z.string().trim().min(1).max(1000).optional()
const expiresAt = Instant.optional().meta({ description: 'when it stops to stand by itself; left out: never' })

/** What is not named is refused: a forecast is said when it is recorded, whatever clock its sender has. */
export const SubmitPrediction = z
  .discriminatedUnion('act', [
    z.strictObject({
      act: z.literal('state').optional(),
      ...place,
      probability: Probability.optional().meta({ description: 'of the positive event, 0 to 1' }),
      distribution: z.array(Share).max(MAX_OPTIONS).optional().meta({
        description: 'of a categorical question: the share of every option, 1 in all',
      }),
      expiresAt,
      rationale,
    }),
    z.strictObject({ act: z.literal('reaffirm'), ...place, expiresAt, rationale }),
    z.strictObject({ act: z.literal('withdraw'), ...place, rationale }),
    z.strictObject({
      act: z.literal('mistake'),
      corrects: idOf('prediction').meta({ description: 'a slip, within ten minutes of its recording' }),
      rationale,
    }),
  ])
  .meta({
    id: 'SubmitPrediction',
    examples: [
      { questionId: 'qst_01m80qrsxn6zssv4f1wcbpb0s8', author: 'ada-quill', probability: 0.7 },
      { act: 'withdraw', questionId: 'qst_01m80qrsxn6zssv4f1wcbpb0s8', author: 'ada-quill' },
    ],
  })
export type SubmitPrediction = z.infer<typeof SubmitPrediction>

/** Who submits: a key with its scopes. */
export type Submitter = { name: string; scopes: readonly Scope[] }
/** An author, and the key that registered them. */
export type Speaker = Pick<Author, 'id' | 'name'> & {
  registeredBy: string | null
  /** The slug of the author whom this record counts for, where it is merged. */
  mergedInto: string | null
}
/** What of a question says whether, and in what form, it takes a forecast. */
export type Taking = Pick<Question, 'id' | 'kind' | 'status'> & {
  version: Pick<QuestionVersion, 'id' | 'windowEnd' | 'referenceAt'>
}
/** A prediction that is called a slip: whose it is, and on which question. */
export type Slip = { id: string; authorId: string; questionId: string }

/** What is there for what is submitted to follow on; each reads as undefined where there is no such thing. */
export type Ground = {
  slip: (id: string) => Slip | undefined
  speaker: (idOrSlug: string) => Speaker | undefined
  question: (id: string) => Taking | undefined
  options: (questionId: string) => readonly Choice[]
  /** What the author did on the question so far, in the order of saying. */
  acts: (questionId: string, authorId: string) => readonly OwnAct[]
}

/** Who does what next, on which question and version. */
export type Decided = { authorId: string; questionId: string; versionId: string; next: NextAct }

const closed = (detail: string): Problem =>
  new Problem('illegal-step', detail, 'a forecast counts only while its question is open')

/** A question takes forecasts while it is open, its window runs, and its reference time has not passed. */
const mustTakeForecasts = ({ id, status, version }: Taking, now: Instant): void => {
  const { referenceAt, windowEnd } = version
  if (status !== 'open') throw closed(`question ${id} is ${status}`)
  if (windowEnd !== null && now > endOf(windowEnd)) throw closed(`the window of ${id} ended on ${windowEnd}`)
  if (referenceAt === null) {
    throw new Problem(
      'illegal-step',
      `question ${id} takes no submitted forecasts`,
      'only a question with referenceAt does',
    )
  }
  if (now > referenceAt) throw closed(`${id} took forecasts until ${referenceAt}`)
}

/** Only the key that registered an author, or an admin, speaks for them. */
const mustOwn = ({ name, scopes }: Submitter, speaker: Speaker): void => {
  if (allows(scopes, 'admin') || speaker.registeredBy === name) return
  throw new Problem(
    'forbidden',
    `this key may not speak for ${speaker.name}`,
    'submit as an author that you registered with this key',
  )
}

/**
 * A merge gives nobody a say that they had not: what was forecast under a merged record counts for the author from then on, so no more
 * is forecast under it, and under the author's own only by who registered that. A slip may still be marked by whose it is.
 */
const mustSpeakForThemselves = ({ act }: SubmitPrediction, { name, mergedInto }: Speaker): void => {
  if (mergedInto === null || act === 'mistake') return
  const detail = `${name} is merged into ${mergedInto}`
  const remedy = `submit as ${mergedInto}, with the key that registered it, or have the two split`
  throw new Problem('illegal-step', detail, remedy, [{ field: 'author', detail }])
}

/** On which question who acts: a mistake is where what it corrects is. */
const placeOf = (input: SubmitPrediction, { slip: slipOf, speaker: speakerOf }: Ground) => {
  if (input.act === 'mistake') {
    const slip = slipOf(input.corrects)
    if (!slip) throw missing('prediction', input.corrects, 'corrects')
    const speaker = speakerOf(slip.authorId)
    if (!speaker) throw new Error(`the author of ${slip.id} vanished`)
    return { speaker, questionId: slip.questionId }
  }
  const speaker = speakerOf(input.author)
  if (!speaker) throw missing('author', input.author, 'author')
  return { speaker, questionId: input.questionId }
}

const needs = (field: string, detail: string): Problem =>
  new Problem('invalid-input', detail, `send ${field}`, [{ field, detail }])

type Stated = Extract<SubmitPrediction, { act?: 'state' | undefined }>

/** What is said, as the kind of the question asks: one probability, or a whole distribution over its options. */
const formOf = ({ id, kind }: Taking, input: Stated, { options }: Ground): Form => {
  const { probability, distribution } = input
  const [field, other] = kind === 'binary' ? ['probability', distribution] : ['distribution', probability]
  if (other !== undefined) throw needs(field, `a ${kind} question takes a ${field} alone`)
  if (probability !== undefined) return formOfProbability(probability)
  if (distribution === undefined) throw needs(field, `a forecast on a ${kind} question is a ${field}`)
  const ids = options(id).map((option) => option.id)
  return formOfDistribution(distribution, ids)
}

const wishOf = (question: Taking, input: SubmitPrediction, ground: Ground): Wish => {
  if (input.act === 'withdraw' || input.act === 'mistake') return input
  const until = input.expiresAt ?? null
  if (input.act === 'reaffirm') return { act: 'reaffirm', expiresAt: until }
  return { act: 'state', form: formOf(question, input, ground), expiresAt: until }
}

/**
 * What follows from what somebody submits at an instant on the ground that stands: what stands already, or the act that is to be
 * recorded. Throws `not-found` for what is named and is not there, `forbidden` for another's author, `illegal-step` where it cannot
 * follow or the author is merged into another, `invalid-input` where its fields do not fit the question.
 */
export const decideSubmission = (
  input: SubmitPrediction,
  ground: Ground,
  { now, submitter }: { now: Instant; submitter: Submitter },
): Decided => {
  const { speaker, questionId } = placeOf(input, ground)
  mustOwn(submitter, speaker)
  mustSpeakForThemselves(input, speaker)
  const question = ground.question(questionId)
  if (!question) throw missing('question', questionId, 'questionId')
  mustTakeForecasts(question, now)
  const wish = wishOf(question, input, ground)
  const next = nextAct(wish, ground.acts(questionId, speaker.id), now, question.version)
  return { authorId: speaker.id, questionId, versionId: question.version.id, next }
}

/** Why an act that says no forecast is listed only. */
const unscored: Readonly<Record<Act, string | null>> = {
  state: null,
  reaffirm: null,
  withdraw: 'it takes a forecast back',
  mistake: 'it marks a mistake',
}

/** An act that is to be recorded. */
export type Fresh = Omit<Decided, 'next'> & { next: Extract<NextAct, { stands: null }> }

/** The row of a submitted act. */
export const submittedRow = (
  { next: { said, act, form, refersTo, expiresAt: until }, ...where }: Fresh,
  { id, quote, recordedBy, recordedAt }: { id: string; quote: string | null; recordedBy: string; recordedAt: Instant },
) => ({
  id,
  ...where,
  act,
  form,
  refersTo,
  expiresAt: until,
  saidEarliest: said,
  saidLatest: said,
  attribution: 'own' as const,
  directness: 'verbatim' as const,
  weakHedge: false,
  scoreable: unscored[act] === null,
  unscoredReason: unscored[act],
  origin: 'submitted' as const,
  quote,
  commentaryId: null,
  candidateId: null,
  importId: null,
  importKey: null,
  recordingReason: null,
  recordedBy,
  recordedAt,
})

/** The same act as one more of its author on the question. */
export const actOf = ({ next, versionId }: Fresh, id: string, recordedAt: Instant): OwnAct => {
  const { act, form, refersTo, expiresAt: until, said } = next
  return {
    id,
    act,
    form,
    refersTo,
    expiresAt: until,
    said: { earliest: said, latest: said },
    versionId,
    origin: 'submitted',
    recordedAt,
  }
}
