import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { TopicsChanged } from '../../src/actions/questions/change-topics.ts'
import { Baseline, baselineKinds } from '../../src/core/baseline.ts'
import { Question } from '../../src/core/question.ts'
import { Topic, TopicChange } from '../../src/core/topic.ts'
import { HeldAgainst } from '../../src/queries/comparing/held-against.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Results = z.strictObject({
  items: z.array(
    z.strictObject({
      result: z.enum(['created', 'standing', 'refused']),
      baseline: Baseline.strict().nullable(),
      problem: z
        .strictObject({ code: z.string(), detail: z.string(), remedy: z.string(), fields: z.array(z.unknown()) })
        .nullable(),
    }),
  ),
  created: z.int(),
  standing: z.int(),
  refused: z.int(),
})
const nowhere = `qst_${'0'.repeat(26)}`

const ask = async (api: Api): Promise<Question> => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
  return accept(api, candidates[0]?.id ?? '')
}

const price = { kind: 'market', probability: 0.25, at: '2024-01-10', source: 'The exchange of Velmark' }

const baselineContract = (api: Api): void => {
  const record = (id: string, body: unknown) => api.post(`/v1/questions/${id}/baselines`, 'review', body)

  it('are recorded once, listed, and held against what was said after them', async () => {
    const { id } = await ask(api)
    const first = bodyOf(await record(id, price), 201, Baseline.strict())
    expect(bodyOf(await record(id, price), 200, Baseline.strict())).toEqual(first)
    const body = { ...price, probability: 0.3, corrects: first.id, reason: 'the price of the day before' }
    const second = bodyOf(await record(id, body), 201, Baseline.strict())
    const path = `/v1/questions/${id}/baselines`
    const page = bodyOf(await api.get(`${path}?limit=1`), 200, pageOf(Baseline.strict()))
    expect(page.items).toEqual([second])
    const rest = bodyOf(await api.get(`${path}?limit=1&cursor=${page.next}`), 200, pageOf(Baseline.strict()))
    expect(rest).toEqual({ items: [{ ...first, correctedBy: second.id }], next: null })
    const said = await predictionOn(api, id)
    const Held = z.object({ baselines: z.array(HeldAgainst.strict()) })
    const { baselines } = bodyOf(await api.get(`/v1/predictions/${said.id}`), 200, Held)
    expect(baselines.map(({ kind }) => kind)).toEqual(baselineKinds)
    for (const { kind, baseline, reason } of baselines) {
      expect([baseline?.id ?? null, reason === null]).toEqual(kind === 'market' ? [second.id, true] : [null, false])
    }
  })

  it('refuse what is not dated, sourced or before the outcome', async () => {
    const { id } = await ask(api)
    const refusals: [body: object, fields: string[]][] = [
      [{ ...price, at: '2199-01-01' }, ['at']],
      [{ ...price, probability: 1.2 }, ['probability']],
      [{ ...price, source: ' ' }, ['source']],
      [{ ...price, reason: 'no correction' }, ['reason']],
      [{ ...price, corrects: `bsl_${'0'.repeat(26)}`, reason: 'of none' }, ['corrects']],
      [{ ...price, archiveSha256: 'abc' }, ['archiveSha256']],
      [{ ...price, recordedAt: '2024-01-10T00:00:00.000Z' }, ['body']],
    ]
    for (const [body, fields] of refusals) expectProblem(await record(id, body), 422, 'invalid-input', fields)
    expectProblem(await record(nowhere, price), 404, 'not-found', ['questionId'])
    expectProblem(await api.get(`/v1/questions/${nowhere}/baselines`), 404, 'not-found', ['id'])
    expectProblem(await api.post(`/v1/questions/${id}/baselines`, null, price), 401, 'unauthenticated')
    expectProblem(await api.post(`/v1/questions/${id}/baselines`, 'submit', price), 403, 'forbidden')
    await proposeAndSettle(api, id, await recordEvent(api))
    expectProblem(await record(id, price), 409, 'illegal-step')
  })

  it('come many at once, each with what became of it', async () => {
    const { id: questionId } = await ask(api)
    const items = [
      { questionId, ...price },
      { questionId: nowhere, ...price },
      { questionId, ...price },
    ]
    const results = bodyOf(await api.post('/v1/baselines', 'review', { items }), 201, Results)
    expect(results.items.map(({ result, problem }) => [result, problem?.code])).toEqual([
      ['created', undefined],
      ['refused', 'not-found'],
      ['standing', undefined],
    ])
    expect(results.items[2]?.baseline).toEqual(results.items[0]?.baseline)
    expect(results).toMatchObject({ created: 1, standing: 1, refused: 1 })
    const again = bodyOf(await api.post('/v1/baselines', 'review', { items: items.slice(0, 2) }), 200, Results)
    expect(again).toMatchObject({ created: 0, standing: 1, refused: 1 })
    const none = { items: items.slice(1, 2) }
    expectProblem(await api.post('/v1/baselines', 'review', none), 422, 'invalid-input', ['items.0.questionId'])
    expectProblem(await api.post('/v1/baselines', 'review', { items: [] }), 422, 'invalid-input', ['items'])
    expectProblem(await api.post('/v1/baselines', 'submit', { items }), 403, 'forbidden')
  })
}

