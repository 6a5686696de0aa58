import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FallbackReason } from '../../../src/core/extraction-run.ts'
import { type Answer, type Behave, startModelServer, withModelServer } from '../../support/model-server.ts'
import { builtIn, extractWith, finding, KEY, memory, PUBLISHED, settingsFor } from './extraction.ts'

const TEXT = 'The port of Velmark will close by March.\n\nThe ferry may run again.'
const PORT = 'The port of Velmark will close by March'
const FERRY = 'The ferry may run again'
const good: Answer = { content: { predictions: [finding(PORT), finding(FERRY)] } }
/** The service asks for the next attempt at once, so that no test waits. */
const AT_ONCE = { 'retry-after-ms': '1' }

const output = (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method))
beforeEach(() => {
  for (const spy of output) spy.mockClear()
})
/** Neither the key nor the text reaches the log, whatever happens. */
afterEach(() => {
  for (const spy of output) expect(spy).not.toHaveBeenCalled()
})
afterAll(() => {
  for (const spy of output) spy.mockRestore()
})

const error = (status: number, headers: Record<string, string> = AT_ONCE): Answer => ({
  status,
  headers,
  body: JSON.stringify({ error: { message: `bad ${KEY}: ${TEXT}`, type: 'error', code: 'x' } }),
})
const inTurn =
  (...answers: Answer[]): Behave =>
  (_, nth) =>
    answers[nth - 1] ?? answers.at(-1) ?? good

describe('a service that fails', () => {
  const cases: [name: string, behave: Behave, reason: FallbackReason, detail: string, calls: number][] = [
    ['refuses the key (401)', () => error(401), 'unauthorised', 'refused the key (HTTP 401)', 1],
    ['forbids it (403)', () => error(403), 'unauthorised', 'refused the key (HTTP 403)', 1],
    ['does not know the model (404)', () => error(404), 'rejected', 'refused the request (HTTP 404)', 1],
    ['refuses the request (400)', () => error(400), 'rejected', 'HTTP 400', 1],
    ['points elsewhere (307)', () => error(307, { location: 'http://127.0.0.1:1/' }), 'rejected', 'HTTP 307', 1],
    ['stays over its limit (429)', () => error(429), 'rate-limited', 'HTTP 429', 3],
    ['stays broken (500)', () => error(500), 'unavailable', 'HTTP 500', 3],
    ['is silent', () => ({ silent: true }), 'timeout', 'in time', 1],
    [
      'sends another form of page',
      () => ({ headers: { 'content-type': 'text/html' }, body: '<h1>Hi</h1>' }),
      'malformed',
      'twice',
      2,
    ],
    ['sends an empty body', () => ({ body: '' }), 'malformed', 'twice', 2],
    ['sends no choice', () => ({ body: '{"choices":[]}' }), 'malformed', 'twice', 2],
    ['sends an empty message', () => ({ content: '' }), 'malformed', 'twice', 2],
    ['sends no JSON', () => ({ content: 'Sure! Here are the predictions:' }), 'malformed', 'twice', 2],
    [
      'sends JSON cut off without saying so',
      () => ({ content: '{"predictions":[{"quote":"The' }),
      'malformed',
      'twice',
      2,
    ],
    [
      'sends JSON of another form',
      () => ({ content: { predictions: [{ quote: PORT, probability: 1 }] } }),
      'malformed',
      'twice',
      2,
    ],
    ['filters its content', () => ({ content: '', finish: 'content_filter' }), 'malformed', 'twice', 2],
    [
      'cuts off whatever it is asked',
      () => ({ content: '{"predictions":[', finish: 'length' }),
      'truncated',
      'cut off',
      2,
    ],
  ]
  it.each(cases)('%s: the built-in extractor answers and says so', (_, behave, reason, detail, calls) =>
    withModelServer(behave, async ({ url, asked }) => {
      const kept = memory()
      const found = await extractWith(settingsFor(url, { callMs: reason === 'timeout' ? 300 : 60_000 }), TEXT, kept)
      const ours = await builtIn(TEXT, PUBLISHED)
      expect(found.candidates).toEqual(ours.candidates)
      expect(found.extractorVersion).toBe(ours.extractorVersion)
      expect(found.run).toMatchObject({ mode: 'model', model: 'test-model', fallback: { reason }, refused: [] })
      expect(found.run.fallback?.detail).toContain(detail)
      expect(asked).toHaveLength(calls)
      expect(JSON.stringify([found, kept.rows])).not.toContain(KEY)
    }),
  )

  it('is not there at all', () =>
    startModelServer(() => good).then(async ({ url, stop }) => {
      await stop()
      const { run } = await extractWith(settingsFor(url, { callMs: 500 }), TEXT)
      // Its retries may outlast the time that a call has.
      expect(['unavailable', 'timeout']).toContain(run.fallback?.reason)
    }))

  it.each([
    ['429 with Retry-After', error(429, { 'retry-after': '0' })],
    ['500', error(500)],
    ['503 without a word', { status: 503, headers: AT_ONCE, body: '' }],
    ['an answer of another form', { content: 'Sure!' }],
  ])('once with %s is asked again', (_, first) =>
    withModelServer(inTurn(first, good), async ({ url, asked }) => {
      const { candidates, run } = await extractWith(settingsFor(url), TEXT)
      expect(candidates.map(({ quote }) => quote)).toEqual([PORT, FERRY])
      expect([run.fallback, asked.length]).toEqual([null, 2])
    }),
  )

  it('has what its bad answers used counted', () =>
    withModelServer(inTurn({ content: 'Sure!' }, good), async ({ url }) => {
      const { run } = await extractWith(settingsFor(url), TEXT)
      expect(run.usage).toMatchObject({ calls: 2, tokensIn: 2000, tokensOut: 400, costMicros: 540 })
    }))

  it.each([
    ['nonsense', { prompt_tokens: -5, completion_tokens: 1e15 }, { tokensIn: 0, tokensOut: 2 ** 31 - 1 }],
    ['nothing', {}, { tokensIn: 0, tokensOut: 0, costMicros: 0 }],
  ])('says %s of its usage', (_, usage, counted) =>
    withModelServer(
      () => ({ ...good, usage }),
      async ({ url }) => {
        const { run } = await extractWith(settingsFor(url), TEXT)
        expect(run.usage).toMatchObject(counted)
      },
    ),
  )
})

