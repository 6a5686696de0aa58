import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { Candidate } from '../../src/core/commentary.ts'
import { UNCONFIRMED } from '../../src/core/dispute.ts'
import { type Question, QuestionVersion } from '../../src/core/question.ts'
import { SecondOpinion } from '../../src/core/second-opinion.ts'
import { WorkLease } from '../../src/core/work.ts'
import { FlaggedCandidate } from '../../src/queries/flagged-schema.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { apiOf, bodyOf, expectProblem, mark, pageOf, type Subject } from '../contract/api.ts'
import { acceptance, recordText } from '../contract/restating.ts'
import {
  accept,
  commentaryBody,
  forecast,
  foundNothing,
  predictionOn,
  proposeAndSettle,
  RecordedCommentary,
  Resolved,
  Reviewed,
  recordEvent,
  recordForecasts,
  shows,
} from '../contract/steps.ts'
import { freshDatabase } from '../support/postgres.ts'
import { countsOffBy, type OffBy } from '../support/recount.ts'
import { siteOver } from '../support/site.ts'

let subject: Subject
let offBy: () => Promise<OffBy>
let close = async (): Promise<void> => undefined

beforeAll(async () => {
  const url = await freshDatabase(inject('postgresUrl'))
  const database = openPostgres(url, { max: 20 })
  offBy = () => countsOffBy(url)
  close = database.close
  subject = await siteOver(database, inject('press'))
})

afterAll(() => close())

const api = apiOf(() => subject)
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

