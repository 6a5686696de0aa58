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
    brier: z.number().nullable().meta({
      description: 'of what is settled, 0 best, 1 worst; null where the minimum of families withholds it; see bounds',
    }),
    pending: z.int().nullable().meta({
      description: 'due and not settled at the same moment; null in what was recorded before it was kept',
    }),
    bounds: z.object({ lowest: z.number(), highest: z.number() }).nullable().meta({
      description:
        'where the mean Brier could still end once all that is pending is settled; both are brier where nothing is; null as brier and pending',
    }),
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
    delta: z.number().nullable().meta({
      description:
        'mean Brier after less before; negative is better; of what was settled, so while something is pending compare the bounds too',
    }),
    scoringRules: z.string(),
    lexiconVersion: z.string(),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'ScoreChange' })
export type ScoreChange = z.infer<typeof ScoreChange>
