import { createRoute, z } from '@hono/zod-openapi'
import { Change, ChangeKind } from '../../queries/following/change.ts'
import { changesAfter } from '../../queries/following/changes.ts'
import { reading } from '../env.ts'
import { createRouter, readAnswers } from '../router.ts'

const ChangesQuery = z.object({
  after: z.coerce
    .number<number>()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .meta({ description: 'the `next` of the answer before; 0 from the beginning' }),
  kind: z
    .string()
    .max(500)
    .transform((text) => text.split(','))
    .pipe(z.array(ChangeKind))
    .optional()
    .meta({ description: 'these kinds alone, with commas between: `prediction,resolution`' }),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50).meta({ description: 'at most so many, 1 to 200' }),
})

const ChangePage = z
  .object({
    items: z.array(Change),
    next: z.int().min(0).meta({ description: 'what to ask `after` next, also where nothing is new: ask again later' }),
  })
  .meta({ id: 'ChangePage' })

const list = createRoute({
  method: 'get',
  path: '/v1/changes',
  operationId: 'listChanges',
  tags: ['ledger'],
  summary: 'Follow everything that is recorded, in the order of the ledger',
  description:
    'Each item is a fact at its position, with the thing as anyone may see it now. Positions have no gaps and are given in the order ' +
    'of commits, so that who asks `after` the last `next` misses nothing and sees nothing twice. What is for reviewers alone keeps its ' +
    'position and is named in `withheld`. A fact appears within about a minute. A position ahead of the ledger is `not-sealed`.',
  request: { query: ChangesQuery },
  responses: readAnswers(ChangePage, 'What was sealed after the position'),
})

export const changeRoutes = () =>
  createRouter().openapi(list, async (c) => {
    const { after, kind, limit } = c.req.valid('query')
    return c.json(await changesAfter(reading(c).reader, { after, kinds: kind ?? [], limit }), 200)
  })
