import { z } from 'zod'
import { directnesses } from '../core/candidate.ts'
import type { Commentary } from '../core/commentary.ts'
import { idOf } from '../core/id.ts'
import { factOf } from '../core/ledger/fact.ts'
import { isPhraseId, isWeak } from '../core/lexicon/range.ts'
import { type Form, formOfPhrase, formOfProbability } from '../core/prediction.ts'
import { Probability, polarities } from '../core/probability.ts'
import { missing, Problem } from '../core/problem.ts'
import type { Question } from '../core/question.ts'
import { addQuestionToCollectionsOf } from '../storage/collections.ts'
import { findCommentary } from '../storage/commentaries.ts'
import { findPrediction, insertPredictions, predictionsBy, type StoredPrediction } from '../storage/predictions.ts'
import { mustLock } from './append-resolution.ts'
import { action, type Transacting } from './context.ts'
import { mustBeBinary } from './place-statement.ts'
import { postScores } from './post-scores.ts'
import { recordClaimant } from './record-claimant.ts'
import { archivedQuote } from './record-event.ts'
import type { Submitted } from './submit-prediction.ts'

export const RecordStatement = z
  .strictObject({
    questionId: idOf('question'),
    quote: z
      .string()
      .min(1)
      .max(1000)
      .meta({ description: 'the words as they stand in the commentary, letter by letter' }),
    claimant: z.string().trim().min(1).max(300).optional().meta({
      description: 'the named person whose words are quoted; left out: the voice of the commentary',
    }),
    directness: z.enum(directnesses).default('verbatim'),
    probability: Probability.optional().meta({ description: 'where the words hold a number: of the positive event' }),
    phrase: z
      .string()
      .refine(isPhraseId, 'the lexicon has no such phrase; GET /v1/lexicons/hindcast lists them')
      .optional(),
    polarity: z
      .enum(polarities)
      .default('+')
      .meta({ description: 'of the phrase: said of the positive event or its opposite' }),
  })
  .refine(({ probability, phrase }) => (probability === undefined) !== (phrase === undefined), {
    path: ['phrase'],
    message: 'give either the phrase that was used or the number that was said',
  })
  .meta({ id: 'RecordStatement' })
export type RecordStatement = z.infer<typeof RecordStatement>

const formOf = ({ probability, phrase, polarity }: RecordStatement): Form =>
  probability === undefined ? formOfPhrase(phrase ?? '', polarity) : formOfProbability(probability)

const reasonAgainst = ({ claimant, directness }: RecordStatement, windowEnd: string | null): string | null => {
  if (claimant !== undefined && directness === 'paraphrase')
    return 'a paraphrase: listed until its primary source is linked'
  return windowEnd === null ? 'its words set no end' : null
}

const attributionOf = ({ claimant, directness }: RecordStatement) => {
  if (claimant !== undefined) return { attribution: 'quoted' as const, claimant }
  if (directness === 'verbatim') return { attribution: 'own' as const, claimant: null }
  const detail = 'a commentary does not paraphrase its own voice'
  throw new Problem('invalid-input', detail, 'name the claimant', [{ field: 'directness', detail }])
}

type Place = { authorId: string; question: Question; commentary: Commentary }

const rowOf = (scope: Transacting, statement: RecordStatement, { authorId, question, commentary }: Place) => {
  const { windowEnd, id: versionId } = question.version
  const reason = reasonAgainst(statement, windowEnd)
  return {
    id: scope.newId('prediction'),
    authorId,
    questionId: question.id,
    versionId,
    act: 'state' as const,
    form: formOf(statement),
    refersTo: null,
    expiresAt: null,
    saidEarliest: commentary.published.earliest,
    saidLatest: commentary.published.latest,
    attribution: attributionOf(statement).attribution,
    directness: statement.directness,
    weakHedge: statement.phrase !== undefined && isWeak(statement.phrase),
    scoreable: reason === null,
    unscoredReason: reason,
    origin: 'commentary' as const,
    quote: statement.quote,
    commentaryId: commentary.id,
    candidateId: null,
    importId: null,
    importKey: null,
    recordedBy: scope.actor.name,
    recordedAt: scope.now,
  }
}

/**
 * Records by hand what a commentary says on a question that stands: besides a marked import the only way to record what
 * was said in the past. It counts as said when the commentary was published. The same words on the same question answer
 * with what stands.
 */
export const recordStatement = action<{ commentaryId: string; statement: RecordStatement }, Submitted>(
  async (scope, { commentaryId, statement }) => {
    const { tx, now, newSalt } = scope
    const commentary = await findCommentary(tx, commentaryId)
    if (!commentary) throw missing('commentary', commentaryId)
    await archivedQuote(scope, commentaryId, statement.quote)
    const who = attributionOf(statement)
    const question = await mustLock(scope, statement.questionId)
    mustBeBinary(question)
    const authorId = await recordClaimant(scope, who, commentary)
    const row = rowOf(scope, statement, { authorId, question, commentary })
    const acts = await predictionsBy(tx, question.id, authorId)
    const same = ({ commentaryId: piece, quote, form }: StoredPrediction) =>
      piece === commentaryId && quote === row.quote && form === row.form
    const standing = acts.find(same)
    if (standing) return { prediction: standing, created: false }
    await addQuestionToCollectionsOf(tx, question.id, commentaryId, now)
    await insertPredictions(tx, [await factOf('prediction', row, newSalt)])
    await postScores(scope, question, row.id)
    const prediction = await findPrediction(tx, row.id)
    if (!prediction) throw new Error(`prediction ${row.id} vanished`)
    return { prediction, created: true }
  },
)
