import { createRoute, z } from '@hono/zod-openapi'
import { SubmitPrediction, submitPrediction } from '../../actions/submit-prediction.ts'
import { capQuote } from '../../core/commentary.ts'
import { idOf } from '../../core/id.ts'
import { Prediction } from '../../core/prediction.ts'
import { missing } from '../../core/problem.ts'
import { withProbability } from '../../queries/probabilities.ts'
import { findPrediction, listPredictions, type StoredPrediction } from '../../storage/predictions.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createRouter, putAnswers, readAnswers, securedWrite } from '../router.ts'

const tags = ['predictions']
const params = z.object({ id: idOf('prediction') })

const submit = createRoute({
  method: 'post',
  path: '/v1/predictions',
  operationId: 'submitPrediction',
  tags,
  summary: 'Submit a forecast on an open question',
  description:
    'The forecast standing at the question’s `referenceAt` is the one that is scored. Only the key that registered the author may submit; the forecast that stands already answers 200.',
  ...securedWrite('submit'),
  request: { body: body(SubmitPrediction) },
  responses: putAnswers(Prediction, 'The prediction, with its id and digest as receipt'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/predictions',
  operationId: 'listPredictions',
  tags,
  summary: 'List predictions, newest first',
  request: {
    query: PageQuery.extend({
      author: idOf('author').optional(),
      question: idOf('question').optional(),
      commentary: idOf('commentary').optional(),
    }),
  },
  responses: readAnswers(pageSchema(Prediction).meta({ id: 'PredictionPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/predictions/{id}',
  operationId: 'readPrediction',
  tags,
  summary: 'Read one prediction',
  request: { params },
  responses: readAnswers(Prediction, 'The prediction'),
})

const shown = (stored: StoredPrediction): Prediction => {
  const prediction = withProbability(stored)
  return { ...prediction, quote: prediction.quote === null ? null : capQuote(prediction.quote) }
}

export const predictionRoutes = () =>
  createRouter()
    .openapi(submit, async (c) => {
      const { prediction, created } = await submitPrediction(writing(c), c.req.valid('json'))
      return c.json(shown(prediction), created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { author, question, commentary, ...page } = c.req.valid('query')
      const filter = { authorId: author ?? null, questionId: question ?? null, commentaryId: commentary ?? null }
      const { items, next } = await listPredictions(reading(c).reader, filter, pageRequest(page))
      return c.json({ items: items.map(shown), next }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const prediction = await findPrediction(reading(c).reader, id)
      if (!prediction) throw missing('prediction', id)
      return c.json(shown(prediction), 200)
    })
