import { Webhook as Verifier } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { WebhookTest } from '../../src/actions/webhooks/test-webhook.ts'
import { LedgerState } from '../../src/core/ledger/position.ts'
import { WebhookDelivery } from '../../src/core/webhooks/delivery.ts'
import { WEBHOOKS_A_KEY, Webhook } from '../../src/core/webhooks/webhook.ts'
import { TestMessage } from '../../src/queries/following/message.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'

const Shown = z.strictObject(Webhook.shape)
export const MadeWebhook = z.strictObject({ webhook: Shown, secret: z.string() })
const Changed = z.strictObject({ webhook: Shown, changed: z.boolean() })
const Posted = z.array(z.object({ headers: z.record(z.string(), z.string()), body: z.string() }))

/** What the postbox at an address holds. */
export const postedTo = async (url: string) => Posted.parse(await (await fetch(url)).json())

/** The address of a postbox of its own, and a webhook to it of this key. */
const made = async (api: Api, body: object = {}, by: 'read' | 'submit' = 'read') => {
  const url = `${api.press()}/hook/${mark()}`
  const answer = await api.post('/v1/webhooks', by, { url, ...body })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return { url, ...bodyOf(answer, 201, MadeWebhook) }
}
const end = (api: Api, id: string) => api.post(`/v1/webhooks/${id}/status`, 'admin', { status: 'ended' })

const makingContract = (api: Api): void => {
  it('are made by any key, with a secret that is shown once', async () => {
    const { webhook, secret, url } = await made(api, { kinds: ['prediction', 'prediction'], name: 'copy' })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(webhook).toMatchObject({ url, name: 'copy', kinds: ['prediction'], status: 'active', sequence: 0 })
    expect(webhook.counts).toEqual({ pending: 0, delivered: 0, dead: 0, attempts: 0 })
    const listed = await api.get('/v1/webhooks?limit=200', 'read')
    expect(bodyOf(listed, 200, pageOf(Shown)).items.map(({ id }) => id)).toContain(webhook.id)
    const read = await api.get(`/v1/webhooks/${webhook.id}`, 'read')
    expect(bodyOf(read, 200, Shown)).toEqual(webhook)
    for (const { text } of [listed, read]) expect(text).not.toContain(secret.slice(6))
    const others = bodyOf(await api.get('/v1/webhooks?limit=200', 'submit'), 200, pageOf(Shown)).items
    expect(others.map(({ id }) => id)).not.toContain(webhook.id)
    const all = bodyOf(await api.get('/v1/webhooks?limit=200', 'admin'), 200, pageOf(Shown)).items
    expect(all.map(({ id }) => id)).toContain(webhook.id)
    await end(api, webhook.id)
  })

  it('begin where they are asked to, and not ahead of the ledger', async () => {
    const { position } = bodyOf(await api.get('/v1/ledger'), 200, LedgerState)
    const { webhook } = await made(api, { after: 0 })
    const fresh = await made(api)
    expect(webhook.position).toBe(0)
    expect(fresh.webhook.position).toBeGreaterThanOrEqual(position)
    const ahead = { url: fresh.url, after: 999_999_999 }
    expectProblem(await api.post('/v1/webhooks', 'read', ahead), 404, 'not-sealed', ['after'])
    for (const { id } of [webhook, fresh.webhook]) await end(api, id)
  })

  it.each([
    ['http://example.org/hook', 422, 'invalid-input', 'url'],
    ['https://10.0.0.1/hook', 422, 'address-refused', 'url'],
    ['https://localhost/hook', 422, 'address-refused', 'url'],
    ['https://a:b@example.org/hook', 422, 'address-refused', 'url'],
    ['ftp://example.org/hook', 422, 'invalid-input', 'url'],
  ])('are not sent to %s', async (url, status, code, field) => {
    expectProblem(await api.post('/v1/webhooks', 'read', { url }), status, code, [field])
    const { webhook } = await made(api)
    expectProblem(await api.post(`/v1/webhooks/${webhook.id}/settings`, 'read', { url }), status, code, [field])
    await end(api, webhook.id)
  })

  it('refuse filters that name nothing', async () => {
    const url = `${api.press()}/hook/${mark()}`
    const ask = (body: object) => api.post('/v1/webhooks', 'read', { url, ...body })
    expectProblem(await ask({ author: mark() }), 404, 'not-found', ['author'])
    expectProblem(await ask({ collection: mark() }), 404, 'not-found', ['collection'])
    expectProblem(await ask({ question: `qst_${'0'.repeat(26)}` }), 404, 'not-found', ['question'])
    expectProblem(await ask({ topic: 'US House' }), 422, 'invalid-input', ['topic'])
    expectProblem(await ask({ kinds: ['gossip'] }), 422, 'invalid-input', ['kinds.0'])
  })

  it('are so many a key, and another once one has ended', async () => {
    const url = `${api.press()}/hook/${mark()}`
    const Key = z.object({ secret: z.string() })
    const { secret } = bodyOf(await api.post('/v1/keys', 'admin', { name: mark(), scopes: ['read'] }), 201, Key)
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const ask = () => api.send('/v1/webhooks', null, { method: 'POST', headers, body: JSON.stringify({ url }) })
    const ids: string[] = []
    for (let at = 0; at < WEBHOOKS_A_KEY; at++) ids.push(bodyOf(await ask(), 201, MadeWebhook).webhook.id)
    expectProblem(await ask(), 409, 'conflict')
    await end(api, ids[0] ?? '')
    ids.push(bodyOf(await ask(), 201, MadeWebhook).webhook.id)
    for (const id of ids) await end(api, id)
  })
}

