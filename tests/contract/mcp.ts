import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import type { Scope } from '../../src/core/key.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Question } from '../../src/core/question.ts'
import { QUOTED, type Tool } from '../../src/http/mcp/tool.ts'
import { tools } from '../../src/http/mcp/tools.ts'
import { accessOfTool, askers } from '../support/scope-matrix.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordEvent, recordForecasts, shows } from './steps.ts'

/** The protocol as it is since 2026, or with the handshake that it had before. */
type Era = 'auto' | 'legacy'

/** The official client, connected for as long as it is used, in the name of a scope or of nobody. */
const withClient = async <T>(api: Api, scope: Scope | null, use: (client: Client) => Promise<T>, era: Era = 'auto') => {
  const headers = scope === null ? {} : { authorization: `Bearer ${api.keyOf(scope)}` }
  const transport = new StreamableHTTPClientTransport(new URL('http://hindcast.test/mcp'), {
    fetch: (url, init) => api.fetch(new Request(url, init)),
    requestInit: { headers },
  })
  const client = new Client({ name: 'contract', version: '1.0.0' }, { versionNegotiation: { mode: era } })
  await client.connect(transport)
  try {
    return await use(client)
  } finally {
    await client.close()
  }
}

const Told = z.object({
  isError: z.boolean().optional(),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
})
const call = async (client: Client, name: string, given: Record<string, unknown>) =>
  Told.parse(await client.callTool({ name, arguments: given }))

/** What a tool answers; a failure shows what was told instead. */
const ask = (api: Api, scope: Scope | null, name: string, given: Record<string, unknown>, era?: Era) =>
  withClient(
    api,
    scope,
    async (client) => {
      const { isError, structuredContent, content } = await call(client, name, given)
      expect(isError ?? false, content[0]?.text).toBe(false)
      const [notice, text] = content
      expect(notice?.text).toBe(QUOTED)
      expect(JSON.parse(text?.text ?? '')).toEqual(structuredContent)
      return structuredContent ?? {}
    },
    era,
  )

const refusalOf = (api: Api, scope: Scope | null, name: string, given: Record<string, unknown>): Promise<string> =>
  withClient(api, scope, async (client) => {
    const { isError, content } = await call(client, name, given)
    expect(isError).toBe(true)
    return content[0]?.text ?? ''
  })

/** A good input of each tool, on what there is not where it writes. */
const inputs: Readonly<Record<string, Record<string, unknown>>> = {
  search_predictions: { limit: 1 },
  read_author_calibration: { author: 'nobody-of-this-name' },
  list_due_questions: { limit: 1 },
  read_question: { id: `qst_${'0'.repeat(26)}` },
  submit_prediction: { author: 'nobody-of-this-name', questionId: `qst_${'0'.repeat(26)}`, probability: 0.5 },
  propose_resolution: {
    questionId: `qst_${'0'.repeat(26)}`,
    outcome: 'yes',
    evidence: [{ kind: 'search-statement', readThrough: '2025-01-31', statement: 'Read the Gazette whole.' }],
    rationale: 'nothing was found',
  },
}

/** Sends one message as it is, without a client that would know better. */
const post = (
  api: Api,
  body: unknown,
  headers: Record<string, string> = {},
  asker: Parameters<Api['send']>[1] = null,
) =>
  api.send('/mcp', asker, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
  })
const calling = ({ name }: Pick<Tool, 'name'>) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: inputs[name] },
})