describe('at the same moment', () => {
  it('20 identical commentaries make one record', async () => {
    const body = { ...commentaryBody(forecast(`mill ${mark()}`)), publisher: `The ${mark()} Gazette` }
    const answers = await Promise.all(times(20, () => api.post('/v1/commentaries', 'submit', body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...times(19, () => 200), 201])
    const ids = new Set(answers.map(({ text }) => RecordedCommentary.parse(JSON.parse(text)).commentary.id))
    expect(ids.size).toBe(1)
    const [id] = ids
    const listed = await api.get(`/v1/candidates?commentary=${id}`, 'review')
    expect(bodyOf(listed, 200, pageOf(Candidate)).items).toHaveLength(1)
  })

  it('a text under two names: one record stands, and the other name is refused, never dropped', async () => {
    const text = `${forecast(`mill ${mark()}`)} ${'It has stood on the river for as long as anyone can tell. '.repeat(4)}`
    const [ada, bob] = [commentaryBody(text), commentaryBody(text)]
    const answers = await Promise.all(times(20, (at) => api.post('/v1/commentaries', 'submit', at % 2 ? ada : bob)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...times(9, () => 200), 201, ...times(10, () => 409)])
    for (const refused of answers.filter(({ status }) => status === 409)) {
      expectProblem(refused, 409, 'already-exists', ['bylines'])
    }
  })

  it('a few words under two names: each has one record', async () => {
    const text = forecast(`mill ${mark()}`)
    const [ada, bob] = [commentaryBody(text), commentaryBody(text)]
    const answers = await Promise.all(times(20, (at) => api.post('/v1/commentaries', 'submit', at % 2 ? ada : bob)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...times(18, () => 200), 201, 201])
    const said = answers.map((answer) => RecordedCommentary.parse(JSON.parse(answer.text)).commentary)
    expect(new Set(said.map(({ id }) => id)).size).toBe(2)
    expect(said.map(({ bylines }) => bylines[0]?.name)).toEqual(times(20, (at) => (at % 2 ? ada : bob).bylines[0]))
  })

  it('two reviewers of one candidate: one is told that it is reviewed', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const path = `/v1/candidates/${candidates[0]?.id}/reviews`
    const body = { decision: 'accept', reason: 'a claim that strangers could settle' }
    const answers = await Promise.all(times(2, () => api.post(path, 'review', body)))
    const [won, lost] = answers.sort((a, b) => a.status - b.status)
    if (!lost || !won) throw new Error('there were two answers')
    const { candidate } = bodyOf(won, 201, Reviewed)
    const stands = { kind: 'review', id: candidate.reviewId, position: 1, step: 'accept', reason: body.reason }
    expect(expectProblem(lost, 409, 'already-exists')).toMatchObject(stands)
  })

  it('a review that is taken back twice at once is taken back once, and of two that follow one stands', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const id = candidates[0]?.id ?? ''
    await accept(api, id)
    const undone = await Promise.all(times(2, () => api.post(`/v1/candidates/${id}/undo`, 'review', {})))
    expect(undone.map(({ status }) => status).sort()).toEqual([201, 409])
    const bodies = [{ decision: 'accept' }, { decision: 'reject' }, { decision: 'accept' }]
    const answers = await Promise.all(
      bodies.map((body) => api.post(`/v1/candidates/${id}/reviews`, 'review', { ...body, reason: 'read again' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(await offBy()).toMatchObject({ scores: [], families: [] })
  })

  it('two deciders of one question: one is told that it is decided', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id: questionId } = await accept(api, candidates[0]?.id ?? '')
    const event = await recordEvent(api)
    const yes = { step: 'settle', questionId, outcome: 'yes', evidence: [shows(event)], reason: 'it was reported' }
    const no = { ...yes, outcome: 'no', evidence: [foundNothing] }
    const answers = await Promise.all([yes, no].map((body) => api.post('/v1/resolutions', 'resolve', body)))
    const [won, lost] = answers.sort((a, b) => a.status - b.status)
    expect(won?.status).toBe(201)
    if (!lost || !won) throw new Error('there were two answers')
    const { question } = bodyOf(won, 201, Resolved)
    expect(expectProblem(lost, 409, 'illegal-step')).toMatchObject({
      kind: 'resolution',
      position: 1,
      step: 'settle',
      outcome: question.outcome,
      reason: 'it was reported',
    })
  })

  it('ten editors of one question: one version follows, and the others are shown it', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id, version } = await accept(api, candidates[0]?.id ?? '')
    const edit = (at: number) => ({ expectedVersion: 1, criteria: `In words of editor ${at}.`, reason: 'clearer' })
    const answers = await Promise.all(times(10, (at) => api.post(`/v1/questions/${id}/versions`, 'review', edit(at))))
    const [won, ...lost] = answers.sort((a, b) => a.status - b.status)
    if (!won) throw new Error('there were ten answers')
    const added = bodyOf(won, 201, QuestionVersion)
    expect(added).toMatchObject({ version: 2, windowEnd: version.windowEnd })
    for (const answer of lost) {
      expect(expectProblem(answer, 409, 'conflict', ['expectedVersion'])).toMatchObject({ id: added.id, position: 2 })
    }
  })
})

describe('a second opinion', () => {
  const Opinion = SecondOpinion.strict()
  const agreeing = { decision: 'accept', reason: 'a forecast in the voice of its author' }
  const differing = { decision: 'reject', reason: 'it tells of the past' }

  /** A key of its own, as what posts with it. */
  const reader = async () => {
    const made = await api.post('/v1/keys', 'admin', { name: `reader ${mark()}`, scopes: ['review'] })
    const { secret } = bodyOf(made, 201, z.object({ secret: z.string() }))
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    return (candidateId: string, body: object) => {
      const path = `/v1/candidates/${candidateId}/second-opinions`
      return api.send(path, null, { method: 'POST', headers, body: JSON.stringify(body) })
    }
  }
  /** Accepted after its window. */
  const late = async (): Promise<string> => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const id = candidates[0]?.id ?? ''
    await accept(api, id)
    return id
  }
  const reviewersOf = async (id: string): Promise<number> =>
    bodyOf(await api.get(`/v1/candidates/${id}`, 'review'), 200, FlaggedCandidate).reviewers

  it('of two readers who differ from one decision: both stand, each with a dispute of its own', async () => {
    const [id, one, other] = [await late(), await reader(), await reader()]
    const answers = await Promise.all([one(id, differing), other(id, differing)])
    const opinions = answers.map((answer) => bodyOf(answer, 201, Opinion))
    const disputes = new Set(opinions.map(({ disputeId }) => disputeId))
    expect([disputes.size, disputes.has(null)]).toEqual([2, false])
    expect(await reviewersOf(id)).toBe(3)
  })

  it('of one reader ten times: one stands, and the others are told that it does', async () => {
    const [id, one] = [await late(), await reader()]
    const answers = await Promise.all(times(10, () => one(id, agreeing)))
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused).toHaveLength(9)
    for (const answer of refused) expectProblem(answer, 409, 'already-exists')
    expect(await reviewersOf(id)).toBe(2)
  })

  it('while the decision is taken back: one of the two comes first, and the other is refused', async () => {
    const one = await reader()
    for (const _ of times(5, (n) => n)) {
      const id = await late()
      const [given, undone] = await Promise.all([
        one(id, agreeing),
        api.post(`/v1/candidates/${id}/undo`, 'review', {}),
      ])
      expect([given.status, undone.status].sort()).toEqual([201, 409])
      expect(await reviewersOf(id)).toBe(given.status === 201 ? 2 : 0)
    }
    expect(await offBy()).toMatchObject({ scores: [], families: [] })
  })
})

