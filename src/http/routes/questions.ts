import { createRoute, z } from '@hono/zod-openapi'
import { AddOption, addOption } from '../../actions/questions/add-option.ts'
import { AddVersion, addVersion } from '../../actions/questions/add-version.ts'
import { CreateQuestion, createQuestion } from '../../actions/questions/create-question.ts'
import { idOf } from '../../core/id.ts'
import { QuestionOption } from '../../core/option.ts'
import { Question, QuestionVersion, questionKinds } from '../../core/question.ts'
import { statuses } from '../../core/resolution/lifecycle.ts'
import { flagQuestions } from '../../queries/flagged.ts'
import { FlaggedQuestion } from '../../queries/flagged-schema.ts'
import { publicQuestion, publicVersion } from '../../queries/public.ts'
import { QuestionDetail, questionDetail } from '../../queries/question-detail.ts'
import { listQuestions, revisionOf } from '../../storage/questions.ts'
import { AsOfQuery, readsAsOf, readsAsOfUntagged } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { dueIn, filters, idsNamed } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, putAnswers, securedChange, securedWrite } from '../router.ts'

const tags = ['questions']
const params = z.object({ id: idOf('question') })

const create = createRoute({
  method: 'post',
  path: '/v1/questions',
  operationId: 'createQuestion',
  tags,
  summary: 'Make a question with its first version',
  ...securedWrite('review'),
  request: { body: body(CreateQuestion) },
  responses: putAnswers(Question, 'The question'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/questions',
  operationId: 'listQuestions',
  tags,
  summary: 'List questions, newest first',
  middleware: [readsAsOf],
  request: {
    query: PageQuery.extend({
      ...AsOfQuery.shape,
      status: z.enum(statuses).optional(),
      kind: z.enum(questionKinds).optional(),
      author: filters.author,
      family: idOf('family').optional(),
      topic: filters.topic,
      collection: filters.collection,
      due_after: filters.due_after,
      due_before: filters.due_before,
    }),
  },
  responses: asOfAnswers(pageSchema(FlaggedQuestion).meta({ id: 'QuestionPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/questions/{id}',
  operationId: 'readQuestion',
  tags,
  summary: 'Read one question with its versions and its log',
  middleware: [readsAsOfUntagged],
  request: { params, query: AsOfQuery },
  responses: asOfAnswers(QuestionDetail, 'The question'),
})

const version = createRoute({
  method: 'post',
  path: '/v1/questions/{id}/versions',
  operationId: 'addVersion',
  tags,
  summary: 'Add a version to a question that is not decided',
  description:
    'Nothing changes in place: a prediction stays on the version it was made on and is judged by it. `expectedVersion` names the version followed; where another followed first, the answer is 409 and `stands` shows it.',
  ...securedChange('review'),
  request: { params, body: body(AddVersion) },
  responses: putAnswers(QuestionVersion, 'The version'),
})

const option = createRoute({
  method: 'post',
  path: '/v1/questions/{id}/options',
  operationId: 'addOption',
  tags,
  summary: 'Add an option to a categorical question that is not decided',
  description:
    'It is carved out of the catch-all: a forecast made before counts as having given it the share of `other`. A label that stands answers 200.',
  ...securedChange('review'),
  request: { params, body: body(AddOption) },
  responses: putAnswers(QuestionOption, 'The option'),
})

export const questionRoutes = () =>
  createRouter()
    .openapi(create, async (c) => {
      const { question, created } = await createQuestion(writing(c), c.req.valid('json'))
      return c.json(publicQuestion(question), created ? 201 : 200)
    })
    .openapi(version, async (c) => {
      const { id } = c.req.valid('param')
      const added = await addVersion(writing(c), { questionId: id, version: c.req.valid('json') })
      return c.json(publicVersion(added.version), added.created ? 201 : 200)
    })
    .openapi(option, async (c) => {
      const { id } = c.req.valid('param')
      const added = await addOption(writing(c), { questionId: id, option: c.req.valid('json') })
      return c.json(added.option, added.created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { reader } = reading(c)
      const query = c.req.valid('query')
      const filter = {
        ...(await idsNamed(reader, query)),
        ...dueIn(query),
        status: query.status ?? null,
        kind: query.kind ?? null,
        familyId: query.family ?? null,
        topic: query.topic ?? null,
      }
      const { items, next } = await listQuestions(reader, filter, pageRequest(query))
      return c.json({ items: await flagQuestions(reader, items.map(publicQuestion)), next }, 200)
    })
    .openapi(read, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      // Before the body: that may be newer than its tag, never older.
      c.set('revision', await revisionOf(reader, id))
      return c.json(await questionDetail(reader, id), 200)
    })
