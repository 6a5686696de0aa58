import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { json } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { unstable_readConfig } from 'wrangler'
import { freshDatabase } from '../support/postgres.ts'
import { runWatched, spansIn } from './worker-spans.ts'

const root = new URL('../..', import.meta.url).pathname
const WRANGLER = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js')
const ENVIRONMENTS = ['staging', 'production'] as const

/** The part of a configuration that is looked at; the types of wrangler leave bindings open. */
type Config = {
  name: string
  hyperdrive: { binding: string; id: string }[]
  ratelimits: { name: string; namespace_id: string; simple: object }[]
  queues: { producers: { binding: string; queue: string }[]; consumers: (object & { queue: string })[] }
  vars: object
  ai?: { binding: string }
  triggers: { crons: string[] }
  compatibility_date: string
  observability?: { logs?: { enabled?: boolean }; traces?: { enabled?: boolean } }
}
const configOf = (env?: string) =>
  unstable_readConfig({ config: join(root, 'wrangler.toml'), ...(env ? { env } : {}) }) as unknown as Config

/** What esbuild tells of a bundle: each file that went into it, with what it imports and how. */
type Meta = {
  inputs: Record<string, { imports: { path: string; kind: string; external?: boolean }[] }>
  outputs: Record<string, { bytes: number; inputs: Record<string, { bytesInOutput: number }> }>
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-worker-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Builds the worker of an environment as a deployment would, and sends nothing anywhere. */
const built = (env: string) => {
  const outdir = join(folder, env)
  const args = ['deploy', '--dry-run', '--env', env, '--outdir', outdir, '--metafile', join(outdir, 'meta.json')]
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRANGLER, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CI: 'true', NO_COLOR: '1' },
  })
  return { outdir, status, said: `${stdout}\n${stderr}` }
}

/** The package of a file: `hono` of `node_modules/hono/dist/hono.js`; null for one of ours. */
const packageOf = (path: string): string | null =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? (path.startsWith('src/') ? null : path)

/** What is evaluated before the first request: everything that the entry imports other than by `import()`. */
const loadedAtStart = ({ inputs }: Meta, entry: string): string[] => {
  const loaded = new Set([entry])
  for (const path of loaded)
    for (const { path: to, kind, external } of inputs[path]?.imports ?? [])
      if (kind !== 'dynamic-import' && !external) loaded.add(to)
  return [...loaded]
}

/** A text without the name of the worker that the names of its queues begin with. */
const bare = (worker: string, value: object) => JSON.stringify(value).replaceAll(`"${worker}-`, '"')

describe('the environments of wrangler.toml', () => {
  it('bind and set the same, each its own, and run the same jobs', () => {
    const stated = [undefined, ...ENVIRONMENTS].map(configOf)
    const shapes = stated.map(
      ({ name, hyperdrive, queues, ratelimits, vars, ai, triggers, compatibility_date, observability }) => ({
        hyperdrive: hyperdrive.map(({ binding }) => binding),
        queues: JSON.parse(bare(name, queues)) as object,
        ratelimits: ratelimits.map(({ name, simple }) => ({ name, simple })),
        vars: Object.keys(vars).sort(),
        ai: ai?.binding,
        crons: triggers.crons,
        compatibility_date,
        logs: observability?.logs?.enabled,
        traces: observability?.traces?.enabled,
      }),
    )
    expect(shapes[0]?.hyperdrive).toEqual(['HYPERDRIVE'])
    expect(shapes[0]?.ratelimits).toHaveLength(2)
    expect(shapes[0]?.queues).toMatchObject({
      producers: ['sealing', 'sending', 'working', 'answering'].map((queue) => ({ queue })),
      consumers: ['sealing', 'sending', 'working', 'answering', 'dead'].map((queue) => ({ queue })),
    })
    for (const shape of shapes.slice(1)) expect(shape).toEqual(shapes[0])
    const own = stated.flatMap(({ name, hyperdrive, queues, ratelimits }) => [
      name,
      ...hyperdrive.map(({ id }) => id),
      ...queues.consumers.map(({ queue }) => queue),
      ...ratelimits.map(({ namespace_id }) => namespace_id),
    ])
    expect(new Set(own).size, 'no two environments share a name, a database, a queue or a counter').toBe(own.length)
    expect(stated.map(({ name }) => name)).toEqual(['hindcast', 'hindcast-staging', 'hindcast-production'])
  })

  it.each(ENVIRONMENTS)('%s builds, and its worker has less than 3 MB, compressed', (env) => {
    const { outdir, status, said } = built(env)
    expect(said).toContain('--dry-run: exiting now')
    expect(status, said).toBe(0)
    for (const binding of [
      'HYPERDRIVE',
      'SEALING',
      'SENDING',
      'WORKING',
      'ANSWERING',
      'ADDRESS_LIMITER',
      'KEY_LIMITER',
    ])
      expect(said).toContain(`env.${binding}`)
    expect(said, 'a binding that an environment lacks is warned of').not.toMatch(/not inherited|WARNING/)
    const modules = readdirSync(outdir).filter((name) => /\.(js|wasm|bin|html|txt)$/.test(name))
    const bytes = modules.map((name) => gzipSync(readFileSync(join(outdir, name))).length)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
  })
})

