import type { EdgeSpan, EdgeTracing } from '../../src/outside/watch-edge.ts'

/** What the runtime of the edge gives as `cloudflare:workers`, for the worker on Node: no variables, and spans that nobody keeps. */
export const env: Record<string, unknown> = {}

const span: EdgeSpan = { isTraced: false, setAttribute: () => undefined, end: () => undefined }
export const tracing: EdgeTracing = { startActiveSpan: (_, work) => work(span) }
