import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Dispute, DisputeReply, DisputeRuling, flagged, UNCONFIRMED } from '../../src/core/dispute.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { ResolutionEntry } from '../../src/core/proposal.ts'
import { Question } from '../../src/core/question.ts'
import { Redaction } from '../../src/core/redaction.ts'
import { ScoreChange } from '../../src/core/score-change.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, foundNothing, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Filed = z.strictObject({ dispute: Dispute, created: z.boolean() })
const Replied = z.strictObject({ dispute: Dispute, replyId: DisputeReply.shape.id, created: z.boolean() })
const Ruled = z.strictObject({
  dispute: Dispute.extend({ ruling: DisputeRuling }),
  scoreChanges: z.array(ScoreChange),
})
const QuestionDetail = Question.extend({ ...flagged, log: z.array(ResolutionEntry.extend(flagged)) })
const ULID = '01kb0000000000000000000000'

/** A question settled "yes", with the entry that settled it and the one prediction on it. */
const settled = async (api: Api) => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
  const { id: questionId } = await accept(api, candidates[0]?.id ?? '')
  await proposeAndSettle(api, questionId, await recordEvent(api))
  const { log } = bodyOf(await api.get(`/v1/questions/${questionId}`), 200, QuestionDetail)
  return { questionId, resolutionId: log.at(-1)?.id ?? '', prediction: await predictionOn(api, questionId) }
}

const file = (api: Api, resolutionId: string, grounds = `Another mill, ${mark()}.`) =>
  api.post('/v1/disputes', null, {
    subject: { kind: 'resolution', resolutionId },
    role: 'judged-author',
    grounds,
    contact: 'ada@example.org',
  })
const confirm = (api: Api, id: string, replyId?: string) =>
  api.post(`/v1/disputes/${id}/confirmations`, 'review', { how: 'called them', ...(replyId ? { replyId } : {}) })

const courseContract = (api: Api): void => {
  it('goes from a keyless dispute by a confirmed reply to a ruling that corrects the log', async () => {
    const { questionId, resolutionId, prediction } = await settled(api)
    const { dispute, created } = bodyOf(await file(api, resolutionId), 201, Filed)
    expect(created).toBe(true)
    expect(dispute).toMatchObject({ status: 'received', grounds: null, questionId })
    const path = `/v1/disputes/${dispute.id}`
    const listed = async () =>
      bodyOf(await api.get(`/v1/disputes?question=${questionId}`), 200, pageOf(Dispute)).items.map(({ id }) => id)
    expect(await listed()).toEqual([])

    expect(bodyOf(await confirm(api, dispute.id), 201, Dispute)).toMatchObject({ status: 'open' })
    expect(await listed()).toEqual([dispute.id])
    const flaggedOnce = bodyOf(await api.get(`/v1/questions/${questionId}`), 200, QuestionDetail)
    expect(flaggedOnce).toMatchObject({ status: 'resolved', outcome: 'yes', disputes: [{ id: dispute.id }] })
    expect(flaggedOnce.log.at(-1)?.disputes).toMatchObject([{ id: dispute.id, status: 'open', ruleBy: dispute.ruleBy }])

    const text = `I meant the other one, ${mark()}.`
    const { replyId } = bodyOf(await api.post(`${path}/replies`, null, { text }), 201, Replied)
    expect(bodyOf(await api.get(path), 200, Dispute).replies).toEqual([])
    bodyOf(await confirm(api, dispute.id, replyId), 201, Dispute)
    expect(bodyOf(await api.get(path), 200, Dispute).replies).toMatchObject([{ id: replyId, text }])

    const ruling = {
      verdict: 'upheld',
      reason: 'the report was of another mill',
      correction: { step: 'settle', outcome: 'no', evidence: [foundNothing] },
    }
    // Who decided the outcome holds the same key: somebody else rules.
    expectProblem(await api.post(`${path}/rulings`, 'resolve', ruling), 403, 'forbidden')
    const ruled = bodyOf(await api.post(`${path}/rulings`, 'admin', ruling), 201, Ruled)
    expect(ruled.dispute).toMatchObject({ status: 'upheld', ruling: { sameHand: false } })
    expect(ruled.scoreChanges).toMatchObject([
      { authorId: prediction.authorId, before: { hits: 1 }, after: { hits: 0 } },
    ])
    const after = bodyOf(await api.get(`/v1/questions/${questionId}`), 200, QuestionDetail)
    expect(after.outcome).toBe('no')
    expect(after.log.at(-1)?.id).toBe(ruled.dispute.ruling.resolutionId)
    expectProblem(await api.post(`${path}/rulings`, 'admin', ruling), 409, 'illegal-step')
  })

  it('takes a statement out of the scores when the dispute about it is upheld', async () => {
    const { prediction } = await settled(api)
    const body = { subject: { kind: 'prediction', predictionId: prediction.id }, grounds: 'It was never said.' }
    const { dispute } = bodyOf(await api.post('/v1/disputes', 'review', body), 201, Filed)
    expect(dispute).toMatchObject({ status: 'open', grounds: body.grounds })
    const ruling = { verdict: 'upheld', reason: 'it was a misquotation' }
    const { scoreChanges } = bodyOf(await api.post(`/v1/disputes/${dispute.id}/rulings`, 'admin', ruling), 201, Ruled)
    expect(scoreChanges).toMatchObject([{ authorId: prediction.authorId, before: { n: 1 }, after: { n: 0 } }])
    const read = bodyOf(await api.get(`/v1/predictions/${prediction.id}`), 200, Prediction.extend(flagged))
    expect(read).toMatchObject({ scoreable: false, disputes: [{ id: dispute.id, status: 'upheld' }] })
    expect(read.unscoredReason).toContain(ruling.reason)
  })

  it('keeps contacts to reviewers, and forgets them', async () => {
    const { resolutionId } = await settled(api)
    const { dispute } = bodyOf(await file(api, resolutionId), 201, Filed)
    const path = `/v1/disputes/${dispute.id}/contacts`
    const Contacts = z.strictObject({ items: z.array(z.object({ contact: z.string() })) })
    expectProblem(await api.get(path), 401, 'unauthenticated')
    expect(bodyOf(await api.get(path, 'review'), 200, Contacts).items).toMatchObject([{ contact: 'ada@example.org' }])
    expect((await api.get(`/v1/disputes/${dispute.id}`, 'review')).text).not.toContain('example.org')
    bodyOf(await api.send(path, 'review', { method: 'DELETE' }), 200, Contacts)
    expect(bodyOf(await api.get(path, 'review'), 200, Contacts).items).toEqual([])
  })

  it('loses its grounds to a redaction, and says so', async () => {
    const { resolutionId } = await settled(api)
    const body = { subject: { kind: 'resolution', resolutionId }, grounds: `Ask the child of ${mark()}.` }
    const { dispute } = bodyOf(await api.post('/v1/disputes', 'review', body), 201, Filed)
    const asked = { subject: { kind: 'dispute', id: dispute.id }, reason: 'it names a child' }
    expectProblem(await api.post('/v1/redactions', 'resolve', asked), 403, 'forbidden')
    const redaction = bodyOf(await api.post('/v1/redactions', 'admin', asked), 201, Redaction)
    expect(redaction).toMatchObject({ ...asked, field: 'grounds' })
    expect(bodyOf(await api.post('/v1/redactions', 'admin', asked), 200, Redaction)).toEqual(redaction)
    const read = bodyOf(await api.get(`/v1/disputes/${dispute.id}`, 'review'), 200, Dispute)
    expect(read).toEqual({ ...dispute, grounds: null, redacted: true })
    expect(bodyOf(await api.get('/v1/redactions?limit=1'), 200, pageOf(Redaction)).items).toEqual([redaction])
    const gone = { ...asked, subject: { kind: 'dispute', id: `dsp_${ULID}` } }
    expectProblem(await api.post('/v1/redactions', 'admin', gone), 404, 'not-found', ['subject.id'])
  })
}

