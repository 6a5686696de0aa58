import { z } from 'zod'
import { idOf } from '../id.ts'
import { STATE_LAG, UNSTATED_LAG } from '../source.ts'
import { type Day, endOf, Instant, Moment, plusDays, startOf } from '../time.ts'
import { asksFor, type ByEvent, type Silence } from './resolver.ts'
import { maybeIn, surelyIn, type Window } from './window.ts'

export type Happening = { id: string; kind: string | null; entities: readonly string[]; happened: Moment }

/**
 * Whether an event lies where a rule asks for it. After the window, an event may say that nothing came in it, as a first
 * opening in October says that there was none by July.
 */
const liesRight = ({ when }: ByEvent, window: Window, happened: Moment): boolean => {
  if (when === 'in-window') return surelyIn(window, happened)
  return window.windowEnd !== null && happened.earliest > endOf(window.windowEnd)
}

/** Between which instants an event may have happened that a rule asks for; null for none, `until: null` for no end. */
export const spanOf = (
  { when }: ByEvent,
  { windowStart, windowEnd }: Window,
): { from: Instant; until: Instant | null } | null => {
  if (when === 'in-window') return { from: startOf(windowStart), until: windowEnd && endOf(windowEnd) }
  return windowEnd && { from: endOf(windowEnd), until: null }
}

/**
 * The first event in time that a rule asks for and that surely lies where it should; else one that may lie in the window,
 * `surely: false`; null for none.
 */
export const eventFor = <E extends Happening>(
  rule: ByEvent,
  window: Window,
  events: readonly E[],
): { event: E; surely: boolean } | null => {
  const asked = events
    .filter((event) => asksFor(rule, event))
    .sort((a, b) =>
      a.happened.earliest < b.happened.earliest || (a.happened.earliest === b.happened.earliest && a.id < b.id)
        ? -1
        : 1,
    )
  const sure = asked.find(({ happened }) => liesRight(rule, window, happened))
  if (sure) return { event: sure, surely: true }
  const perhaps = asked.find(({ happened }) => maybeIn(window, happened))
  return perhaps ? { event: perhaps, surely: false } : null
}

/**
 * How far a source was read, null = not at all, and how long after an event it may be the first to report it, null
 * = nobody has said.
 */
export type SourceReading = { sourceId: string; readThrough: Day | null; reportingLagDays: number | null }
/** How far a source had to be read, and its lag, by which that is so. */
export type Heeded = { sourceId: string; readThrough: Day; reportingLagDays: number }
export type Listened =
  | { silent: true; coverage: Heeded[]; windowEnd: Day }
  | { silent: false; reason: string; again: Day }

/**
 * Whether the named sources can have been silent on what a question asks: each is read past the window's end plus its lag.
 * What was heard of it besides is for the caller to find. The coverage that it stands on is the least that is needed, so that reading on changes nothing.
 */
export const listen = (
  { sourceIds }: Silence,
  { windowEnd }: Window,
  readings: readonly SourceReading[],
  today: Day,
): Listened => {
  const tomorrow = plusDays(today, 1)
  if (windowEnd === null) return { silent: false, reason: 'the window has no end', again: plusDays(today, 365) }
  if (today <= windowEnd) {
    return { silent: false, reason: `the window is open until ${windowEnd}`, again: plusDays(windowEnd, 1) }
  }
  const coverage: Heeded[] = []
  for (const sourceId of sourceIds) {
    const { readThrough: read, reportingLagDays: lag } = readings.find((one) => one.sourceId === sourceId) ?? unread
    if (lag === null) return { silent: false, reason: `${sourceId}: ${UNSTATED_LAG}; ${STATE_LAG}`, again: tomorrow }
    const until = plusDays(windowEnd, lag)
    if (read === null || read < until) {
      const reason = `${sourceId} was read through ${read ?? 'no day'}, not ${until}`
      return { silent: false, reason, again: tomorrow }
    }
    coverage.push({ sourceId, readThrough: until, reportingLagDays: lag })
  }
  return { silent: true, coverage, windowEnd }
}
const unread = { readThrough: null, reportingLagDays: null }

const JudgedPassage = z.object({
  passageId: z.string(),
  commentaryId: idOf('commentary'),
  textVersion: z.int(),
  start: z.int(),
  end: z.int(),
  sha256: z.string().meta({ description: 'of its words' }),
})

/** What a proposal of a rule stands on, named so that it can be looked up and found again. */
export const ResolverInputs = z
  .object({
    versionId: idOf('version'),
    position: z.int().min(0).meta({ description: 'of the rule in the version' }),
    eventIds: z.array(idOf('event')).optional(),
    reading: z
      .object({ url: z.string(), archiveSha256: z.string(), asOf: Moment, value: z.string(), fetchedAt: Instant })
      .optional(),
    coverage: z
      .array(
        z.object({
          sourceId: idOf('source'),
          readThrough: z.string(),
          reportingLagDays: z.int().optional().meta({ description: 'of the source, by which it was read far enough' }),
        }),
      )
      .optional(),
    judgement: z
      .object({ model: z.string(), promptVersion: z.string(), passages: z.array(JudgedPassage) })
      .optional()
      .meta({ description: 'the model that was asked, and the passages that it was shown' }),
  })
  .meta({ id: 'ResolverInputs', description: 'what the rule that proposed this had read' })
export type ResolverInputs = z.infer<typeof ResolverInputs>
