import { z } from 'zod'
import { QuestionOption } from '../core/option.ts'
import { missing } from '../core/problem.ts'
import { QuestionVersion } from '../core/question.ts'
import { TopicChange } from '../core/topic.ts'
import type { Reader } from '../storage/database.ts'
import { optionsOf } from '../storage/options.ts'
import { findQuestion, versionsOf } from '../storage/questions.ts'
import { logOf } from '../storage/resolutions.ts'
import { topicChanges } from '../storage/topics.ts'
import { flagEntries, flagQuestions, only } from './flagged.ts'
import { FlaggedQuestion, FlaggedResolution } from './flagged-schema.ts'
import { publicEntry, publicQuestion, publicVersion } from './public.ts'

export const QuestionDetail = FlaggedQuestion.extend({
  options: z.array(QuestionOption).meta({ description: 'of a categorical question, in their order; else none' }),
  versions: z.array(QuestionVersion),
  topicChanges: z.array(TopicChange).meta({ description: 'topics given and taken, in order' }),
  log: z.array(FlaggedResolution).meta({ description: 'the resolution log, first entry first' }),
}).meta({ id: 'QuestionDetail' })
export type QuestionDetail = z.infer<typeof QuestionDetail>

/** A question as the public reads it, with its versions and its log. Throws `not-found`. */
export const questionDetail = async (reader: Reader, id: string): Promise<QuestionDetail> => {
  const question = await findQuestion(reader, id)
  if (!question) throw missing('question', id)
  const versions = (await versionsOf(reader, id)).map(publicVersion)
  const log = await flagEntries(reader, (await logOf(reader, id)).map(publicEntry))
  const options = await optionsOf(reader, id)
  const shown = await only(flagQuestions(reader, [publicQuestion(question)]))
  return { ...shown, options, versions, topicChanges: await topicChanges(reader, id), log }
}
