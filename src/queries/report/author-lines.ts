import { type Timing, timings } from '../../core/question.ts'
import { timingOf } from '../../core/resolution/scored-statement.ts'
import { ALL } from '../../core/scored-item.ts'
import type { Range } from '../../core/scoring/report/bounds.ts'
import { withhold } from '../../core/scoring/report/withhold.ts'
import { voices } from '../../core/slice.ts'
import type { Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { authorWindows } from '../../storage/predictions.ts'
import { authorSummary } from './report.ts'

/** One author on one board in a line; figures that the number of families does not allow are null. */
export type AuthorLine = {
  name: string
  timing: Timing
  voice: (typeof voices)[number]
  n: number
  families: number
  /** Due and not settled; `bounds` is where the mean Brier score could still end, null as that is. */
  pending: number
  hits: number | null
  expectedHits: number | null
  brier: number | null
  bounds: Range | null
  withheld: { field: string; rule: string }[]
}

type Place = { authorId: string; name: string; voice: AuthorLine['voice']; timings: Set<Timing> }

const placesOf = async (reader: Reader): Promise<Place[]> => {
  const places = new Map<string, Place>()
  for (const { authorId, name, attribution, criteriaFixedAt, windowEnd } of await authorWindows(reader)) {
    const voice = voices.find((one) => one === attribution)
    if (!voice) continue
    const place = places.get(`${name} ${authorId} ${voice}`) ?? { authorId, name, voice, timings: new Set() }
    place.timings.add(timingOf(criteriaFixedAt, windowEnd, null))
    places.set(`${name} ${authorId} ${voice}`, place)
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place)
}

/**
 * Everyone with a prediction, on each board where something of theirs is counted or will be. An early report of the
 * event can make an item retrospective that its dates would not: so both boards are read.
 */
export const authorLines = async (reader: Reader, now: Instant): Promise<AuthorLine[]> => {
  const lines: AuthorLine[] = []
  for (const { authorId, name, voice, timings: expected } of await placesOf(reader)) {
    for (const timing of timings) {
      const figures = withhold(await authorSummary(reader, { authorId, set: ALL, timing, voice, now }))
      const { n, families, unsettled: pending, hits, expectedHits, brier, withheld } = figures
      if (n === 0 && !expected.has(timing)) continue
      const score = { brier: brier?.mean ?? null, bounds: brier && figures.brierBounds }
      lines.push({ name, timing, voice, n, families, pending, hits, expectedHits, ...score, withheld })
    }
  }
  return lines
}
