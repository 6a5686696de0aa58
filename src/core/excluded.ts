import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/** A statement that an upheld dispute took out of the scores. */
export const Excluded = z
  .object({
    id: idOf('exclusion'),
    predictionId: idOf('prediction'),
    questionId: idOf('question'),
    authorId: idOf('author'),
    rulingId: idOf('ruling'),
    disputeId: idOf('dispute'),
    reason: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Excluded' })
export type Excluded = z.infer<typeof Excluded>
