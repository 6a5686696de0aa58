import { createRoute, z } from '@hono/zod-openapi'
import { RecordStatement, recordStatement } from '../../actions/predicting/record-statement.ts'
import { idOf } from '../../core/id.ts'
import { Prediction } from '../../core/prediction.ts'
import { publicPrediction } from '../../queries/public.ts'
import { writing } from '../env.ts'
import { body, createRouter, putAnswers, securedWrite } from '../router.ts'

const record = createRoute({
  method: 'post',
  path: '/v1/commentaries/{id}/statements',
  operationId: 'recordStatement',
  tags: ['predictions'],
  summary: 'Record by hand what a commentary says on a question that stands',
  description:
    'For what extraction did not find. It counts as said when the commentary was published, and its words must stand there letter by letter. The same again answers 200.',
  ...securedWrite('review'),
  request: { params: z.object({ id: idOf('commentary') }), body: body(RecordStatement) },
  responses: putAnswers(Prediction, 'The prediction'),
})

export const statementRoutes = () =>
  createRouter().openapi(record, async (c) => {
    const statement = c.req.valid('json')
    const { prediction, created } = await recordStatement(writing(c), {
      commentaryId: c.req.valid('param').id,
      statement,
    })
    return c.json(publicPrediction(prediction), created ? 201 : 200)
  })