describe('a claim said again', () => {
  it('ten times, accepted at once, is one question', async () => {
    const [subject, byline] = [`mill ${mark()}`, `Ada Quill ${mark()}`]
    const said: Candidate[] = []
    for (const at of times(10, (n) => n)) {
      said.push(await recordText(api, `${'And again. '.repeat(at)}${forecast(subject)}`, byline))
    }
    const answers = await Promise.all(
      said.map(({ id }) => api.post(`/v1/candidates/${id}/reviews`, 'review', acceptance)),
    )
    const reviewed = answers.map((answer) => bodyOf(answer, 201, Reviewed))
    expect(new Set(reviewed.map(({ question }) => question?.id)).size).toBe(1)
    expect(reviewed.filter(({ candidate }) => candidate.match === null)).toHaveLength(1)
    expect(reviewed.filter(({ candidate }) => candidate.match?.did === 'joined')).toHaveLength(9)
  })

  it('while its question is settled, is on that question before, or on another after', async () => {
    for (const _ of times(5, (n) => n)) {
      const [subject, byline] = [`mill ${mark()}`, `Ada Quill ${mark()}`]
      const question = await accept(api, (await recordText(api, forecast(subject), byline)).id)
      const again = await recordText(api, `Again: ${forecast(subject)}`, byline)
      const event = await recordEvent(api)
      const settling = { step: 'settle', outcome: 'yes', evidence: [shows(event)], reason: 'it was reported' }
      const [settled, joined] = await Promise.all([
        api.post('/v1/resolutions', 'resolve', { ...settling, questionId: question.id }),
        api.post(`/v1/candidates/${again.id}/reviews`, 'review', acceptance),
      ])
      expect(settled.status, settled.text).toBe(201)
      const { candidate, question: on } = bodyOf(joined, 201, Reviewed)
      expect(candidate.match?.did).toBe(on?.id === question.id ? 'joined' : 'family')
      expect(on?.familyId).toBe(question.familyId)
    }
    expect(await offBy()).toMatchObject({ scores: [], families: [] })
  })
})

/** Ten questions in five families, each with two of three authors on it. */
const overlappingQuestions = async (): Promise<Question[]> => {
  const pieces = await Promise.all(
    times(3, () =>
      recordForecasts(
        api,
        times(10, (at) => `office ${at} ${mark()}`),
      ),
    ),
  )
  const questions: Question[] = []
  for (let at = 0; at < 10; at++) {
    const review = { decision: 'accept', reason: 'a claim that strangers could settle' }
    const first = pieces[at % 3]?.candidates[at]?.id ?? ''
    const second = pieces[(at + 1) % 3]?.candidates[at]?.id ?? ''
    const familyId = at % 2 === 1 ? questions[at - 1]?.familyId : undefined
    const question = await accept(api, first, { familyId })
    questions.push(question)
    const joining = await api.post(`/v1/candidates/${second}/reviews`, 'review', { ...review, questionId: question.id })
    expect(joining.status, joining.text).toBe(201)
  }
  return questions
}

