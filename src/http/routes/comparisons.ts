import { createRoute, z } from '@hono/zod-openapi'
import { Comparisons } from '../../queries/comparing/comparison-schema.ts'
import { comparisons } from '../../queries/comparing/comparisons.ts'
import { opponentsNamed } from '../../queries/comparing/opponents.ts'
import { authorAt } from '../../queries/must-find-author.ts'
import { readsPinned } from '../as-of.ts'
import { reading } from '../env.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { several } from '../several.ts'
import { AuthorParams, CalibrationQuery, ofAuthor, partAnew } from './author-query.ts'

const MOST = 20

const read = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/comparisons',
  operationId: 'readComparisons',
  tags: ['authors'],
  summary: 'Read how an author did beside others, on the questions that both answered',
  description:
    'Above 0 the author is better. The finding rests on what holds however often one looks: what both said first, family by ' +
    'family as they fell due. From 100 families of the author (and of the other author) and 10 common questions on; below, `withheld` names the rule.',
  middleware: [readsPinned],
  request: {
    params: AuthorParams,
    query: CalibrationQuery.extend({
      with: several(z.string().min(1).max(300), MOST)
        .optional()
        .meta({
          description:
            '`others`: the mean forecast of all other authors on the question; `baseline:<kind>`: what was recorded beside it ' +
            '(base-rate, market, crowd, status-quo); or an author by id or slug. May stand several times; left out: the others and ' +
            'every baseline',
          examples: [['others', 'baseline:market']],
        }),
    }),
  },
  responses: ofAuthor(asOfAnswers(Comparisons, 'The comparisons, in the order asked')),
})

export const comparisonRoutes = () =>
  createRouter().openapi(read, async (c) => {
    const { reader } = reading(c)
    const { with: names = [], ...query } = c.req.valid('query')
    const author = await authorAt(reader, c.req.valid('param').id)
    const opponents = await opponentsNamed(reader, author, names)
    return c.json(await comparisons(reader, author, opponents, await partAnew(c, author, query)), 200)
  })
