import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Candidate } from '../../src/core/commentary.ts'
import { ResolutionEntry } from '../../src/core/proposal.ts'
import { Question } from '../../src/core/question.ts'
import { ScoreChange } from '../../src/core/score-change.ts'
import { LeaderboardPage as Leaderboard } from '../../src/queries/board/leaderboard-page.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import {
  accept,
  calibrationOf,
  foundNothing,
  predictionOn,
  proposeAndSettle,
  RecordedProposal,
  Resolved,
  Reviewed,
  recordCollection,
  recordEvent,
  recordForecasts,
  shows,
  WINDOW_END,
} from './steps.ts'

const QuestionDetail = Question.extend({ log: z.array(ResolutionEntry) })

/** From a commentary to a board, and back by a correction. */
export const loopContract = (api: Api): void => {
  describe('the loop', () => {
    it('goes from a commentary to a place on the board', async () => {
      const collection = await recordCollection(api)
      const { commentary, candidates } = await recordForecasts(api, [`mill ${mark()}`, `port ${mark()}`], {
        collection: collection.slug,
      })
      const [first, second] = z.tuple([Candidate, Candidate]).parse(candidates)

      const rejection = { decision: 'reject', reason: 'said of another port' }
      const rejected = await api.post(`/v1/candidates/${second.id}/reviews`, 'review', rejection)
      const { candidate } = bodyOf(rejected, 201, Reviewed)
      expect(candidate).toMatchObject({ status: 'rejected', reviewReason: 'said of another port', predictionId: null })

      const question = await accept(api, first.id)
      expect(question).toMatchObject({ status: 'open', outcome: null, version: { windowEnd: WINDOW_END } })
      const prediction = await predictionOn(api, question.id)
      expect(prediction).toMatchObject({
        form: 'phrase:almost-certainly:+',
        quote: first.quote,
        candidateId: first.id,
        commentaryId: commentary.id,
        authorId: commentary.bylines[0]?.id,
      })

      await proposeAndSettle(api, question.id, await recordEvent(api))
      const settled = bodyOf(await api.get(`/v1/questions/${question.id}`), 200, QuestionDetail)
      expect(settled).toMatchObject({ status: 'resolved', outcome: 'yes' })
      expect(settled.log.map(({ step, outcome }) => [step, outcome])).toEqual([['settle', 'yes']])

      const report = await calibrationOf(api, prediction.authorId)
      expect(report).toMatchObject({ n: 1, families: 1, hits: 1, pending: 0, void: 0, brier: null })
      expect(report.counts).toMatchObject([{ form: 'phrase:almost-certainly:+', n: 1, hits: 1, pending: 0, void: 0 }])
      const board = await api.get(`/v1/leaderboard?collection=${collection.slug}&timing=retrospective`)
      const { items } = bodyOf(board, 200, Leaderboard)
      expect(items).toMatchObject([{ author: { id: prediction.authorId }, n: 1, rank: null }])
      expect(items[0]?.notRanked).toBeTruthy()
    })

    it('answers boards whole, of a part, and as they were kept, and says what does not fit', async () => {
      const { slug } = await recordCollection(api)
      const read = (query: string) => api.get(`/v1/leaderboard?collection=${slug}${query}`)
      const whole = bodyOf(await read(''), 200, Leaderboard)
      expect(whole).toMatchObject({
        items: [],
        next: null,
        references: [],
        snapshot: null,
        against: 'others',
        timing: 'prospective',
        difficulties: null,
        notAdjusted: 'this board has not been kept yet; each night keeps what changed',
      })
      const part = bodyOf(await read('&due_from=2025-01&due_until=2025-06&min_families=30'), 200, Leaderboard)
      expect(part.part).toEqual({ topic: null, dueFrom: '2025-01', dueUntil: '2025-06', minFamilies: 30 })
      const elsewhere = '&due_from=2025-01&due_until=2025-06&min_families=30'
      expect(part).toMatchObject({ method: null, judged: null, notJudged: expect.stringContaining('whole boards') })
      expect(part.seeAlso).toBe(`/v1/leaderboard?collection=${slug}&timing=retrospective&voice=own${elsewhere}`)
      expectProblem(await read('&topic=no-question-has-this'), 404, 'not-found', ['topic'])
      expectProblem(await read('&due_from=2025-06&due_until=2025-01'), 422, 'invalid-input', ['due_from'])
      expectProblem(await read('&min_families='), 422, 'invalid-input', ['min_families'])
      expectProblem(await read('&due_from=2025-13'), 422, 'invalid-input', ['due_from'])
      expectProblem(await read('&min_families=few'), 422, 'invalid-input', ['min_families'])
      const unknown = '&snapshot=snp_01kb0000000000000000000000'
      expectProblem(await read(unknown), 404, 'not-found', ['snapshot'])
      const listed = '/v1/snapshots/snp_01kb0000000000000000000000/difficulties'
      expectProblem(await api.get(listed), 404, 'not-found', ['id'])
      expectProblem(await read(`${unknown}&as_of=0`), 422, 'invalid-input', ['as_of'])
    })

    it('reviews a candidate once', async () => {
      const { candidates } = await recordForecasts(api, [`bank ${mark()}`])
      const id = candidates[0]?.id ?? ''
      await accept(api, id)
      const again = await api.post(`/v1/candidates/${id}/reviews`, 'review', { decision: 'reject', reason: 'no' })
      expect(again.status).toBe(409)
    })

    it('shows unreviewed candidates to reviewers alone', async () => {
      const { commentary, candidates } = await recordForecasts(api, [`court ${mark()}`])
      const id = candidates[0]?.id ?? ''
      const open = await api.get(`/v1/candidates?commentary=${commentary.id}`)
      expect(bodyOf(open, 200, pageOf(Candidate)).items).toEqual([])
      expectProblem(await api.get(`/v1/candidates/${id}`), 404, 'not-found', ['id'])
      expectProblem(await api.get('/v1/candidates?status=pending'), 403, 'forbidden')
      expectProblem(await api.get(`/v1/commentaries/${commentary.id}/text`, 'submit'), 403, 'forbidden')
    })

    it('takes the same proposal once, and keeps one pending whose evidence falls short', async () => {
      const { candidates } = await recordForecasts(api, [`ferry ${mark()}`])
      const question = await accept(api, candidates[0]?.id ?? '')
      const late = await recordEvent(api, '2025-03-01')
      const body = { questionId: question.id, outcome: 'yes', evidence: [shows(late)], rationale: 'it closed' }
      const first = bodyOf(await api.post('/v1/proposals', 'submit', body), 201, RecordedProposal)
      const second = bodyOf(await api.post('/v1/proposals', 'submit', body), 200, RecordedProposal)
      expect(second.proposal).toEqual(first.proposal)
      const decisions = `/v1/proposals/${first.proposal.id}/decisions`
      const decided = await api.post(decisions, 'resolve', { decision: 'settle', reason: 'seems plain' })
      const { proposal } = bodyOf(decided, 201, z.object({ proposal: RecordedProposal.shape.proposal }))
      expect(proposal).toMatchObject({ status: 'pending', decidedAt: null })
      expect(proposal.reason).toContain('window')
    })
  })

  describe('a correction', () => {
    it('moves the counts exactly and says what it did to the score', async () => {
      const subjects = Array.from({ length: 10 }, (_, at) => `office ${at} ${mark()}`)
      const { candidates } = await recordForecasts(api, subjects)
      expect(candidates).toHaveLength(10)
      const event = await recordEvent(api)
      const questions: Question[] = []
      for (const { id } of candidates) questions.push(await accept(api, id))
      for (const { id } of questions) await proposeAndSettle(api, id, event)
      const questionId = questions[0]?.id ?? ''
      const { authorId, probability: said } = await predictionOn(api, questionId)
      const probability = said ?? Number.NaN
      const before = await calibrationOf(api, authorId)
      expect(before.counts).toMatchObject([{ n: 10, hits: 10, pending: 0, void: 0 }])

      const body = { step: 'settle', questionId, outcome: 'no', evidence: [foundNothing], reason: 'another mill' }
      expectProblem(await api.post('/v1/resolutions', 'resolve', body), 409, 'illegal-step')
      const answer = await api.post('/v1/resolutions', 'resolve', { ...body, correct: true })
      const { question, scoreChanges } = bodyOf(answer, 201, Resolved)
      expect(question).toMatchObject({ id: questionId, status: 'resolved', outcome: 'no' })
      const hit = (1 - probability) ** 2
      const miss = probability ** 2
      expect(scoreChanges).toMatchObject([{ authorId, timing: 'retrospective', voice: 'own' }])
      expect(scoreChanges[0]?.before).toMatchObject({ n: 10, families: 10 })
      expect(scoreChanges[0]?.before.brier).toBeCloseTo(hit, 12)
      expect(scoreChanges[0]?.after.brier).toBeCloseTo((9 * hit + miss) / 10, 12)
      expect(scoreChanges[0]?.delta).toBeCloseTo((miss - hit) / 10, 12)

      const listed = await api.get(`/v1/score-changes?author=${authorId}&question=${questionId}`)
      expect(bodyOf(listed, 200, pageOf(ScoreChange)).items).toEqual(scoreChanges)

      const after = await calibrationOf(api, authorId)
      expect(after.counts).toEqual(before.counts.map((count) => ({ ...count, hits: 9 })))
      const { log } = bodyOf(await api.get(`/v1/questions/${questionId}`), 200, QuestionDetail)
      expect(log.map(({ position, step, outcome }) => [position, step, outcome])).toEqual([
        [1, 'settle', 'yes'],
        [2, 'reopen', null],
        [3, 'settle', 'no'],
      ])

      const voiding = { step: 'void', questionId, voidReason: 'annulled', reason: 'no such office', correct: true }
      bodyOf(await api.post('/v1/resolutions', 'resolve', voiding), 201, Resolved)
      const voided = await calibrationOf(api, authorId)
      expect(voided.counts).toMatchObject([{ n: 9, hits: 9, pending: 0, void: 1 }])
    })
  })
}
