import { describe, expect, it } from 'vitest'
import { Candidate } from '../../src/core/commentary.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Suggestions } from '../../src/queries/matching/suggestions.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { commentaryBody, forecast, RecordedCommentary, Reviewed } from './steps.ts'

/** Records a text under a byline and gives its first candidate. */
export const recordText = async (api: Api, text: string, byline: string): Promise<Candidate> => {
  const sent = await api.post('/v1/commentaries', 'submit', commentaryBody(text, byline))
  const { commentary } = bodyOf(sent, 201, RecordedCommentary)
  const listed = await api.get(`/v1/candidates?commentary=${commentary.id}`, 'review')
  const [first] = bodyOf(listed, 200, pageOf(Candidate)).items
  if (!first) throw new Error(`no candidate in: ${text}`)
  return first
}

export const acceptance = { decision: 'accept', reason: 'a claim that strangers could settle' }

/** A claim that its author makes again is one question, and a reviewer is told so beforehand. */
export const restatingContract = (api: Api): void => {
  const suggestionsOf = async (id: string): Promise<Suggestions> =>
    bodyOf(await api.get(`/v1/candidates/${id}/suggestions`, 'review'), 200, Suggestions)
  const review = async (id: string, more: object = {}) =>
    bodyOf(await api.post(`/v1/candidates/${id}/reviews`, 'review', { ...acceptance, ...more }), 201, Reviewed)

  describe('the same claim again', () => {
    it('is suggested, joins the question that stands, and says so', async () => {
      const [subject, byline] = [`mill ${mark()}`, `Ada Quill ${mark()}`]
      const first = await recordText(api, forecast(subject), byline)
      const second = await recordText(api, `So again. ${forecast(subject)}`, byline)
      const { question } = await review(first.id)

      const { wouldBe, questions } = await suggestionsOf(second.id)
      expect(wouldBe).toMatchObject({ did: 'joined', questionId: question?.id })
      expect(questions[0]).toMatchObject({ question: { id: question?.id }, verdict: 'same', similarity: 1, authors: 1 })

      const again = await review(second.id)
      expect(again.question?.id).toBe(question?.id)
      expect(again.candidate.match).toMatchObject({ did: 'joined', decidedBy: 'rule', similarity: 1 })
      const { items } = bodyOf(await api.get(`/v1/predictions?question=${question?.id}`), 200, pageOf(Prediction))
      expect(items.map(({ act }) => act)).toEqual(['reaffirm', 'state'])
      const shown = bodyOf(await api.get(`/v1/candidates/${second.id}`), 200, Candidate)
      expect(shown.match).toEqual(again.candidate.match)
    })

    it('is not the same where the reviewer says so', async () => {
      const [subject, byline] = [`port ${mark()}`, `Ada Quill ${mark()}`]
      const { question } = await review((await recordText(api, forecast(subject), byline)).id)
      const again = await review((await recordText(api, `Again: ${forecast(subject)}`, byline)).id, {
        newQuestion: true,
      })
      expect(again.question?.id).not.toBe(question?.id)
      expect(again.candidate.match).toMatchObject({ did: 'new', decidedBy: 'reviewer', questionId: question?.id })
    })

    it('is suggested to reviewers alone', async () => {
      const { id } = await recordText(api, forecast(`bank ${mark()}`), `Ada Quill ${mark()}`)
      expectProblem(await api.get(`/v1/candidates/${id}/suggestions`), 401, 'unauthenticated')
      expectProblem(await api.get(`/v1/candidates/${id}/suggestions`, 'submit'), 403, 'forbidden')
      const none = id.replace(/.{4}$/, '0000')
      expectProblem(await api.get(`/v1/candidates/${none}/suggestions`, 'review'), 404, 'not-found', ['id'])
    })
  })
}
