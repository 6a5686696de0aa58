import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { EventCandidate } from '../../src/core/event-candidate.ts'
import { scopes } from '../../src/core/key.ts'
import { type Asker, accessOf, askers, type Row, rowsOf } from '../support/scope-matrix.ts'
import { type Answer, type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { sendAsync } from './respond-async.ts'
import { enter, FROM_HERE } from './signing-in.ts'
import { commentaryBody, forecast, RecordedCommentary, recordCollection, recordForecasts } from './steps.ts'

const keyOf = (asker: Asker) => (asker === 'nobody' ? null : asker)

/** Sends what no schema takes, to an id that is none: whoever is let through changes nothing. */
const knock = async (api: Api, { method, path }: Row, asker: Asker): Promise<string> => {
  const asked = path.replaceAll(/\{\w+\}/g, 'nothing')
  const sent = method === 'GET' || method === 'DELETE' ? {} : { body: '"a walk over all routes"' }
  const headers = { 'content-type': 'application/json' }
  const { status } = await api.send(asked, keyOf(asker), { method, headers, ...sent })
  expect(status, `${method} ${path}`).toBeLessThan(500)
  return status === 401 || status === 403 ? String(status) : 'in'
}

/** The same in the name of who is signed in. */
const knockBy = async (api: Api, row: Row, cookie: string): Promise<string> => {
  const { method, path } = row
  const sent = method === 'GET' || method === 'DELETE' ? {} : { body: '"a walk over all routes"' }
  const headers = { 'content-type': 'application/json', cookie, ...FROM_HERE }
  const { status } = await api.send(path.replaceAll(/\{\w+\}/g, 'nothing'), null, { method, headers, ...sent })
  expect(status, `${method} ${path}`).toBeLessThan(500)
  return status === 401 || status === 403 ? String(status) : 'in'
}

const rows = async (api: Api): Promise<Row[]> => rowsOf(JSON.parse((await api.get('/openapi.json')).text))

/** The same request without the further scope and with it. */
type Probe = (api: Api) => Promise<{ without: Answer; held: Answer }>

const read =
  (path: string): Probe =>
  async (api) => ({
    without: await api.get(path),
    held: await api.get(path, 'review'),
  })

const pendingEvent = async (api: Api): Promise<string> => {
  const body = commentaryBody(`The ${mark()} Mill was closed on 10 January, the owners say.`)
  const { commentary } = bodyOf(await api.post('/v1/commentaries', 'submit', body), 201, RecordedCommentary)
  const listed = await api.get(`/v1/event-candidates?commentary=${commentary.id}`, 'review')
  return bodyOf(listed, 200, pageOf(EventCandidate)).items[0]?.id ?? 'none'
}

const foreignKey = async (api: Api): Promise<string> => {
  const made = await api.post('/v1/keys', 'admin', { name: mark(), scopes: ['read'] })
  return bodyOf(made, 201, z.object({ key: z.object({ id: z.string() }) })).key.id
}

const ofForeignKey =
  (what: string): Probe =>
  async (api) => {
    const path = `/v1/keys/${await foreignKey(api)}/${what}`
    return { without: await api.post(path, 'submit', {}), held: await api.post(path, 'admin', {}) }
  }

const foreignWebhook = async (api: Api): Promise<string> => {
  const made = await api.post('/v1/webhooks', 'read', { url: `${api.press()}/hook/${mark()}` })
  return `/v1/webhooks/${bodyOf(made, 201, z.object({ webhook: z.object({ id: z.string() }) })).webhook.id}`
}

/** Asks as another key than the one whose webhook it is, and ends that after. */
const ofForeignWebhook =
  (what: string, body?: object): Probe =>
  async (api) => {
    const path = await foreignWebhook(api)
    const ask = (by: 'submit' | 'admin') =>
      body === undefined ? api.get(path + what, by) : api.post(path + what, by, body)
    const asked = { without: await ask('submit'), held: await ask('admin') }
    await api.post(`${path}/status`, 'read', { status: 'ended' })
    return asked
  }

/** A request for each operation that states a further scope without which it refuses, or hides what there is. */
const probes: Readonly<Record<string, Probe>> = {
  recordCommentary: async (api) => {
    const { slug: collection } = await recordCollection(api)
    const body = { ...commentaryBody(forecast(`mill ${mark()}`)), collection }
    const held = await api.post('/v1/commentaries', 'admin', body)
    return { without: await api.post('/v1/commentaries', 'submit', body), held }
  },
  listCandidates: read('/v1/candidates?status=pending'),
  listEventCandidates: read('/v1/event-candidates?status=pending'),
  listDisputes: read('/v1/disputes?status=received'),
  readCandidate: async (api) => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    return read(`/v1/candidates/${candidates[0]?.id}`)(api)
  },
  readEventCandidate: async (api) => read(`/v1/event-candidates/${await pendingEvent(api)}`)(api),
  findQuestionsOfCommentary: async (api) => {
    const { commentary } = await recordForecasts(api, [`mill ${mark()}`])
    return read(`/v1/commentaries/${commentary.id}/questions`)(api)
  },
  readDeferredRequest: async (api) => {
    const sent = await sendAsync(api, '/v1/commentaries', 'submit', commentaryBody(forecast(`mill ${mark()}`)))
    const path = sent.headers.get('location') ?? ''
    return { without: await api.get(path, 'review'), held: await api.get(path, 'admin') }
  },
  submitPrediction: async (api) => {
    const made = await api.post('/v1/authors', 'admin', { name: `Ada ${mark()}`, kind: 'person' })
    const { author } = bodyOf(made, 201, z.object({ author: Author }))
    const body = { author: author.id, questionId: `qst_${'0'.repeat(26)}`, probability: 0.5 }
    // An admin gets further: to the question, which there is not.
    const held = await api.post('/v1/predictions', 'admin', body)
    expectProblem(held, 404, 'not-found', ['questionId'])
    return { without: await api.post('/v1/predictions', 'submit', body), held: { ...held, status: 200 } }
  },
  createKey: async (api) => {
    const body = { name: mark(), scopes: ['read'] }
    return { without: await api.post('/v1/keys', 'read', body), held: await api.post('/v1/keys', 'admin', body) }
  },
  rotateKey: ofForeignKey('rotations'),
  revokeKey: ofForeignKey('revocations'),
  readWebhook: ofForeignWebhook(''),
  changeWebhook: ofForeignWebhook('/settings', {}),
  setWebhookStatus: ofForeignWebhook('/status', { status: 'paused' }),
  rotateWebhookSecret: ofForeignWebhook('/rotations', {}),
  listWebhookDeliveries: ofForeignWebhook('/deliveries'),
  replayWebhookDeliveries: ofForeignWebhook('/replays', { fromPosition: 1 }),
  testWebhook: ofForeignWebhook('/tests', {}),
}

