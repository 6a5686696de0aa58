import { createRoute } from '@hono/zod-openapi'
import { authorAt } from '../../queries/must-find-author.ts'
import { AuthorLexicon, authorLexicon } from '../../queries/report/author-lexicon.ts'
import { readsPinned } from '../as-of.ts'
import { reading } from '../env.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { AuthorParams, CalibrationQuery, ofAuthor, partAnew } from './author-query.ts'

const read = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/lexicon',
  operationId: 'readAuthorLexicon',
  tags: ['authors'],
  summary: "Read an author's own lexicon: of the things called likely, how many happened",
  description:
    'A row a phrase, of what was asserted, beside what readers hear and what published standards prescribe; whether the words came ' +
    'true in their order; the score under every reading; weak hedges apart. Rows are raw counts and shown from one use on; ' +
    'order and scores obey the minimum of families, and their rule stands in `withheld`.',
  middleware: [readsPinned],
  request: { params: AuthorParams, query: CalibrationQuery },
  responses: ofAuthor(asOfAnswers(AuthorLexicon, 'The own lexicon')),
})

export const authorLexiconRoutes = () =>
  createRouter().openapi(read, async (c) => {
    const { reader } = reading(c)
    const author = await authorAt(reader, c.req.valid('param').id)
    return c.json(await authorLexicon(reader, author, await partAnew(c, author, c.req.valid('query'))), 200)
  })
