import { createRoute, z } from '@hono/zod-openapi'
import { ReviewCandidate, reviewCandidate } from '../../actions/predicting/review-candidate.ts'
import { UndoReview, undoReview } from '../../actions/predicting/undo-review.ts'
import { attributions, claimKinds } from '../../core/candidate.ts'
import { Candidate, candidateStatuses } from '../../core/commentary.ts'
import { idOf } from '../../core/id.ts'
import { missing, Problem } from '../../core/problem.ts'
import { Question } from '../../core/question.ts'
import { flagCandidates, only } from '../../queries/flagged.ts'
import { FlaggedCandidate } from '../../queries/flagged-schema.ts'
import { Suggestions, suggestionsFor } from '../../queries/matching/suggestions.ts'
import { publicCandidate } from '../../queries/public.ts'
import { findCandidate, listCandidates } from '../../storage/candidates.ts'
import { findCommentary } from '../../storage/commentaries.ts'
import { may } from '../auth.ts'
import { reading, writing } from '../env.ts'
import { dueIn, filters, idsNamed } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, further, readAnswers, secured, securedWrite } from '../router.ts'

const tags = ['candidates']
const params = z.object({ id: idOf('candidate') })

const Reviewed = z.object({ candidate: Candidate, question: Question.nullable() }).meta({ id: 'ReviewedCandidate' })

const list = createRoute({
  method: 'get',
  path: '/v1/candidates',
  operationId: 'listCandidates',
  tags,
  summary: 'List candidates, newest first; those of one commentary in the order of its text',
  description: 'Without a key that may review, only reviewed candidates are listed, with quotes up to 300 characters.',
  ...further('review', 'for those that nobody reviewed', 'refused'),
  request: {
    query: PageQuery.extend({
      commentary: filters.commentary,
      author: filters.author.meta({ description: 'who signs the commentary, id or slug' }),
      source: filters.source,
      collection: filters.collection,
      attribution: z.enum(attributions).optional(),
      kind: z.enum(claimKinds).optional(),
      due_after: filters.due_after,
      due_before: filters.due_before,
      status: z.enum(candidateStatuses).optional(),
    }),
  },
  responses: readAnswers(pageSchema(FlaggedCandidate).meta({ id: 'CandidatePage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/candidates/{id}',
  operationId: 'readCandidate',
  tags,
  summary: 'Read one candidate',
  ...further('review', 'for one that nobody reviewed', 'hidden'),
  request: { params },
  responses: readAnswers(FlaggedCandidate, 'The candidate'),
})

const review = createRoute({
  method: 'post',
  path: '/v1/candidates/{id}/reviews',
  operationId: 'reviewCandidate',
  tags,
  summary: 'Accept or reject a candidate, with a reason',
  description:
    'Accepting makes a question of it, or joins the one named, and records the prediction. What was read wrongly is corrected here (phrase or probability, window, attribution, directness, claimant, wording, orientation, polarity): the candidate stays as it was found, and `corrections` tells both. Unless the review says otherwise, a claim that its author has made before joins the question it stands on while that window is open, else makes a new question of its family; `match` says which, how alike and why.',
  ...securedWrite('review'),
  request: { params, body: body(ReviewCandidate) },
  responses: createAnswers(Reviewed, 'The candidate as reviewed'),
})

const undo = createRoute({
  method: 'post',
  path: '/v1/candidates/{id}/undo',
  operationId: 'undoReview',
  tags,
  summary: 'Take back one’s own review of a candidate',
  description:
    'The candidate is pending again. What was accepted is marked as a mistake of its recording and counts nowhere; a question that was made for it alone is void. Only who decided may, while nothing rests on it: not once its question is decided or a dispute about it is open.',
  ...securedWrite('review'),
  request: { params, body: body(UndoReview) },
  responses: createAnswers(Reviewed, 'The candidate, pending, and the question that the statement stood on'),
})

const suggest = createRoute({
  method: 'get',
  path: '/v1/candidates/{id}/suggestions',
  operationId: 'suggestQuestions',
  tags,
  summary: 'What a candidate may be saying again',
  description:
    'Open questions of anyone and earlier claims of its author, with their similarity; other candidates of the text that restate it; and what accepting it does if the reviewer says nothing else. The rule is described in docs/matching.md.',
  ...secured('review'),
  request: { params },
  responses: readAnswers(Suggestions, 'The suggestions'),
})

export const candidateRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const whole = may(c.var.actor, 'review')
      if (query.status === 'pending' && !whole) {
        const remedy = 'send a key with the scope review, or list accepted or rejected ones'
        throw new Problem('forbidden', 'unreviewed candidates are for reviewers', remedy)
      }
      const { reader } = reading(c)
      const filter = {
        ...(await idsNamed(reader, query)),
        ...dueIn(query),
        commentaryId: query.commentary ?? null,
        sourceId: query.source ?? null,
        attribution: query.attribution ?? null,
        kind: query.kind ?? null,
        status: query.status ?? null,
        reviewedOnly: !whole,
      }
      const { items, next } = await listCandidates(reader, filter, pageRequest(query))
      return c.json({ items: await flagCandidates(reader, whole ? items : items.map(publicCandidate)), next }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const { reader } = reading(c)
      const candidate = await findCandidate(reader, id)
      const whole = may(c.var.actor, 'review')
      if (!candidate || (candidate.status === 'pending' && !whole)) {
        throw missing('candidate', id)
      }
      return c.json(await only(flagCandidates(reader, [whole ? candidate : publicCandidate(candidate)])), 200)
    })
    .openapi(suggest, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      const candidate = await findCandidate(reader, id)
      if (!candidate) throw missing('candidate', id)
      const commentary = await findCommentary(reader, candidate.commentaryId)
      if (!commentary) throw new Error(`candidate ${id} without its commentary`)
      const tagger = await c.var.services.tagger()
      return c.json(await suggestionsFor(reader, { candidate, commentary, tagger }), 200)
    })
    .openapi(review, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await reviewCandidate(writing(c), { candidateId: id, review: c.req.valid('json') }), 201)
    })
    .openapi(undo, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await undoReview(writing(c), { candidateId: id, ...c.req.valid('json') }), 201)
    })