describe('disputes', () => {
  const subjectOf = async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id: questionId } = await accept(api, candidates[0]?.id ?? '')
    await proposeAndSettle(api, questionId, await recordEvent(api))
    const { id: predictionId } = await predictionOn(api, questionId)
    return { kind: 'prediction', predictionId }
  }

  it('20 without a key on one thing: as many wait as may, the others are told to wait', async () => {
    const subject = await subjectOf()
    const answers = await Promise.all(
      times(20, (at) => api.post('/v1/disputes', null, { subject, grounds: `Never said, ${at}.` })),
    )
    const taken = UNCONFIRMED.perSubject
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...times(taken, () => 201),
      ...times(20 - taken, () => 429),
    ])
  })

  it('two rulings of one: one stands, and moves the score once', async () => {
    const body = { subject: await subjectOf(), grounds: 'Never said.' }
    const Filed = z.object({ dispute: z.object({ id: z.string() }) })
    const { dispute } = bodyOf(await api.post('/v1/disputes', 'review', body), 201, Filed)
    const ruling = { verdict: 'upheld', reason: 'a misquotation' }
    const answers = await Promise.all(times(2, () => api.post(`/v1/disputes/${dispute.id}/rulings`, 'admin', ruling)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await offBy()).toMatchObject({ scores: [], families: [] })
  })
})

describe('the counts', () => {
  it('equal a recount after 100 corrections at once', async () => {
    const questions = await overlappingQuestions()
    const event = await recordEvent(api)
    for (const { id } of questions) await proposeAndSettle(api, id, event)
    const before = await offBy()
    expect(before).toMatchObject({ scores: [], families: [] })
    expect(before.scored).toBeGreaterThanOrEqual(20)

    const outcomes = [
      { step: 'settle', outcome: 'no', evidence: [foundNothing] },
      { step: 'settle', outcome: 'yes', evidence: [shows(event)] },
      { step: 'void', voidReason: 'annulled' },
    ]
    // A report reads both tables of counts: it must see them at one moment while they move.
    const said = await api.get(`/v1/predictions?question=${questions[0]?.id}`)
    const { items } = JSON.parse(said.text) as { items: { authorId: string }[] }
    const report = `/v1/authors/${items[0]?.authorId}/calibration?timing=retrospective`
    const reads = Promise.all(times(100, () => api.get(report)))
    const answers = await Promise.all(
      times(100, (at) => {
        const body = { ...outcomes[at % 3], questionId: questions[at % 10]?.id, reason: `take ${at}`, correct: true }
        return api.post('/v1/resolutions', 'resolve', body)
      }),
    )
    expect(answers.map(({ status }) => status)).toEqual(times(100, () => 201))
    // Three authors on ten questions: each correction moved one statement of each, whatever the others did meanwhile.
    for (const { text } of answers) {
      for (const { before, after } of Resolved.parse(JSON.parse(text)).scoreChanges) {
        const [hits, was] = [after.hits ?? 0, before.hits ?? 0]
        expect([Math.abs(after.n - before.n), Math.abs(hits - was)].sort().join()).toMatch(/^(0,1|1,1)$/)
      }
    }
    expect((await reads).map(({ status }) => status)).toEqual(times(100, () => 200))
    expect(await offBy()).toMatchObject({ scores: [], families: [] })
  })

  it('20 takers of work: each question has one holder', async () => {
    const { candidates } = await recordForecasts(
      api,
      times(12, () => `mill ${mark()}`),
    )
    for (const { id } of candidates) await accept(api, id)
    const answers = await Promise.all(
      times(20, () => api.post('/v1/work/leases', 'submit', { limit: 3, seconds: 600 })),
    )
    const taken = answers.flatMap(({ status, text }) => {
      expect(status, text).toBe(201)
      return z.object({ lease: WorkLease.nullable() }).parse(JSON.parse(text)).lease?.questionIds ?? []
    })
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken.length).toBeGreaterThan(0)
  })
})
