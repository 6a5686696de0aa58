import type { Flagged } from '../core/dispute.ts'
import type { Question } from '../core/question.ts'
import { flagPredictions, flagQuestions } from '../queries/flagged.ts'
import { shownDispute } from '../queries/shown-dispute.ts'
import type { Reader } from '../storage/database.ts'
import { disputesByIds } from '../storage/disputes.ts'
import type { Said } from './prediction-list.tsx'

const outcomeDisputes = ({ disputes }: Flagged<Question>): string[] =>
  disputes.filter(({ about }) => about === 'resolution').map(({ id }) => id)

/** Statements with the disputes about themselves and about the outcome of their questions, in full with the replies. */
export const withDisputes = async (reader: Reader, said: Said[]): Promise<Said[]> => {
  const predictions = await flagPredictions(
    reader,
    said.map(({ prediction }) => prediction),
  )
  const questions = await flagQuestions(
    reader,
    said.flatMap(({ question }) => question ?? []),
  )
  const idsOf = ({ prediction, question }: Said): string[] => [
    ...(predictions.find(({ id }) => id === prediction.id)?.disputes.map(({ id }) => id) ?? []),
    ...questions
      .filter(({ id }) => id === question?.id)
      .slice(0, 1)
      .flatMap(outcomeDisputes),
  ]
  const disputes = await disputesByIds(reader, [...new Set(said.flatMap(idsOf))])
  return said.map((one) => {
    const ids = idsOf(one)
    return {
      ...one,
      disputes: disputes.filter(({ id }) => ids.includes(id)).map((dispute) => shownDispute(dispute, false)),
    }
  })
}
