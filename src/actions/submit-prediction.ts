import { z } from 'zod'
import type { Author } from '../core/author.ts'
import { idOf } from '../core/id.ts'
import { allows } from '../core/key.ts'
import { factOf } from '../core/ledger/fact.ts'
import { formOfProbability } from '../core/prediction.ts'
import { Probability } from '../core/probability.ts'
import { missing, Problem } from '../core/problem.ts'
import type { Question } from '../core/question.ts'
import { endOf, type Instant } from '../core/time.ts'
import { findAuthor, registrarOf } from '../storage/authors.ts'
import { findPrediction, insertPredictions, predictionsOn, type StoredPrediction } from '../storage/predictions.ts'
import { mustLock } from './append-resolution.ts'
import { action, type Transacting } from './context.ts'

export const SubmitPrediction = z
  .object({
    questionId: idOf('question'),
    author: z.string().min(1).max(300).meta({ description: 'id or slug' }),
    probability: Probability.meta({ description: 'of the positive event, 0 to 1' }),
    rationale: z.string().trim().min(1).max(1000).optional(),
  })
  .meta({ id: 'SubmitPrediction' })
export type SubmitPrediction = z.infer<typeof SubmitPrediction>

const closed = (detail: string): Problem =>
  new Problem('illegal-step', detail, 'a forecast counts only while its question is open')

/** A question takes forecasts while it is open, its window runs, and its reference time has not passed. */
const mustTakeForecasts = ({ now }: Transacting, { id, status, version }: Question): Instant => {
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
  return referenceAt
}

/** `created` is false when the same forecast already stands: sending it twice says it once. */
export type Submitted = { prediction: StoredPrediction; created: boolean }

/** Only the key that registered an author, or an admin, speaks for them. */
const mustOwn = async ({ tx, actor }: Transacting, { id, name }: Author): Promise<void> => {
  if (allows(actor.scopes, 'admin') || (await registrarOf(tx, id)) === actor.name) return
  throw new Problem(
    'forbidden',
    `this key may not speak for ${name}`,
    'submit as an author that you registered with this key',
  )
}

/**
 * Records what an author says now on an open question; a later one supersedes it. Said is when it is recorded. Throws `forbidden` for
 * another's author, `illegal-step` on a question that takes none.
 */
export const submitPrediction = action<SubmitPrediction, Submitted>(async (scope, input) => {
  const { tx, now, newId, newSalt, actor } = scope
  const author = await findAuthor(tx, input.author)
  if (!author) {
    throw missing('author', input.author, 'author')
  }
  await mustOwn(scope, author)
  const question = await mustLock(scope, input.questionId)
  mustTakeForecasts(scope, question)
  const form = formOfProbability(input.probability)
  const earlier = (await predictionsOn(tx, question.id)).filter((said) => said.authorId === author.id)
  const standing = earlier.filter(({ origin }) => origin === 'submitted').at(-1)
  if (standing?.form === form) return { prediction: standing, created: false }
  const row = {
    id: newId('prediction'),
    authorId: author.id,
    questionId: question.id,
    versionId: question.version.id,
    act: 'state' as const,
    form,
    saidEarliest: now,
    saidLatest: now,
    attribution: 'own' as const,
    directness: 'verbatim' as const,
    weakHedge: false,
    scoreable: true,
    unscoredReason: null,
    origin: 'submitted' as const,
    quote: input.rationale ?? null,
    commentaryId: null,
    candidateId: null,
    importId: null,
    importKey: null,
    recordedBy: actor.name,
    recordedAt: now,
  }
  await insertPredictions(tx, [await factOf('prediction', row, newSalt)])
  const prediction = await findPrediction(tx, row.id)
  if (!prediction) throw new Error(`prediction ${row.id} vanished`)
  return { prediction, created: true }
})
