import { describe, expect, it } from 'vitest'
import { PROMPT_VERSION } from '../../src/core/extraction/model/model-prompt.ts'
import { Problem } from '../../src/core/problem.ts'
import { CommentaryDetail } from '../../src/http/routes/commentaries.ts'
import type { ExtractorSettings } from '../../src/outside/models/settings.ts'
import { servicesOf } from '../../src/services.ts'
import { createSite } from '../../src/site.ts'
import { keptCalls } from '../../src/storage/model-calls.ts'
import { RecordedCommentary } from '../contract/steps.ts'
import { finding, KEY, settingsFor } from '../outside/models/extraction.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { makeKeys } from '../support/keys.ts'
import { withModelServer } from '../support/model-server.ts'
import { outboundOf } from '../support/outbound.ts'

const TEXT = 'The port of Velmark will almost certainly close by the end of 2026.'
const good = () => ({ content: { predictions: [finding(TEXT.slice(0, -1), { hedge: 'almost certainly' })] } })

/** The service over the database of one test, with an extractor configured. */
const serviceOver = async ({ database }: World, settings: ExtractorSettings | Problem) => {
  const services = servicesOf(database, () => instant('2026-02-11T00:00:00.000Z'), outboundOf(), settings)
  const site = createSite(() => services)
  const { submit } = await makeKeys(services)
  const record = async (text: string) => {
    const response = await site.request('/v1/commentaries', {
      method: 'POST',
      headers: { authorization: `Bearer ${submit}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text, publishedOn: '2026-02-10', bylines: ['Ada Quill'] }),
    })
    const answer = await response.text()
    expect(answer).not.toContain(KEY)
    return { status: response.status, ...RecordedCommentary.parse(JSON.parse(answer)) }
  }
  /** As anyone reads it, without a key. */
  const read = async (id: string) => CommentaryDetail.parse(await (await site.request(`/v1/commentaries/${id}`)).json())
  return { services, record, read }
}

describe('recording a commentary with a model configured', () => {
  it('says who read it, keeps the answer, and does not pay again', () =>
    inWorld((world) =>
      withModelServer(good, async ({ url, asked }) => {
        const { record, services } = await serviceOver(world, settingsFor(url))
        const first = await record(TEXT)
        expect(first).toMatchObject({ status: 201, created: true, candidates: 1 })
        expect(first.extraction).toMatchObject({
          ...{ mode: 'model', model: 'test-model', promptVersion: PROMPT_VERSION, fallback: null },
          usage: { calls: 1, cachedCalls: 0, tokensIn: 1000, tokensOut: 200, costMicros: 270 },
        })
        const again = await record(TEXT)
        expect(again).toEqual({ ...first, status: 200, created: false })
        expect(asked).toHaveLength(1)
        const reading = { promptVersion: PROMPT_VERSION, model: 'test-model', mode: 'model' as const }
        const kept = await keptCalls(world.tx, { ...reading, textSha256: first.commentary.contentSha256 })
        expect(kept).toMatchObject([{ finishReason: 'stop', tokensIn: 1000, tokensOut: 200, costMicros: 270 }])
        expect((await services.extract(TEXT, first.commentary.publishedOn)).run.usage).toMatchObject({ cachedCalls: 1 })
      }),
    ))

  it('says that the built-in extractor stood in, and why', () =>
    inWorld((world) =>
      withModelServer(
        () => ({ status: 401, body: JSON.stringify({ error: { message: `no such key ${KEY}` } }) }),
        async ({ url }) => {
          const { record, read } = await serviceOver(world, settingsFor(url))
          const { status, candidates, extraction, commentary } = await record(TEXT)
          expect([status, candidates]).toEqual([201, 1])
          expect(extraction?.fallback).toEqual({
            reason: 'unauthorised',
            detail: 'the model service refused the key (HTTP 401)',
          })
          const { extraction: shown } = await read(commentary.id)
          expect(shown).toMatchObject({ mode: 'model', model: 'test-model', fallback: 'unauthorised', textVersion: 1 })
          expect(Object.keys(shown ?? {})).not.toContain('usage')
        },
      ),
    ))

  it('says so too where the configuration is refused', () =>
    inWorld(async (world) => {
      const problem = new Problem('invalid-input', 'no', 'mend it', [{ field: 'HINDCAST_MODEL', detail: 'name it' }])
      const { record } = await serviceOver(world, problem)
      const { extraction, candidates } = await record(TEXT)
      expect(candidates).toBe(1)
      expect(extraction?.fallback).toMatchObject({ reason: 'misconfigured' })
      expect(extraction?.fallback?.detail).toContain('HINDCAST_MODEL')
    }))

  it('is plain without one', () =>
    inWorld(async (world) => {
      const { record } = await serviceOver(world, { mode: 'built-in' })
      const { extraction } = await record(TEXT)
      expect(extraction).toEqual({
        ...{
          mode: 'built-in',
          model: null,
          promptVersion: null,
          fallback: null,
          refused: [],
          usage: null,
          withheld: null,
        },
      })
    }))
})
