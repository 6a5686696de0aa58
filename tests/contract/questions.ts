import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { QuestionOption } from '../../src/core/option.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { ResolutionEntry } from '../../src/core/proposal.ts'
import { Question, QuestionVersion } from '../../src/core/question.ts'
import { Counting } from '../../src/queries/report/counting.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { foundNothing, Resolved, recordEvent, shows } from './steps.ts'

const QuestionDetail = Question.extend({
  options: z.array(QuestionOption),
  versions: z.array(QuestionVersion),
  log: z.array(ResolutionEntry),
})

const ask = async (api: Api): Promise<Question> => {
  const body = { wording: `The ${mark()} mill closes.`, windowStart: '2024-01-01', windowEnd: '2024-06-30' }
  return bodyOf(await api.post('/v1/questions', 'review', body), 201, Question)
}

const versionContract = (api: Api): void => {
  const longer = {
    expectedVersion: 1,
    windowEnd: '2024-12-31',
    criteria: 'Yes if it closes in 2024.',
    reason: 'a slip',
  }

  it('take a further version, which the log names when it settles', async () => {
    const { id, version: first } = await ask(api)
    const path = `/v1/questions/${id}/versions`
    const second = bodyOf(await api.post(path, 'review', longer), 201, QuestionVersion)
    expect(second).toMatchObject({ version: 2, wording: first.wording, windowEnd: '2024-12-31', reason: 'a slip' })
    expect(bodyOf(await api.post(path, 'review', longer), 200, QuestionVersion)).toEqual(second)
    const settling = { step: 'settle', questionId: id, outcome: 'no', evidence: [foundNothing], reason: 'still open' }
    bodyOf(await api.post('/v1/resolutions', 'resolve', settling), 201, Resolved)
    const detail = bodyOf(await api.get(`/v1/questions/${id}`), 200, QuestionDetail)
    expect(detail.versions).toEqual([second, first])
    expect(detail.log).toMatchObject([{ step: 'settle', outcome: 'no', versionId: second.id }])
  })

  it('are not overwritten by a second editor, nor changed once they are decided', async () => {
    const { id } = await ask(api)
    const path = `/v1/questions/${id}/versions`
    const { id: standing } = bodyOf(await api.post(path, 'review', longer), 201, QuestionVersion)
    const other = await api.post(path, 'review', { ...longer, windowEnd: '2024-11-30' })
    expect(expectProblem(other, 409, 'conflict', ['expectedVersion'])).toMatchObject({ id: standing, position: 2 })
    const nothing = await api.post(path, 'review', { expectedVersion: 2, reason: 'plain' })
    expectProblem(nothing, 422, 'invalid-input', ['body'])
    const voiding = { step: 'void', questionId: id, voidReason: 'annulled', reason: 'no such mill' }
    bodyOf(await api.post('/v1/resolutions', 'resolve', voiding), 201, Resolved)
    const late = await api.post(path, 'review', { ...longer, expectedVersion: 2, windowEnd: '2024-11-30' })
    expect(expectProblem(late, 409, 'illegal-step')).toMatchObject({ step: 'void', reason: 'no such mill' })
  })
}

const Author = z.object({ author: z.object({ id: z.string() }) })
const PredictionDetail = Prediction.extend({ counting: Counting, brier: z.number().nullable() })

