import { createRoute, z } from '@hono/zod-openapi'
import { problemCodes } from '../../core/problem.ts'
import { problemTexts } from '../../core/problem-texts.ts'
import { statuses, typeOf } from '../problem.ts'
import { createRouter, readAnswers } from '../router.ts'

const ProblemKind = z
  .object({
    code: z.enum(problemCodes),
    type: z.string().meta({ description: 'what problem documents of this code link to' }),
    status: z.int(),
    title: z.string(),
    meaning: z.string(),
    whatToDo: z.string(),
  })
  .meta({ id: 'ProblemKind' })
export type ProblemKind = z.infer<typeof ProblemKind>

const list = createRoute({
  method: 'get',
  path: '/v1/problems',
  operationId: 'listProblems',
  tags: ['problems'],
  summary: 'List everything that can go wrong, with its status and what to do',
  description: 'The closed list of codes that problem documents carry, whole.',
  responses: readAnswers(z.object({ items: z.array(ProblemKind) }).meta({ id: 'ProblemKinds' }), 'The list'),
})

/** Every problem code with its status, in the order of the list. */
export const problemKinds = (): ProblemKind[] =>
  problemCodes.map((code) => {
    const [status, title] = statuses[code]
    return { code, type: typeOf(code), status, title, ...problemTexts[code] }
  })

export const problemRoutes = () => createRouter().openapi(list, (c) => c.json({ items: problemKinds() }, 200))