describe('an answer in a Markdown code fence', () => {
  const answer = JSON.stringify(good.content)
  it.each([
    ['marked json', `\`\`\`json\n${answer}\n\`\`\``],
    ['without a mark', `\n\`\`\`\n${JSON.stringify(good.content, null, 2)}\n\`\`\`\n`],
    ['with other ends of lines', `\`\`\`JSON \r\n${answer}\r\n\`\`\``],
  ])('%s is read, and asked for once', (_, content) =>
    withModelServer(
      () => ({ content }),
      async ({ url, asked }) => {
        const calls = memory()
        const { candidates, run } = await extractWith(settingsFor(url), TEXT, calls)
        expect(candidates.map(({ quote }) => quote)).toEqual([PORT, FERRY])
        expect([run.fallback, asked.length, calls.rows[0]?.answer]).toEqual([null, 1, good.content])
      },
    ),
  )

  it.each([
    ['with words before it', `Sure!\n\`\`\`json\n${answer}\n\`\`\``],
    ['that is one of two', `\`\`\`json\n${answer}\n\`\`\`\n\`\`\`json\n${answer}\n\`\`\``],
    ['that does not end', `\`\`\`json\n${answer}`],
    ['of another form', '```json\n{"predictions":[{}]}\n```'],
  ])('%s is malformed', (_, content) =>
    withModelServer(
      () => ({ content }),
      async ({ url }) => {
        const { run } = await extractWith(settingsFor(url), TEXT)
        expect(run.fallback?.reason).toBe('malformed')
      },
    ),
  )
})

describe('a service that takes no schema', () => {
  const strict: Behave = ({ response_format }) => (response_format.type === 'json_schema' ? error(400) : good)

  it.each(['model', 'hybrid'] as const)('is asked in mode %s for JSON, and told of the form', (mode) =>
    withModelServer(strict, async ({ url, asked }) => {
      const { run } = await extractWith(settingsFor(url, { mode, format: 'json_object' }), TEXT)
      expect(run.fallback?.reason).toBe(mode === 'model' ? undefined : 'malformed')
      expect(asked[0]?.response_format).toEqual({ type: 'json_object' })
      const [system, user] = asked[0]?.messages ?? []
      expect(system?.content).toContain(mode === 'model' ? '"predictions"' : '"judgements"')
      expect(system?.content).toContain('"windowWords"')
      expect(user?.content).not.toContain('"type"')
    }),
  )

  it('is held to the form all the same', () =>
    withModelServer(
      () => ({ content: { predictions: [{ quote: PORT }] } }),
      async ({ url, asked }) => {
        const { run } = await extractWith(settingsFor(url, { format: 'json_object' }), TEXT)
        expect([run.fallback?.reason, asked.length]).toEqual(['malformed', 2])
      },
    ))

  it('refuses the question in the usual form', () =>
    withModelServer(strict, async ({ url }) => {
      const { run } = await extractWith(settingsFor(url), TEXT)
      expect(run.fallback?.reason).toBe('rejected')
    }))
})

describe('an answer that is cut off', () => {
  const cutOff: Behave = ({ material }) =>
    material.includes('port') && material.includes('ferry')
      ? { content: '{"predictions":[{"quote":"The port', finish: 'length' }
      : { content: { predictions: [material.includes('port') ? finding(PORT) : finding(FERRY)] } }

  it('has its chunk asked about in halves', () =>
    withModelServer(cutOff, async ({ url, asked }) => {
      const calls = memory()
      const { candidates, run } = await extractWith(settingsFor(url), TEXT, calls)
      expect(candidates.map(({ quote }) => quote)).toEqual([PORT, FERRY])
      expect([run.fallback, asked.length]).toEqual([null, 3])
      expect(calls.rows.map(({ answer, finishReason }) => [answer === null, finishReason])).toEqual([
        [true, 'length'],
        [false, 'stop'],
        [false, 'stop'],
      ])
      const again = await extractWith(settingsFor(url), TEXT, calls)
      expect(again.candidates).toEqual(candidates)
      expect([again.run.usage?.cachedCalls, asked.length]).toEqual([3, 3])
    }))
})

describe('a failure half-way', () => {
  const long = [
    TEXT,
    ...Array.from({ length: 40 }, (_, i) => `${i} It is an old mill. ${'It stands empty now. '.repeat(30)}`),
  ].join('\n\n')

  it('falls back whole, and keeps the answers that were paid for', () =>
    withModelServer(
      ({ material }) => (material.includes('port') ? good : error(400)),
      async ({ url }) => {
        const calls = memory()
        const ours = await builtIn(long, PUBLISHED)
        const first = await extractWith(settingsFor(url), long, calls)
        expect(first.run.fallback?.reason).toBe('rejected')
        expect(first.candidates).toEqual(ours.candidates)
        expect(calls.rows).toHaveLength(1)
        const second = await extractWith(settingsFor(url), long, calls)
        expect(second.run.usage?.cachedCalls).toBe(1)
      },
    ))
})