const changingContract = (api: Api): void => {
  it('change, pause, go on and end', async () => {
    const { webhook } = await made(api, { kinds: ['prediction'], topic: 'elections' })
    const path = `/v1/webhooks/${webhook.id}`
    const changed = await api.post(`${path}/settings`, 'read', { name: 'other', topic: null })
    expect(bodyOf(changed, 201, Shown)).toEqual({ ...webhook, name: 'other', topic: null })
    const set = (status: string) => api.post(`${path}/status`, 'read', { status })
    expect(bodyOf(await set('paused'), 201, Changed)).toMatchObject({
      changed: true,
      webhook: { status: 'paused', statusReason: 'owner' },
    })
    expect(bodyOf(await set('paused'), 200, Changed).changed).toBe(false)
    expect(bodyOf(await set('active'), 201, Changed).webhook).toMatchObject({ status: 'active', statusReason: null })
    expect(bodyOf(await set('ended'), 201, Changed).webhook).toMatchObject({ status: 'ended', statusReason: 'owner' })
    expect(bodyOf(await set('ended'), 200, Changed).changed).toBe(false)
    expectProblem(await set('active'), 409, 'illegal-step')
    for (const what of ['settings', 'rotations', 'tests'])
      expectProblem(await api.post(`${path}/${what}`, 'read', {}), 409, 'illegal-step')
    expectProblem(await api.post(`${path}/replays`, 'read', { fromSequence: 1 }), 409, 'illegal-step')
  })

  it('answer a test with what their receiver said, and the receiver verifies it', async () => {
    const { webhook, secret, url } = await made(api)
    const path = `/v1/webhooks/${webhook.id}`
    const { id, attempt } = bodyOf(await api.post(`${path}/tests`, 'read', {}), 201, WebhookTest)
    expect(attempt).toMatchObject({ status: 200, error: null, answer: 'taken' })
    const [posted] = await postedTo(url)
    expect(posted?.headers['webhook-id']).toBe(id)
    const sent = TestMessage.strict().parse(new Verifier(secret).verify(posted?.body ?? '', posted?.headers ?? {}))
    expect(sent).toMatchObject({ type: 'test', webhookId: webhook.id, sequence: null })
    const rotated = bodyOf(await api.post(`${path}/rotations`, 'read', {}), 201, MadeWebhook)
    expect(rotated.webhook.previousUntil).not.toBeNull()
    await api.post(`${path}/tests`, 'read', {})
    const second = (await postedTo(url))[1]
    for (const known of [secret, rotated.secret])
      expect(new Verifier(known).verify(second?.body ?? '', second?.headers ?? {})).toMatchObject({ type: 'test' })
    expect(() =>
      new Verifier(`whsec_${btoa('another secret')}`).verify(second?.body ?? '', second?.headers ?? {}),
    ).toThrow()
    await api.post(`${path}/settings`, 'read', { url: `${api.press()}/nowhere` })
    const missed = bodyOf(await api.post(`${path}/tests`, 'read', {}), 201, WebhookTest)
    expect(missed.attempt).toMatchObject({ status: 404, error: 'answered 404' })
    await end(api, webhook.id)
  })

  it('show an empty log before anything is sent, and replay what they kept', async () => {
    const { webhook } = await made(api)
    const path = `/v1/webhooks/${webhook.id}`
    const log = await api.get(`${path}/deliveries?status=dead`, 'read')
    expect(bodyOf(log, 200, pageOf(WebhookDelivery)).items).toEqual([])
    expectProblem(await api.get(`${path}/deliveries?status=lost`, 'read'), 422, 'invalid-input', ['status'])
    const ask = (body: object) => api.post(`${path}/replays`, 'read', body)
    expectProblem(await ask({}), 422, 'invalid-input', ['body'])
    expectProblem(await ask({ fromSequence: 1, fromPosition: 1 }), 422, 'invalid-input', ['body'])
    expectProblem(await ask({ deliveryId: `dlv_${'0'.repeat(26)}` }), 404, 'not-found', ['deliveryId'])
    expectProblem(await ask({ fromSequence: 1 }), 404, 'not-found', ['fromSequence'])
    await end(api, webhook.id)
  })
}

/** What is sent to others, as far as requests go: the job that sends has tests of its own. */
export const webhookContract = (api: Api): void => {
  describe('webhooks that are made', () => makingContract(api))
  describe('webhooks that are changed', () => changingContract(api))
}
