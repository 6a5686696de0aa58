import { z } from 'zod'
import { slugOf } from '../core/author.ts'
import type { Collection } from '../core/source.ts'
import { putCollection } from '../storage/collections.ts'
import { action } from './context.ts'

export const RecordCollection = z
  .object({
    name: z.string().trim().min(1).max(200),
    rule: z.string().trim().min(1).max(2000),
    readWhole: z.boolean(),
    caveat: z.string().trim().min(1).max(2000).nullable().default(null),
  })
  .meta({ id: 'RecordCollection', description: 'a sampling frame' })
export type RecordCollection = z.infer<typeof RecordCollection>

/** The collection of this name: recorded now, or standing already. */
export const recordCollection = action<RecordCollection, { collection: Collection; created: boolean }>(
  ({ tx, now, newId }, input) =>
    putCollection(tx, { id: newId('collection'), slug: slugOf(input.name), ...input, recordedAt: now }),
)