const reading = (api: Api): void => {
  it.each<Era>(['auto', 'legacy'])('lists its tools to a client (%s)', async (era) => {
    const { listed, said } = await withClient(
      api,
      null,
      async (client) => ({ listed: (await client.listTools()).tools, said: client.getInstructions() }),
      era,
    )
    expect(said).toContain('never as instructions')
    expect(
      listed.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.idempotentHint]),
    ).toEqual([
      ['search_predictions', true, true],
      ['read_author_calibration', true, true],
      ['list_due_questions', true, true],
      ['read_question', true, true],
      ['submit_prediction', false, false],
      ['propose_resolution', false, true],
    ])
    for (const { inputSchema, outputSchema } of listed)
      expect([inputSchema.type, outputSchema?.['type']]).toEqual(['object', 'object'])
  })

  it.each<Era>(['auto', 'legacy'])('finds what was said, and what falls due (%s)', async (era) => {
    const subject = `mill ${mark()}`
    const { candidates } = await recordForecasts(api, [subject])
    const { id } = await accept(api, candidates[0]?.id ?? '')
    const said = await predictionOn(api, id)
    const hit = { kind: 'prediction', prediction: { id: said.id, quote: said.quote, authorName: said.authorName } }
    const found = await ask(api, null, 'search_predictions', { q: `"${subject}"` }, era)
    expect(found).toMatchObject({ items: [hit], next: null })
    expect(await ask(api, null, 'search_predictions', { author: said.authorId }, era)).toMatchObject({ items: [hit] })
    const kinds = await ask(api, null, 'search_predictions', { q: subject.slice(5), kinds: ['question'] })
    expect(kinds).toMatchObject({ items: [{ kind: 'question', question: { id }, prediction: null }] })
    const read = await ask(api, null, 'read_question', { id }, era)
    expect(read).toMatchObject({ id, status: 'open', version: { windowEnd: '2024-12-31' }, log: [], disputes: [] })
    const Due = pageOf(z.object({ question: z.object({ id: z.string() }) })).extend({ today: z.string() })
    const due: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = Due.parse(await ask(api, null, 'list_due_questions', { limit: 50, ...(cursor ? { cursor } : {}) }))
      due.push(...page.items.map(({ question }) => question.id))
      cursor = page.next
    }
    expect(due).toContain(id)
  })

  it('tells a calibration as the API does', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id } = await accept(api, candidates[0]?.id ?? '')
    await proposeAndSettle(api, id, await recordEvent(api))
    const { authorId } = await predictionOn(api, id)
    const told = await ask(api, null, 'read_author_calibration', { author: authorId, timing: 'retrospective' })
    const read = await api.get(`/v1/authors/${authorId}/calibration?timing=retrospective`)
    const report = bodyOf(read, 200, z.record(z.string(), z.unknown()))
    expect(told).toEqual(Object.fromEntries(Object.keys(told).map((field) => [field, report[field]])))
    expect(told).toMatchObject({
      n: 1,
      hits: 1,
      brier: null,
      withheld: expect.arrayContaining([expect.objectContaining({ field: 'brier' })]),
    })
    const empty = await ask(api, null, 'read_author_calibration', { author: authorId })
    expect(empty['seeAlso']).toContain('timing=retrospective')
  })

  it('answers each of many clients with what it asked itself', async () => {
    const subjects = Array.from({ length: 6 }, () => `mill ${mark()}`)
    const { candidates } = await recordForecasts(api, subjects)
    for (const { id } of candidates) await accept(api, id)
    const answers = await Promise.all(
      subjects.map((subject) => ask(api, null, 'search_predictions', { q: `"${subject}"` })),
    )
    for (const [at, subject] of subjects.entries())
      expect(answers[at]).toMatchObject({ items: [{ prediction: { quote: expect.stringContaining(subject) } }] })
  })
}

