import { createRequire } from 'node:module'
import { join } from 'node:path'

/** What is used of the local platform, which comes with wrangler. */
type Platform = {
  ready: Promise<URL>
  getWorker: (name: string) => Promise<{ scheduled: (of: { scheduledTime: Date; cron: string }) => Promise<unknown> }>
  dispose: () => Promise<void>
}
const require = createRequire(createRequire(import.meta.url).resolve('wrangler/package.json'))
const { Miniflare, convertV4MiniflareOptions } = require('miniflare') as {
  Miniflare: new (options: unknown) => Platform
  convertV4MiniflareOptions: (options: object) => unknown
}

export type EdgeSpan = { name: string; id: string; parent: string; attributes: Record<string, unknown> }

/** Sends on what the runtime tells of each invocation of another worker, once that is over. */
const TAIL = `
const plain = (_, value) => (typeof value === 'bigint' ? String(value) : value)
export default {
  tailStream(onset, env, ctx) {
    const events = [onset]
    return (event) => {
      events.push(event)
      if (event.event.type === 'outcome')
        ctx.waitUntil(fetch(env.SINK, { method: 'POST', body: JSON.stringify(events, plain) }))
    }
  },
}`

type Told = {
  spanContext: { spanId?: string }
  event: { type: string; name?: string; spanId?: string; info?: { name: string; value: unknown }[] }
}

/** The spans of one invocation, each with what was told of it. */
export const spansIn = (events: readonly Told[]): EdgeSpan[] => {
  const spans = events.flatMap(({ spanContext, event }) =>
    event.type === 'spanOpen'
      ? [{ name: event.name ?? '', id: event.spanId ?? '', parent: spanContext.spanId ?? '', attributes: {} }]
      : [],
  )
  for (const { spanContext, event } of events)
    if (event.type === 'attributes')
      Object.assign(
        spans.find(({ id }) => id === spanContext.spanId)?.attributes ?? {},
        Object.fromEntries((event.info ?? []).map(({ name, value }) => [name, value])),
      )
  return spans
}

/** Runs a built worker on workerd, with a worker that hears of its spans and sends them to a sink. */
export const runWatched = async (
  folder: string,
  { database, sink }: { database: string; sink: string },
): Promise<Platform> => {
  const platform = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          ...{ name: 'hindcast', modules: true, modulesRoot: folder, scriptPath: join(folder, 'worker.js') },
          ...{ compatibilityDate: '2026-09-01', compatibilityFlags: ['nodejs_compat'] },
          bindings: { HINDCAST_RATE_LIMIT: '0', HINDCAST_LOG_LEVEL: 'silent' },
          hyperdrives: { HYPERDRIVE: database },
          streamingTails: ['tail'],
        },
        {
          ...{ name: 'tail', modules: true, script: TAIL, bindings: { SINK: sink } },
          ...{ compatibilityDate: '2026-09-01', compatibilityFlags: ['experimental', 'streaming_tail_worker'] },
        },
      ],
    }),
  )
  await platform.ready
  return platform
}
