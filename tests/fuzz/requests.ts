import fc from 'fast-check'
import type { Document, Parameter, Route } from './document.ts'
import { settled, valuesFrom } from './values.ts'

/** How a request is made worse than its schema allows; `none` leaves it good. */
const BREAKAGES = [
  'none',
  'missing-field',
  'other-type',
  'further-field',
  'outsized',
  'cut-off',
  'not-json',
  'not-utf-8',
  'nested-deep',
  'no-body',
  'other-media-type',
  'unknown-parameter',
  'parameter-twice',
  'bad-percent',
  'odd-parameter',
  'other-method',
] as const
export type Breakage = (typeof BREAKAGES)[number]

export type Plan = {
  breakage: Breakage
  key: string | null
  path: Record<string, unknown>
  query: Record<string, unknown>
  headers: Record<string, unknown>
  body: unknown
  odd: string
  nth: number
}
export type Sent = { method: string; path: string; headers: Record<string, string>; body: Uint8Array | string | null }

const NDJSON = 'application/x-ndjson'

const odd = fc.oneof(
  fc.constantFrom('', '0', '-1', '1e999', 'NaN', 'null', '\u0000', '../..', '%00', '9'.repeat(40), 'x'.repeat(3_000)),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Requests to a route: half of them good, the others each broken in one way. */
export const plansFor = (document: Document, { path, operation }: Route): fc.Arbitrary<Plan> => {
  const valuesOf = valuesFrom(document)
  const of = (place: Parameter['in'], always: boolean) => {
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === place)
    // `/v1/authors/{id}` takes what is called an author elsewhere.
    const owner = /\/v1\/(\w+)s\/\{id\}/.exec(path)?.[1] ?? 'id'
    const meant = (name: string): string => (place === 'path' && name === 'id' ? owner : name)
    const fields = Object.fromEntries(parameters.map(({ name, schema }) => [name, valuesOf(schema, meant(name))]))
    const required = parameters.filter((parameter) => always || parameter.required).map(({ name }) => name)
    return fc.record(fields, { requiredKeys: required })
  }
  const content = operation.requestBody?.content ?? {}
  const schema = content['application/json']?.schema
  const lines = content[NDJSON]?.schema
  return fc.record({
    breakage: fc.oneof(
      { weight: 1, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...BREAKAGES) },
    ),
    key: fc.oneof(
      { weight: 8, arbitrary: fc.constant('admin') },
      { weight: 2, arbitrary: fc.constantFrom('read', 'submit', 'review', 'resolve', 'expired', 'revoked', null) },
    ),
    path: of('path', true),
    // Most requests give few parameters: all at once hardly ever mean anything.
    query: fc
      .tuple(of('query', false), fc.nat({ max: 3 }))
      .map(([given, most]) => (most === 3 ? given : Object.fromEntries(Object.entries(given).slice(0, most)))),
    headers: of('header', false),
    body: schema ? valuesOf(schema) : lines ? fc.array(valuesOf(lines), { maxLength: 3 }) : fc.constant(undefined),
    odd,
    nth: fc.nat({ max: 1_000 }),
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const worseBody = (body: unknown, plan: Plan): unknown => {
  const { breakage, nth, odd: text } = plan
  if (Array.isArray(body)) return body.map((one, at) => (at === nth % body.length ? worseBody(one, plan) : one))
  if (!isObject(body)) return breakage === 'other-type' ? text : body
  const names = Object.keys(body)
  const name = names[nth % Math.max(names.length, 1)] ?? 'x'
  if (breakage === 'missing-field') return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))
  if (breakage === 'other-type') return { ...body, [name]: nth % 2 ? { text } : [text, null, nth] }
  if (breakage === 'further-field') return { ...body, [text || 'further']: nth, __proto__x: 1 }
  if (breakage === 'outsized') return { ...body, [name]: nth % 2 ? 'x'.repeat(200_000) : 1e300 }
  return body
}

const textOf = (body: unknown): string =>
  Array.isArray(body) ? body.map((one) => `${JSON.stringify(one)}\n`).join('') : JSON.stringify(body)

const bytesOf = (body: unknown, { breakage, nth }: Plan): Uint8Array | string | null => {
  if (body === undefined || breakage === 'no-body') return null
  const text = textOf(body)
  if (breakage === 'cut-off') return text.slice(0, nth % Math.max(text.length, 1))
  if (breakage === 'not-json') return `${text},`
  if (breakage === 'not-utf-8') return new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])
  if (breakage === 'nested-deep') return '['.repeat(5_000)
  return text
}

/** A query in which lists repeat their name and what cannot be sent as one is left out. */
const queryOf = (query: Record<string, unknown>, { breakage, odd: text, nth }: Plan): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null) search.append(name, String(one))
  }
  const names = Object.keys(query)
  const name = names[nth % Math.max(names.length, 1)] ?? 'limit'
  if (breakage === 'unknown-parameter') search.append(`x${text}`, text)
  if (breakage === 'parameter-twice') search.append(name, text)
  if (breakage === 'odd-parameter') search.set(name, text)
  const said = search.toString()
  const wrong = breakage === 'bad-percent' ? `${said ? '&' : ''}${name}=%ff%fe%` : ''
  return said || wrong ? `?${said}${wrong}` : ''
}

const METHODS = ['PUT', 'PATCH', 'DELETE', 'POST', 'HEAD', 'OPTIONS']

/** Of a header only what may stand in one. */
const sendable = (value: unknown): string =>
  String(value)
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim()

/** The request of a plan, with ids that the server has told. */
export const requestOf = (
  { method, path }: Route,
  plan: Plan,
  told: ReadonlyMap<string, readonly string[]>,
  keys: Readonly<Record<string, string>>,
): Sent => {
  const inPath = settled(plan.path, told) as Record<string, unknown>
  const query = settled(plan.query, told) as Record<string, unknown>
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(String(inPath[name] ?? 'x').toWellFormed()) || 'x',
  )
  const body = bytesOf(worseBody(settled(plan.body, told), plan), plan)
  const headers: Record<string, string> = {}
  if (plan.key !== null) headers['authorization'] = `Bearer ${keys[plan.key]}`
  const taken = Array.isArray(plan.body) ? NDJSON : 'application/json'
  if (body !== null) headers['content-type'] = plan.breakage === 'other-media-type' ? 'text/plain' : taken
  for (const [name, value] of Object.entries(settled(plan.headers, told) as Record<string, unknown>)) {
    if (sendable(value) !== '') headers[name.toLowerCase()] = sendable(value)
  }
  const other = plan.breakage === 'other-method' ? METHODS[plan.nth % METHODS.length] : undefined
  const sentMethod = other ?? method
  const bodiless = sentMethod === 'GET' || sentMethod === 'HEAD'
  return { method: sentMethod, path: address + queryOf(query, plan), headers, body: bodiless ? null : body }
}
