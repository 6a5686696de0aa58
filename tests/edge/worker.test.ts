import { env, exports } from 'cloudflare:workers'
import { Webhook as Verifier } from 'standardwebhooks'
import { describe, expect, inject, it, vi } from 'vitest'
import { z } from 'zod'
import { Feed } from '../../src/core/feed.ts'
import { ResolutionEntry } from '../../src/core/proposal.ts'
import { Question } from '../../src/core/question.ts'
import { Snapshot } from '../../src/core/snapshot.ts'
import { WebhookDelivery } from '../../src/core/webhooks/delivery.ts'
import worker from '../../src/worker.ts'
import { type Api, apiOf, bodyOf, expectProblem, mark, pageOf } from '../contract/api.ts'
import { contract } from '../contract/contract.ts'
import { expectPolled } from '../contract/fetching.ts'
import { accept, predictionOn, proposeAndSettle, recordEvent, recordForecasts, WINDOW_END } from '../contract/steps.ts'
import { MadeWebhook, postedTo } from '../contract/webhooks.ts'
import { queueTests, triggered } from './queues.ts'

const { keys } = inject('edge')
const press = inject('press')
const subject = () => ({
  keys,
  press,
  seal: (): Promise<void> => triggered(api, '* * * * *', new Date()),
  request: (path: string, init?: RequestInit) =>
    exports.default.fetch(new Request(`http://hindcast.test${path}`, init)),
})
const api: Api = apiOf(subject)

// One file for all that runs here: the cron trigger closes questions that a file beside it would still hold open.
describe('workerd, real Postgres through Hyperdrive', () => contract(subject))

const readQuestion = async (id: string) =>
  bodyOf(await api.get(`/v1/questions/${id}`), 200, Question.extend({ log: ResolutionEntry.array() }))

describe('the cron trigger', () => {
  it('closes what was past its window when it was due, once', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id } = await accept(api, candidates[0]?.id ?? '')
    const runAt = (instant: string) => triggered(api, '0 * * * *', new Date(instant))

    await runAt(`${WINDOW_END}T23:00:00.000Z`)
    expect(await readQuestion(id)).toMatchObject({ status: 'open', log: [] })
    await runAt('2025-01-01T00:00:00.000Z')
    const closed = await readQuestion(id)
    expect(closed).toMatchObject({ status: 'due', outcome: null, log: [{ step: 'close' }] })
    await runAt('2025-01-01T00:00:00.000Z')
    await runAt('2025-01-01T01:00:00.000Z')
    expect(await readQuestion(id)).toEqual(closed)
  })
})

describe('the trigger of feeds', () => {
  it('records what a feed announces, and leaves questions alone', async () => {
    const url = `${press}/feed/${mark()}`
    const answer = await api.post('/v1/feeds', 'review', { url })
    const { feed } = bodyOf(answer, 201, z.object({ feed: Feed }))
    await triggered(api, '*/10 * * * *', new Date('2025-02-01T00:10:00.000Z'))
    await expectPolled(api, feed.id)
  })
})

describe('the trigger of webhooks', () => {
  it('sends what was sealed, signed, to a receiver that verifies it', async () => {
    const atMinute = (minute: number) => triggered(api, '* * * * *', new Date(`2025-02-02T00:${minute}:00.000Z`))
    // What waits for its position from before would be sent too, and first.
    await atMinute(10)
    const url = `${press}/hook/${mark()}`
    const answer = await api.post('/v1/webhooks', 'read', { url, kinds: ['prediction'] })
    const { webhook, secret } = bodyOf(answer, 201, MadeWebhook)
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id } = await accept(api, candidates[0]?.id ?? '')
    // Queues keep no order: what a minute sealed is sent by the next at the latest.
    for (const minute of [11, 12]) await atMinute(minute)
    const verify = ({ body, headers }: { body: string; headers: Record<string, string> }) =>
      new Verifier(secret).verify(body, headers) as { sequence: number; data: { questionId: string } }
    const message = (await postedTo(url)).map(verify).find(({ data }) => data.questionId === id)
    expect(message).toMatchObject({ type: 'prediction', webhookId: webhook.id, sequence: expect.any(Number) })
    const log = await api.get(`/v1/webhooks/${webhook.id}/deliveries`, 'read')
    const delivered = bodyOf(log, 200, pageOf(WebhookDelivery)).items.find(
      ({ sequence }) => sequence === message?.sequence,
    )
    expect(delivered).toMatchObject({ status: 'delivered', attempts: [{ status: 200, answer: 'taken' }] })
    await api.post(`/v1/webhooks/${webhook.id}/status`, 'read', { status: 'ended' })
  })
})

