import { createRoute, z } from '@hono/zod-openapi'
import { Definition, definitionOf, definitionsOf, reportFields } from '../../queries/report/definitions.ts'
import { VERSIONS, Versions } from '../../queries/report/versions.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { several } from '../several.ts'

const tags = ['definitions']

const DefinitionList = z.object({ items: z.array(Definition), versions: Versions }).meta({ id: 'DefinitionList' })

const list = createRoute({
  method: 'get',
  path: '/v1/definitions',
  operationId: 'listDefinitions',
  tags,
  summary:
    'List the measures that reports show: what each is, in what unit, which way is better, and from how many families on',
  description: 'The same for everybody and at every position of the ledger: it knows no `as_of`.',
  request: {
    query: z.object({
      measure: several(z.string().max(60), 200)
        .optional()
        .meta({ description: 'only these, by id; may stand several times' }),
      field: several(z.enum(reportFields), reportFields.length).optional().meta({
        description: 'only measures of this field of a report, as `withheld` names it; may stand several times',
      }),
    }),
  },
  responses: asOfAnswers(DefinitionList, 'The measures, in the order of a report'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/definitions/{id}',
  operationId: 'readDefinition',
  tags,
  summary: 'Read what one measure is',
  request: {
    params: z.object({
      id: z
        .string()
        .max(60)
        .meta({ examples: ['brier', 'slope'] }),
    }),
  },
  responses: asOfAnswers(Definition, 'The measure'),
})

export const definitionRoutes = () =>
  createRouter()
    .openapi(list, (c) => {
      const { measure = [], field = [] } = c.req.valid('query')
      return c.json({ items: definitionsOf(measure, field), versions: VERSIONS }, 200)
    })
    .openapi(read, (c) => c.json(definitionOf(c.req.valid('param').id), 200))
