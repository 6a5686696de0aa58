import { createRoute, z } from '@hono/zod-openapi'
import { giveSecondOpinion } from '../../actions/predicting/give-second-opinion.ts'
import { ReviewCandidate, reviewCandidate } from '../../actions/predicting/review-candidate.ts'
import { splitCandidate } from '../../actions/predicting/split-candidate.ts'
import { UndoReview, undoReview } from '../../actions/predicting/undo-review.ts'
import { attributions, claimKinds } from '../../core/candidate.ts'
import { Candidate, isReviewed, listedStatuses } from '../../core/commentary.ts'
import { idOf } from '../../core/id.ts'
import { missing, Problem } from '../../core/problem.ts'
import { Question } from '../../core/question.ts'
import { GiveSecondOpinion, ReviewAgreement, SecondOpinion } from '../../core/second-opinion.ts'
import { SplitCandidate } from '../../core/split.ts'
import { flagCandidates, only } from '../../queries/flagged.ts'
import { FlaggedCandidate } from '../../queries/flagged-schema.ts'
import { Suggestions, suggestionsFor } from '../../queries/matching/suggestions.ts'
import { publicCandidate } from '../../queries/public.ts'
import { agreementOfReviewers, blindCandidate } from '../../queries/second-reading.ts'
import { findCandidate, listCandidates } from '../../storage/candidates.ts'
import { findCommentary } from '../../storage/commentaries.ts'
import { namesOfHand } from '../../storage/keys.ts'
import { may } from '../auth.ts'
import { reading, writing } from '../env.ts'
import { dueIn, filters, idsNamed } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, further, readAnswers, secured, securedWrite } from '../router.ts'

const tags = ['candidates']
const params = z.object({ id: idOf('candidate') })

const Reviewed = z.object({ candidate: Candidate, question: Question.nullable() }).meta({ id: 'ReviewedCandidate' })

const Parted = z.object({ candidate: Candidate, parts: z.array(Candidate) }).meta({ id: 'SplitCandidateParts' })

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
      status: z.enum(listedStatuses).optional(),
      second_opinion: z.literal('waiting').optional().meta({
        description:
          'with the scope review: those that wait for a second opinion of yours, as they were found, without what was decided',
      }),
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
    'The candidate is pending again. What was accepted is marked as a mistake of its recording and counts nowhere; a question that was made for it alone is void. The parts of a split are withdrawn. Only who decided may, while nothing rests on it: not once its question is decided, a dispute about it is open, or one of its parts is reviewed.',
  ...securedWrite('review'),
  request: { params, body: body(UndoReview) },
  responses: createAnswers(Reviewed, 'The candidate, pending, and the question that the statement stood on'),
})

const split = createRoute({
  method: 'post',
  path: '/v1/candidates/{id}/splits',
  operationId: 'splitCandidate',
  tags,
  summary: 'Split a candidate that holds several claims',
  description:
    'It is decided, as split, and its parts are candidates of their own, pending: exact spans of its text, which inherit what was read of the whole. `extractorVersion` says that they were found by hand.',
  ...securedWrite('review'),
  request: { params, body: body(SplitCandidate) },
  responses: createAnswers(Parted, 'The candidate, and its parts'),
})

const opine = createRoute({
  method: 'post',
  path: '/v1/candidates/{id}/second-opinions',
  operationId: 'giveSecondOpinion',
  tags,
  summary: 'Judge a candidate that somebody else decided, without being told how',
  description:
    'The first decision stands. Where the two differ on whether it is a forecast, or on whether it is one of the event or of its opposite, a dispute is opened on the grounds given, for somebody else to rule. Only of what is judged twice, late acceptances and one in ten of all other decisions by a hash, never by who decided first, and once by each other.',
  ...securedWrite('review'),
  request: { params, body: body(GiveSecondOpinion) },
  responses: createAnswers(SecondOpinion, 'The opinion, and the dispute that it opened, if one'),
})

const agree = createRoute({
  method: 'get',
  path: '/v1/reviews/agreement',
  operationId: 'readAgreement',
  tags,
  summary: 'How reviewers agree who judged the same candidates',
  description:
    'Raw agreement, the share that each accepts, and Cohen’s κ with its interval: over accepting and rejecting, and among what both accept over orientation.',
  responses: readAnswers(ReviewAgreement, 'The agreement'),
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

/** What waits for a second opinion is for reviewers, who must not tell from the list how it was decided. */
const mustBeBlind = (whole: boolean, status: string | undefined): void => {
  if (!whole) {
    const detail = 'what waits for a second opinion is for reviewers'
    throw new Problem('forbidden', detail, 'send a key with the scope review')
  }
  if (status === undefined) return
  const detail = 'the list does not tell how they were decided'
  throw new Problem('invalid-input', detail, 'leave the status out', [{ field: 'status', detail }])
}

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
      const second = query.second_opinion !== undefined
      if (second) mustBeBlind(whole, query.status)
      const filter = {
        secondButBy: second ? await namesOfHand(reader, c.var.actor?.name ?? '') : null,
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
      if (second) return c.json({ items: items.map(blindCandidate), next }, 200)
      return c.json({ items: await flagCandidates(reader, whole ? items : items.map(publicCandidate)), next }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const { reader } = reading(c)
      const candidate = await findCandidate(reader, id)
      const whole = may(c.var.actor, 'review')
      if (!candidate || (!isReviewed(candidate.status) && !whole)) {
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
    .openapi(split, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await splitCandidate(writing(c), { candidateId: id, split: c.req.valid('json') }), 201)
    })
    .openapi(opine, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await giveSecondOpinion(writing(c), { candidateId: id, opinion: c.req.valid('json') }), 201)
    })
    .openapi(agree, async (c) => c.json(await agreementOfReviewers(reading(c).reader), 200))
