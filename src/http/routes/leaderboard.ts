import { createRoute, z } from '@hono/zod-openapi'
import { missing } from '../../core/problem.ts'
import { timings } from '../../core/question.ts'
import { voices } from '../../core/slice.ts'
import type { Snapshot } from '../../core/snapshot.ts'
import type { Collection } from '../../core/source.ts'
import { TopicSlug } from '../../core/topic.ts'
import { leaderboard, storedLeaderboard } from '../../queries/board/leaderboard.ts'
import { LeaderboardPage } from '../../queries/board/leaderboard-page.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { mustBeAsAsked } from '../../queries/report/pinned-report.ts'
import type { Reader } from '../../storage/database.ts'
import { pageInOrder } from '../../storage/keyset.ts'
import { findSnapshot } from '../../storage/snapshots.ts'
import { PinnedQuery, readsPinned } from '../as-of.ts'
import { reading } from '../env.ts'
import { PageQuery, pageRequest } from '../page.ts'
import { asOfAnswers, createRouter } from '../router.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month as 2026-02')

const Query = PinnedQuery.extend(PageQuery.shape).extend({
  collection: z.string().min(1).max(300).meta({ description: 'id or slug' }),
  timing: z.enum(timings).optional().meta({ description: 'prospective, or that of the snapshot' }),
  voice: z.enum(voices).optional().meta({ description: 'own, or that of the snapshot' }),
  topic: TopicSlug.optional().meta({
    description: 'the questions of this topic alone, without ranks and verdicts; 404 where no question ever had it',
  }),
  due_from: Month.optional().meta({
    description: 'questions due in this month or later, YYYY-MM; without ranks and verdicts',
  }),
  due_until: Month.optional().meta({ description: 'questions due in this month or earlier, YYYY-MM' }),
  // An empty text would be read as 0.
  min_families: z
    .preprocess((text) => (text === '' ? undefined : text), z.coerce.number<number>().int().min(0).max(100_000))
    .optional()
    .meta({ description: 'shows rows from so many families on; ranks stay those of the whole board' }),
})
type Query = z.output<typeof Query>

const board = createRoute({
  method: 'get',
  path: '/v1/leaderboard',
  operationId: 'readLeaderboard',
  tags: ['collections'],
  summary: 'Read the board of a collection',
  description:
    'Ordered by shrunk differences on common questions, with intervals of ranks; where fewer than 20 can be compared, head to head; never by raw score. Who is not ranked is listed with the reason. Reference forecasters stand apart and have no rank. Rows come in pages of 1 to 200 (50); ' +
    'walk a board with the `snapshot` or `as_of` of its first page, so that its order stands still.',
  middleware: [readsPinned],
  request: { query: Query },
  responses: asOfAnswers(LeaderboardPage, 'A page of the board'),
})

type Part = Pick<Parameters<typeof leaderboard>[1], 'topic' | 'dueFrom' | 'dueUntil' | 'minFamilies'>

/** The board as a snapshot keeps it; what was asked for beside it must not say otherwise. */
const pinned = async (reader: Reader, { id }: Snapshot, collection: Collection, query: Query, part: Part) => {
  const snapshot = await findSnapshot(reader, id)
  if (!snapshot) throw missing('snapshot', id, 'snapshot')
  const { timing, voice } = query
  mustBeAsAsked(snapshot, { collection, timing, voice })
  return storedLeaderboard(reader, snapshot, collection, part)
}

export const leaderboardRoutes = () =>
  createRouter().openapi(board, async (c) => {
    const { reader, now, snapshot } = reading(c)
    const query = c.req.valid('query')
    const { topic, due_from: dueFrom, due_until: dueUntil, min_families: minFamilies, limit, cursor } = query
    const part: Part = { topic, dueFrom, dueUntil, minFamilies }
    const collection = await mustFindCollection(reader, query.collection)
    const { timing = 'prospective', voice = 'own' } = query
    const { rows, ...board } = snapshot
      ? await pinned(reader, snapshot, collection, query, part)
      : await leaderboard(reader, { ...part, timing, voice, collection, now })
    return c.json({ ...board, ...pageInOrder(rows, pageRequest({ limit, cursor }), ({ author }) => author.id) }, 200)
  })
