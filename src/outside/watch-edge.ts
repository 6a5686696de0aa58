import { summaryOf, withoutValues } from '../core/statement.ts'
import type { Piece, Tracer } from '../core/watch.ts'
import { NO_TRACER } from './watch.ts'

/** A span of the runtime of the edge: what newer versions of it can do besides may be missing. */
export type EdgeSpan = {
  readonly isTraced: boolean
  setAttribute: (name: string, value: string | number | boolean) => unknown
  end: () => void
  updateName?: (name: string) => unknown
  setStatus?: (status: { code: 'ok' | 'error' }) => unknown
  spanContext?: () => { traceId: string }
}
/** The part of the runtime's own tracing that is used. */
export type EdgeTracing = { startActiveSpan: <T>(name: string, work: (span: EdgeSpan) => T) => T }

type Told = Readonly<Record<string, string | number | null>>
const tell = (span: EdgeSpan, told: Told): void => {
  if (!span.isTraced) return
  for (const [name, value] of Object.entries(told)) if (value !== null) span.setAttribute(name, value)
}

/**
 * Pieces of work as spans of the platform, which samples and sends them as `wrangler.toml` says, beside its own: of each invocation and each
 * request of ours to another server. It takes no trace from elsewhere, and carries none on.
 */
export const edgeTracer = (tracing: EdgeTracing): Tracer => {
  const piece = <Ended>(name: string, told: Told, close: (span: EdgeSpan, how: Ended) => void): Piece<Ended> => {
    let span: EdgeSpan | null = null
    return {
      within: (work) =>
        tracing.startActiveSpan(name, (started) => {
          span = started
          tell(started, told)
          return work()
        }),
      end: (how) => {
        if (span === null) return
        if (span.isTraced) close(span, how)
        span.end()
      },
      get trace() {
        return span?.isTraced ? (span.spanContext?.().traceId ?? null) : null
      },
    }
  }
  const failed = (span: EdgeSpan, isFault: boolean): void => {
    if (isFault) span.setStatus?.({ code: 'error' })
  }
  return {
    ...NO_TRACER,
    request: ({ method, requestId }) =>
      piece(method, { 'http.request.method': method, 'hindcast.request_id': requestId }, (span, how) => {
        const { route, status, problem } = how
        if (route !== null) span.updateName?.(`${method} ${route}`)
        tell(span, { 'http.route': route, 'http.response.status_code': status, 'error.type': problem })
        failed(span, status >= 500)
      }),
    job: ({ job, runId, scheduledAt }) =>
      piece(
        `job ${job}`,
        { 'hindcast.job': job, 'hindcast.run_id': runId, 'hindcast.scheduled_at': scheduledAt },
        (span, { counts, problem }) => {
          for (const [name, count] of Object.entries(counts)) span.setAttribute(`hindcast.count.${name}`, count)
          tell(span, { 'error.type': problem })
          failed(span, problem !== null)
        },
      ),
    statement: (text) => {
      const { operation, table } = summaryOf(text)
      const told = { 'db.system.name': 'postgresql', 'db.operation.name': operation, 'db.collection.name': table }
      return piece(table === null ? operation : `${operation} ${table}`, told, (span, { rows, code }) => {
        tell(span, { 'db.query.text': withoutValues(text), 'db.response.returned_rows': rows, 'error.type': code })
        failed(span, code !== null)
      })
    },
  }
}
