import type { Origin } from '../prediction.ts'
import type { Timing } from '../question.ts'
import { type Day, endOf, type Instant, type Moment } from '../time.ts'

export type Statement = { id: string; said: Moment; origin: Origin; scoreable: boolean }
export type ScoringFrame = {
  windowEnd: Day | null
  /** The submitted forecast standing at this instant counts. */
  referenceAt: Instant | null
  /** Earliest bound of the event that decided the question; null when none did. */
  decidedAt: Instant | null
}

const order = (a: string, b: string): number => Number(a > b) - Number(a < b)

/**
 * The one statement of an author on a question that counts: for commentary the first scoreable one in the window, else
 * the submitted or imported one standing at `referenceAt`. "Before the event" is judged by the latest bound of when it
 * was said: a range that spans the event is listed, not scored. Null when none counts.
 */
export const scoredStatement = <S extends Statement>(statements: readonly S[], frame: ScoringFrame): S | null => {
  const limit = frame.windowEnd === null ? null : endOf(frame.windowEnd)
  const counts = ({ said, scoreable }: S): boolean =>
    scoreable && (limit === null || said.latest <= limit) && (frame.decidedAt === null || said.latest < frame.decidedAt)
  const eligible = statements.filter(counts).sort((a, b) => order(a.said.latest, b.said.latest))
  const first = eligible.find(({ origin }) => origin === 'commentary')
  if (first) return first
  const { referenceAt } = frame
  return eligible.filter(({ said }) => referenceAt !== null && said.latest <= referenceAt).at(-1) ?? null
}

/**
 * Prospective: criteria were published before the window's end and before a matching event was reported. `reportedAt`
 * is the earliest bound of that report, null when there is none.
 */
export const timingOf = (criteriaFixedAt: Instant, windowEnd: Day | null, reportedAt: Instant | null): Timing =>
  (windowEnd === null || criteriaFixedAt <= endOf(windowEnd)) && (reportedAt === null || criteriaFixedAt < reportedAt)
    ? 'prospective'
    : 'retrospective'
