import { createRoute, z } from '@hono/zod-openapi'
import { submitPart } from '../../actions/predicting/submit-prediction.ts'
import { resolveInBatch } from '../../actions/resolving/resolve-in-batch.ts'
import { ResolveQuestion } from '../../actions/resolving/resolve-question.ts'
import { SubmitPrediction } from '../../core/submission.ts'
import { answerBatch, type Batch, BatchLine, BatchQuery, STREAMED } from '../batch/answer.ts'
import { createRouter, further, problemAnswers, secured } from '../router.ts'

const rules =
  'One item a line (`application/x-ndjson`), or rows of a CSV (`text/csv`) whose first line names the columns after the fields: an empty ' +
  'cell is left out, numbers and lists are written as JSON. At most 50 MB at the edge and 1 GB on Node, 250 kB a line. The answer is ' +
  'NDJSON and comes while the body goes: read it while you send. Each item is answered by its line once it is kept; one that is refused ' +
  'keeps none back, and the status is 200 also where all are. The last line says `done`. Sent again, what was recorded is `standing`.'

/** The body of a batch. */
export const streamed = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/x-ndjson': { schema }, 'text/csv': { schema: z.string() } },
})

/** A plain string on purpose: what is typed as JSON would have to be given whole. */
const LINES: string = 'application/x-ndjson'

/** Answers of a batch. */
export const batchAnswers = (description: string) => ({
  200: { description, content: { [LINES]: { schema: BatchLine } } },
  ...problemAnswers(401, 403, 413, 415, 422),
})

const submitBatch = createRoute({
  method: 'post',
  path: '/v1/predictions/batch',
  operationId: 'submitPredictions',
  tags: ['predictions'],
  summary: 'Submit forecasts by the thousand, streamed',
  description: `${rules} Each forecast is taken as by \`POST /v1/predictions\`; 1,000 lines are recorded and answered at once.`,
  ...secured('submit'),
  ...further('admin', 'as authors that were not registered with this key', 'less'),
  request: { query: BatchQuery, body: streamed(SubmitPrediction) },
  responses: batchAnswers('What became of each, one line each, and a closing line'),
})

const predictions: Batch<SubmitPrediction> = {
  schema: SubmitPrediction,
  columns: {
    act: 'text',
    questionId: 'text',
    author: 'text',
    probability: 'json',
    distribution: 'json',
    expiresAt: 'text',
    rationale: 'text',
    corrects: 'text',
  },
  chunk: 1000,
  record: submitPart,
}

const resolveBatch = createRoute({
  method: 'post',
  path: '/v1/resolutions/batch',
  operationId: 'resolveQuestions',
  tags: ['resolutions'],
  summary: 'Settle, void, reopen or correct questions by the thousand, streamed',
  description: `${rules} Each is taken as by \`POST /v1/resolutions\`, in a transaction of its own; 20 are answered at once. \`id\` is that of the entry of the log.`,
  ...secured('resolve'),
  request: { query: BatchQuery, body: streamed(ResolveQuestion) },
  responses: batchAnswers('What became of each, one line each, and a closing line'),
})

const resolutions: Batch<ResolveQuestion> = {
  schema: ResolveQuestion,
  columns: {
    step: 'text',
    questionId: 'text',
    version: 'json',
    outcome: 'text',
    voidReason: 'text',
    evidence: 'json',
    reason: 'text',
    correct: 'json',
  },
  chunk: 20,
  record: resolveInBatch,
}

export const batchRoutes = () =>
  createRouter()
    .openapi(submitBatch, async (c) => c.body(await answerBatch(c, predictions, c.req.valid('query')), 200, STREAMED))
    .openapi(resolveBatch, async (c) => c.body(await answerBatch(c, resolutions, c.req.valid('query')), 200, STREAMED))
