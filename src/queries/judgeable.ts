import type { Evidence } from '../core/event.ts'
import type { OptionEvidence } from '../core/resolution/judge-options.ts'
import type { Reader } from '../storage/database.ts'
import { findEvent } from '../storage/events.ts'
import { findSource } from '../storage/sources.ts'

/** What the judge needs to know of each piece of evidence. */
export const judgeable = (reader: Reader, evidence: readonly Evidence[]): Promise<OptionEvidence[]> =>
  Promise.all(
    evidence.map(async ({ kind, bearing, optionId, eventId, sourceId, readThrough, reportingLagDays }) => ({
      kind,
      bearing,
      optionId,
      happened: eventId ? ((await findEvent(reader, eventId))?.happened ?? null) : null,
      readThrough,
      reportingLagDays:
        kind === 'coverage' && sourceId
          ? (reportingLagDays ?? (await findSource(reader, sourceId))?.reportingLagDays ?? null)
          : 0,
    })),
  )
