import type { Evidence } from '../../core/event.ts'
import type { OptionEvidence } from '../../core/resolution/judge-options.ts'
import type { Reader } from '../../storage/database.ts'
import { eventsByIds } from '../../storage/events.ts'
import { sourcesByIds } from '../../storage/sources.ts'

/** What the judge needs to know of each piece of evidence. */
export const judgeable = async (reader: Reader, evidence: readonly Evidence[]): Promise<OptionEvidence[]> => {
  const events = await eventsByIds(
    reader,
    evidence.flatMap(({ eventId }) => eventId ?? []),
  )
  const sources = await sourcesByIds(
    reader,
    evidence.flatMap(({ kind, sourceId }) => (kind === 'coverage' && sourceId ? [sourceId] : [])),
  )
  return evidence.map(({ kind, bearing, optionId, eventId, sourceId, readThrough, reportingLagDays }) => ({
    kind,
    bearing,
    optionId,
    happened: events.get(eventId ?? '')?.happened ?? null,
    readThrough,
    reportingLagDays:
      kind === 'coverage' && sourceId ? (reportingLagDays ?? sources.get(sourceId)?.reportingLagDays ?? null) : 0,
  }))
}