describe('the worker', () => {
  it('answers many requests at once in one isolate', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.get('/v1/questions?limit=1')))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  })

  it('says so when no database is bound', async () => {
    const response = await worker.fetch(new Request('http://hindcast.test/readyz'), {})
    const { status, headers } = response
    expectProblem({ status, headers, text: await response.text() }, 503, 'database-unavailable')
  })
})

describe('limits of requests', () => {
  it('are counted by the bindings of the edge', async () => {
    const bindings = { ...env, HINDCAST_RATE_LIMIT: undefined }
    const ask = () =>
      worker.fetch(
        new Request('http://hindcast.test/v1/window-rules', { headers: { 'cf-connecting-ip': '192.0.2.7' } }),
        bindings,
      )
    const first = await ask()
    expect([first.status, first.headers.get('ratelimit-policy')]).toEqual([
      200,
      '"address";q=1200;w=60, "key";q=600;w=60',
    ])
    await first.text()
    let refused = first
    for (let asked = 1; asked < 3000 && refused.status === 200; asked++) {
      refused = await ask()
      if (refused.status === 200) await refused.body?.cancel()
    }
    expect(refused.headers.has('retry-after')).toBe(true)
    const { status, headers } = refused
    expectProblem({ status, headers, text: await refused.text() }, 429, 'rate-limited')
  })
})

queueTests(api)

describe('the trigger of reports', () => {
  it('keeps the boards of the night, which are read by their ids', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id } = await accept(api, candidates[0]?.id ?? '')
    await proposeAndSettle(api, id, await recordEvent(api))
    for (const cron of ['* * * * *', '0 4 * * *']) {
      // Reports are of what was sealed by their moment.
      await triggered(api, cron, new Date())
    }
    const page = await api.get('/v1/snapshots?collection=all&timing=retrospective&voice=own')
    const [snapshot] = bodyOf(page, 200, pageOf(Snapshot)).items
    const author = (await predictionOn(api, id)).authorId
    const Detail = Snapshot.extend({ items: z.array(z.object({ authorId: z.string() })) })
    const { items } = bodyOf(await api.get(`/v1/snapshots/${snapshot?.id}?limit=200`), 200, Detail)
    expect(items.map(({ authorId }) => authorId)).toContain(author)
  })
})

// Last: they reset modules, and what is loaded late within a consumer of a queue would then be fetched on behalf of another request.
describe('a replica', () => {
  it('is not read from where it is no standby, or does not answer; the primary answers', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    try {
      for (const [url, state] of [
        [inject('edge').url, 'other'],
        [`postgres://nobody:none@${new URL(press).host}/nothing`, 'away'],
      ] as const) {
        vi.resetModules()
        const { default: fresh } = await import('../../src/worker.ts')
        const bindings = { ...env, HYPERDRIVE_REPLICA: { connectionString: url } }
        const asked = (path: string) => fresh.fetch(new Request(`http://hindcast.test${path}`), bindings)
        expect((await asked('/v1/questions?limit=1')).status).toBe(200)
        const answer = await asked('/readyz')
        expect(answer.status).toBe(200)
        expect(await answer.json()).toMatchObject({ replica: { state, position: 0 } })
        expect((await asked('/v1/authors?limit=1')).status).toBe(200)
      }
    } finally {
      warned.mockRestore()
    }
  })
})

describe('probes', () => {
  it('look nothing up before they answer; whatever else does', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    try {
      // A module of its own, that has not learnt yet what it serves.
      vi.resetModules()
      const { default: fresh } = await import('../../src/worker.ts')
      // Somebody is there and hangs up: a refused connection ends in rejections within the driver that nobody can catch.
      const away = { ...env, HYPERDRIVE: { connectionString: `postgres://nobody:none@${new URL(press).host}/nothing` } }
      const ask = (path: string) => fresh.fetch(new Request(`http://hindcast.test${path}`), away)
      expect((await ask('/healthz')).status).toBe(200)
      expect((await ask('/readyz')).status).toBe(503)
      const looked = () => warned.mock.calls.filter(([line]) => String(line).includes('whether this is a sandbox'))
      expect(looked()).toEqual([])
      expect((await ask('/v1/questions')).status).toBe(503)
      expect(looked()).toHaveLength(1)
    } finally {
      warned.mockRestore()
    }
  })
})
