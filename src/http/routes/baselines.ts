import { createRoute, z } from '@hono/zod-openapi'
import {
  BaselineOn,
  type BaselineResult,
  MAX_BASELINES,
  RecordBaseline,
  recordBaseline,
  recordBaselines,
} from '../../actions/predicting/record-baseline.ts'
import { Baseline } from '../../core/baseline.ts'
import { idOf } from '../../core/id.ts'
import { missing, Problem } from '../../core/problem.ts'
import { listBaselines } from '../../storage/baselines.ts'
import { findQuestion } from '../../storage/questions.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { ItemProblem, itemProblem } from '../problem.ts'
import { asOfAnswers, body, createRouter, json, putAnswers, securedBatch, securedWrite } from '../router.ts'

const tags = ['baselines']
const params = z.object({ id: idOf('question') })
const rule =
  'A baseline counts beside the forecasts of its version that were said at or after its date. It is refused once the version has been decided, and where its date is of later than the window or than an event that is proposed to decide.'

const record = createRoute({
  method: 'post',
  path: '/v1/questions/{id}/baselines',
  operationId: 'recordBaseline',
  tags,
  summary: 'Record a reference probability of a question: a base rate, a market price, a crowd, the status quo',
  description: `${rule} A correction is a new one with \`corrects\`. The same again answers 200.`,
  ...securedWrite('review'),
  request: { params, body: body(RecordBaseline) },
  responses: putAnswers(Baseline, 'The baseline'),
})

const Result = z
  .object({
    result: z.enum(['created', 'standing', 'refused']),
    baseline: Baseline.nullable(),
    problem: ItemProblem.nullable(),
  })
  .meta({ id: 'BaselineResult', description: 'what became of one, as if it had been sent alone' })
const Results = z
  .object({
    items: z.array(Result).meta({ description: 'one for each that was sent, in that order' }),
    created: z.int(),
    standing: z.int(),
    refused: z.int().meta({ description: 'how many were; each says why in its `problem`' }),
  })
  .meta({ id: 'BaselineResults' })

const recordMany = createRoute({
  method: 'post',
  path: '/v1/baselines',
  operationId: 'recordBaselines',
  tags,
  summary: `Record up to ${MAX_BASELINES} reference probabilities, each on its question`,
  description:
    `${rule} Each is recorded, found standing or refused by itself; the answer tells of each, and how many came to what: 201 where one ` +
    'was new, 200 where one stood already and none was new, 422 where all were refused.',
  ...securedBatch('review'),
  request: { body: body(z.object({ items: z.array(BaselineOn).min(1).max(MAX_BASELINES) }).meta({ id: 'Baselines' })) },
  responses: { ...putAnswers(Results, 'What became of each'), 200: json(Results, 'What became of each; none was new') },
})

const list = createRoute({
  method: 'get',
  path: '/v1/questions/{id}/baselines',
  operationId: 'listBaselines',
  tags,
  summary: 'List the reference probabilities of a question, newest first',
  description: 'Those of all its versions, also those that others took the place of.',
  middleware: [readsAsOf],
  request: { params, query: PageQuery.extend(AsOfQuery.shape) },
  responses: asOfAnswers(pageSchema(Baseline).meta({ id: 'BaselinePage' }), 'A page'),
})

/** Where nothing was taken the request has failed, and says of each item why. */
const allRefused = (problems: readonly Problem[]): Problem => {
  const fields = problems.flatMap(({ message, fields: own }, at) =>
    own.length === 0
      ? [{ field: `items.${at}`, detail: message }]
      : own.map(({ field, detail }) => ({ field: `items.${at}.${field}`, detail })),
  )
  const detail =
    problems.length === 1 ? 'the one baseline was refused' : `all ${problems.length} baselines were refused`
  return new Problem('invalid-input', detail, 'correct each item as its field says', fields)
}

const shown = ({ recorded, problem }: BaselineResult): z.infer<typeof Result> => {
  if (recorded) {
    return { result: recorded.created ? 'created' : 'standing', baseline: recorded.baseline, problem: null }
  }
  return { result: 'refused', baseline: null, problem: itemProblem(problem) }
}

export const baselineRoutes = () =>
  createRouter()
    .openapi(record, async (c) => {
      const { id: questionId } = c.req.valid('param')
      const { baseline, created } = await recordBaseline(writing(c), { questionId, ...c.req.valid('json') })
      return c.json(baseline, created ? 201 : 200)
    })
    .openapi(recordMany, async (c) => {
      const results = await recordBaselines(writing(c), c.req.valid('json').items)
      const problems = results.flatMap(({ problem }) => problem ?? [])
      if (problems.length === results.length) throw allRefused(problems)
      const items = results.map(shown)
      const count = (what: (typeof items)[number]['result']) => items.filter(({ result }) => result === what).length
      const [created, standing, refused] = [count('created'), count('standing'), count('refused')]
      return c.json({ items, created, standing, refused }, created > 0 ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      if (!(await findQuestion(reader, id))) throw missing('question', id)
      const { as_of: _, ...page } = c.req.valid('query')
      return c.json(await listBaselines(reader, id, pageRequest(page)), 200)
    })
