import { z } from 'zod'
import { directnesses, MAX_QUOTE } from '../../core/candidate.ts'
import type { Commentary } from '../../core/commentary.ts'
import { shadowOf } from '../../core/extraction/sentences/sentences.ts'
import { wordsOf } from '../../core/extraction/sentences/token.ts'
import { idOf } from '../../core/id.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { isPhraseId, isWeak } from '../../core/lexicon/range.ts'
import { numberStandsIn, phraseStandsIn, wordsFor } from '../../core/lexicon/stands.ts'
import { type Form, formOfPhrase, formOfProbability } from '../../core/prediction.ts'
import { Probability, polarities } from '../../core/probability.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { addQuestionToCollectionsOf } from '../../storage/collections.ts'
import { findCommentary } from '../../storage/commentaries.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { findPrediction, insertPredictions, predictionsBy, type StoredPrediction } from '../../storage/predictions.ts'
import { action, type Transacting } from '../context.ts'
import { mustLock } from '../questions/append-resolution.ts'
import { postScores } from '../questions/post-scores.ts'
import { wasDecided } from '../questions/was-decided.ts'
import { archivedQuote } from '../resolving/record-event.ts'
import { mustBeBinary } from './place-statement.ts'
import { recordClaimant } from './record-claimant.ts'
import type { Submitted } from './submit-prediction.ts'

export const RecordStatement = z
  .strictObject({
    questionId: idOf('question'),
    quote: z
      .string()
      .min(1)
      .max(MAX_QUOTE)
      .meta({ description: 'the words as they stand in the commentary, letter by letter' }),
    claimant: z.string().trim().min(1).max(300).optional().meta({
      description: 'the named person whose words are quoted; left out: the voice of the commentary',
    }),
    directness: z.enum(directnesses).default('verbatim'),
    probability: Probability.optional().meta({
      description: 'where the words hold a number, which must stand in the quote: of the positive event',
    }),
    phrase: z
      .string()
      .refine(isPhraseId, 'the lexicon has no such phrase; GET /v1/lexicons/hindcast lists them')
      .optional()
      .meta({ description: 'a phrase of the lexicon, which must stand in the quote' }),
    polarity: z
      .enum(polarities)
      .default('+')
      .meta({ description: 'of the phrase: said of the positive event or its opposite' }),
    reason: z
      .string()
      .trim()
      .min(1, 'say why')
      .max(2000)
      .meta({ description: 'why these words are a forecast on this question, though extraction did not find them' }),
  })
  .refine(({ probability, phrase }) => (probability === undefined) !== (phrase === undefined), {
    path: ['phrase'],
    message: 'give either the phrase that was used or the number that was said',
  })
  .meta({
    id: 'RecordStatement',
    examples: [
      {
        questionId: 'qst_01m80qrsxn6zssv4f1wcbpb0s8',
        quote: 'The harbour bridge will probably open by the end of March 2031',
        phrase: 'probably',
        reason: 'a forecast that extraction passed over',
      },
    ],
  })
export type RecordStatement = z.infer<typeof RecordStatement>

const formOf = ({ probability, phrase, polarity }: RecordStatement): Form =>
  probability === undefined ? formOfPhrase(phrase ?? '', polarity) : formOfProbability(probability)

/** The words of likelihood that are claimed must be words of the quote: else whoever records says what was not said. */
const mustStand = async ({ tagger }: Transacting, { quote, phrase, probability }: RecordStatement): Promise<void> => {
  const words = wordsOf((await tagger())(shadowOf(quote)).flat())
  if (probability !== undefined && !numberStandsIn(probability, words)) {
    const detail = `the quote states no probability of ${probability}, nor of its opposite`
    throw new Problem('invalid-input', detail, 'give the number that the quote states, or the phrase it uses', [
      { field: 'probability', detail },
    ])
  }
  if (phrase === undefined || !isPhraseId(phrase) || phraseStandsIn(phrase, words)) return
  const detail = `the quote does not hold the phrase “${phrase}”`
  const remedy = `quote the words that hold it (${wordsFor(phrase).slice(0, 5).join(', ')}, …), or give the phrase that stands there`
  throw new Problem('invalid-input', detail, remedy, [{ field: 'phrase', detail }])
}

const KNOWN = 'recorded when the outcome was known: listed, so that nobody picks statements by how they came out'

const reasonAgainst = (
  { claimant, directness }: RecordStatement,
  windowEnd: string | null,
  decided: boolean,
): string | null => {
  if (decided) return KNOWN
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

type Place = {
  authorId: string
  question: Question
  commentary: Commentary
  /** Whether its log holds a decision on its terms, whatever became of that. */
  decided: boolean
}

const rowOf = (scope: Transacting, statement: RecordStatement, { authorId, question, commentary, decided }: Place) => {
  const { windowEnd, id: versionId } = question.version
  const reason = reasonAgainst(statement, windowEnd, decided)
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
    recordingReason: statement.reason,
    recordedBy: scope.actor.name,
    recordedAt: scope.now,
  }
}

/**
 * Records by hand what a commentary says on a question that stands: besides a marked import the only way to record what
 * was said in the past. It counts as said when the commentary was published. The same words on the same question answer
 * with what stands. What the quote does not say is refused; what is recorded once the question had been decided is listed.
 */
export const recordStatement = action<{ commentaryId: string; statement: RecordStatement }, Submitted>(
  async (scope, { commentaryId, statement }) => {
    const { tx, now, newSalt } = scope
    const commentary = await findCommentary(tx, commentaryId)
    if (!commentary) throw missing('commentary', commentaryId)
    await archivedQuote(scope, commentaryId, statement.quote)
    await mustStand(scope, statement)
    const who = attributionOf(statement)
    await holdLinks(tx)
    const authorId = await recordClaimant(scope, who, commentary)
    const question = await mustLock(scope, statement.questionId)
    mustBeBinary(question)
    const decided = await wasDecided(scope, question.version)
    const row = rowOf(scope, statement, { authorId, question, commentary, decided })
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