const optionContract = (api: Api): void => {
  const race = () => ({
    wording: `Who wins at ${mark()}?`,
    criteria: 'By the official count.',
    windowStart: '2024-01-01',
    windowEnd: '2198-12-31',
    referenceAt: '2198-06-30T00:00:00.000Z',
    options: [{ label: 'Ada' }, { label: 'Ben' }, { label: 'somebody else', other: true }],
  })

  it('may have several outcomes, forecast as a whole and scored when one has come', async () => {
    const { id, kind } = bodyOf(await api.post('/v1/questions', 'review', race()), 201, Question)
    expect(kind).toBe('categorical')
    const { options } = bodyOf(await api.get(`/v1/questions/${id}`), 200, QuestionDetail)
    const [ada, ben, other] = options.map((option) => option.id)
    const name = `Forecaster ${mark()}`
    const { author } = bodyOf(await api.post('/v1/authors', 'submit', { name, kind: 'person' }), 201, Author)
    const shares = [
      { optionId: ada, probability: 0.5 },
      { optionId: ben, probability: 0.3 },
      { optionId: other, probability: 0.2 },
    ]
    const forecast = { questionId: id, author: author.id, distribution: shares }
    const said = bodyOf(await api.post('/v1/predictions', 'submit', forecast), 201, Prediction)
    expect(said).toMatchObject({ probability: null })
    expect(said.distribution).toEqual([...shares].sort((a, b) => ((a.optionId ?? '') < (b.optionId ?? '') ? -1 : 1)))

    const cyd = { label: 'Cyd', reason: 'she entered late' }
    const added = bodyOf(await api.post(`/v1/questions/${id}/options`, 'review', cyd), 201, QuestionOption)
    expect(bodyOf(await api.post(`/v1/questions/${id}/options`, 'review', cyd), 200, QuestionOption)).toEqual(added)

    const event = await recordEvent(api)
    const evidence = [{ ...shows(event), optionId: added.id }]
    const settling = { step: 'settle', questionId: id, outcome: added.id, evidence, reason: 'counted' }
    const { question } = bodyOf(await api.post('/v1/resolutions', 'resolve', settling), 201, Resolved)
    expect(question).toMatchObject({ status: 'resolved', outcome: added.id })
    // What was said before Cyd was an option gave her the share of the catch-all.
    const { brier } = bodyOf(await api.get(`/v1/predictions/${said.id}`), 200, PredictionDetail)
    expect(brier).toBeCloseTo((0.25 + 0.09 + 0.64) / 2, 9)
  })

  it('refuse what is no outcome of theirs, and a forecast of the other kind', async () => {
    const { id } = bodyOf(await api.post('/v1/questions', 'review', race()), 201, Question)
    const evidence = [foundNothing]
    const settling = { step: 'settle', questionId: id, outcome: 'yes', evidence, reason: 'counted' }
    expectProblem(await api.post('/v1/resolutions', 'resolve', settling), 422, 'invalid-input', ['outcome'])
    const proposal = { questionId: id, outcome: 'no', evidence, rationale: 'counted' }
    expectProblem(await api.post('/v1/proposals', 'submit', proposal), 422, 'invalid-input', ['outcome'])
    const { author } = bodyOf(
      await api.post('/v1/authors', 'submit', { name: `Forecaster ${mark()}`, kind: 'person' }),
      201,
      Author,
    )
    const bare = { questionId: id, author: author.id, probability: 0.5 }
    expectProblem(await api.post('/v1/predictions', 'submit', bare), 422, 'invalid-input', ['distribution'])
    const two = { ...race(), options: [{ label: 'Ada' }, { label: 'Ada' }] }
    expectProblem(await api.post('/v1/questions', 'review', two), 422, 'invalid-input', ['options'])
    const binary = (await ask(api)).id
    const label = { label: 'Cyd', reason: 'late' }
    expectProblem(await api.post(`/v1/questions/${binary}/options`, 'review', label), 422, 'invalid-input', ['id'])
  })
}

const triggerContract = (api: Api): void => {
  const asking = (wording: string, trigger?: unknown) => ({
    wording: `${wording} ${mark()}`,
    windowStart: '2024-01-01',
    windowEnd: '2024-06-30',
    ...(trigger ? { trigger } : {}),
  })
  const make = async (wording: string, trigger?: unknown): Promise<Question> =>
    bodyOf(await api.post('/v1/questions', 'review', asking(wording, trigger)), 201, Question)
  const settle = (questionId: string, more = {}) =>
    api.post('/v1/resolutions', 'resolve', {
      step: 'settle',
      questionId,
      outcome: 'no',
      evidence: [foundNothing],
      reason: 'nothing came of it',
      ...more,
    })
  const read = async (id: string) => bodyOf(await api.get(`/v1/questions/${id}`), 200, QuestionDetail)

  it('may depend on another, wait for it, follow it, and come back with it', async () => {
    const sale = await make('The mill is sold.')
    const trigger = { questionId: sale.id, outcome: 'yes' }
    const { id, version } = await make('It closes after the sale.', trigger)
    expect(version.trigger).toEqual({ ...trigger, versionId: sale.version.id, gates: false })
    expectProblem(await settle(id), 409, 'trigger-open')
    bodyOf(await settle(sale.id), 201, Resolved)
    expect(await read(id)).toMatchObject({ status: 'void', voidReason: 'not-applicable', log: [{ step: 'void' }] })
    const evidence = [shows(await recordEvent(api, '2024-03-01'))]
    bodyOf(await settle(sale.id, { outcome: 'yes', evidence, correct: true }), 201, Resolved)
    expect(await read(id)).toMatchObject({ status: 'due', log: [{ step: 'void' }, { step: 'reopen' }] })
    bodyOf(await settle(id), 201, Resolved)
  })

  it('refuse to depend on themselves, in a circle, or on nothing', async () => {
    const first = await make('One.')
    const second = await make('Another.', { questionId: first.id, outcome: 'yes' })
    for (const questionId of [first.id, second.id]) {
      const version = { expectedVersion: 1, trigger: { questionId, outcome: 'no', gates: true }, reason: 'a circle' }
      const refused = await api.post(`/v1/questions/${first.id}/versions`, 'review', version)
      expectProblem(refused, 422, 'invalid-input', ['trigger.questionId'])
    }
    const nothing = asking('More.', { questionId: `qst_${'0'.repeat(26)}`, outcome: 'yes' })
    expectProblem(await api.post('/v1/questions', 'review', nothing), 404, 'not-found', ['trigger.questionId'])
  })
}

/** What questions are made of, and what they refuse. */
export const questionContract = (api: Api): void => {
  describe('questions', () => {
    versionContract(api)
    optionContract(api)
    triggerContract(api)
  })
}
