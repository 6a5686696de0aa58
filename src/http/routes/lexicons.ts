import { createRoute, z } from '@hono/zod-openapi'
import { Lexicon, LexiconSummary, lexiconOf, lexiconSummaries } from '../../core/lexicon/lexicon.ts'
import { createRouter, readAnswers } from '../router.ts'

const tags = ['lexicons']

const LexiconList = z.object({ items: z.array(LexiconSummary) }).meta({ id: 'LexiconList' })

const list = createRoute({
  method: 'get',
  path: '/v1/lexicons',
  operationId: 'listLexicons',
  tags,
  summary: 'List the readings of words of likelihood',
  description:
    'The first is the one that scores rest on; the others are yardsticks of organisations, to set beside it.',
  responses: readAnswers(LexiconList, 'All lexicons, without their entries'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/lexicons/{id}',
  operationId: 'readLexicon',
  tags,
  summary: 'Read one lexicon: phrases with their distributions, or the terms of a standard with their bands',
  request: { params: z.object({ id: z.string().meta({ examples: ['hindcast', 'icd-203'] }) }) },
  responses: readAnswers(Lexicon, 'The lexicon'),
})

export const lexiconRoutes = () =>
  createRouter()
    .openapi(list, (c) => c.json({ items: lexiconSummaries() }, 200))
    .openapi(read, (c) => c.json(lexiconOf(c.req.valid('param').id), 200))
