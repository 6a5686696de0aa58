import createFetchClient, { type Client as FetchClient, type Middleware } from 'openapi-fetch'
import { answeredOnce } from './answered-once.ts'
import type { paths } from './api.ts'
import { HindcastProblem } from './problem.ts'
import type { AnswerOf, AskedArguments, ItemAt, Method, OperationOf, PagedPath, PathWith } from './request-types.ts'
import { type Patience, type Send, sendPatiently } from './retry.ts'

export type ClientOptions = {
  /** Where the server is, such as `https://hindcast.example.org`. */
  server: string
  /** A bearer key, `hck_…`: reads need none. */
  key?: string
  /** What sends a request, instead of the runtime's `fetch`. */
  fetch?: Send
} & Partial<Patience>

export type Client = {
  /** Reads. Throws a `HindcastProblem` where it is refused. */
  get<P extends PathWith<'get'>>(
    path: P,
    ...asked: AskedArguments<OperationOf<P, 'get'>>
  ): Promise<AnswerOf<OperationOf<P, 'get'>>>
  /** Writes, or computes. What can be answered once carries an `Idempotency-Key`, a new one unless `header` brings one. */
  post<P extends PathWith<'post'>>(
    path: P,
    ...asked: AskedArguments<OperationOf<P, 'post'>>
  ): Promise<AnswerOf<OperationOf<P, 'post'>>>
  /** Ends or removes. */
  delete<P extends PathWith<'delete'>>(
    path: P,
    ...asked: AskedArguments<OperationOf<P, 'delete'>>
  ): Promise<AnswerOf<OperationOf<P, 'delete'>>>
  /** Everything that a list holds, page after page, as it is iterated; `limit` is the size of a page. */
  paginate<P extends PagedPath>(
    path: P,
    ...asked: AskedArguments<OperationOf<P, 'get'>>
  ): AsyncGenerator<ItemAt<P>, void, undefined>
  /** The same requests with their `response`, for headers such as `ETag`; failures are in `error`. */
  raw: FetchClient<paths>
}

const DEFAULTS: Patience = { retries: 3, longestWaitMs: 30_000 }

/** 128 random bits as hexadecimal digits; `crypto.randomUUID` is missing where a page came without TLS. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Names each request that can be answered once, so that it may be sent again. */
const namesRequests: Middleware = {
  onRequest: ({ request, schemaPath }) => {
    if (request.method === 'POST' && answeredOnce.includes(schemaPath) && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', newKey())
  },
}

const isJson = (response: Response): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '')

/** The body of a good answer: JSON as a value, other text as it is, undefined where there is none. */
const read = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined
  return isJson(response) ? response.json() : response.text()
}

/** What the types of one operation say closely, alike for all. */
type Loose = { path?: object; query?: object | undefined; header?: object; body?: unknown; signal?: AbortSignal }
type LoosePage = { items: never[]; next: string | null }
type LooseRequest = (method: string, path: string, init: object) => Promise<{ response: Response; error?: unknown }>

/**
 * A client of a Hindcast server, typed by its OpenAPI document. It sends again what may be sent again (`retries`,
 * `longestWaitMs`), and throws every refusal as a `HindcastProblem`. Runs wherever `fetch` does.
 *
 * @example
 * const hindcast = createClient({ server: 'https://hindcast.example.org' })
 * const { items } = await hindcast.get('/v1/questions', { query: { status: 'due' } })
 */
export const createClient = ({ server, key, fetch: send = globalThis.fetch, ...patience }: ClientOptions): Client => {
  const raw = createFetchClient<paths>({
    baseUrl: server,
    fetch: sendPatiently((request) => send(request), { ...DEFAULTS, ...patience }),
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
  })
  raw.use(namesRequests)
  const request = raw.request as unknown as LooseRequest
  const ask = async (method: Method, path: string, { body, signal, ...params }: Loose): Promise<unknown> => {
    const init = { params, parseAs: 'stream', ...(body === undefined ? {} : { body }), ...(signal ? { signal } : {}) }
    const { response, error } = await request(method, path, init)
    if (!response.ok) throw new HindcastProblem(response, error)
    return read(response)
  }
  const asking =
    (method: Method) =>
    (path: string, asked: object = {}) =>
      ask(method, path, asked) as Promise<never>
  async function* paginate(path: string, asked: Loose = {}): AsyncGenerator<never, void, undefined> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = cursor === undefined ? asked.query : { ...asked.query, cursor }
      const page = (await ask('get', path, { ...asked, query })) as LoosePage
      yield* page.items
      cursor = page.next
    }
  }
  return { get: asking('get'), post: asking('post'), delete: asking('delete'), paginate, raw }
}
