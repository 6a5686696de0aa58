import { createRoute, z } from '@hono/zod-openapi'
import { Checkpoint } from '../../core/ledger/checkpoint.ts'
import { Change, ChangeKind } from '../../queries/following/change.ts'
import { changesAfter } from '../../queries/following/changes.ts'
import { mustFindAuthor } from '../../queries/must-find-author.ts'
import { newestCheckpoint } from '../../storage/checkpoints.ts'
import { WINDOW } from '../../storage/followed.ts'
import { reading } from '../env.ts'
import { filters, idsNamed } from '../list-filters.ts'
import { createRouter, readAnswers } from '../router.ts'
import { LONGEST_WAIT, whenThere } from '../wait.ts'

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
  author: filters.author.meta({
    description: 'id or slug: their words and scores, and what happens to the questions they have spoken on',
  }),
  question: filters.question,
  topic: filters.topic.meta({ description: 'what is about a question that has this topic now' }),
  collection: filters.collection.meta({
    description: 'id or slug: what is about a question or a commentary that belongs to it now',
  }),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50).meta({ description: 'at most so many, 1 to 200' }),
  wait: z.coerce
    .number<number>()
    .int()
    .min(0)
    .max(LONGEST_WAIT, `a request waits ${LONGEST_WAIT} seconds at most: ask again`)
    .default(0)
    .meta({
      description: `where nothing is there yet, wait so many seconds for it, at most ${LONGEST_WAIT}, and answer once it is`,
    }),
})

const ChangePage = z
  .object({
    items: z.array(Change),
    next: z.int().min(0).meta({
      description:
        'what to ask `after` next. Where it is not the `after` of this answer ask at once, also where no item came; else again later',
    }),
    checkpoint: Checkpoint.nullable().meta({ description: 'the newest that is signed; null while there is none' }),
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
    'position and is named in `withheld`. A fact appears within about a minute; `wait` answers as soon as it does. `author`, `question`, ' +
    '`topic` and `collection` are joined, and hold as things stand when it is read; with one of them what is withheld is left out, and ' +
    `at most ${WINDOW.toLocaleString('en-GB')} facts are looked through for an answer, so that \`next\` may move on without an item. ` +
    'A position ahead of the ledger is `not-sealed`.',
  request: { query: ChangesQuery },
  responses: readAnswers(ChangePage, 'What was sealed after the position'),
})

export const changeRoutes = () =>
  createRouter().openapi(list, async (c) => {
    const { after, kind: kinds = [], limit, wait, ...query } = c.req.valid('query')
    const { reader } = reading(c)
    const { question: questionId = null, topic = null } = query
    const { collectionId } = await idsNamed(reader, { collection: query.collection })
    const authorId = query.author === undefined ? null : (await mustFindAuthor(reader, query.author, 'author')).id
    const filter = { kinds, questionId, topic, collectionId, authorId }
    const { items, next } = await whenThere(c, { after, seconds: wait }, (from) =>
      changesAfter(reader, { after: from, limit }, filter),
    )
    return c.json({ items, next, checkpoint: await newestCheckpoint(reader) }, 200)
  })
