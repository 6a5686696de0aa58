import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type Collector, openCollector } from '../support/collector.ts'
import { freshDatabase } from '../support/postgres.ts'
import { start } from './served.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

let collector: Collector
beforeEach(async () => {
  collector = await openCollector()
})
afterEach(() => collector.close())

type Line = Record<string, unknown>

/** Serves in a process of its own while something is asked of it, then stops it: what it logged meanwhile. */
const served = async (environment: Record<string, string>, ask: (url: string, key: string) => Promise<void>) => {
  const child = start(['serve', '--port', '0'], { HINDCAST_LOG_LEVEL: 'info', ...environment })
  const [logged, said]: [Line[], string[]] = [[], []]
  const keep = (line: string) => void (line.startsWith('{') ? logged.push(JSON.parse(line)) : said.push(line))
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', keep)
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream })
  const up = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      keep(line)
      const url = /Hindcast is at (\S+)/.exec(line)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(said.join('\n'))))
  })
  try {
    const url = await up
    await ask(url, /hck_\S+/.exec(said.join('\n'))?.[0] ?? '')
  } finally {
    child.kill('SIGTERM')
    await once(child, 'close')
  }
  return { logged, status: child.exitCode }
}

describe('hindcast serve, told where to send telemetry', () => {
  it('sends spans of requests, statements and jobs, and figures, and logs lines that name the same traces', async () => {
    const environment = {
      DATABASE_URL: await freshDatabase(inject('postgresUrl')),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_METRIC_EXPORT_INTERVAL: '200',
      HINDCAST_SLOW_QUERY_MS: '0.0001',
    }
    const headers = { traceparent: `00-${TRACE}-00f067aa0ba902b7-01`, 'x-request-id': 'trace-17' }
    const { logged, status } = await served(environment, async (url, key) => {
      expect((await fetch(`${url}/v1/authors`, { headers })).status).toBe(200)
      const bearer = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ name: 'Known To Nobody', kind: 'person' })
      expect((await fetch(`${url}/v1/authors`, { method: 'POST', headers: bearer, body })).status).toBe(201)
      // Until the first figures came and every job had its run.
      while (
        collector.figures().length === 0 ||
        collector.figures().every(({ name }) => name !== 'hindcast.job.duration')
      )
        await new Promise((go) => setTimeout(go, 50))
    })
    expect(status).toBe(0)
    const spans = collector.spans()
    const request = spans.find(({ traceId, kind }) => traceId === TRACE && kind === 2)
    expect(request).toMatchObject({ name: 'GET /v1/authors', parentSpanId: '00f067aa0ba902b7' })
    const within = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId)
    expect(within.map(({ name }) => name)).toContain('SELECT authors')
    const sealing = spans.find(({ name }) => name === 'job seal-facts')
    expect(spans.some(({ parentSpanId }) => parentSpanId === sealing?.spanId)).toBe(true)
    const names = new Set(collector.figures().map(({ name }) => name))
    for (const name of [
      'http.server.request.duration',
      'db.client.operation.duration',
      'hindcast.places',
      'hindcast.ledger.position',
    ])
      expect(names).toContain(name)
    expect(collector.all()).not.toMatch(/Known To Nobody|hck_/)

    expect(logged.find(({ requestId, event }) => requestId === 'trace-17' && event === 'request')).toMatchObject({
      ...{ level: 'info', method: 'GET', route: '/v1/authors', status: 200, trace: TRACE },
    })
    const slow = logged.filter(({ event }) => event === 'slow statement')
    expect(slow.length).toBeGreaterThan(0)
    expect(slow.length).toBeLessThanOrEqual(20)
    const run = logged.find(({ event, job }) => event === 'job' && job === 'seal-facts')
    expect(run).toMatchObject({
      result: 'done',
      runId: sealing?.attributes['hindcast.run_id'],
      trace: sealing?.traceId,
    })
    expect(JSON.stringify(logged)).not.toMatch(/Known To Nobody|hck_/)
  })

  it('sends nothing and makes no trace where it is not', async () => {
    const database = await freshDatabase(inject('postgresUrl'))
    const { logged } = await served({ DATABASE_URL: database, OTEL_SERVICE_NAME: 'hindcast' }, async (url) => {
      expect((await fetch(`${url}/v1/authors`)).status).toBe(200)
    })
    const line = logged.find(({ event }) => event === 'request')
    expect(line).toMatchObject({ route: '/v1/authors', status: 200 })
    expect(line).not.toHaveProperty('trace')
    expect(collector.got.paths).toEqual([])
  })
})
