import { createRoute, z } from '@hono/zod-openapi'
import { submitPrediction } from '../../actions/predicting/submit-prediction.ts'
import { attributions } from '../../core/candidate.ts'
import { idOf } from '../../core/id.ts'
import { origins, Prediction, Receipt } from '../../core/prediction.ts'
import { missing } from '../../core/problem.ts'
import { forecastsCloseAt, questionKinds, timings } from '../../core/question.ts'
import { historyOf, Interval } from '../../core/resolution/history.ts'
import { statuses } from '../../core/resolution/lifecycle.ts'
import { SubmitPrediction } from '../../core/submission.ts'
import { Instant } from '../../core/time.ts'
import { HeldAgainst, heldAgainst } from '../../queries/comparing/held-against.ts'
import { flagPredictions, only } from '../../queries/flagged.ts'
import { FlaggedPrediction } from '../../queries/flagged-schema.ts'
import { publicPrediction } from '../../queries/public.ts'
import { receiptOf } from '../../queries/receipt.ts'
import { categoricalScore } from '../../queries/report/categorical-score.ts'
import { Counting, countingOf } from '../../queries/report/counting.ts'
import { findAuthor } from '../../storage/authors.ts'
import { findPrediction, listPredictions, predictionsBy } from '../../storage/predictions.ts'
import { findQuestion } from '../../storage/questions.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { dueIn, filters, idsNamed } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, further, putAnswers, readAnswers, securedWrite } from '../router.ts'

const tags = ['predictions']
const params = z.object({ id: idOf('prediction') })

const submit = createRoute({
  method: 'post',
  path: '/v1/predictions',
  operationId: 'submitPrediction',
  tags,
  summary: 'Submit a forecast on an open question: state it, reaffirm, withdraw, or mark a mistake',
  description:
    'The forecast standing at the question’s `referenceAt` is the one that is scored. It counts as said when it is recorded, whatever clock its sender has. Only the key that registered the author may submit; what stands already answers 200.',
  ...securedWrite('submit'),
  ...further('admin', 'as an author that was not registered with this key', 'refused'),
  request: { body: body(SubmitPrediction) },
  responses: putAnswers(Prediction, 'The prediction, with its id and digest as receipt'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/predictions',
  operationId: 'listPredictions',
  tags,
  summary: 'List predictions, newest first',
  middleware: [readsAsOf],
  request: {
    query: PageQuery.extend({
      ...AsOfQuery.shape,
      ...filters,
      status: z.enum(statuses).optional().meta({ description: 'of the question' }),
      kind: z.enum(questionKinds).optional().meta({ description: 'of the question' }),
      attribution: z.enum(attributions).optional(),
      origin: z.enum(origins).optional(),
      timing: z
        .enum(timings)
        .optional()
        .meta({ description: 'of what counts, once its question closed or was decided: on which board' }),
      taken_back: z
        .stringbool()
        .optional()
        .meta({
          enum: ['true', 'false'],
          description: 'true: what was taken back alone; false: without it and its marks; left out: all of it, marked',
        }),
    }),
  },
  responses: asOfAnswers(pageSchema(FlaggedPrediction).meta({ id: 'PredictionPage' }), 'A page'),
})

const PredictionDetail = FlaggedPrediction.extend({
  counting: Counting,
  baselines: z.array(HeldAgainst).meta({ description: 'what it is held against, a line for each kind' }),
  brier: z.number().nullable().meta({
    description: 'of a distribution, once it is resolved: half the sum of squares, 0 best, 1 worst; else null',
  }),
}).meta({ id: 'PredictionDetail' })

const read = createRoute({
  method: 'get',
  path: '/v1/predictions/{id}',
  operationId: 'readPrediction',
  tags,
  summary: 'Read one prediction, and whether it counts',
  middleware: [readsAsOf],
  request: { params, query: AsOfQuery },
  responses: asOfAnswers(PredictionDetail, 'The prediction'),
})

const History = z
  .object({ items: z.array(Interval), closesAt: Instant.nullable() })
  .meta({ id: 'ForecastHistory', description: 'what stood when, in order; intervals are half-open' })

const readHistory = createRoute({
  method: 'get',
  path: '/v1/questions/{id}/history',
  operationId: 'readForecastHistory',
  tags,
  summary: 'Read what an author had standing on a question, and when',
  middleware: [readsAsOf],
  request: {
    params: z.object({ id: idOf('question') }),
    query: AsOfQuery.extend({ author: z.string().min(1).max(300).meta({ description: 'id or slug' }) }),
  },
  responses: asOfAnswers(History, 'The intervals'),
})

const readReceipt = createRoute({
  method: 'get',
  path: '/v1/predictions/{id}/receipt',
  operationId: 'readReceipt',
  tags,
  summary: 'Read the receipt of a prediction',
  description:
    'With the key that recorded it the receipt holds the fields and salts from which its digest can be recomputed.',
  ...further('admin', 'for the fields and salts of what was not recorded with this key', 'less'),
  request: { params },
  responses: readAnswers(Receipt, 'The receipt'),
})

export const predictionRoutes = () =>
  createRouter()
    .openapi(submit, async (c) => {
      const { prediction, created } = await submitPrediction(writing(c), c.req.valid('json'))
      return c.json(publicPrediction(prediction), created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const { reader } = reading(c)
      const filter = {
        ...(await idsNamed(reader, query)),
        ...dueIn(query),
        questionId: query.question ?? null,
        commentaryId: query.commentary ?? null,
        sourceId: query.source ?? null,
        topic: query.topic ?? null,
        status: query.status ?? null,
        kind: query.kind ?? null,
        attribution: query.attribution ?? null,
        origin: query.origin ?? null,
        timing: query.timing ?? null,
        saidAfter: query.said_after ?? null,
        saidBefore: query.said_before ?? null,
        takenBack: query.taken_back ?? null,
      }
      const { items, next } = await listPredictions(reader, filter, pageRequest(query))
      return c.json({ items: await flagPredictions(reader, items.map(publicPrediction)), next }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const { reader } = reading(c)
      const prediction = await findPrediction(reader, id)
      if (!prediction) throw missing('prediction', id)
      const shown = await only(flagPredictions(reader, [publicPrediction(prediction)]))
      const counting = await countingOf(reader, prediction)
      const baselines = await heldAgainst(reader, prediction)
      return c.json({ ...shown, counting, baselines, brier: await categoricalScore(reader, prediction) }, 200)
    })
    .openapi(readHistory, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      const question = await findQuestion(reader, id)
      if (!question) throw missing('question', id)
      const named = c.req.valid('query').author
      const author = await findAuthor(reader, named)
      if (!author) throw missing('author', named, 'author')
      const closesAt = forecastsCloseAt(question.version)
      return c.json({ items: historyOf(await predictionsBy(reader, id, author.id), closesAt), closesAt }, 200)
    })
    .openapi(readReceipt, async (c) => {
      const { id } = c.req.valid('param')
      const receipt = await receiptOf(reading(c).reader, id, c.var.actor)
      if (!receipt) throw missing('prediction', id)
      return c.json(receipt, 200)
    })
