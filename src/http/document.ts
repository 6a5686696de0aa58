import type { createRouter } from './router.ts'
import { VERSION } from './version.ts'

type Router = ReturnType<typeof createRouter>

const base: Parameters<Router['doc31']>[1] = {
  openapi: '3.1.0',
  info: {
    title: 'Hindcast',
    version: VERSION,
    description:
      'Keeps score of published foresight. Reads need no key; a write needs a bearer key with the scope that it states ' +
      '(`x-scope`: a scope, `any` good key, or `none`; `x-scope-further` says what some requests need beyond it). ' +
      'Failures are problem documents (RFC 9457). Lists are keyset pages, newest first. A single write may carry an ' +
      '`Idempotency-Key`. `RateLimit-Policy` and `RateLimit` tell what may be asked.',
    license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
  },
  servers: [{ url: '/' }],
  security: [{}],
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked ' +
    '`Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]+$', minLength: 1, maxLength: 255 },
  example: '6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10',
}

const prefer = {
  name: 'Prefer',
  in: 'header',
  required: false,
  description:
    '`respond-async` (RFC 7240): it is checked, written down and answered at once with 202 and the `Location` of what becomes of it, and ' +
    'done later, in the name of the same key or person, if they may then',
  schema: { type: 'string', enum: ['respond-async'] },
}

const held = {
  question:
    'the ETag of GET /v1/questions/{id}: the change is made only while the question has the versions, options, topics and log ' +
    'entries that were read then; else 412',
  author:
    'the ETag of GET /v1/authors/{id}, for a merged record that to which it sends on: the change is made only while the same records ' +
    'count for the author, by the same merges and splits; else 412',
} as const
type Held = keyof typeof held

const ifMatch = (of: Held) => ({
  name: 'If-Match',
  in: 'header',
  required: false,
  description: held[of],
  schema: { type: 'string' },
})

const changed = (of: Held) => ({
  description: `the ${of} is not as If-Match says`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const refused = {
  description: 'the scope is lacking, or a session writes from another site',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const tooMany = {
  description: 'too many requests by this address or key; Retry-After says until when',
  headers: {
    'Retry-After': { description: 'when to ask again, an HTTP date', schema: { type: 'string' } },
    'RateLimit-Policy': {
      description: 'how many requests (q) in how many seconds (w) are taken, by address and by key',
      schema: { type: 'string' },
      example: '"address";q=1200;w=60, "key";q=600;w=60',
    },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

type Operation = {
  'x-scope'?: string
  'x-scope-further'?: { without: string }
  'x-idempotent'?: boolean
  'x-if-match'?: Held
  'x-respond-async'?: boolean
  parameters?: object[]
  responses?: Record<string, unknown>
}

/** A route says what key it needs; one that says nothing is open. */
const scoped = (operation: Operation): Operation => ({ 'x-scope': 'none', ...operation })

/** Whether somebody who shows a key or a session may be refused: for a scope, or since a session writes from this site alone. */
const mayRefuse = (method: string, { 'x-scope': scope = 'none', 'x-scope-further': more }: Operation): boolean =>
  method !== 'get' || (scope !== 'none' && scope !== 'any') || more?.without === 'refused'

/** What holds of every operation under /v1, said in each. */
const completed = (method: string, operation: Operation): Operation => {
  const { 'x-idempotent': once, 'x-if-match': conditional, 'x-respond-async': later, ...rest } = operation
  const headers = [
    ...(once ? [idempotencyKey] : []),
    ...(conditional ? [ifMatch(conditional)] : []),
    ...(later ? [prefer] : []),
  ]
  const parameters = headers.length > 0 ? { parameters: [...(operation.parameters ?? []), ...headers] } : {}
  const precondition = conditional ? { 412: changed(conditional) } : {}
  const refusal = mayRefuse(method, operation) ? { 403: refused } : {}
  return { ...rest, ...parameters, responses: { 429: tooMany, ...precondition, ...refusal, ...operation.responses } }
}

const isNullable = (part: unknown): boolean =>
  typeof part === 'object' && part !== null && 'type' in part && Array.isArray(part.type) && part.type.includes('null')

/**
 * Says "this component or null" as a choice. The generator says that a value has to be both, which no null and nothing else is:
 * a client that is made from the document, or checks answers by it, would refuse what is sent.
 */
const choosingNull = <T>(part: T): T => {
  if (Array.isArray(part)) return part.map(choosingNull) as T
  if (typeof part !== 'object' || part === null) return part
  const said = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, choosingNull(value)]))
  const { allOf, ...rest } = said as { allOf?: unknown[] }
  const [component, other] = allOf ?? []
  return (allOf?.length === 2 && isNullable(other) ? { anyOf: [component, { type: 'null' }], ...rest } : said) as T
}

/** The OpenAPI document of the routes. */
export const describeApi = (app: Router) => {
  const { paths, ...document } = choosingNull(app.getOpenAPI31Document(base))
  const all = Object.entries((paths ?? {}) as Record<string, Record<string, Operation>>).map(([path, methods]) => {
    const said = Object.entries(methods).map(([method, operation]) => [
      method,
      scoped(path.startsWith('/v1/') ? completed(method, operation) : operation),
    ])
    return [path, Object.fromEntries(said)]
  })
  return { ...document, paths: Object.fromEntries(all) as Record<string, Record<string, Operation>> }
}

/** The methods that the document knows at a path. */
export const methodsAt = (paths: object, path: string): string[] =>
  Object.entries(paths)
    .filter(([template]) => {
      const [asked, known] = [path.split('/'), template.split('/')]
      return asked.length === known.length && known.every((part, at) => part.startsWith('{') || part === asked[at])
    })
    .flatMap(([, methods]) => Object.keys(methods).map((method) => method.toUpperCase()))
