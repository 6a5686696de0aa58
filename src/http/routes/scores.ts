import { createRoute } from '@hono/zod-openapi'
import {
  MOST_AUTHORS,
  MOST_COUNTED,
  MOST_FORECASTS,
  MOST_ROWS,
  readScoresInput,
  ScoresInput,
} from '../../queries/calculator/score-input.ts'
import { ComputedScores, scores } from '../../queries/calculator/scores.ts'
import { calculationAnswers, createRouter, openCalculation } from '../router.ts'

const examples = {
  forecasts: {
    summary: 'Forecasts of two authors, one of them in words',
    value: {
      forecasts: [
        { author: 'Ada', question: 'mill', probability: 0.8, outcome: 'yes', references: { market: 0.6 } },
        { author: 'Ada', question: 'bridge', phrase: 'unlikely', outcome: 'no', said_on: '2026-01-31' },
        { author: 'Ben', question: 'mill', phrase: 'likely', polarity: '-', outcome: 'yes' },
      ],
      seed: 'a seed',
    },
  },
  counts: {
    summary: 'Counts: 0.2 said twice, once true',
    value: { counts: [{ p: 0.2, n: 2, hits: 1 }] },
  },
}

const compute = createRoute({
  method: 'post',
  path: '/v1/scores',
  operationId: 'computeScores',
  tags: ['scores'],
  summary: 'Score forecasts that are sent along; nothing is kept',
  description:
    'What a kept report holds, with nothing withheld: figures, verdict, bootstrap, recalibration, own lexicon, robustness, sentences. ' +
    'What a public page would withhold is named beside it, and what cannot be told of the input in `missing`. At most ' +
    `${MOST_FORECASTS} forecasts of ${MOST_AUTHORS} authors, or ${MOST_ROWS} rows of counts that hold ${MOST_COUNTED} forecasts. Where one item cannot be used nothing is scored, and each such ` +
    'item is named. `hindcast score` gives the same on a file.',
  ...openCalculation,
  request: {
    body: { required: true, content: { 'application/json': { schema: ScoresInput, examples } } },
  },
  responses: calculationAnswers(ComputedScores, 'The scores'),
})

export const scoreRoutes = () =>
  createRouter().openapi(
    compute,
    (c) => c.json(scores(readScoresInput(c.req.valid('json'))), 200),
    (result) => {
      // Every way to be refused is told by item and field, which a choice of two schemas cannot.
      if (!result.success) readScoresInput((result as { data?: unknown }).data)
    },
  )