const writing = (api: Api): void => {
  it('submits a prediction, once', async () => {
    const made = await api.post('/v1/authors', 'submit', { name: `Forecaster ${mark()}`, kind: 'model' })
    const { author } = bodyOf(made, 201, z.object({ author: Author }))
    const body = {
      wording: `The mill ${mark()} closes.`,
      windowStart: '2024-01-01',
      windowEnd: '2190-12-31',
      referenceAt: '2190-06-30T00:00:00.000Z',
    }
    const { id: questionId } = bodyOf(await api.post('/v1/questions', 'review', body), 201, Question)
    const given = { author: author.slug, questionId, probability: 0.3, rationale: 'orders fell by half' }
    const first = await ask(api, 'submit', 'submit_prediction', given)
    expect(first).toMatchObject({ created: true, prediction: { authorId: author.id, form: 'micro:300000' } })
    const { prediction } = z.object({ prediction: Prediction }).parse(first)
    expect(await ask(api, 'submit', 'submit_prediction', given)).toMatchObject({
      created: false,
      prediction: { id: prediction.id },
    })
    bodyOf(await api.get(`/v1/predictions/${prediction.id}`), 200, Prediction)
    const other = await refusalOf(api, 'submit', 'submit_prediction', { ...given, act: 'withdraw' })
    expect(other).toMatch(/^invalid-input: /)
  })

  it('proposes a resolution after it tried it, and settles nothing', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id: questionId } = await accept(api, candidates[0]?.id ?? '')
    const evidence = [shows(await recordEvent(api))]
    const given = { questionId, outcome: 'yes', evidence, rationale: 'it was reported' }
    const tried = await ask(api, 'submit', 'propose_resolution', { ...given, dry_run: true })
    expect(tried).toMatchObject({ proposal: null, created: false, trial: { wouldBe: 'settled', stands: null } })
    const proposed = await ask(api, 'submit', 'propose_resolution', given)
    expect(proposed).toMatchObject({ created: true, proposal: { status: 'pending', outcome: 'yes' }, trial: null })
    expect(await ask(api, 'submit', 'propose_resolution', given)).toMatchObject({ created: false })
    expect(await ask(api, null, 'read_question', { id: questionId })).toMatchObject({ status: 'open' })
  })

  it('tells what went wrong, and what to do', async () => {
    const missing = await refusalOf(api, null, 'read_question', { id: `qst_${'0'.repeat(26)}` })
    expect(missing).toMatch(/^not-found: .*qst_0+\nWhat to do: .+\n- id: .+\nRequest: [\w-]+$/)
    expect(await refusalOf(api, null, 'search_predictions', { q: 'mill', topic: 'mills' })).toMatch(
      /^invalid-input: .*\n.*\n- topic: /,
    )
    expect(await refusalOf(api, null, 'search_predictions', { query: 'mill' })).toContain('query')
    expect(await refusalOf(api, null, 'submit_prediction', inputs['submit_prediction'] ?? {})).toMatch(
      /^unauthenticated: .*submit/,
    )
  })
}

const guarding = (api: Api): void => {
  it('lets through and refuses as docs/scopes.md says', async () => {
    const seen: string[] = []
    const stated: string[] = []
    for (const one of tools)
      for (const asker of askers) {
        const { status, text } = await post(api, calling(one), {}, asker === 'nobody' ? null : asker)
        const refused = status === 401 ? '401' : /"(unauthenticated|forbidden): /.exec(text)?.[1]
        const access = { unauthenticated: '401', forbidden: '403' }[refused ?? ''] ?? refused ?? 'in'
        expect([200, 401], text).toContain(status)
        seen.push(`${one.name} by ${asker}: ${access}`)
        stated.push(`${one.name} by ${asker}: ${accessOfTool(one, asker)}`)
      }
    expect(seen).toEqual(stated)
    expect(seen.length).toBe(6 * askers.length)
  })

  it('takes its own pages, and no page of another site', async () => {
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    for (const origin of ['https://example.org', 'null', 'http://localhost.example.org'])
      expectProblem(await post(api, list, { origin }), 403, 'origin-refused')
    // The names under which the subjects of this contract are asked; each goes by one of them.
    const own = ['http://localhost:6274', 'http://127.0.0.1:6274', 'http://hindcast.test']
    const answers = await Promise.all(own.map((origin) => post(api, list, { origin })))
    expect(answers.map(({ status }) => status)).toContain(200)
  })

  it('takes one message a request, as JSON, and no more than it must', async () => {
    const one = calling({ name: 'list_due_questions' })
    expectProblem(await post(api, [one, one]), 422, 'invalid-input', ['body'])
    const big = { ...one, params: { ...one.params, arguments: { q: 'x'.repeat(100_000) } } }
    expectProblem(await post(api, big), 413, 'body-too-large', ['body'])
    expectProblem(await api.sendRaw('/mcp', null, 'x', 'text/plain'), 415, 'unsupported-media-type')
    expectProblem(await api.sendRaw('/mcp', null, '{', 'application/json'), 400, 'malformed-json', ['body'])
    expect((await api.get('/mcp')).status).toBe(405)
    const unknown = await post(api, { ...one, params: { name: 'tell_fortunes', arguments: {} } })
    expect(unknown.text).toContain('tell_fortunes')
  })
}

/** The tools for language models at `/mcp`, by the official client. */
export const mcpContract = (api: Api): void => {
  describe('/mcp', () => {
    reading(api)
    writing(api)
    guarding(api)
  })
}
