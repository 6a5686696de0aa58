import type { Candidate } from '../core/commentary.ts'
import type { Flagged } from '../core/dispute.ts'
import type { Prediction } from '../core/prediction.ts'
import type { ResolutionEntry } from '../core/proposal.ts'
import type { Question } from '../core/question.ts'
import type { Reader } from '../storage/database.ts'
import { marksOn, type PlacedMark } from '../storage/dispute-marks.ts'

const flag = <T>(things: T[], marks: PlacedMark[], isOn: (at: PlacedMark['at'], thing: T) => boolean): Flagged<T>[] =>
  things.map((thing) => ({
    ...thing,
    disputes: marks.filter(({ at }) => isOn(at, thing)).map(({ mark }) => mark),
  }))

/** Questions with the disputes about their outcomes and about what was said on them. */
export const flagQuestions = async <T extends Question>(reader: Reader, questions: T[]): Promise<Flagged<T>[]> =>
  flag(
    questions,
    await marksOn(reader, { questionId: questions.map(({ id }) => id) }),
    (at, { id }) => at.questionId === id,
  )

/** Predictions with the disputes about themselves, their passage, and who said it. */
export const flagPredictions = async <T extends Prediction>(reader: Reader, said: T[]): Promise<Flagged<T>[]> => {
  const marks = await marksOn(reader, {
    predictionId: said.map(({ id }) => id),
    candidateId: said.map(({ candidateId }) => candidateId),
    commentaryId: said.map(({ commentaryId }) => commentaryId),
  })
  return flag(
    said,
    marks,
    (at, { id, candidateId, commentaryId, authorId }) =>
      at.predictionId === id ||
      (candidateId !== null && at.candidateId === candidateId) ||
      (commentaryId !== null && at.commentaryId === commentaryId && at.authorId === authorId),
  )
}

/** Candidates with the disputes about themselves and the prediction made of them. */
export const flagCandidates = async <T extends Candidate>(reader: Reader, candidates: T[]): Promise<Flagged<T>[]> => {
  const marks = await marksOn(reader, {
    candidateId: candidates.map(({ id }) => id),
    predictionId: candidates.map(({ predictionId }) => predictionId),
  })
  return flag(
    candidates,
    marks,
    (at, { id, predictionId }) => at.candidateId === id || (predictionId !== null && at.predictionId === predictionId),
  )
}

/** Entries of resolution logs with the disputes about them. */
export const flagEntries = async (reader: Reader, entries: ResolutionEntry[]): Promise<Flagged<ResolutionEntry>[]> =>
  flag(
    entries,
    await marksOn(reader, { resolutionId: entries.map(({ id }) => id) }),
    (at, { id }) => at.resolutionId === id,
  )

/** The one thing of a list of one: `only(flagQuestions(reader, [question]))`. */
export const only = async <T>(flagging: Promise<T[]>): Promise<T> => {
  const [one] = await flagging
  if (one === undefined) throw new Error('nothing came back flagged')
  return one
}
