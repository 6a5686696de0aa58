import type { ItemAt, OperationOf, PagedPath } from '../../client/request-types.ts'
import { type Columns, dayOnly, shownProbability } from './columns.ts'

type QueryOf<P extends PagedPath> =
  OperationOf<P, 'get'> extends { parameters: { query?: infer Q } } ? Extract<keyof NonNullable<Q>, string> : never

/** Something that a server lists: where, by which filters, and what a table shows of it. */
export type Resource = {
  path: PagedPath
  about: string
  filters: readonly string[]
  columns: Columns<never>
}

const resource = <P extends PagedPath>(
  path: P,
  about: string,
  filters: readonly QueryOf<P>[],
  columns: Columns<ItemAt<P>>,
): Resource => ({ path, about, filters, columns })

/** What `list` and `export` know, in the order of their help. */
export const resources: Readonly<Record<string, Resource>> = {
  authors: resource('/v1/authors', 'who is scored', ['kind', 'q', 'collection'], {
    id: ({ id }) => id,
    name: ({ name }) => name,
    slug: ({ slug }) => slug,
    kind: ({ kind, bot }) => (bot ? `${kind}, bot` : kind),
  }),
  'author-links': resource('/v1/author-links', 'which records were merged, and split again', ['author', 'as_of'], {
    record: ({ authorId }) => authorId,
    act: ({ act }) => act,
    other: ({ otherId }) => otherId,
    recorded: ({ recordedAt }) => dayOnly(recordedAt),
    reason: ({ reason }) => reason,
  }),
  questions: resource(
    '/v1/questions',
    'what can be settled',
    ['status', 'kind', 'author', 'family', 'topic', 'collection', 'due_after', 'due_before', 'as_of'],
    {
      id: ({ id }) => id,
      wording: ({ version }) => version.wording,
      'window end': ({ version }) => version.windowEnd,
      status: ({ status, outcome, voidReason }) => [status, outcome, voidReason].filter(Boolean).join(' '),
    },
  ),
  due: resource('/v1/work', 'questions that wait for an outcome, the oldest first', ['due_before', 'resolver'], {
    id: ({ question }) => question.id,
    wording: ({ question }) => question.version.wording,
    'window end': ({ question }) => question.version.windowEnd,
    proposals: ({ proposals }) => proposals.length,
  }),
  predictions: resource(
    '/v1/predictions',
    'what was said',
    [
      ...([
        'author',
        'question',
        'commentary',
        'collection',
        'source',
        'topic',
        'status',
        'kind',
        'attribution',
      ] as const),
      ...(['origin', 'timing', 'taken_back', 'due_after', 'due_before', 'said_after', 'said_before', 'as_of'] as const),
    ],
    {
      id: ({ id }) => id,
      author: ({ authorName }) => authorName,
      act: ({ act }) => act,
      p: ({ probability }) => shownProbability(probability),
      said: ({ said }) => dayOnly(said.latest),
      question: ({ questionId }) => questionId,
      words: ({ quote }) => quote,
    },
  ),
  candidates: resource(
    '/v1/candidates',
    'passages that may be predictions',
    ['status', 'commentary', 'author', 'source', 'collection', 'attribution', 'kind', 'due_after', 'due_before'],
    {
      id: ({ id }) => id,
      claim: ({ claim }) => claim,
      p: ({ probability }) => shownProbability(probability.mid),
      'window end': ({ window }) => window?.end,
      status: ({ status }) => status,
    },
  ),
  commentaries: resource(
    '/v1/commentaries',
    'texts that were read',
    ['author', 'source', 'collection', 'published_after', 'published_before'],
    { id: ({ id }) => id, title: ({ title }) => title, published: ({ publishedOn }) => publishedOn },
  ),
  events: resource(
    '/v1/events',
    'what happened',
    ['kind', 'question', 'source', 'commentary', 'occurred_after', 'occurred_before', 'as_of'],
    { id: ({ id }) => id, title: ({ title }) => title, happened: ({ happened }) => dayOnly(happened.earliest) },
  ),
  proposals: resource('/v1/proposals', 'outcomes that were proposed', ['question', 'status'], {
    id: ({ id }) => id,
    question: ({ questionId }) => questionId,
    outcome: ({ outcome }) => outcome,
    status: ({ status }) => status,
    reason: ({ reason }) => reason,
  }),
  resolutions: resource(
    '/v1/resolutions',
    'the log of what was decided',
    ['author', 'question', 'topic', 'collection', 'status', 'kind', 'step', 'due_after', 'due_before', 'as_of'],
    {
      question: ({ questionId }) => questionId,
      step: ({ step }) => step,
      outcome: ({ outcome, voidReason }) => outcome ?? voidReason,
      decider: ({ decider }) => decider,
      recorded: ({ recordedAt }) => dayOnly(recordedAt),
      reason: ({ reason }) => reason,
    },
  ),
  disputes: resource('/v1/disputes', 'what is disputed', ['status', 'question'], {
    id: ({ id }) => id,
    status: ({ status }) => status,
    recorded: ({ recordedAt }) => dayOnly(recordedAt),
  }),
  collections: resource('/v1/collections', 'what is read whole, and ranked', [], {
    id: ({ id }) => id,
    slug: ({ slug }) => slug,
    name: ({ name }) => name,
  }),
  sources: resource('/v1/sources', 'publishers', [], { id: ({ id }) => id, name: ({ name }) => name }),
}
