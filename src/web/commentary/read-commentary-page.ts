import type { Commentary } from '../../core/commentary.ts'
import type { Prediction } from '../../core/prediction.ts'
import type { Question } from '../../core/question.ts'
import { type PublicReading, type PublicRun, publicReading, publicRun } from '../../core/recorded-reading.ts'
import type { Redaction } from '../../core/redaction.ts'
import { publicPrediction, publicQuestion } from '../../queries/public.ts'
import { asSaidOn } from '../../queries/report/own-outcomes.ts'
import { listCandidates } from '../../storage/candidates.ts'
import { findCommentary, newestText, type PlainText } from '../../storage/commentaries.ts'
import type { Reader } from '../../storage/database.ts'
import { listPredictions } from '../../storage/predictions.ts'
import { newestReading, newestRun } from '../../storage/readings.ts'
import { redactionOf } from '../../storage/redactions.ts'
import { isCommentaryAccepted } from '../../storage/reviewed.ts'
import { countTakenBack } from '../../storage/taken-back.ts'

/** So many statements are shown; the rest stands in the JSON that is linked. */
export const STATEMENTS_SHOWN = 100

/** A statement and where its words stand in the text; null where it was not found by extraction. */
export type Statement = {
  prediction: Prediction
  question: Question | null
  place: { start: number; end: number } | null
}

export type CommentaryView = {
  commentary: Commentary
  run: PublicRun | null
  reading: PublicReading | null
  redaction: Redaction | null
  accepted: boolean
  statements: Statement[]
  more: boolean
  /** How many statements were taken back, and are not among these. */
  takenBack: number
  /** For reviewers alone; null for everybody else, and where it was taken out. */
  text: PlainText | null
}

const statementsOf = async (reader: Reader, commentaryId: string, text: PlainText | null) => {
  const { items, next } = await listPredictions(
    reader,
    { authorIds: null, questionId: null, commentaryId, takenBack: false },
    { limit: STATEMENTS_SHOWN, cursor: null },
  )
  const questions = await asSaidOn(reader, items)
  const candidates = await listCandidates(
    reader,
    { commentaryId, status: 'accepted', reviewedOnly: true },
    { limit: STATEMENTS_SHOWN, cursor: null },
  )
  const places = new Map(candidates.items.map((one) => [one.id, one]))
  const statements = items.map((stored): Statement => {
    const [question, at] = [questions.get(stored.versionId), places.get(stored.candidateId ?? '')]
    return {
      prediction: publicPrediction(stored),
      question: question ? publicQuestion(question) : null,
      // A place in another version of the text is none in this one.
      place: at && (text === null || at.textVersion === text.version) ? { start: at.start, end: at.end } : null,
    }
  })
  return { statements: inTextOrder(statements), more: next !== null }
}

/** In the order of the text; what has no place in it comes last, as it was recorded. */
const inTextOrder = (statements: readonly Statement[]): Statement[] =>
  statements.toSorted(
    (a, b) => (a.place?.start ?? Number.POSITIVE_INFINITY) - (b.place?.start ?? Number.POSITIVE_INFINITY) || 0,
  )

/** What the page of a commentary shows; `whole`: with its text, which only a reviewer may read. Null where there is none of that id. */
export const readCommentaryPage = async (
  reader: Reader,
  id: string,
  whole: boolean,
): Promise<CommentaryView | null> => {
  const commentary = await findCommentary(reader, id)
  if (!commentary) return null
  const [run, reading] = [await newestRun(reader, id), await newestReading(reader, id)]
  const text = whole ? await newestText(reader, id) : null
  return {
    commentary,
    run: run && publicRun(run),
    reading: reading && publicReading(reading),
    redaction: await redactionOf(reader, id),
    accepted: await isCommentaryAccepted(reader, id),
    ...(await statementsOf(reader, id, text)),
    takenBack: await countTakenBack(reader, { commentaryId: id }),
    text,
  }
}