/** What each route asks of who calls it: held against what the document says of every route. */
export const scopeContract = (api: Api): void => {
  describe('scopes', () => {
    it('let through and refuse on every route as the document says', async () => {
      const seen: string[] = []
      const stated: string[] = []
      for (const row of await rows(api))
        for (const asker of askers) {
          const request = `${row.method} ${row.path} (${row.needed}) by ${asker}`
          seen.push(`${request}: ${await knock(api, row, asker)}`)
          stated.push(`${request}: ${accessOf(row, asker)}`)
        }
      expect(seen).toEqual(stated)
      expect(seen.length).toBeGreaterThan(500)
    })

    it('let people through and refuse them as they do keys', async () => {
      const seen: string[] = []
      const stated: string[] = []
      const all = await rows(api)
      for (const scope of scopes) {
        const { cookie } = await enter(api, [scope])
        for (const row of all) {
          const request = `${row.method} ${row.path} (${row.needed}) by somebody who may ${scope}`
          seen.push(`${request}: ${await knockBy(api, row, cookie)}`)
          stated.push(`${request}: ${accessOf(row, scope)}`)
        }
      }
      expect(seen).toEqual(stated)
      expect(seen.length).toBeGreaterThan(500)
    })

    it('that some requests need are asked for as the document says', async () => {
      const told = (await rows(api)).filter(({ further }) => further && further.without !== 'less')
      expect(told.map(({ operationId }) => operationId).sort(), 'add a request to the probes').toEqual(
        Object.keys(probes).sort(),
      )
      for (const { operationId, further } of told) {
        const { without, held } = (await probes[operationId]?.(api)) ?? {}
        expect(without?.status, operationId).toBe(further?.without === 'refused' ? 403 : 404)
        expect(held?.status, `${operationId}: ${held?.text}`).toBeLessThan(300)
      }
    })
  })
}
