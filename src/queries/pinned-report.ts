import { z } from 'zod'
import { Author } from '../core/author.ts'
import { missing, Problem } from '../core/problem.ts'
import { ALL, setOfCollection } from '../core/scored-item.ts'
import { Snapshot } from '../core/snapshot.ts'
import type { Collection } from '../core/source.ts'
import type { Reader } from '../storage/database.ts'
import { findSnapshot, reportIn } from '../storage/snapshots.ts'

/** A report as it was kept: nothing of it is computed anew. */
export const PinnedReport = z
  .object({
    kind: z.literal('kept').meta({ description: 'as a snapshot keeps it' }),
    author: Author,
    snapshot: Snapshot.meta({ description: 'the kept board that it is of' }),
    countsSha256: z
      .string()
      .meta({ description: 'SHA-256 of the canonical counts by form that it was made from, as of its position' }),
    report: z.unknown().meta({ description: 'the whole report, by the rules of then; by those of now a StoredReport' }),
  })
  .meta({ id: 'PinnedReport' })
export type PinnedReport = z.infer<typeof PinnedReport>

/** What the request says of the board besides; undefined: nothing. */
export type Expected = {
  collection: Collection | null | undefined
  timing: string | undefined
  voice: string | undefined
}

const refused = (field: string, detail: string, remedy = `leave out ${field} or snapshot`): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** As the leaderboard refuses a snapshot of another board. */
const mustBeAsAsked = ({ id, set, timing, voice }: Snapshot, expected: Expected): void => {
  const named =
    expected.collection === undefined ? set : expected.collection ? setOfCollection(expected.collection.id) : ALL
  if (named !== set)
    throw refused(
      'snapshot',
      `snapshot ${id} is of ${set}, not of ${named === ALL ? 'everything' : 'this collection'}`,
      `list the snapshots of ${named === ALL ? 'everything' : 'the collection'}`,
    )
  if ((expected.timing ?? timing) !== timing) throw refused('timing', `snapshot ${id} is ${timing}`)
  if ((expected.voice ?? voice) !== voice) throw refused('voice', `snapshot ${id} is of the ${voice} voice`)
}

/**
 * The report of an author in a kept board. Throws `not-found` for a board that is not there or is without them, `invalid-input`
 * for one that is another than the request says.
 */
export const pinnedReport = async (
  reader: Reader,
  author: Author,
  snapshotId: string,
  expected: Expected,
): Promise<PinnedReport> => {
  const found = await findSnapshot(reader, snapshotId)
  if (!found) throw missing('snapshot', snapshotId, 'snapshot')
  const { authorIds: _, board: __, ...snapshot } = found
  mustBeAsAsked(snapshot, expected)
  const report = await reportIn(reader, snapshot.id, author.id)
  if (!report) {
    const { id, set, timing, voice } = snapshot
    const detail = `snapshot ${id} is of ${set}, ${timing}, ${voice}; ${author.slug} is not on it`
    const remedy = 'list the boards with GET /v1/snapshots, or leave snapshot out for what stands now'
    throw new Problem('not-found', detail, remedy, [{ field: 'snapshot', detail }])
  }
  return { kind: 'kept', author, snapshot, countsSha256: report.countsSha256, report: report.body }
}
