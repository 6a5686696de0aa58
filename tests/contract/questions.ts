import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ResolutionEntry } from '../../src/core/proposal.ts'
import { Question, QuestionVersion } from '../../src/core/question.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { foundNothing, Resolved } from './steps.ts'

const QuestionDetail = Question.extend({ versions: z.array(QuestionVersion), log: z.array(ResolutionEntry) })

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

/** What questions are made of, and what they refuse. */
export const questionContract = (api: Api): void => {
  describe('questions', () => versionContract(api))
}
