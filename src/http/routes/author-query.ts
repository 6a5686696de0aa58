import { z } from '@hono/zod-openapi'
import { timings } from '../../core/question.ts'
import { voices } from '../../core/slice.ts'
import type { Instant } from '../../core/time.ts'
import type { Part } from '../../queries/author-counts.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import type { Reader } from '../../storage/database.ts'
import { AsOfQuery } from '../as-of.ts'

/** How an author is named in an address. */
export const AuthorParams = z.object({ id: z.string().min(1).max(300).meta({ description: 'id or slug' }) })

/** Which report of an author is meant, as JSON, picture or table alike. */
export const CalibrationQuery = AsOfQuery.extend({
  timing: z.enum(timings).default('prospective'),
  voice: z.enum(voices).default('own'),
  collection: z.string().max(300).optional().meta({ description: 'id or slug; left out: everything' }),
})

/** The part of authors' records that a query is about. */
export const partOf = async (
  reader: Reader,
  { collection, timing, voice }: z.output<typeof CalibrationQuery>,
  now: Instant,
): Promise<Part> => ({
  collection: collection === undefined ? null : await mustFindCollection(reader, collection),
  timing,
  voice,
  now,
})
