import fc from 'fast-check'
import { bytesOf, CSV, inOrder, NDJSON, worseBody } from './bodies.ts'
import { type Caller, callers, type Headers } from './callers.ts'
import type { Document, Parameter, Route } from './document.ts'
import type { Memory } from './memory.ts'
import { settled, thingFor } from './picks.ts'
import { hostile, valuesFrom } from './values.ts'

/** How a request is made worse than its schema allows; `none` leaves it good. */
const BREAKAGES = [
  'none',
  'missing-field',
  'other-type',
  'hostile-text',
  'further-field',
  'disordered',
  'broken-row',
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
  caller: Caller
  path: Record<string, unknown>
  query: Record<string, unknown>
  headers: Record<string, unknown>
  body: unknown
  /** The media type of the body. */
  form: string
  odd: string
  hostile: string
  nth: number
  /** Whether it speaks of one thing throughout. */
  ofOne: boolean
  /** Whether it sends along what the server has said of this address: the tag of it, or where its next page begins. */
  onwards: boolean
}
export type Sent = { method: string; path: string; headers: Record<string, string>; body: Uint8Array | string | null }

const odd = fc.oneof(
  fc.constantFrom('', '0', '-1', '1e999', 'NaN', 'null', '\u0000', '../..', '%00', '9'.repeat(40), 'x'.repeat(3_000)),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/**
 * What else a parameter of the path is called: `/v1/authors/{id}` takes an author, `/v1/archives/{sha256}` an `archiveSha256`, and each
 * what the server has told in the same place of an address.
 */
const namesIn = (path: string, name: string): string[] => {
  const before = path.slice(0, path.indexOf(`{${name}}`))
  const owner = /\/(\w+)s\/$/.exec(before)?.[1]
  const own = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return owner === undefined ? [before, name] : [before, owner, `${owner}${own}`, name]
}

/** What is asked of a route: half of it good, the other half each broken in one way. `good` alone for requests that are to be let through. */
export const plansFor = (document: Document, { path, operation }: Route, good = false): fc.Arbitrary<Plan> => {
  const valuesOf = valuesFrom(document)
  const placed = (place: Parameter['in']) => (operation.parameters ?? []).filter((one) => one.in === place)
  const of = (place: Parameter['in'], always: boolean) => {
    const fields = placed(place).map(
      ({ name, schema }) => [name, valuesOf(schema, place === 'path' ? namesIn(path, name) : [name])] as const,
    )
    const required = placed(place).filter((parameter) => always || parameter.required)
    return fc.record(Object.fromEntries(fields), { requiredKeys: required.map(({ name }) => name) })
  }
  const isRequired = (name: string): boolean => placed('query').some((one) => one.name === name && one.required)
  const content = operation.requestBody?.content ?? {}
  const schema = content['application/json']?.schema
  const lines = content[NDJSON]?.schema
  const forms = Object.keys(content)
  return fc.record({
    breakage: good
      ? fc.constant('none' as const)
      : fc.oneof(fc.constant('none' as const), fc.constantFrom<Breakage>(...BREAKAGES)),
    caller: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Caller>('admin') },
      { weight: 2, arbitrary: fc.constant<Caller>('session') },
      // Where anybody may write, nobody in particular does: what they sent is not taken for the word of who administers.
      { weight: good && operation['x-scope'] === 'none' ? 4 : 0, arbitrary: fc.constant<Caller>('nobody') },
      { weight: good ? 0 : 2, arbitrary: fc.constantFrom(...callers) },
    ),
    path: of('path', true),
    // Most requests give few parameters: all at once hardly ever mean anything.
    query: fc.tuple(of('query', false), fc.nat({ max: 3 })).map(([given, most]) => {
      if (most === 3) return given
      const few = Object.keys(given).slice(0, most)
      return Object.fromEntries(Object.entries(given).filter(([name]) => isRequired(name) || few.includes(name)))
    }),
    headers: of('header', false),
    body: schema ? valuesOf(schema) : lines ? fc.array(valuesOf(lines), { maxLength: 3 }) : fc.constant(undefined),
    form: fc.constantFrom(...(forms.length > 0 ? forms : ['application/json'])),
    odd,
    hostile,
    nth: fc.nat({ max: 1_000 }),
    ofOne: fc.boolean(),
    onwards: fc.nat({ max: 3 }).map((nth) => nth === 0),
  })
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

type Settled = Record<string, unknown>

/** The request of a plan, which speaks of what the server has told. */
export const requestOf = (
  { method, path, operation }: Route,
  plan: Plan,
  memory: Memory,
  headersOf: Readonly<Record<Caller, Headers>>,
): Sent => {
  const { operationId } = operation
  const thing = plan.ofOne ? thingFor(memory, operationId, [plan.path, plan.query, plan.body], plan.nth) : null
  const ordered = (value: unknown): unknown => {
    const filled = settled(value, { memory, operation: operationId, thing })
    return plan.breakage === 'disordered' ? filled : inOrder(filled)
  }
  const inPath = ordered(plan.path) as Settled
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(String(inPath[name] ?? 'x').toWellFormed()) || 'x',
  )
  const query = ordered(plan.query) as Settled
  const next = memory.nextOf(address)
  if (plan.onwards && next !== undefined && 'cursor' in query) query['cursor'] = next
  const body = bytesOf(worseBody(ordered(plan.body), plan), plan)
  const headers: Record<string, string> = { ...headersOf[plan.caller] }
  const otherForm = plan.form === CSV ? 'application/json' : 'text/plain'
  if (body !== null) headers['content-type'] = plan.breakage === 'other-media-type' ? otherForm : plan.form
  for (const [name, value] of Object.entries(ordered(plan.headers) as Settled)) {
    if (sendable(value) !== '') headers[name.toLowerCase()] = sendable(value)
  }
  // A name of one request is mostly of this one.
  if (!plan.onwards && 'idempotency-key' in headers) headers['idempotency-key'] = crypto.randomUUID()
  const tag = memory.tagOf(address)
  if (plan.breakage === 'none' && 'if-match' in headers) {
    if (tag === undefined) delete headers['if-match']
    else headers['if-match'] = tag
  }
  if (plan.onwards && tag !== undefined && '304' in operation.responses) headers['if-none-match'] = tag
  const other = plan.breakage === 'other-method' ? METHODS[plan.nth % METHODS.length] : undefined
  const sentMethod = other ?? method
  const bodiless = sentMethod === 'GET' || sentMethod === 'HEAD'
  return { method: sentMethod, path: address + queryOf(query, plan), headers, body: bodiless ? null : body }
}
