import { createRoute, z } from '@hono/zod-openapi'
import { DecideProposal, decideProposal } from '../../actions/resolving/decide-proposal.ts'
import { ProposeOutcome, proposeOutcome } from '../../actions/resolving/propose-outcome.ts'
import { ResolveQuestion, resolveQuestion } from '../../actions/resolving/resolve-question.ts'
import { ProposalTrial, tryProposal } from '../../actions/resolving/try-proposal.ts'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { Proposal, proposalStatuses } from '../../core/proposal.ts'
import { Question, questionKinds } from '../../core/question.ts'
import { logSteps, statuses } from '../../core/resolution/lifecycle.ts'
import { ScoreChange } from '../../core/score-change.ts'
import { flagEntries } from '../../queries/flagged.ts'
import { FlaggedResolution } from '../../queries/flagged-schema.ts'
import { publicEntry, publicProposal, publicQuestion } from '../../queries/public.ts'
import { findProposal, listProposals } from '../../storage/proposals.ts'
import { listResolutions } from '../../storage/resolutions.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { dueIn, filters, idsNamed } from '../list-filters.ts'
import { flag, PageQuery, pageRequest, pageSchema } from '../page.ts'
import { answeredLater } from '../respond-async.ts'
import {
  asOfAnswers,
  body,
  createAnswers,
  createRouter,
  json,
  laterAnswers,
  putAnswers,
  readAnswers,
  securedChange,
  securedWrite,
  takesPrefer,
} from '../router.ts'

const params = z.object({ id: idOf('proposal') })
const RecordedProposal = z.object({ proposal: Proposal, created: z.boolean() }).meta({ id: 'RecordedProposal' })
const DecidedProposal = z.object({ proposal: Proposal, question: Question }).meta({ id: 'DecidedProposal' })
const Resolved = z
  .object({
    question: Question,
    scoreChanges: z.array(ScoreChange).meta({ description: 'of a correction: what it did to each author' }),
  })
  .meta({ id: 'ResolvedQuestion' })

const propose = createRoute({
  method: 'post',
  path: '/v1/proposals',
  operationId: 'proposeOutcome',
  tags: ['proposals'],
  summary: 'Propose an outcome with its evidence',
  description:
    'Settles nothing. The same outcome on the same evidence again answers 200 with what stands. With `dry_run` everything is checked and judged, and nothing kept: 200 with what would come of it.',
  ...securedWrite('submit'),
  request: {
    query: z.object({ dry_run: flag(false) }),
    body: body(ProposeOutcome),
  },
  responses: {
    ...putAnswers(RecordedProposal, 'The proposal'),
    200: json(z.union([RecordedProposal, ProposalTrial]), 'The proposal that stood already, or what would come of it'),
  },
})

const list = createRoute({
  method: 'get',
  path: '/v1/proposals',
  operationId: 'listProposals',
  tags: ['proposals'],
  summary: 'List proposals, newest first',
  request: {
    query: PageQuery.extend({ question: idOf('question').optional(), status: z.enum(proposalStatuses).optional() }),
  },
  responses: readAnswers(pageSchema(Proposal).meta({ id: 'ProposalPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/proposals/{id}',
  operationId: 'readProposal',
  tags: ['proposals'],
  summary: 'Read one proposal',
  request: { params },
  responses: readAnswers(Proposal, 'The proposal'),
})

const decide = createRoute({
  method: 'post',
  path: '/v1/proposals/{id}/decisions',
  operationId: 'decideProposal',
  tags: ['proposals'],
  summary: 'Settle by a proposal, or decline it',
  description: 'A proposal that its evidence does not carry yet stays pending, and its `reason` says what is missing.',
  ...securedWrite('resolve'),
  ...takesPrefer,
  request: { params, body: body(DecideProposal) },
  responses: { ...createAnswers(DecidedProposal, 'The proposal and its question'), ...laterAnswers },
})

const resolve = createRoute({
  method: 'post',
  path: '/v1/resolutions',
  operationId: 'resolveQuestion',
  tags: ['resolutions'],
  summary: 'Settle, void, reopen or correct a question',
  ...securedChange('resolve'),
  ...takesPrefer,
  request: { body: body(ResolveQuestion) },
  responses: { ...createAnswers(Resolved, 'The question as decided'), ...laterAnswers },
})

const log = createRoute({
  method: 'get',
  path: '/v1/resolutions',
  operationId: 'listResolutions',
  tags: ['resolutions'],
  summary: 'List entries of the resolution log, newest first',
  middleware: [readsAsOf],
  request: {
    query: PageQuery.extend({
      ...AsOfQuery.shape,
      author: filters.author,
      question: filters.question,
      topic: filters.topic,
      collection: filters.collection,
      due_after: filters.due_after,
      due_before: filters.due_before,
      status: z.enum(statuses).optional().meta({ description: 'of the question' }),
      kind: z.enum(questionKinds).optional().meta({ description: 'of the question' }),
      step: z.enum(logSteps).optional(),
    }),
  },
  responses: asOfAnswers(pageSchema(FlaggedResolution).meta({ id: 'ResolutionPage' }), 'A page'),
})

export const resolutionRoutes = () =>
  createRouter()
    .openapi(propose, async (c) => {
      if (c.req.valid('query').dry_run) {
        const trial = await tryProposal(writing(c), c.req.valid('json'))
        return c.json({ ...trial, stands: trial.stands && publicProposal(trial.stands) }, 200)
      }
      const { proposal, created } = await proposeOutcome(writing(c), c.req.valid('json'))
      return c.json({ proposal: publicProposal(proposal), created }, created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { question, status, ...page } = c.req.valid('query')
      const filter = { questionId: question ?? null, status: status ?? null }
      const { items, next } = await listProposals(reading(c).reader, filter, pageRequest(page))
      return c.json({ items: items.map(publicProposal), next }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const proposal = await findProposal(reading(c).reader, id)
      if (!proposal) throw missing('proposal', id)
      return c.json(publicProposal(proposal), 200)
    })
    .openapi(decide, async (c) => {
      const later = await answeredLater(c)
      if (later) return later
      const { id } = c.req.valid('param')
      const decided = await decideProposal(writing(c), { proposalId: id, decision: c.req.valid('json') })
      return c.json({ proposal: publicProposal(decided.proposal), question: publicQuestion(decided.question) }, 201)
    })
    .openapi(resolve, async (c) => {
      const later = await answeredLater(c)
      if (later) return later
      const input = c.req.valid('json')
      const { question, scoreChanges } = await resolveQuestion(writing(c, input.questionId), input)
      return c.json({ question: publicQuestion(question), scoreChanges }, 201)
    })
    .openapi(log, async (c) => {
      const query = c.req.valid('query')
      const { reader } = reading(c)
      const filter = {
        ...(await idsNamed(reader, query)),
        ...dueIn(query),
        questionId: query.question ?? null,
        topic: query.topic ?? null,
        status: query.status ?? null,
        kind: query.kind ?? null,
        step: query.step ?? null,
      }
      const { items, next } = await listResolutions(reader, filter, pageRequest(query))
      return c.json({ items: await flagEntries(reader, items.map(publicEntry)), next }, 200)
    })
