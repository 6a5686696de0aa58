import { createRoute } from '@hono/zod-openapi'
import { RedactText, redactText } from '../../actions/reading/redact-text.ts'
import { Redaction } from '../../core/redaction.ts'
import { listRedactions } from '../../storage/redactions.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, putAnswers, securedWrite } from '../router.ts'

const tags = ['redactions']

const redact = createRoute({
  method: 'post',
  path: '/v1/redactions',
  operationId: 'redactText',
  tags,
  summary: 'Take a text out for good, and say why',
  description:
    'The full text of a commentary, the grounds of a dispute, or a reply to one. The digest of what it stood in stays, so that everything still verifies. The same again answers 200.',
  ...securedWrite('admin'),
  request: { body: body(RedactText) },
  responses: putAnswers(Redaction, 'The redaction'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/redactions',
  operationId: 'listRedactions',
  tags,
  summary: 'List what was taken out, newest first',
  middleware: [readsAsOf],
  request: { query: PageQuery.extend(AsOfQuery.shape) },
  responses: asOfAnswers(pageSchema(Redaction).meta({ id: 'RedactionPage' }), 'A page'),
})

export const redactionRoutes = () =>
  createRouter()
    .openapi(redact, async (c) => {
      const { redaction, created } = await redactText(writing(c), c.req.valid('json'))
      return c.json(redaction, created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { as_of: _, ...page } = c.req.valid('query')
      return c.json(await listRedactions(reading(c).reader, pageRequest(page)), 200)
    })