const refusalsContract = (api: Api): void => {
  it('takes the same dispute once, and answers 429 to too many on one thing', async () => {
    const { resolutionId } = await settled(api)
    const first = bodyOf(await file(api, resolutionId, 'One.'), 201, Filed)
    expect(bodyOf(await file(api, resolutionId, 'One.'), 200, Filed)).toEqual({ ...first, created: false })
    for (let at = 1; at < UNCONFIRMED.perSubject; at++) bodyOf(await file(api, resolutionId, `One, ${at}.`), 201, Filed)
    const refused = await file(api, resolutionId, 'One more.')
    expectProblem(refused, 429, 'rate-limited')
    expect(Date.parse(refused.headers.get('retry-after') ?? '')).toBeGreaterThan(0)
  })

  it.each<[string, object, number, string, string[]]>([
    ['no grounds', { grounds: ' ' }, 422, 'invalid-input', ['grounds']],
    ['grounds beyond measure', { grounds: 'a'.repeat(10_001) }, 422, 'invalid-input', ['grounds']],
    ['a body beyond measure', { grounds: 'a'.repeat(200_000) }, 413, 'body-too-large', ['body']],
    [
      'half a byline',
      { subject: { kind: 'byline', commentaryId: `cmt_${ULID}` } },
      422,
      'invalid-input',
      ['subject.authorId'],
    ],
    [
      'nothing',
      { subject: { kind: 'candidate', candidateId: `cnd_${ULID}` } },
      404,
      'not-found',
      ['subject.candidateId'],
    ],
  ])('refuses to dispute %s', async (_, more, status, code, fields) => {
    const subject = { kind: 'prediction', predictionId: `prd_${ULID}` }
    const answer = await api.post('/v1/disputes', null, { subject, grounds: 'No.', ...more })
    expectProblem(answer, status, code, fields)
  })

  it('keeps confirming, ruling and what nobody confirmed to those who may', async () => {
    const path = `/v1/disputes/dsp_${ULID}`
    expectProblem(await api.get(path), 404, 'not-found', ['id'])
    expectProblem(await api.post(`${path}/replies`, null, { text: 'No.' }), 404, 'not-found', ['id'])
    expectProblem(await api.post(`${path}/confirmations`, 'resolve', {}), 403, 'forbidden')
    expectProblem(await api.post(`${path}/rulings`, 'review', {}), 403, 'forbidden')
    expectProblem(await api.get('/v1/disputes?status=received'), 403, 'forbidden')
    bodyOf(await api.get('/v1/disputes?status=received', 'review'), 200, pageOf(Dispute))
    bodyOf(await api.get('/v1/disputes?status=overdue'), 200, pageOf(Dispute))
  })
}

/** Disputes, the right of reply, and rulings. */
export const disputeContract = (api: Api): void => {
  describe('a dispute', () => {
    courseContract(api)
    refusalsContract(api)
  })
}
