import { createRoute, z } from '@hono/zod-openapi'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { timings } from '../../core/question.ts'
import { ALL, setOfCollection } from '../../core/scored-item.ts'
import { voices } from '../../core/slice.ts'
import { Snapshot } from '../../core/snapshot.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { findSnapshot, listSnapshots } from '../../storage/snapshots.ts'
import { reading } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { createRouter, readAnswers } from '../router.ts'

const tags = ['snapshots']

const list = createRoute({
  method: 'get',
  path: '/v1/snapshots',
  operationId: 'listSnapshots',
  tags,
  summary: 'List the boards that were kept, newest first',
  description:
    'Each night every board on which something changed is kept with the reports of everyone on it, as of one position of the ledger. None is ever changed or deleted.',
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
  responses: readAnswers(pageSchema(Snapshot).meta({ id: 'SnapshotPage' }), 'A page'),
})

const SnapshotDetail = Snapshot.extend({
  authorIds: z.array(idOf('author')).meta({ description: 'whom what is drawn over all authors is over' }),
  board: z.unknown().meta({ description: 'the figures of the board, by its scoring rules' }),
}).meta({ id: 'SnapshotDetail' })

const read = createRoute({
  method: 'get',
  path: '/v1/snapshots/{id}',
  operationId: 'readSnapshot',
  tags,
  summary: 'Read one board as it was kept',
  request: { params: z.object({ id: idOf('snapshot') }) },
  responses: readAnswers(SnapshotDetail, 'The snapshot'),
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
      return c.json(snapshot, 200)
    })
