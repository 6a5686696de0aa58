import { z } from 'zod'
import { slugOf } from '../core/author.ts'
import { idOf } from '../core/id.ts'
import { missing, Problem } from '../core/problem.ts'
import type { Collection } from '../core/source.ts'
import { Day } from '../core/time.ts'
import { putCollection } from '../storage/collections.ts'
import { findSource } from '../storage/sources.ts'
import { action } from './context.ts'

export const RecordCollection = z
  .object({
    name: z.string().trim().min(1).max(200),
    rule: z.string().trim().min(1).max(2000),
    readWhole: z.boolean(),
    caveat: z.string().trim().min(1).max(2000).nullable().default(null),
    sourceIds: z.array(idOf('source')).max(200).default([]).meta({ description: 'the outlets' }),
    publishedFrom: Day.nullable().default(null),
    publishedUntil: Day.nullable().default(null).meta({ description: 'null = it goes on' }),
  })
  .refine(({ publishedFrom, publishedUntil }) => !publishedFrom || !publishedUntil || publishedFrom <= publishedUntil, {
    message: 'the frame ends before it starts',
    path: ['publishedUntil'],
  })
  .meta({ id: 'RecordCollection', description: 'a sampling frame' })
type Whole = z.output<typeof RecordCollection>
/** What is left out takes the schema's default. */
export type RecordCollection = Pick<Whole, 'name' | 'rule' | 'readWhole' | 'caveat'> & Partial<Whole>

/** What makes a frame this one; its outlets in whatever order. */
const frameOf = ({ name, rule, readWhole, sourceIds, publishedFrom, publishedUntil }: Whole): string =>
  JSON.stringify([name, rule, readWhole, [...sourceIds].sort(), publishedFrom, publishedUntil])

/**
 * The collection of this name: recorded now, or standing already. Throws `already-exists` when its frame is another, and
 * `not-found` when it names an outlet that is not there.
 */
export const recordCollection = action<RecordCollection, { collection: Collection; created: boolean }>(
  async ({ tx, now, newId }, input) => {
    const frame = { sourceIds: [], publishedFrom: null, publishedUntil: null, ...input }
    for (const id of frame.sourceIds) if (!(await findSource(tx, id))) throw missing('source', id, 'sourceIds')
    const put = await putCollection(tx, {
      id: newId('collection'),
      slug: slugOf(input.name),
      ...frame,
      recordedAt: now,
    })
    if (frameOf(put.collection) === frameOf(frame)) return put
    const detail = `the collection ${put.collection.slug} stands with another name, rule, outlets or dates`
    throw new Problem('already-exists', detail, 'choose another name: a sampling frame never changes', [
      { field: 'name', detail },
    ])
  },
)
