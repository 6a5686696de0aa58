import type { Collection, FrameCoverage } from '../../core/source.ts'
import { dayOf, type Instant, plusDays } from '../../core/time.ts'
import { commentariesBySource } from '../../storage/collections.ts'
import type { Reader } from '../../storage/database.ts'
import { findSource, readThrough } from '../../storage/sources.ts'

/** How far each outlet of a collection's frame was read: whole through the frame's last day, or for one that goes on through yesterday. */
export const frameCoverage = async (
  reader: Reader,
  { id, sourceIds, publishedUntil }: Collection,
  now: Instant,
): Promise<FrameCoverage[]> => {
  const taken = await commentariesBySource(reader, id)
  const until = publishedUntil ?? plusDays(dayOf(now), -1)
  const outlets: FrameCoverage[] = []
  for (const sourceId of sourceIds) {
    const source = await findSource(reader, sourceId)
    if (!source) throw new Error(`there is no source ${sourceId}`)
    const read = await readThrough(reader, sourceId)
    outlets.push({
      source,
      readThrough: read,
      whole: read !== null && read >= until,
      commentaries: taken.get(sourceId) ?? 0,
    })
  }
  return outlets
}
