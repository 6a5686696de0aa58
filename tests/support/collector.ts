import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number; boolValue?: boolean }
type Attribute = { key: string; value: Value }
type Point = { attributes?: Attribute[]; count?: number; sum?: number; asInt?: string | number; asDouble?: number }
type Resource = { attributes: Attribute[] }

export type Span = {
  name: string
  kind: number
  traceId: string
  spanId: string
  parentSpanId: string | null
  failed: boolean
  attributes: Record<string, unknown>
}
export type Figure = { name: string; unit: string; attributes: Record<string, unknown>; count: number; value: number }

const attributesOf = (attributes: Attribute[] = []): Record<string, unknown> =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      value.stringValue ?? value.boolValue ?? value.doubleValue ?? Number(value.intValue),
    ]),
  )

type Traces = {
  resourceSpans: {
    resource: Resource
    scopeSpans: { spans: (Omit<Span, 'attributes'> & { attributes: Attribute[]; status?: { code?: number } })[] }[]
  }[]
}
type Points = { dataPoints: Point[] }
type Metrics = {
  resourceMetrics: {
    resource: Resource
    scopeMetrics: { metrics: { name: string; unit: string; histogram?: Points; gauge?: Points; sum?: Points }[] }[]
  }[]
}

/** A collector of OpenTelemetry: takes what is sent by OTLP over HTTP as JSON, and keeps it to look at. */
export const openCollector = async () => {
  const got = { traces: [] as Traces[], metrics: [] as Metrics[], paths: [] as string[], tokens: new Set<string>() }
  const server = createServer(async (request, response) => {
    const { url = '', headers } = request
    got.paths.push(url)
    got.tokens.add(String(headers['x-token']))
    const sent = await json(request)
    if (url === '/v1/traces') got.traces.push(sent as Traces)
    if (url === '/v1/metrics') got.metrics.push(sent as Metrics)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const spans = (): Span[] =>
    got.traces.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap((scope) =>
          scope.spans.map(({ attributes, status, parentSpanId, ...span }) => ({
            ...span,
            parentSpanId: parentSpanId || null,
            failed: status?.code === 2,
            attributes: attributesOf(attributes),
          })),
        ),
      ),
    )
  /** As of the last that was sent: sums run on. */
  const figures = (): Figure[] =>
    (got.metrics.at(-1)?.resourceMetrics ?? []).flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap((scope) =>
        scope.metrics.flatMap(({ name, unit, histogram, gauge, sum }) =>
          ((histogram ?? gauge ?? sum)?.dataPoints ?? []).map((point) => ({
            ...{ name, unit, attributes: attributesOf(point.attributes), count: Number(point.count ?? 0) },
            value: Number(point.sum ?? point.asDouble ?? point.asInt),
          })),
        ),
      ),
    )
  const resource = () => attributesOf(got.traces[0]?.resourceSpans[0]?.resource.attributes)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ spans, figures, resource, got },
    all: () => JSON.stringify([got.traces, got.metrics]),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
export type Collector = Awaited<ReturnType<typeof openCollector>>
