import { z } from 'zod'
import { idOf } from './id.ts'
import { timings } from './question.ts'
import { voices } from './slice.ts'
import { Instant } from './time.ts'

export const ScoreStanding = z
  .object({
    n: z.int(),
    families: z.int(),
    hits: z.int().nullable().meta({ description: 'positive events; null where nothing is scored' }),
    brier: z
      .number()
      .nullable()
      .meta({ description: '0 best, 1 worst; null where the minimum of families withholds it' }),
  })
  .meta({ id: 'ScoreStanding' })
export type ScoreStanding = z.infer<typeof ScoreStanding>

/** What a correction did to the headline score of one author, and nothing else that happened at the same moment. */
export const ScoreChange = z
  .object({
    id: idOf('scoreChange'),
    questionId: idOf('question'),
    resolutionId: idOf('resolution')
      .nullable()
      .meta({ description: 'the last entry of the log that the correction appended' }),
    rulingId: idOf('ruling').nullable().meta({
      description: 'the ruling that took statements out of the scores, where nothing was appended to the log',
    }),
    authorId: idOf('author'),
    timing: z.enum(timings),
    voice: z.enum(voices),
    before: ScoreStanding,
    after: ScoreStanding,
    delta: z.number().nullable().meta({ description: 'mean Brier after less before; negative is better' }),
    scoringRules: z.string(),
    lexiconVersion: z.string(),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'ScoreChange' })
export type ScoreChange = z.infer<typeof ScoreChange>
