import { type Day, endOf, type Moment, startOf } from '../time.ts'

/** The days of a question version, the last one included; null = no end. */
export type Window = { windowStart: Day; windowEnd: Day | null }

/** Whether something lies in a window for sure: a range that spans an edge does not. */
export const surelyIn = ({ windowStart, windowEnd }: Window, { earliest, latest }: Moment): boolean =>
  earliest >= startOf(windowStart) && (windowEnd === null || latest <= endOf(windowEnd))

/** Whether something may lie in a window: a range that spans an edge may, what lies outside does not. */
export const maybeIn = ({ windowStart, windowEnd }: Window, { earliest, latest }: Moment): boolean =>
  latest >= startOf(windowStart) && (windowEnd === null || earliest <= endOf(windowEnd))
