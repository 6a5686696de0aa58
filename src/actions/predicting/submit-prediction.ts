import { z } from 'zod'
import type { Author } from '../../core/author.ts'
import { formOfDistribution, Share } from '../../core/distribution.ts'
import { idOf } from '../../core/id.ts'
import { allows } from '../../core/key.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { type Choice, MAX_OPTIONS } from '../../core/option.ts'
import { type Act, type Form, formOfProbability } from '../../core/prediction.ts'
import { Probability } from '../../core/probability.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { type NextAct, nextAct, type Wish } from '../../core/resolution/next-act.ts'
import { endOf, Instant } from '../../core/time.ts'
import { findAuthor, registrarOf } from '../../storage/authors.ts'
import { optionsOf } from '../../storage/options.ts'
import { findPrediction, insertPredictions, predictionsBy, type StoredPrediction } from '../../storage/predictions.ts'
import { action, type Transacting } from '../context.ts'
import { mustLock } from '../questions/append-resolution.ts'

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
  .meta({ id: 'SubmitPrediction' })
export type SubmitPrediction = z.infer<typeof SubmitPrediction>

const closed = (detail: string): Problem =>
  new Problem('illegal-step', detail, 'a forecast counts only while its question is open')

/** A question takes forecasts while it is open, its window runs, and its reference time has not passed. */
const mustTakeForecasts = ({ now }: Transacting, { id, status, version }: Question): void => {
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

/** `created` is false when what was sent stands already: sending it twice says it once. */
export type Submitted = { prediction: StoredPrediction; created: boolean }

/** Only the key that registered an author, or an admin, speaks for them. */
const mustOwn = async ({ tx, actor }: Transacting, { id, name }: Pick<Author, 'id' | 'name'>): Promise<void> => {
  if (allows(actor.scopes, 'admin') || (await registrarOf(tx, id)) === actor.name) return
  throw new Problem(
    'forbidden',
    `this key may not speak for ${name}`,
    'submit as an author that you registered with this key',
  )
}

/** On which question who acts: a mistake is where what it corrects is. */
const placeOf = async ({ tx }: Transacting, input: SubmitPrediction) => {
  if (input.act === 'mistake') {
    const slip = await findPrediction(tx, input.corrects)
    if (!slip) throw missing('prediction', input.corrects, 'corrects')
    return { author: { id: slip.authorId, name: slip.authorName }, questionId: slip.questionId }
  }
  const author = await findAuthor(tx, input.author)
  if (!author) throw missing('author', input.author, 'author')
  return { author, questionId: input.questionId }
}

const needs = (field: string, detail: string): Problem =>
  new Problem('invalid-input', detail, `send ${field}`, [{ field, detail }])

/** What is said, as the kind of the question asks: one probability, or a whole distribution over its options. */
const formOf = ({ kind }: Question, options: readonly Choice[], input: Stated): Form => {
  const { probability, distribution } = input
  const [field, other] = kind === 'binary' ? ['probability', distribution] : ['distribution', probability]
  if (other !== undefined) throw needs(field, `a ${kind} question takes a ${field} alone`)
  if (probability !== undefined) return formOfProbability(probability)
  if (distribution === undefined) throw needs(field, `a forecast on a ${kind} question is a ${field}`)
  const ids = options.map(({ id }) => id)
  return formOfDistribution(distribution, ids)
}

type Stated = Extract<SubmitPrediction, { act?: 'state' | undefined }>

const wishOf = async ({ tx }: Transacting, question: Question, input: SubmitPrediction): Promise<Wish> => {
  if (input.act === 'withdraw' || input.act === 'mistake') return input
  const until = input.expiresAt ?? null
  if (input.act === 'reaffirm') return { act: 'reaffirm', expiresAt: until }
  return { act: 'state', form: formOf(question, await optionsOf(tx, question.id), input), expiresAt: until }
}

/** Why an act that says no forecast is listed only. */
const unscored: Readonly<Record<Act, string | null>> = {
  state: null,
  reaffirm: null,
  withdraw: 'it takes a forecast back',
  mistake: 'it marks a mistake',
}

type Said = Extract<NextAct, { stands: null }>

const rowOf = ({ now, newId, actor }: Transacting, { said, act, form, refersTo, expiresAt: until }: Said) => ({
  id: newId('prediction'),
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
  commentaryId: null,
  candidateId: null,
  importId: null,
  importKey: null,
  recordingReason: null,
  recordedBy: actor.name,
  recordedAt: now,
})

/**
 * Records what an author does now on an open question: states a forecast, says it again, takes it back, or marks a slip.
 * Said is when it is recorded. Throws `forbidden` for another's author, `illegal-step` where it cannot follow.
 */
export const submitPrediction = action<SubmitPrediction, Submitted>(async (scope, input) => {
  const { tx, now, newSalt } = scope
  const { author, questionId } = await placeOf(scope, input)
  await mustOwn(scope, author)
  const question = await mustLock(scope, questionId)
  mustTakeForecasts(scope, question)
  const acts = await predictionsBy(tx, question.id, author.id)
  const next = nextAct(await wishOf(scope, question, input), acts, now, question.version)
  const standing = acts.find(({ id }) => id === next.stands)
  if (standing) return { prediction: standing, created: false }
  if (next.stands !== null) throw new Error(`prediction ${next.stands} vanished`)
  const quote = input.rationale ?? null
  const target = { authorId: author.id, questionId, versionId: question.version.id }
  const row = { ...rowOf(scope, next), ...target, quote }
  await insertPredictions(tx, [await factOf('prediction', row, newSalt)])
  const prediction = await findPrediction(tx, row.id)
  if (!prediction) throw new Error(`prediction ${row.id} vanished`)
  return { prediction, created: true }
})
