import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readCommentary, SentCommentary } from '../../actions/reading/read-commentary.ts'
import { recordCommentary } from '../../actions/reading/record-commentary.ts'
import { recordUrl } from '../../actions/reading/record-url.ts'
import { Commentary } from '../../core/commentary.ts'
import { ExtractionRun } from '../../core/extraction-run.ts'
import { idOf } from '../../core/id.ts'
import { CommentaryPlace } from '../../core/place.ts'
import { missing, Problem } from '../../core/problem.ts'
import { DocumentReading } from '../../core/reading/document.ts'
import { PublicReading, PublicRun, publicReading, publicRun } from '../../core/recorded-reading.ts'
import { Day, dayOf } from '../../core/time.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import { findCommentary, listCommentaries, newestText } from '../../storage/commentaries.ts'
import type { Reader } from '../../storage/database.ts'
import { placesOf } from '../../storage/places.ts'
import { newestReading, newestRun } from '../../storage/readings.ts'
import { redactionOf } from '../../storage/redactions.ts'
import { may } from '../auth.ts'
import { type Env, reading, writing } from '../env.ts'
import { filters, idsNamed } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { answeredLater } from '../respond-async.ts'
import {
  body,
  createRouter,
  fetchAnswers,
  further,
  laterAnswers,
  putAnswers,
  readAnswers,
  secured,
  securedWrite,
  takesPrefer,
} from '../router.ts'

const tags = ['commentaries']
const params = z.object({ id: idOf('commentary') })

/** A commentary as it is sent, or by its address alone. */
const CommentaryRequest = SentCommentary.extend({
  text: SentCommentary.shape.text.optional().meta({
    description:
      'the whole document, at most 1 MB of plain text or Markdown, or 2.5 MB of HTML; without it `url` is fetched',
  }),
})
  .refine(({ text, url }) => text !== undefined || url !== undefined, {
    path: ['text'],
    message: 'send the text, or the url of its page',
  })
  .refine(({ text, mediaType }) => text !== undefined || mediaType === undefined, {
    path: ['mediaType'],
    message: 'a page that is fetched tells its own',
  })
  .meta({
    id: 'RecordCommentary',
    examples: [
      {
        text: 'The harbour bridge will probably open by the end of March 2031, the council was told.',
        title: 'A bridge in sight',
        publishedOn: '2026-10-05',
        publisher: 'Harbour Gazette',
        bylines: ['Ada Quill'],
      },
      { url: 'https://example.org/opinion/a-bridge-in-sight' },
    ],
  })
type CommentaryRequest = z.infer<typeof CommentaryRequest>

const RecordedCommentary = z
  .object({
    commentary: Commentary,
    created: z.boolean().meta({ description: 'false: the same content stood already' }),
    candidates: z.int().meta({ description: 'passages that extraction took for predictions' }),
    extraction: ExtractionRun.nullable().meta({
      description: 'how they were found, when it was recorded; null where that was before runs were kept',
    }),
    document: DocumentReading.nullable().meta({
      description:
        'what the document told and what was taken from it, when it was recorded; null where that was before readings were kept',
    }),
  })
  .meta({ id: 'RecordedCommentary' })

export const CommentaryDetail = Commentary.extend({
  extraction: PublicRun.nullable().meta({ description: 'how its candidates were found; null: not kept' }),
  document: PublicReading.nullable().meta({ description: 'what its document told; null: not kept' }),
}).meta({ id: 'CommentaryDetail' })

const record = createRoute({
  method: 'post',
  path: '/v1/commentaries',
  operationId: 'recordCommentary',
  tags,
  summary: 'Record a commentary and extract its candidates',
  description:
    'Plain text, Markdown or HTML; without a text the page at `url` is fetched, as its robots.txt and reservations allow. ' +
    'What is left out is taken from the document: front matter, JSON-LD, meta tags, a byline and a date under the title. ' +
    'Once: the same text again, or the same piece at another address, answers 200 with the record that stands. A text whose ' +
    'bylines, publisher, day or url contradict that record answers 409 and names it; fewer than 40 words under other ' +
    'bylines are another commentary. Naming a collection needs the scope review.',
  ...securedWrite('submit'),
  ...takesPrefer,
  ...further('review', 'to record it for a collection', 'refused'),
  request: { body: body(CommentaryRequest) },
  responses: { ...putAnswers(RecordedCommentary, 'The commentary'), ...fetchAnswers, ...laterAnswers },
})

