import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadSample } from '../../src/cli/demo/sample.ts'
import { host } from '../../src/host.ts'
import { MIGRATIONS, type Serving, servicesHere, startServing, wayOutHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { makeKeys } from '../support/keys.ts'
import { fetchingFrom } from '../support/site.ts'
import { judgeOf } from './answers.ts'
import { type Document, type Route, routesOf } from './document.ts'
import { type Plan, plansFor, requestOf, type Sent } from './requests.ts'

/** How many requests in all; `HINDCAST_FUZZ=50000 npm test -- fuzz` asks the thorough number. */
const REQUESTS = Number(process.env['HINDCAST_FUZZ'] ?? 3_000)
const SEED = Number(process.env['HINDCAST_FUZZ_SEED'] ?? 20261130)
const EXAMPLES = fileURLToPath(new URL('../../examples/commentary', import.meta.url))

const sample = await (async () => {
  const database: OpenDatabase = await openEmbedded(null, MIGRATIONS)
  const services = servicesHere(database, undefined, wayOutHere(fetchingFrom(inject('press'))))
  const quiet = { now: services.clock, environment: {}, print: () => {}, note: () => {} }
  await loadSample(quiet, host, { services, close: database.close }, EXAMPLES)
  return { database, services, keys: await makeKeys(services), serving: await startServing(services, 0, '127.0.0.1') }
})()

let serving: Serving
let document: Document
let judge: ReturnType<typeof judgeOf>
let own: Set<string>
const told = new Map<string, string[]>([
  ['url', ['/feed.xml', '/robots.txt', '/'].map((path) => new URL(path, inject('press')).href)],
])
const counts = new Map<string, number>()
const answered = new Map<string, Set<number>>()

const remember = (text: string): void => {
  for (const [id, prefix = ''] of text.matchAll(/\b([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}\b/g)) {
    const ids = told.get(prefix) ?? []
    // Newest and oldest ones: what was made is asked for again, and nothing grows without end.
    if (!own.has(id) && !ids.includes(id)) told.set(prefix, [...ids.slice(ids.length > 60 ? 1 : 0), id])
  }
}

const ask = async ({ method, path, headers, body }: Sent) => {
  const answer = await fetch(serving.url + path, { method, headers, body: body as BodyInit | null, redirect: 'manual' })
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: await answer.text(),
  }
}

beforeAll(async () => {
  serving = sample.serving
  document = (await (await fetch(`${serving.url}/openapi.json`)).json()) as Document
  judge = judgeOf(document)
  const whoAmI = (key: string) => fetch(`${serving.url}/v1/keys/me`, { headers: { authorization: `Bearer ${key}` } })
  const mine = await Promise.all(Object.values(sample.keys).map(async (key) => (await whoAmI(key)).text()))
  own = new Set(mine.flatMap((text) => text.match(/\bkey_[0-9a-hjkmnp-tv-z]{26}\b/g) ?? []))
  for (const list of [
    'authors',
    'questions',
    'predictions',
    'candidates',
    'commentaries',
    'events',
    'collections',
    'sources',
  ])
    remember((await ask({ method: 'GET', path: `/v1/${list}`, headers: {}, body: null })).text)
})

afterAll(async () => {
  await serving?.stop()
  await sample.database.close()
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const byClass = [...counts].sort().map(([status, n]) => `${status}: ${n}`)
  const silent = [...answered].filter(([, statuses]) => ![...statuses].some((status) => status < 300)).map(([id]) => id)
  console.log(
    `${total} requests over ${answered.size} routes; ${byClass.join(', ')}; never let through: ${silent.join(', ') || 'none'}`,
  )
})

const routes = routesOf((await (await fetch(`${sample.serving.url}/openapi.json`)).json()) as Document)

const hold = async (route: Route, plan: Plan): Promise<void> => {
  const sent = requestOf(route, plan, told, sample.keys)
  const given = await ask(sent)
  const { operationId } = route.operation
  counts.set(String(given.status), (counts.get(String(given.status)) ?? 0) + 1)
  answered.set(operationId, (answered.get(operationId) ?? new Set()).add(given.status))
  if (given.status < 300) remember(given.text)
  const fault = judge(route, sent.method, given)
  const shown = typeof sent.body === 'string' ? sent.body.slice(0, 600) : sent.body
  expect(
    fault,
    `${sent.method} ${sent.path.slice(0, 400)} ${JSON.stringify(sent.headers)} ${shown}\n${given.status} ${given.text.slice(0, 600)}`,
  ).toBeNull()
}

describe('whatever is asked of the running server', () => {
  const runs = Math.ceil(REQUESTS / routes.length)
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is answered as the document says',
    (_, route) =>
      fc.assert(
        fc.asyncProperty(plansFor(document, route), (plan) => hold(route, plan)),
        { numRuns: runs, seed: SEED, endOnFailure: true },
      ),
  )
})
