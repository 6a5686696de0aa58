import { createRoute, z } from '@hono/zod-openapi'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { timings } from '../../core/question.ts'
import { ALL, setOfCollection } from '../../core/scored-item.ts'
import { voices } from '../../core/slice.ts'
import { QuestionDifficulty, Snapshot } from '../../core/snapshot.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { listDifficulties } from '../../storage/difficulties.ts'
import { pageInOrder } from '../../storage/keyset.ts'
import { findSnapshot, listSnapshots } from '../../storage/snapshots.ts'
import { readsNow } from '../as-of.ts'
import { reading } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, createRouter } from '../router.ts'

const tags = ['snapshots']

const list = createRoute({
  method: 'get',
  path: '/v1/snapshots',
  operationId: 'listSnapshots',
  tags,
  summary: 'List the boards that were kept, newest first',
  description:
    'Each night every board on which something changed is kept with the reports of everyone on it, as of one position of the ledger. None is ever changed or deleted.',
  middleware: [readsNow],
  request: {
    query: PageQuery.extend({
      collection: z
        .string()
        .min(1)
        .max(300)
        .optional()
        .meta({ description: 'id or slug; `all` for the boards of everything' }),
      timing: z.enum(timings).optional(),
      voice: z.enum(voices).optional(),
    }),
  },
  responses: asOfAnswers(pageSchema(Snapshot).meta({ id: 'SnapshotPage' }), 'A page'),
})

const SnapshotDetail = Snapshot.extend({
  board: z.unknown().meta({ description: 'the figures of the board but its rows, by its scoring rules' }),
  items: z
    .array(
      z.object({
        authorId: idOf('author'),
        row: z.unknown().meta({ description: 'of the board, as it was kept; null where it has none of this author' }),
      }),
    )
    .meta({ description: 'a page of who is on it, frozen with it, in the order of their ids' }),
  next: z.string().nullable(),
}).meta({ id: 'SnapshotDetail' })

const read = createRoute({
  method: 'get',
  path: '/v1/snapshots/{id}',
  operationId: 'readSnapshot',
  tags,
  summary: 'Read one board as it was kept, its rows page by page',
  description:
    'Whoever is on it, 1 to 200 (50) a page, with their row of the board. /v1/leaderboard shows rows in the order of ranks.',
  middleware: [readsNow],
  request: {
    params: z.object({ id: idOf('snapshot').meta({ examples: ['snp_01m80qrsxn6zssv4f1wcbpb0s8'] }) }),
    query: PageQuery,
  },
  responses: asOfAnswers(SnapshotDetail, 'The snapshot'),
})

/** A board of any rules, whose rows name their authors. */
const KeptBoard = z.looseObject({ rows: z.array(z.looseObject({ id: z.string() })) })

const apart = (board: unknown): { board: unknown; rows: ReadonlyMap<string, unknown> } => {
  const read = KeptBoard.safeParse(board)
  if (!read.success) return { board, rows: new Map() }
  const { rows, ...rest } = read.data
  return { board: rest, rows: new Map(rows.map((row) => [row.id, row])) }
}

const difficulties = createRoute({
  method: 'get',
  path: '/v1/snapshots/{id}/difficulties',
  operationId: 'listDifficulties',
  tags,
  summary: 'List how hard the questions of a kept board were',
  description:
    'By two-way fixed effects, Brier = author + question + error, over the largest group of authors whom common questions link; frozen with the board. The mean of (Brier − effect) over questions that have one is comparable with the adjusted scores of the board: always saying 50 % of all of them has 0.25. In the order of question ids; empty where nobody shares ten questions.',
  middleware: [readsNow],
  request: {
    params: z.object({ id: idOf('snapshot').meta({ examples: ['snp_01m80qrsxn6zssv4f1wcbpb0s8'] }) }),
    query: PageQuery,
  },
  responses: asOfAnswers(pageSchema(QuestionDifficulty).meta({ id: 'QuestionDifficultyPage' }), 'A page'),
})

export const snapshotRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const { reader } = reading(c)
      const { collection, timing = null, voice = null, ...page } = c.req.valid('query')
      const setOf = async (named: string) =>
        named === ALL ? ALL : setOfCollection((await mustFindCollection(reader, named)).id)
      const set = collection === undefined ? null : await setOf(collection)
      return c.json(await listSnapshots(reader, { set, timing, voice }, pageRequest(page)), 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const snapshot = await findSnapshot(reading(c).reader, id)
      if (!snapshot) throw missing('snapshot', id)
      const { authorIds, board: kept, ...about } = snapshot
      const { board, rows } = apart(kept)
      const page = pageInOrder([...authorIds].sort(), pageRequest(c.req.valid('query')), (authorId) => authorId)
      const items = page.items.map((authorId) => ({ authorId, row: rows.get(authorId) ?? null }))
      return c.json({ ...about, board, items, next: page.next }, 200)
    })
    .openapi(difficulties, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      const page = await listDifficulties(reader, id, pageRequest(c.req.valid('query')))
      if (page.items.length === 0 && !(await findSnapshot(reader, id))) throw missing('snapshot', id)
      return c.json(page, 200)
    })
