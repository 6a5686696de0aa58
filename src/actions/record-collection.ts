import { z } from 'zod'
import { slugOf } from '../core/author.ts'
import { Problem } from '../core/problem.ts'
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

/** The collection of this name: recorded now, or standing already. Throws `already-exists` when its rule is another. */
export const recordCollection = action<RecordCollection, { collection: Collection; created: boolean }>(
  async ({ tx, now, newId }, input) => {
    const fresh = { id: newId('collection'), slug: slugOf(input.name), ...input, recordedAt: now }
    const put = await putCollection(tx, fresh)
    const { name, rule, readWhole } = put.collection
    if (name === input.name && rule === input.rule && readWhole === input.readWhole) return put
    const detail = `the collection ${put.collection.slug} stands with another name or rule`
    throw new Problem('already-exists', detail, 'choose another name: a sampling frame never changes', [
      { field: 'name', detail },
    ])
  },
)
