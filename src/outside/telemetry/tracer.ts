import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Attributes,
  type Context,
  createNoopMeter,
  defaultTextMapGetter,
  defaultTextMapSetter,
  type MeterProvider,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { summaryOf, withoutValues } from '../../core/statement.ts'
import type { Piece, Tracer } from '../../core/watch.ts'
import { figuresOf, type Measured } from './figures.ts'

export type Over = {
  traces: TracerProvider | null
  metrics: MeterProvider | null
  /** Milliseconds of a clock that is never set. */
  ticks: () => number
  version: string
}

const NAME = 'hindcast'
const UNTRACED = '00000000000000000000000000000000'
const propagator = new W3CTraceContextPropagator()

/** What a span and a figure tell of an end; what is null is left out. */
type Told = Readonly<Record<string, string | number | null>>
const attributesOf = (told: Told): Attributes =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)) as Attributes

/** `example.org:8443` as the attributes of a server. */
const serverOf = (host: string): Attributes => {
  const { hostname, port } = new URL(`http://${host}`)
  return { 'server.address': hostname, ...(port && { 'server.port': Number(port) }) }
}

const traceOf = (span: Span): string | null => {
  const { traceId } = span.spanContext()
  return traceId === UNTRACED ? null : traceId
}

type Began = { name: string; kind: SpanKind; attributes: Attributes; parent?: Context }

/** What pieces are made by: spans, the context that each goes on in, and what is measured. */
type Made = {
  /** A piece with a span, unless none is wanted; `close` tells of its end. */
  piece: <Ended>(began: Began | null, close: (span: Span | null, how: Ended, seconds: number) => void) => Piece<Ended>
  current: AsyncLocalStorage<Context>
  figures: Measured
}

const madeBy = ({ traces, metrics, ticks, version }: Over): Made => {
  const tracer = traces?.getTracer(NAME, version)
  const current = new AsyncLocalStorage<Context>()
  const piece: Made['piece'] = (began, close) => {
    const from = ticks()
    const around = began?.parent ?? current.getStore() ?? ROOT_CONTEXT
    const span = (began && tracer?.startSpan(began.name, began, around)) ?? null
    return {
      trace: span && traceOf(span),
      within: (work) => (span ? current.run(trace.setSpan(around, span), work) : work()),
      end: (how) => {
        close(span, how, (ticks() - from) / 1000)
        span?.end()
      },
    }
  }
  return { piece, current, figures: figuresOf(metrics?.getMeter(NAME, version) ?? createNoopMeter()) }
}

const failed = (span: Span | null, isFault: boolean): void => {
  if (isFault) span?.setStatus({ code: SpanStatusCode.ERROR })
}

const requests =
  ({ piece, figures }: Made): Tracer['request'] =>
  ({ method, requestId, traceparent, tracestate }) => {
    const carrier = { ...(traceparent && { traceparent }), ...(tracestate && { tracestate }) }
    const parent = propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter)
    const attributes = { 'http.request.method': method, 'hindcast.request_id': requestId }
    return piece({ name: method, kind: SpanKind.SERVER, attributes, parent }, (span, how, seconds) => {
      const told = attributesOf({
        'http.request.method': method,
        'http.route': how.route,
        'http.response.status_code': how.status,
        'error.type': how.problem ?? (how.status >= 500 ? String(how.status) : null),
      })
      if (how.route !== null) span?.updateName(`${method} ${how.route}`)
      span?.setAttributes(told)
      failed(span, how.status >= 500)
      figures.requests.record(seconds, told)
    })
  }

const runs =
  ({ piece, figures }: Made): Tracer['job'] =>
  ({ job, runId, scheduledAt }) => {
    const attributes = { 'hindcast.job': job, 'hindcast.run_id': runId, 'hindcast.scheduled_at': scheduledAt }
    const began = { name: `job ${job}`, kind: SpanKind.INTERNAL, attributes, parent: ROOT_CONTEXT }
    return piece(began, (span, { counts, problem }, seconds) => {
      for (const [name, count] of Object.entries(counts)) span?.setAttribute(`hindcast.count.${name}`, count)
      failed(span, problem !== null)
      const told = attributesOf({ 'hindcast.job': job, 'error.type': problem })
      span?.setAttributes(told)
      figures.jobs.record(seconds, told)
    })
  }

/** Of a request or a run, which somebody waits for. What looks at figures has no trace of its own. */
const isPart = ({ current }: Made): boolean => current.getStore() !== undefined

const statements =
  (made: Made): Tracer['statement'] =>
  (text) => {
    const { operation, table } = summaryOf(text)
    const measured = { 'db.system.name': 'postgresql', 'db.operation.name': operation }
    const began = (): Began => ({
      name: table === null ? operation : `${operation} ${table}`,
      kind: SpanKind.CLIENT,
      attributes: {
        ...measured,
        ...attributesOf({ 'db.collection.name': table }),
        'db.query.text': withoutValues(text),
      },
    })
    return made.piece(isPart(made) ? began() : null, (span, { rows, code }, seconds) => {
      const told = attributesOf({ 'db.response.status_code': code, 'error.type': code })
      span?.setAttributes({ ...told, ...attributesOf({ 'db.response.returned_rows': rows }) })
      failed(span, code !== null)
      made.figures.statements.record(seconds, { ...measured, ...told })
    })
  }

const calls =
  (made: Made): Tracer['call'] =>
  ({ method, host, for: purpose }) => {
    const attributes = { 'http.request.method': method, 'hindcast.for': purpose }
    const began = {
      name: `${method} ${purpose}`,
      kind: SpanKind.CLIENT,
      attributes: { ...attributes, ...serverOf(host) },
    }
    return made.piece(isPart(made) ? began : null, (span, { status, problem }, seconds) => {
      const isFault = problem !== null || (status !== null && status >= 400)
      const told = attributesOf({
        'http.response.status_code': status,
        'error.type': problem ?? (isFault ? String(status) : null),
      })
      span?.setAttributes(told)
      failed(span, isFault)
      made.figures.calls.record(seconds, { ...attributes, ...told })
    })
  }

/**
 * Pieces of work as spans and histograms of OpenTelemetry, by its semantic conventions. The providers and the context are this
 * tracer's own: nothing is global. Statements and requests of ours are spans of the work that they belong to, and none where nobody waits.
 */
export const tracerOver = (over: Over): Tracer => {
  const made = madeBy(over)
  return {
    request: requests(made),
    job: runs(made),
    statement: statements(made),
    call: calls(made),
    carried: () => {
      const headers: Record<string, string> = {}
      propagator.inject(made.current.getStore() ?? ROOT_CONTEXT, headers, defaultTextMapSetter)
      return headers
    },
    observe: made.figures.observe,
  }
}
