import { z } from 'zod'
import { idOf } from '../core/id.ts'
import { timings } from '../core/question.ts'
import { ALL } from '../core/scored-item.ts'
import { withhold } from '../core/scoring/report.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { authorReport, voices } from './report.ts'

const Standing = z.object({
  n: z.int(),
  families: z.int(),
  hits: z.int().nullable().meta({ description: 'positive events; null where nothing is scored' }),
  brier: z
    .number()
    .nullable()
    .meta({ description: '0 best, 1 worst; null where the minimum of families withholds it' }),
})
type Standing = z.infer<typeof Standing>

/** What a correction did to the headline score of one author. */
export const ScoreChange = z
  .object({
    authorId: idOf('author'),
    timing: z.enum(timings),
    voice: z.enum(voices),
    before: Standing,
    after: Standing,
    delta: z.number().nullable().meta({ description: 'after less before; negative is better' }),
  })
  .meta({ id: 'ScoreChange' })
export type ScoreChange = z.infer<typeof ScoreChange>

type Place = Pick<ScoreChange, 'authorId' | 'timing' | 'voice'>
export type Scores = { place: Place; standing: Standing }[]

/** Where each of these authors stands now, on every board. */
export const scoresOf = async (reader: Reader, authorIds: readonly string[], now: Instant): Promise<Scores> => {
  const scores: Scores = []
  for (const authorId of authorIds) {
    for (const timing of timings) {
      for (const voice of voices) {
        const { n, families, hits, brier } = withhold(
          await authorReport(reader, { authorId, set: ALL, timing, voice, now }),
        )
        scores.push({ place: { authorId, timing, voice }, standing: { n, families, hits, brier: brier?.mean ?? null } })
      }
    }
  }
  return scores
}

/** The places where anything changed. Both lists are of the same authors, by the same call. */
export const scoreChanges = (before: Scores, after: Scores): ScoreChange[] =>
  before.flatMap(({ place, standing: was }, at) => {
    const is = after[at]?.standing ?? was
    const delta = was.brier === null || is.brier === null ? null : is.brier - was.brier
    const same = was.n === is.n && was.families === is.families && was.hits === is.hits && was.brier === is.brier
    return same ? [] : [{ ...place, before: was, after: is, delta }]
  })
