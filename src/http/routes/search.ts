import { createRoute, z } from '@hono/zod-openapi'
import { Author } from '../../core/author.ts'
import { Snippet, searchKinds } from '../../core/search.ts'
import { flagPredictions, flagQuestions } from '../../queries/flagged.ts'
import { type Match, search } from '../../queries/search.ts'
import type { Reader } from '../../storage/database.ts'
import { reading } from '../env.ts'
import { FlaggedPrediction, FlaggedQuestion } from '../flagged.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { publicPrediction, publicQuestion, publicQuote } from '../public.ts'
import { createRouter, readAnswers } from '../router.ts'
import { several } from '../several.ts'

const hit = {
  rank: z.number().min(0).max(1).meta({ description: 'how well it matches: 1 best; of use for the order alone' }),
  snippet: Snippet,
}
const SearchHit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('question'), question: FlaggedQuestion, ...hit }).meta({ id: 'QuestionHit' }),
    z.object({ kind: z.literal('prediction'), prediction: FlaggedPrediction, ...hit }).meta({ id: 'PredictionHit' }),
    z.object({ kind: z.literal('author'), author: Author, ...hit }).meta({ id: 'AuthorHit' }),
  ])
  .meta({ id: 'SearchHit' })
type SearchHit = z.infer<typeof SearchHit>

export const SearchPage = pageSchema(SearchHit)
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

/** What is found, as it is read elsewhere: with the disputes about it. */
export const shownMatches = async (reader: Reader, items: Match[]): Promise<SearchHit[]> => {
  const said = items.flatMap((one) => (one.kind === 'prediction' ? [publicPrediction(one.thing)] : []))
  const asked = items.flatMap((one) => (one.kind === 'question' ? [one.thing] : []))
  const predictions = new Map((await flagPredictions(reader, said)).map((one) => [one.id, one]))
  const questions = new Map((await flagQuestions(reader, asked)).map((one) => [one.id, one]))
  return items.flatMap(({ rank, snippet, ...found }): SearchHit[] => {
    if (found.kind === 'author') return [{ kind: found.kind, author: found.thing, rank, snippet }]
    const [question, prediction] = [questions.get(found.thing.id), predictions.get(found.thing.id)]
    if (question) return [{ kind: 'question', question, rank, snippet }]
    return prediction ? [{ kind: 'prediction', prediction, rank, snippet }] : []
  })
}

export const shown = { question: publicQuestion, prediction: publicQuote }

export const searchRoutes = () =>
  createRouter().openapi(find, async (c) => {
    const { q, kind = searchKinds, ...page } = c.req.valid('query')
    const { reader } = reading(c)
    const { items, next, cutOff } = await search(reader, { q, kinds: [...kind], shown }, pageRequest(page))
    return c.json({ items: await shownMatches(reader, items), next, cutOff }, 200)
  })