describe('the start of the worker', () => {
  /** What may be evaluated before the first request. Anything else comes in by `import()` where it is used. */
  const AT_START = [
    // Requests and their schemas.
    ...['@asteasolutions/zod-to-openapi', '@hono/zod-openapi', '@hono/zod-validator', 'hono', 'zod'],
    // The database, and what it must have.
    ...['drizzle-orm', 'postgres', 'migrations/meta/_journal.json'],
    // Instants, ids, digests and figures.
    ...['@date-fns/utc', 'canonicalize', 'date-fns', 'pure-rand', 'ulid'],
    // Addresses, rows and messages that come and go.
    ...['@stablelib/base64', 'csv-parse', 'fast-sha256', 'ipaddr.js', 'robots-parser', 'standardwebhooks'],
    // Dates in prose: English alone.
    'chrono-node',
    // Pictures.
    ...[
      'd3-array',
      'd3-color',
      'd3-format',
      'd3-interpolate',
      'd3-path',
      'd3-scale',
      'd3-shape',
      'd3-time',
      'd3-time-format',
    ],
  ].sort()

  it('evaluates what every request needs, and neither the language model nor accounts nor readers of documents', () => {
    const meta: Meta = JSON.parse(readFileSync(join(folder, 'production', 'meta.json'), 'utf8'))
    const loaded = loadedAtStart(meta, 'src/worker.ts')
    expect(loaded.length).toBeGreaterThan(100)
    const packages = [...new Set(loaded.map(packageOf))].filter((name) => name !== null).sort()
    expect(packages, 'import() it where it is used, or say here that every request needs it').toEqual(AT_START)
    // They are in the bundle all the same: a test that looks for nothing would hold nothing.
    const all = new Set(Object.keys(meta.inputs).map(packageOf))
    for (const late of ['wink-nlp', 'wink-eng-lite-web-model', 'better-auth', 'linkedom', 'ai', 'yaml', 'feedsmith']) {
      expect(all).toContain(late)
      expect(packages).not.toContain(late)
    }
  })
})

describe('the spans of the worker', () => {
  it('are of requests, statements and jobs, inside of those of the platform, and hold no value', async () => {
    const told: Parameters<typeof spansIn>[0][] = []
    const sink = createServer(async (request, response) => {
      told.push((await json(request)) as Parameters<typeof spansIn>[0])
      response.end()
    })
    await new Promise<void>((done) => sink.listen(0, '127.0.0.1', done))
    const { port } = sink.address() as AddressInfo
    const database = await freshDatabase(inject('postgresUrl'))
    const platform = await runWatched(join(folder, 'production'), { database, sink: `http://127.0.0.1:${port}` })
    try {
      const url = await platform.ready
      const answer = await fetch(new URL('/v1/authors?limit=1', url), { headers: { 'x-request-id': 'trace-17' } })
      expect([answer.status, await answer.json()]).toEqual([200, { items: [], next: null }])
      const worker = await platform.getWorker('hindcast')
      await worker.scheduled({ scheduledTime: new Date('2026-05-04T12:00:00.000Z'), cron: '* * * * *' })
      const named = (name: string) => told.flatMap(spansIn).find((span) => span.name === name)
      while (!named('job seal-facts') || !named('SELECT authors')) await new Promise((go) => setTimeout(go, 50))
      const request = told.flatMap(spansIn).find(({ attributes }) => attributes['hindcast.request_id'] === 'trace-17')
      expect(request?.attributes).toMatchObject({ 'http.route': '/v1/authors', 'http.response.status_code': 200 })
      const asked = named('SELECT authors')
      expect(asked?.parent).toBe(request?.id)
      expect(asked?.attributes).toMatchObject({
        'db.query.text': expect.stringMatching(/^select .* from "authors" .*\$1/),
        'db.response.returned_rows': 0,
      })
      expect(named('job seal-facts')?.attributes).toMatchObject({
        'hindcast.run_id': expect.stringMatching(/^job_/),
        'hindcast.count.sealed': 0,
      })
    } finally {
      await platform.dispose()
      await new Promise<void>((done) => sink.close(() => done()))
    }
  })
})
