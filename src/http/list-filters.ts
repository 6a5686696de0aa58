import { z } from '@hono/zod-openapi'
import { idOf } from '../core/id.ts'
import { Day, Instant } from '../core/time.ts'
import { TopicSlug } from '../core/topic.ts'
import { mustFindCollection } from '../queries/collections.ts'
import { mustFindAuthor } from '../queries/must-find-author.ts'
import { recordsOf } from '../storage/author-records.ts'
import type { Reader } from '../storage/database.ts'

const named = z.string().min(1).max(300).optional()

/** How lists are narrowed: one parameter means the same wherever it stands. Of two moments the first is in, the second out. */
export const filters = {
  author: named.meta({ description: 'id or slug', examples: ['ada-quill'] }),
  collection: named.meta({ description: 'id or slug', examples: ['papers-2024'] }),
  source: idOf('source').optional().meta({ description: 'the publisher, by id' }),
  question: idOf('question').optional(),
  commentary: idOf('commentary').optional(),
  topic: TopicSlug.optional(),
  due_after: Day.optional().meta({ description: 'windows that end on this day or later', examples: ['2026-01-01'] }),
  due_before: Day.optional().meta({ description: 'windows that end before this day', examples: ['2026-02-01'] }),
  said_after: Instant.optional().meta({
    description: 'said at this moment or later, by the earliest it may have been',
  }),
  said_before: Instant.optional().meta({ description: 'said before this moment, by the latest it may have been' }),
}

/** Whom, by all of their records, and what a list is of, by ids. Throws `not-found` with the parameter that names nobody. */
export const idsNamed = async (
  reader: Reader,
  { author, collection }: { author?: string | undefined; collection?: string | undefined },
) => ({
  authorIds: author === undefined ? null : await recordsOf(reader, (await mustFindAuthor(reader, author, 'author')).id),
  collectionId: collection === undefined ? null : (await mustFindCollection(reader, collection)).id,
})

/** When the windows of a list end. */
export const dueIn = ({ due_after, due_before }: { due_after?: Day | undefined; due_before?: Day | undefined }) => ({
  dueAfter: due_after ?? null,
  dueBefore: due_before ?? null,
})