const topicContract = (api: Api): void => {
  const Detail = Question.extend({ topicChanges: z.array(TopicChange.strict()) })

  it('are given, shown, listed and taken', async () => {
    const topic = `mills-${mark().toLowerCase()}`
    const { id } = await ask(api)
    const path = `/v1/questions/${id}/topics`
    const body = { add: [topic], reason: 'it is about a mill' }
    const given = bodyOf(await api.post(path, 'review', body), 201, TopicsChanged.strict())
    expect(given).toMatchObject({ topics: [topic], changes: [{ topic, act: 'added', afterDecision: false }] })
    expect(bodyOf(await api.post(path, 'review', body), 200, TopicsChanged.strict()).changes).toEqual([])
    const listed = bodyOf(await api.get(`/v1/questions?topic=${topic}`), 200, pageOf(Question))
    expect(listed.items.map((one) => [one.id, one.topics])).toEqual([[id, [topic]]])
    await proposeAndSettle(api, id, await recordEvent(api))
    const late = `${topic}-late`
    bodyOf(
      await api.post(path, 'review', { add: [late], remove: [topic], reason: 'a better word' }),
      201,
      TopicsChanged,
    )
    const { topics, topicChanges } = bodyOf(await api.get(`/v1/questions/${id}`), 200, Detail)
    expect(topics).toEqual([late])
    expect(topicChanges.map((one) => [one.topic, one.act, one.afterDecision])).toEqual([
      [topic, 'added', false],
      [late, 'added', true],
      [topic, 'removed', true],
    ])
    const found: Topic[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: { items: Topic[]; next: string | null } = bodyOf(
        await api.get(`/v1/topics?limit=200${next && `&cursor=${next}`}`),
        200,
        pageOf(Topic.strict()),
      )
      found.push(...page.items)
      next = page.next
    }
    expect(found.filter((one) => one.topic.startsWith(topic))).toEqual([
      { topic: late, questions: 1, afterDecision: 1 },
    ])
    expect(bodyOf(await api.get('/v1/topics?as_of=0'), 200, pageOf(Topic))).toEqual({ items: [], next: null })
  })

  it('refuse what is no topic, and what says nothing', async () => {
    const { id } = await ask(api)
    const path = `/v1/questions/${id}/topics`
    const refusals: [body: object, fields: string[]][] = [
      [{ add: ['US House'], reason: 'words' }, ['add.0']],
      [{ reason: 'none' }, ['add']],
      [{ add: ['a'], remove: ['a'], reason: 'both' }, ['remove']],
      [{ add: ['a'] }, ['reason']],
    ]
    for (const [body, fields] of refusals) {
      expectProblem(await api.post(path, 'review', body), 422, 'invalid-input', fields)
    }
    const body = { add: ['a'], reason: 'why not' }
    expectProblem(await api.post(`/v1/questions/${nowhere}/topics`, 'review', body), 404, 'not-found', ['id'])
    expectProblem(await api.post(path, null, body), 401, 'unauthenticated')
    expectProblem(await api.post(path, 'submit', body), 403, 'forbidden')
  })
}

/** What questions are sorted by, and held against. */
export const referenceContract = (api: Api): void => {
  describe('baselines', () => baselineContract(api))
  describe('topics', () => topicContract(api))
}
