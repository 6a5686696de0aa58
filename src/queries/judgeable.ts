import type { Evidence } from '../core/event.ts'
import type { JudgedEvidence } from '../core/resolution/judge.ts'
import type { Reader } from '../storage/database.ts'
import { findEvent } from '../storage/events.ts'
import { findSource } from '../storage/sources.ts'

/** What the judge needs to know of each piece of evidence. */
export const judgeable = (reader: Reader, evidence: readonly Evidence[]): Promise<JudgedEvidence[]> =>
  Promise.all(
    evidence.map(async ({ kind, bearing, eventId, sourceId, readThrough }) => ({
      kind,
      bearing,
      happened: eventId ? ((await findEvent(reader, eventId))?.happened ?? null) : null,
      readThrough,
      reportingLagDays:
        kind === 'coverage' && sourceId ? ((await findSource(reader, sourceId))?.reportingLagDays ?? 0) : 0,
    })),
  )
