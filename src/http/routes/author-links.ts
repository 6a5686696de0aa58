import { createRoute } from '@hono/zod-openapi'
import {
  AuthorLinked,
  MergeAuthor,
  mergeAuthor,
  SplitAuthor,
  splitAuthor,
} from '../../actions/predicting/link-authors.ts'
import { AuthorLink } from '../../core/author-link.ts'
import { listAuthorLinks } from '../../storage/author-links.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { filters, idsNamed } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, putAnswers, securedChange } from '../router.ts'
import { AuthorParams as params } from './author-query.ts'

const tags = ['authors']

const merge = createRoute({
  method: 'post',
  path: '/v1/authors/{id}/merge',
  operationId: 'mergeAuthor',
  tags,
  summary: 'Let a record of an author count for another from now on: both are one',
  description:
    'All that was said under the record, and under what is merged into it, counts for the other, and its addresses send on to the other’s. Facts keep the record they were recorded under, reads as of an earlier position show what stood then, and who may submit as whom stays as it was. The same again answers 200.',
  ...securedChange('admin', 'author'),
  request: { params, body: body(MergeAuthor) },
  responses: putAnswers(AuthorLinked, 'The link, and what it moved'),
})

const split = createRoute({
  method: 'post',
  path: '/v1/authors/{id}/split',
  operationId: 'splitAuthor',
  tags,
  summary: 'Let a merged record count for itself again: they are not one after all',
  description: 'What was merged into the record goes with it. The same again answers 200.',
  ...securedChange('admin', 'author'),
  request: { params, body: body(SplitAuthor) },
  responses: putAnswers(AuthorLinked, 'The link, and what it moved'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/author-links',
  operationId: 'listAuthorLinks',
  tags,
  summary: 'List which records were merged and which split again, newest first',
  middleware: [readsAsOf],
  request: { query: PageQuery.extend({ ...AsOfQuery.shape, author: filters.author }) },
  responses: asOfAnswers(pageSchema(AuthorLink).meta({ id: 'AuthorLinkPage' }), 'A page'),
})

export const authorLinkRoutes = () =>
  createRouter()
    .openapi(merge, async (c) => {
      const { created, ...linked } = await mergeAuthor(writing(c), {
        ...c.req.valid('json'),
        author: c.req.valid('param').id,
      })
      return c.json(linked, created ? 201 : 200)
    })
    .openapi(split, async (c) => {
      const { created, ...linked } = await splitAuthor(writing(c), {
        ...c.req.valid('json'),
        author: c.req.valid('param').id,
      })
      return c.json(linked, created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { author, as_of: _, ...page } = c.req.valid('query')
      const { reader } = reading(c)
      const { authorIds } = await idsNamed(reader, { author })
      return c.json(await listAuthorLinks(reader, { authorIds }, pageRequest(page)), 200)
    })
