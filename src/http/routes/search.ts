import { createRoute, z } from '@hono/zod-openapi'
import { searchKinds } from '../../core/search.ts'
import { search } from '../../queries/following/search.ts'
import { SearchHit, shownMatches } from '../../queries/following/search-hit.ts'
import { reading } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { createRouter, readAnswers } from '../router.ts'
import { several } from '../several.ts'

const SearchPage = pageSchema(SearchHit)
  .extend({
    cutOff: z.array(z.enum(searchKinds)).meta({
      description: 'kinds of which more than 1,000 match: the newest 1,000 are ranked, older ones need narrower words',
    }),
  })
  .meta({ id: 'SearchPage' })

const find = createRoute({
  method: 'get',
  path: '/v1/search',
  operationId: 'search',
  tags: ['search'],
  summary: 'Search questions, predictions and authors, best first',
  description:
    'Questions by their wording and criteria, predictions by their public quotes, in English word forms; authors by the ' +
    'beginnings of the words of their names, accents or not. `"two words"` is a phrase, `or` gives a choice, `-word` leaves out. ' +
    'Of equals the newest comes first.',
  request: {
    query: PageQuery.extend({
      q: z
        .string()
        .trim()
        .min(1, 'give a word to look for')
        .max(200)
        .meta({ description: 'what to look for', examples: ['rate cut', '"ceasefire" -gaza', 'silv'] }),
      kind: several(z.enum(searchKinds), searchKinds.length)
        .optional()
        .meta({ description: 'only these; may stand several times' }),
    }),
  },
  responses: readAnswers(SearchPage, 'A page of what matches'),
})

export const searchRoutes = () =>
  createRouter().openapi(find, async (c) => {
    const { q, kind = searchKinds, ...page } = c.req.valid('query')
    const { reader } = reading(c)
    const { items, next, cutOff } = await search(reader, { q, kinds: [...kind] }, pageRequest(page))
    return c.json({ items: await shownMatches(reader, items), next, cutOff }, 200)
  })
