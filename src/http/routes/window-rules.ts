import { createRoute } from '@hono/zod-openapi'
import { WindowRules } from '../../core/extraction/time/window-rules.ts'
import { publishedWindowRules } from '../../core/extraction/time/window-rules-page.ts'
import { createRouter, readAnswers } from '../router.ts'

const read = createRoute({
  method: 'get',
  path: '/v1/window-rules',
  operationId: 'readWindowRules',
  tags: ['window-rules'],
  summary: 'Read the rules by which words of time become a window',
  description:
    'Days that are named win, read as `readings` shows; else the first of `rules` that fits; else `default`.',
  responses: readAnswers(WindowRules, 'The rules'),
})

export const windowRuleRoutes = () => createRouter().openapi(read, (c) => c.json(publishedWindowRules(), 200))
