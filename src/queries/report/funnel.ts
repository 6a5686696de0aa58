import { type Funnel, funnelOf } from '../../core/funnel.ts'
import type { Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { countCandidates, countCommentaries, countPredictions, type FunnelOf } from '../../storage/funnel.ts'

/** From texts to scores, of one author or one collection: for the API and the pages. Unreviewed candidates are a count alone. */
export const funnel = async (reader: Reader, of: FunnelOf, now: Instant): Promise<Funnel> =>
  funnelOf(
    await countCommentaries(reader, of),
    await countCandidates(reader, of),
    await countPredictions(reader, of, now.slice(0, 7)),
  )