const list = createRoute({
  method: 'get',
  path: '/v1/commentaries',
  operationId: 'listCommentaries',
  tags,
  summary: 'List commentaries, newest first',
  request: {
    query: PageQuery.extend({
      source: filters.source,
      author: filters.author.meta({ description: 'who signs it, id or slug' }),
      collection: filters.collection.meta({ description: 'read for it, id or slug' }),
      published_after: Day.optional().meta({ description: 'on this day or later' }),
      published_before: Day.optional().meta({ description: 'before this day' }),
    }),
  },
  responses: readAnswers(pageSchema(Commentary).meta({ id: 'CommentaryPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/commentaries/{id}',
  operationId: 'readCommentary',
  tags,
  summary: 'Read one commentary, without its text, and how it was read',
  request: { params },
  responses: readAnswers(CommentaryDetail, 'The commentary'),
})

const readText = createRoute({
  method: 'get',
  path: '/v1/commentaries/{id}/text',
  operationId: 'readCommentaryText',
  tags,
  summary: 'Read the text of a commentary, for review',
  ...secured('review'),
  request: { params },
  responses: readAnswers(
    z
      .object({
        version: z.int(),
        reader: z.string().meta({ description: 'how it was made from what was recorded' }),
        text: z.string(),
      })
      .meta({ id: 'CommentaryText' }),
    'The newest plain text; offsets of candidates are UTF-16 code units into it',
  ),
})

const readPlaces = createRoute({
  method: 'get',
  path: '/v1/commentaries/{id}/places',
  operationId: 'readCommentaryPlaces',
  tags,
  summary: 'Read where a commentary was fetched, and how each place was known to be the same piece',
  description: 'For reviewers: an address may hold a secret of whoever sent it.',
  ...secured('review'),
  request: { params },
  responses: readAnswers(z.object({ items: z.array(CommentaryPlace) }).meta({ id: 'CommentaryPlaces' }), 'The places'),
})

type Ctx = Context<Env>

const recordSent = async (c: Ctx, sent: SentCommentary) => {
  const context = writing(c)
  const { commentary: read, original, document } = await readCommentary(sent, dayOf(context.now))
  const extraction = await c.var.services.extract(read.text, read.publishedOn, read.language)
  return recordCommentary(context, { commentary: read, extraction, original, document })
}

const recordFetched = async (c: Ctx, { url = '', collection, text: _, mediaType: __, ...told }: CommentaryRequest) => {
  const input = { url, collection, told, hints: {} }
  return recordUrl(c.var.services, writing(c).actor, input)
}

/** How a commentary was read when it was recorded, whoever asks again. */
const howRead = async (reader: Reader, id: string) => {
  const [run, document] = [await newestRun(reader, id), await newestReading(reader, id)]
  return { extraction: run && ExtractionRun.parse(run), document: document && DocumentReading.parse(document) }
}

export const commentaryRoutes = () =>
  createRouter()
    .openapi(record, async (c) => {
      const input = c.req.valid('json')
      if (input.collection !== undefined && !may(c.var.actor, 'review')) {
        const remedy = 'use a key with the scope review, or leave collection out'
        throw new Problem('forbidden', 'reading for a collection needs the scope review', remedy, [
          { field: 'collection', detail: 'needs the scope review' },
        ])
      }
      const later = await answeredLater(c)
      if (later) return later
      const { commentary, created } =
        input.text === undefined ? await recordFetched(c, input) : await recordSent(c, { ...input, text: input.text })
      const { reader } = reading(c)
      const candidates = (await candidatesOf(reader, commentary.id)).length
      const how = await howRead(reader, commentary.id)
      return c.json({ commentary, created, candidates, ...how }, created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const { reader } = reading(c)
      const filter = {
        ...(await idsNamed(reader, query)),
        sourceId: query.source ?? null,
        publishedAfter: query.published_after ?? null,
        publishedBefore: query.published_before ?? null,
      }
      return c.json(await listCommentaries(reader, filter, pageRequest(query)), 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const { reader } = reading(c)
      const commentary = await findCommentary(reader, id)
      if (!commentary) throw missing('commentary', id)
      const [run, document] = [await newestRun(reader, id), await newestReading(reader, id)]
      return c.json(
        { ...commentary, extraction: run && publicRun(run), document: document && publicReading(document) },
        200,
      )
    })
    .openapi(readPlaces, async (c) => {
      const { id } = c.req.valid('param')
      const { reader } = reading(c)
      if (!(await findCommentary(reader, id))) throw missing('commentary', id)
      return c.json({ items: await placesOf(reader, id) }, 200)
    })
    .openapi(readText, async (c) => {
      const { id } = c.req.valid('param')
      const { reader } = reading(c)
      const text = await newestText(reader, id)
      const redaction = text ? null : await redactionOf(reader, id)
      if (redaction)
        throw new Problem('not-found', `its text was taken out: ${redaction.reason}`, 'read its candidates')
      if (!text) throw missing('commentary', id)
      return c.json(text, 200)
    })
