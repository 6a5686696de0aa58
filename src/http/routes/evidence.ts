import { createRoute, z } from '@hono/zod-openapi'
import { idOf } from '../../core/id.ts'
import { missing, Problem } from '../../core/problem.ts'
import { evidenceFor, QuestionEvidence } from '../../queries/evidence/question-evidence.ts'
import { BorneOnList, questionsBorneOn } from '../../queries/evidence/questions-borne-on.ts'
import { publicBorneOn, publicQuestionEvidence } from '../../queries/public.ts'
import { findCommentary } from '../../storage/commentaries.ts'
import { findEvent } from '../../storage/events.ts'
import { findQuestion } from '../../storage/questions.ts'
import { isCommentaryAccepted } from '../../storage/reviewed.ts'
import { may } from '../auth.ts'
import { reading } from '../env.ts'
import { createRouter, further, readAnswers } from '../router.ts'

const LimitQuery = z.object({
  limit: z.coerce.number<number>().int().min(1).max(50).default(20).meta({ description: 'at most so many, 1 to 50' }),
})

const ofQuestion = createRoute({
  method: 'get',
  path: '/v1/questions/{id}/evidence',
  operationId: 'findEvidence',
  tags: ['questions'],
  summary: 'Read what is recorded as evidence on a question, and what later passages and events bear on it',
  description:
    'What is found is ranked, best first, with a stance towards the wording and the reasons. It proposes and settles nothing. Texts that no reviewer has accepted a candidate of are searched for keys with the scope review alone; `withheld` says so.',
  ...further('review', 'for texts of which no candidate is accepted', 'less'),
  request: { params: z.object({ id: idOf('question') }), query: LimitQuery },
  responses: readAnswers(QuestionEvidence, 'The evidence'),
})

const description =
  'Questions that are open or due, asked before it was published, best first, each with the sentence that bears most.'

const ofEvent = createRoute({
  method: 'get',
  path: '/v1/events/{id}/questions',
  operationId: 'findQuestionsOfEvent',
  tags: ['events'],
  summary: 'List the undecided questions that an event may settle',
  description,
  request: { params: z.object({ id: idOf('event') }), query: LimitQuery },
  responses: readAnswers(BorneOnList, 'The questions'),
})

const ofCommentary = createRoute({
  method: 'get',
  path: '/v1/commentaries/{id}/questions',
  operationId: 'findQuestionsOfCommentary',
  tags: ['commentaries'],
  summary: 'List the undecided questions that a commentary bears on',
  description: `${description} While no reviewer has accepted a candidate of the commentary, this needs a key with the scope review (403).`,
  ...further('review', 'while no candidate of it is accepted', 'refused'),
  request: { params: z.object({ id: idOf('commentary') }), query: LimitQuery },
  responses: readAnswers(BorneOnList, 'The questions'),
})

export const evidenceRoutes = () =>
  createRouter()
    .openapi(ofQuestion, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      const question = await findQuestion(reader, id)
      if (!question) throw missing('question', id)
      const tagger = await c.var.services.tagger()
      const whole = may(c.var.actor, 'review')
      return c.json(
        publicQuestionEvidence(await evidenceFor(reader, question, { tagger, whole, ...c.req.valid('query') })),
        200,
      )
    })
    .openapi(ofEvent, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      if (!(await findEvent(reader, id))) throw missing('event', id)
      const tagger = await c.var.services.tagger()
      const items = await questionsBorneOn(reader, { eventId: id }, { tagger, ...c.req.valid('query') })
      return c.json({ items: items.map(publicBorneOn) }, 200)
    })
    .openapi(ofCommentary, async (c) => {
      const { reader } = reading(c)
      const { id } = c.req.valid('param')
      if (!(await findCommentary(reader, id))) throw missing('commentary', id)
      if (!may(c.var.actor, 'review') && !(await isCommentaryAccepted(reader, id))) {
        const remedy = 'send a key with the scope review, or wait until a candidate of it is accepted'
        throw new Problem('forbidden', 'the sentences of an unreviewed commentary are for reviewers', remedy)
      }
      const tagger = await c.var.services.tagger()
      const items = await questionsBorneOn(reader, { commentaryId: id }, { tagger, ...c.req.valid('query') })
      return c.json({ items: items.map(publicBorneOn) }, 200)
    })
