import type { AsOf } from '../../core/ledger/position.ts'
import type { Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { momentAsOf, momentNow } from '../as-of.ts'
import { columnsOf } from './columns.ts'
import { type Bytes, bytesOf, type Format } from './formats.ts'
import type { Pages, Walk } from './pages.ts'
import { type ResourceName, resources } from './resources.ts'

/** What is asked of an export: as of when, and what changed since when. */
export type Span = { asOf?: AsOf | undefined; changedSince?: AsOf | undefined }

/** Where an export ends and begins. Throws `not-sealed` for what the ledger has not reached. */
export const walkOf = async (reader: Reader, { asOf, changedSince }: Span, now: Instant): Promise<Walk> => {
  const since = changedSince === undefined ? null : await momentAsOf(reader, changedSince, now, 'changed_since')
  return {
    reader,
    through: asOf === undefined ? await momentNow(reader, now) : await momentAsOf(reader, asOf, now),
    // Before the first position there was nothing: all has changed since, also what has no position of its own.
    since: typeof changedSince === 'number' && since?.position === 0 ? null : since,
  }
}

/** How far something was exported. */
export type Counted = { rows: number }

async function* counting(pages: Pages, counted: Counted): Pages {
  for await (const rows of pages) {
    counted.rows += rows.length
    yield rows
  }
}

/** A resource as the bytes of a file, read as they are taken; `counted` says at any time how many rows there were. */
export const exportBytes = (walk: Walk, name: ResourceName, format: Format, counted: Counted = { rows: 0 }): Bytes => {
  const { schema, pages } = resources[name]
  return bytesOf(format, counting(pages(walk), counted), columnsOf(schema))
}
