import { createRoute, z } from '@hono/zod-openapi'
import { capQuote } from '../../core/commentary.ts'
import { authorAt } from '../../queries/must-find-author.ts'
import { CallPage, calls } from '../../queries/report/calls.ts'
import { callOrders } from '../../storage/calls.ts'
import { readsPinned } from '../as-of.ts'
import { reading } from '../env.ts'
import { PageQuery, pageRequest } from '../page.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { AuthorParams, CalibrationQuery, ofAuthor, partAnew } from './author-query.ts'

const read = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/calls',
  operationId: 'listCalls',
  tags: ['authors'],
  summary: "List an author's settled forecasts, the best or the worst calls first",
  description:
    'By their part in the mean Brier score: what was said, verbatim, what happened, what it cost and where the outcome can be read. ' +
    'From one family on.',
  middleware: [readsPinned],
  request: {
    params: AuthorParams,
    query: CalibrationQuery.extend(PageQuery.shape).extend({
      order: z.enum(callOrders).default('worst').meta({ description: 'which stand first' }),
    }),
  },
  responses: ofAuthor(asOfAnswers(CallPage, 'A page')),
})

export const callRoutes = () =>
  createRouter().openapi(read, async (c) => {
    const { reader } = reading(c)
    const { order, limit, cursor, ...query } = c.req.valid('query')
    const author = await authorAt(reader, c.req.valid('param').id)
    const part = await partAnew(c, author, query)
    const page = await calls(reader, { ...part, author, order }, pageRequest({ limit, cursor }))
    const items = page.items.map((call) => ({
      ...call,
      quote: call.quote === null ? null : capQuote(call.quote),
      question: { ...call.question, wording: capQuote(call.question.wording) },
    }))
    return c.json({ ...page, items }, 200)
  })
