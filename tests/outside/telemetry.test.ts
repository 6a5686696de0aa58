import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { builtInExtractor } from '../../src/outside/extractor.ts'
import { nodeFetcher } from '../../src/outside/fetch-node.ts'
import { modelExtractor } from '../../src/outside/models/extractor.ts'
import { startTelemetry, type Telemetry } from '../../src/outside/telemetry/start.ts'
import { wantsTelemetry } from '../../src/outside/telemetry/wanted.ts'
import { type Collector, openCollector } from '../support/collector.ts'
import { instant, tagger } from '../support/embedded.ts'
import { startModelServer } from '../support/model-server.ts'
import { openPress } from '../support/press.ts'
import { memory, PUBLISHED, settingsFor } from './models/extraction.ts'

const PARENT = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' }
const traceparent = `00-${PARENT.trace}-${PARENT.span}-01`

let collector: Collector
let telemetry: Telemetry
const warned: string[] = []
const start = (more: Record<string, string> = {}): Telemetry => {
  // The exporters of the SDK read the environment of the process itself.
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url)
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-token=of-this-test')
  for (const [name, value] of Object.entries(more)) vi.stubEnv(name, value)
  const log = (_: string, event: string) => void warned.push(event)
  return startTelemetry(process.env, { log, ticks: () => performance.now(), version: '1.2.3' })
}

beforeEach(async () => {
  collector = await openCollector()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  warned.length = 0
  await collector.close()
})

/** A request that asks the database, with a statement that failed. */
const aRequest = ({ request, statement }: Telemetry, from: string | null = traceparent) => {
  const piece = request({ method: 'GET', requestId: 'req-1', traceparent: from, tracestate: null })
  piece.within(() => {
    const asked = statement(`select * from "authors" where name = 'Ada Example' and id = $1`)
    asked.within(() => undefined)
    asked.end({ rows: 3, code: null })
    statement('update "keys" set a = 1').end({ rows: null, code: '57014' })
  })
  piece.end({ route: '/v1/authors/:id', status: 503, problem: 'database-unavailable' })
}

