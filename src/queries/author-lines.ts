import type { Timing } from '../core/question.ts'
import { timingOf } from '../core/resolution/scored-statement.ts'
import { ALL } from '../core/scored-item.ts'
import { withhold } from '../core/scoring/report.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { authorWindows } from '../storage/predictions.ts'
import { authorReport, voices } from './report.ts'

/** One author on one board in a line; figures that the number of families does not allow are null. */
export type AuthorLine = {
  name: string
  timing: Timing
  voice: (typeof voices)[number]
  n: number
  families: number
  hits: number | null
  expectedHits: number | null
  brier: number | null
  withheld: { field: string; rule: string }[]
}

/** Everyone with a prediction, on each board where one of theirs belongs. */
export const authorLines = async (reader: Reader, now: Instant): Promise<AuthorLine[]> => {
  const boards = new Map<string, { authorId: string; name: string; timing: Timing; voice: AuthorLine['voice'] }>()
  for (const { authorId, name, attribution, criteriaFixedAt, windowEnd } of await authorWindows(reader)) {
    const voice = voices.find((one) => one === attribution)
    const timing = timingOf(criteriaFixedAt, windowEnd, null)
    if (voice) boards.set(`${name} ${authorId} ${timing} ${voice}`, { authorId, name, timing, voice })
  }
  const lines: AuthorLine[] = []
  for (const [, { authorId, name, timing, voice }] of [...boards].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const figures = withhold(await authorReport(reader, { authorId, set: ALL, timing, voice, now }))
    const { n, families, hits, expectedHits, brier, withheld } = figures
    lines.push({ name, timing, voice, n, families, hits, expectedHits, brier: brier?.mean ?? null, withheld })
  }
  return lines
}
