import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { Snippet } from '../../core/search.ts'
import type { Reader } from '../../storage/database.ts'
import { flagPredictions, flagQuestions } from '../flagged.ts'
import { FlaggedPrediction, FlaggedQuestion } from '../flagged-schema.ts'
import { publicPrediction } from '../public.ts'
import type { Match } from './search.ts'

const hit = {
  rank: z.number().min(0).max(1).meta({ description: 'how well it matches: 1 best; of use for the order alone' }),
  snippet: Snippet,
}
export const SearchHit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('question'), question: FlaggedQuestion, ...hit }).meta({ id: 'QuestionHit' }),
    z.object({ kind: z.literal('prediction'), prediction: FlaggedPrediction, ...hit }).meta({ id: 'PredictionHit' }),
    z.object({ kind: z.literal('author'), author: Author, ...hit }).meta({ id: 'AuthorHit' }),
  ])
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

/** What is found, as it is read elsewhere: with the disputes about it. */
export const shownMatches = async (reader: Reader, items: Match[]): Promise<SearchHit[]> => {
  const said = items.flatMap((one) => (one.kind === 'prediction' ? [publicPrediction(one.thing)] : []))
  const asked = items.flatMap((one) => (one.kind === 'question' ? [one.thing] : []))
  const predictions = new Map((await flagPredictions(reader, said)).map((one) => [one.id, one]))
  const questions = new Map((await flagQuestions(reader, asked)).map((one) => [one.id, one]))
  return items.flatMap(({ rank, snippet, ...found }): SearchHit[] => {
    if (found.kind === 'author') return [{ kind: found.kind, author: found.thing, rank, snippet }]
    const [question, prediction] = [questions.get(found.thing.id), predictions.get(found.thing.id)]
    if (question) return [{ kind: 'question', question, rank, snippet }]
    return prediction ? [{ kind: 'prediction', prediction, rank, snippet }] : []
  })
}