describe('whether telemetry is wanted', () => {
  it.each([
    [{}, false],
    [{ OTEL_SERVICE_NAME: 'hindcast' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, true],
    [{ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://c:4318/v1/metrics' }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_TRACES_EXPORTER: 'none' }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c:4318/v1/traces', OTEL_TRACES_EXPORTER: 'none' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_SDK_DISABLED: 'TRUE' }, false],
  ])('%j: %s', (environment, wanted) => expect(wantsTelemetry(environment)).toBe(wanted))
})

describe('traces', () => {
  it('go on with the trace of who asks: a request, and the statements of it, without their values', async () => {
    telemetry = start()
    aRequest(telemetry)
    await telemetry.stop()
    const spans = collector.spans()
    const request = spans.find(({ kind }) => kind === 2)
    expect(request).toMatchObject({
      name: 'GET /v1/authors/:id',
      ...{ traceId: PARENT.trace, parentSpanId: PARENT.span, failed: true },
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/v1/authors/:id',
        'http.response.status_code': 503,
        'error.type': 'database-unavailable',
        'hindcast.request_id': 'req-1',
      },
    })
    const statements = spans.filter(({ kind }) => kind === 3)
    expect(statements).toMatchObject([
      {
        ...{ name: 'SELECT authors', traceId: PARENT.trace, parentSpanId: request?.spanId, failed: false },
        attributes: {
          'db.system.name': 'postgresql',
          'db.operation.name': 'SELECT',
          'db.collection.name': 'authors',
          'db.query.text': 'select * from "authors" where name = ? and id = $1',
          'db.response.returned_rows': 3,
        },
      },
      { name: 'UPDATE keys', parentSpanId: request?.spanId, failed: true, attributes: { 'error.type': '57014' } },
    ])
    expect(collector.all()).not.toContain('Ada Example')
    expect(collector.resource()).toMatchObject({ 'service.name': 'hindcast', 'service.version': '1.2.3' })
    expect(collector.got.tokens).toEqual(new Set(['of-this-test']))
  })

  it('begin anew where nobody hands one on, or one that is none; a run of a job has its own', async () => {
    telemetry = start({ OTEL_SERVICE_NAME: 'mine', OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=staging' })
    aRequest(telemetry, null)
    aRequest(telemetry, `00-${'0'.repeat(32)}-nonsense-01`)
    const run = telemetry.job({ job: 'seal-facts', runId: 'run_1', scheduledAt: '2026-05-04T12:00:00.000Z' })
    run.within(() => telemetry.statement('begin').end({ rows: 0, code: null }))
    run.end({ counts: { sealed: 3 }, problem: null })
    expect(run.trace).toMatch(/^[0-9a-f]{32}$/)
    await telemetry.stop()
    const roots = collector.spans().filter(({ parentSpanId }) => parentSpanId === null)
    expect(roots.map(({ name }) => name)).toEqual(['GET /v1/authors/:id', 'GET /v1/authors/:id', 'job seal-facts'])
    expect(new Set(roots.map(({ traceId }) => traceId)).size).toBe(3)
    const job = roots.find(({ name }) => name === 'job seal-facts')
    expect(job?.attributes).toMatchObject({ 'hindcast.run_id': 'run_1', 'hindcast.count.sealed': 3 })
    expect(collector.spans().find(({ name }) => name === 'BEGIN')?.parentSpanId).toBe(job?.spanId)
    expect(collector.resource()).toMatchObject({ 'service.name': 'mine', 'deployment.environment.name': 'staging' })
  })

  it.each([
    [{}, '01', 1],
    [{}, '00', 0],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, '01', 0],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, '01', 1],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }, '01', 0],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: 'much' }, '00', 1],
    [{ OTEL_TRACES_SAMPLER: 'no such' }, '01', 1],
  ])('are kept as %j says, of who asks for %s: %i', async (settings, flags, kept) => {
    telemetry = start(settings)
    aRequest(telemetry, traceparent.replace(/..$/, flags))
    await telemetry.stop()
    expect(collector.spans().filter(({ kind }) => kind === 2)).toHaveLength(kept)
  })

  it('are not made of statements that nobody waits for, nor where only figures are wanted', async () => {
    telemetry = start()
    telemetry.statement('select 1').end({ rows: 1, code: null })
    await telemetry.stop()
    expect(collector.spans()).toEqual([])
    expect(collector.figures()).toMatchObject([{ name: 'db.client.operation.duration', count: 1 }])
    const measuring = start({ OTEL_TRACES_EXPORTER: 'none' })
    aRequest(measuring)
    await measuring.stop()
    expect(collector.got.paths).not.toContain('/v1/traces')
  })

  it('are carried on to a model, and to no page', async () => {
    const model = await startModelServer(() => ({ content: { predictions: [] } }))
    const press = await openPress({})
    try {
      telemetry = start()
      const { request } = telemetry
      const watch = { ...telemetry, log: () => undefined, serving: () => watch }
      const parts = {
        builtIn: builtInExtractor(tagger),
        tagger,
        calls: memory(),
        watch,
        clock: () => instant('2026-02-11T00:00:00.000Z'),
      }
      const fetcher = nodeFetcher({ userAgent: 'Hindcast/test', allow: [press.authority], watch })
      const piece = request({ method: 'POST', requestId: 'req-1', traceparent, tracestate: null })
      await piece.within(async () => {
        await modelExtractor(settingsFor(model.url), parts)('The bridge will open by March.', PUBLISHED)
        await fetcher.get(`${press.origin}/nothing?token=known-to-nobody`, { accept: '*/*', maxBytes: 1000 })
      })
      piece.end({ route: '/v1/commentaries', status: 201, problem: null })
      await telemetry.stop()
      const calls = collector.spans().filter(({ attributes }) => attributes['hindcast.for'] !== undefined)
      const [asked] = calls.filter(({ attributes }) => attributes['hindcast.for'] === 'model')
      expect(asked).toMatchObject({ name: 'POST model', traceId: PARENT.trace })
      expect(asked?.attributes).toMatchObject({ 'server.address': '127.0.0.1', 'http.response.status_code': 200 })
      expect(model.asked[0]?.traceparent).toBe(`00-${PARENT.trace}-${asked?.spanId}-01`)
      expect(calls.filter(({ name }) => name === 'GET page')).toHaveLength(1)
      expect(press.requests.map(({ headers }) => headers['traceparent'])).toEqual([undefined])
      expect(collector.all()).not.toContain('known-to-nobody')
    } finally {
      await model.stop()
      await press.close()
    }
  })
})

describe('figures', () => {
  it('tell how long things took, by route and status, and what was looked at', async () => {
    telemetry = start()
    aRequest(telemetry)
    aRequest(telemetry)
    const stop = telemetry.observe({
      places: () => ({ working: 3, waiting: 1, reading: 0, streaming: 2 }),
      backlog: async () => ({ position: 4711, waiting: 5, deliveries: 6, feeds: 7 }),
    })
    await telemetry.stop()
    stop()
    const of = (name: string) => collector.figures().filter((figure) => figure.name === name)
    expect(of('http.server.request.duration')).toMatchObject([
      {
        ...{ unit: 's', count: 2 },
        attributes: {
          'http.route': '/v1/authors/:id',
          'http.response.status_code': 503,
          'error.type': 'database-unavailable',
        },
      },
    ])
    expect(
      of('db.client.operation.duration').map(({ count, attributes }) => [count, attributes['db.operation.name']]),
    ).toEqual([
      [2, 'SELECT'],
      [2, 'UPDATE'],
    ])
    expect(
      Object.fromEntries(of('hindcast.places').map(({ value, attributes }) => [attributes['state'], value])),
    ).toEqual({
      ...{ working: 3, waiting: 1, reading: 0, streaming: 2 },
    })
    const looked = ['ledger.position', 'ledger.waiting', 'webhooks.waiting', 'feeds.due']
    expect(looked.map((name) => of(`hindcast.${name}`)[0]?.value)).toEqual([4711, 5, 6, 7])
  })
})

describe('a collector', () => {
  it('that is away, or speaks another protocol, keeps nobody from working', async () => {
    telemetry = start({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })
    aRequest(telemetry)
    await telemetry.stop()
    expect(warned[0]).toBe('telemetry is sent by another protocol than was asked for')
    expect(collector.got.paths).toEqual([])
  })
})
