import fc from 'fast-check'
import { afterAll, describe, expect, inject, it, test } from 'vitest'
import { judgeOf } from './answers.ts'
import { type Document, type Route, routesOf } from './document.ts'
import { type Plan, plansFor, requestOf, type Sent } from './requests.ts'
import { startOverSample } from './started.ts'

/** How many requests in all; `HINDCAST_FUZZ=50000 npm test -- fuzz` asks the thorough number. */
const REQUESTS = Number(process.env['HINDCAST_FUZZ'] ?? 3_000)
const SEED = Number(process.env['HINDCAST_FUZZ_SEED'] ?? 20261130)
/** Each round knows what the ones before it made. */
const ROUNDS = [1, 2, 3]
/** So many times a route that let nothing through is asked for more, so often each, by good requests alone. */
const INSISTING = 8
const INSIST = 50

/** What nothing that a document can tell of lets through, and why. */
const NEVER: Readonly<Record<string, string>> = {
  eraseOwnPerson: 'it takes the password of who asks, who is gone for the requests after it',
}

const { api, by, memory, url, stop } = await startOverSample(inject('press'))
const document = JSON.parse((await api.get('/openapi.json')).text) as Document
const judge = judgeOf(document)
const routes = routesOf(document)
const counts = new Map<number, number>()
const through = new Set<string>()

const ask = async ({ method, path, headers, body }: Sent) => {
  const answer = await fetch(url + path, { method, headers, body: body as BodyInit | null, redirect: 'manual' })
  const given = {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: await answer.text(),
  }
  if (given.status < 300) memory.hear(path, { ...given, tag: answer.headers.get('etag') })
  return given
}

const asksForMore = ({ operation }: Route): boolean => (operation.parameters ?? []).some(({ required }) => required)

/** Reads what every list shows to who administers. */
const lookAround = async (): Promise<void> => {
  for (const route of routes) {
    const { method, path } = route
    if (method === 'GET' && !asksForMore(route)) await ask({ method, path, headers: { ...by.admin }, body: null })
  }
}
await lookAround()

const successOf = ({ operation }: Route, status: number): boolean =>
  status < 300 || (status < 400 && !('200' in operation.responses))

/** What was asked for in vain, by who may, is asked for less from then on. */
const learn = (
  { operation }: Route,
  { path, body }: Sent,
  { status, text }: { status: number; text: string },
): void => {
  if (![404, 409, 422].includes(status)) return
  const { detail } = JSON.parse(text) as { detail: string }
  memory.refuse(operation.operationId, { asked: status === 422 ? '' : `${path} ${body}`, detail })
}

const hold = async (route: Route, plan: Plan): Promise<void> => {
  const sent = requestOf(route, plan, memory, by)
  const given = await ask(sent)
  counts.set(given.status, (counts.get(given.status) ?? 0) + 1)
  if (sent.method === route.method && successOf(route, given.status)) through.add(route.operation.operationId)
  if (plan.breakage === 'none') learn(route, sent, given)
  const fault = judge(route, sent.method, given)
  const shown = typeof sent.body === 'string' ? sent.body.slice(0, 600) : sent.body
  expect(
    fault,
    `${sent.method} ${sent.path.slice(0, 400)} ${JSON.stringify(sent.headers)} ${shown}\n${given.status} ${given.text.slice(0, 600)}`,
  ).toBeNull()
}

const isSilent = ({ operation: { operationId } }: Route): boolean => !through.has(operationId)

afterAll(async () => {
  await stop()
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const byStatus = [...counts].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
  const silent = routes.filter(isSilent).map(({ operation }) => operation.operationId)
  console.log(
    `${total} requests over ${routes.length} routes; ${byStatus.join(', ')}; never let through: ${silent.join(', ') || 'none'}`,
  )
})

describe('whatever is asked of the running server', () => {
  const runs = Math.ceil(REQUESTS / routes.length / ROUNDS.length)
  const asked = ROUNDS.flatMap((round) =>
    routes.map((route, at) => [`${route.method} ${route.path}`, round, route, at] as const),
  )
  test.each(asked)('%s is answered as the document says (round %i)', (_, round, route, at) =>
    fc.assert(
      fc.asyncProperty(plansFor(document, route), (plan) => hold(route, plan)),
      // Each route and round has its own requests: of one seed they would all break alike.
      { numRuns: runs, seed: SEED + round * routes.length + at, endOnFailure: true },
    ),
  )

  /** Asks by good requests alone until one is let through, or so often. */
  const insist = async (route: Route, times: number, seed: number): Promise<void> => {
    for (const plan of fc.sample(plansFor(document, route, true), { numRuns: times, seed })) {
      if (!isSilent(route)) return
      await hold(route, plan)
    }
  }

  /** Makes anew what can be made of nothing: what there is may have been used up. */
  const renew = async (seed: number): Promise<void> => {
    const makers = routes.filter((route) => route.method === 'POST' && !asksForMore(route))
    for (const route of makers) {
      for (const plan of fc.sample(plansFor(document, route, true), { numRuns: 3, seed })) await hold(route, plan)
    }
    await lookAround()
  }

  it('is let through somewhere on every route, but for those that are named with their reason', async () => {
    for (let time = 0; time < INSISTING; time++) {
      const left = routes.filter((route) => isSilent(route) && !(route.operation.operationId in NEVER))
      if (left.length === 0) break
      await renew(SEED + time)
      for (const route of left) await insist(route, INSIST, SEED + time)
    }
    expect(routes.filter(isSilent).map(({ operation }) => operation.operationId)).toEqual(Object.keys(NEVER))
  })
})
