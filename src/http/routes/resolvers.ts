import { createRoute, z } from '@hono/zod-openapi'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { RESOLVER_RULES } from '../../core/resolution/resolver.ts'
import { ResolverState } from '../../core/resolution/resolver-state.ts'
import { findQuestion } from '../../storage/questions.ts'
import { resolverStates } from '../../storage/resolver-attempts.ts'
import { reading } from '../env.ts'
import { createRouter, readAnswers } from '../router.ts'

const params = z.object({ id: idOf('question') })
const QuestionResolvers = z
  .object({
    versionId: idOf('version'),
    rules: z.string().meta({ description: 'the version of the rules' }),
    items: z.array(ResolverState),
  })
  .meta({ id: 'QuestionResolvers' })

const list = createRoute({
  method: 'get',
  path: '/v1/questions/{id}/resolvers',
  operationId: 'listResolvers',
  tags: ['questions'],
  summary: 'The rules by which a question is resolved, and how their attempts went',
  description: 'Of the newest version. A rule that found nothing yet says what it waits for, one that failed says why.',
  request: { params },
  responses: readAnswers(QuestionResolvers, 'The rules with their states'),
})

export const resolverRoutes = () =>
  createRouter().openapi(list, async (c) => {
    const { reader } = reading(c)
    const { id } = c.req.valid('param')
    const question = await findQuestion(reader, id)
    if (!question) throw missing('question', id)
    const versionId = question.version.id
    return c.json({ versionId, rules: RESOLVER_RULES, items: await resolverStates(reader, versionId) }, 200)
  })
