import { z } from 'zod'
import { Author } from '../core/author.ts'
import { Problem } from '../core/problem.ts'
import { ALL, setOfCollection } from '../core/scored-item.ts'
import { Snapshot } from '../core/snapshot.ts'
import type { Collection } from '../core/source.ts'
import type { Reader } from '../storage/database.ts'
import { findSnapshot, reportIn } from '../storage/snapshots.ts'

/** A report as it was kept: nothing of it is computed anew. */
export const PinnedReport = z
  .object({
    author: Author,
    pinned: Snapshot,
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

const elsewhere = (detail: string): Problem =>
  new Problem(
    'not-found',
    detail,
    'list the boards with GET /v1/snapshots, or leave snapshot out for what stands now',
    [{ field: 'snapshot', detail }],
  )

const differs = ({ set, timing, voice }: Snapshot, expected: Expected): boolean => {
  const named =
    expected.collection === undefined ? set : expected.collection ? setOfCollection(expected.collection.id) : ALL
  return named !== set || (expected.timing ?? timing) !== timing || (expected.voice ?? voice) !== voice
}

/** The report of an author in a kept board. Throws `not-found` for a board that is not there, is another, or is without them. */
export const pinnedReport = async (
  reader: Reader,
  author: Author,
  snapshotId: string,
  expected: Expected,
): Promise<PinnedReport> => {
  const found = await findSnapshot(reader, snapshotId)
  if (!found) throw elsewhere(`there is no snapshot ${snapshotId}`)
  const { authorIds: _, board: __, ...pinned } = found
  const about = `snapshot ${pinned.id} is of ${pinned.set}, ${pinned.timing}, ${pinned.voice}`
  if (differs(pinned, expected)) throw elsewhere(`${about}, which is not the board asked for`)
  const report = await reportIn(reader, pinned.id, author.id)
  if (!report) throw elsewhere(`${about}; ${author.slug} is not on it`)
  return { author, pinned, countsSha256: report.countsSha256, report: report.body }
}
