import { OpenAPIHono, z } from '@hono/zod-openapi'
import { DeferredRequest } from '../core/deferred-request.ts'
import type { Needed, Scope } from '../core/key.ts'
import { requireScope } from './auth.ts'
import { jsonBody, listJsonBody, shortJsonBody } from './body.ts'
import type { Env } from './env.ts'
import { answersOnce } from './idempotency.ts'
import { invalidInput, ProblemDocument } from './problem.ts'
import { takesIfMatch } from './tagged.ts'

type Declared = { request?: { query?: unknown } }

/** The same route, whose query holds what is declared and nothing else: a parameter that would be ignored is refused. */
const strictly = <Route extends Declared>(route: Route): Route => {
  const query = route.request?.query ?? z.object({})
  return query instanceof z.ZodObject ? { ...route, request: { ...route.request, query: query.strict() } } : route
}

/** A router whose schemas answer bad input, and parameters that no schema knows, with a problem document. */
export const createRouter = () => {
  const router = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error, result.target)
    },
  })
  const { openapi } = router
  router.openapi = ((route: Parameters<typeof openapi>[0], ...rest: never[]) =>
    (openapi as (...all: unknown[]) => unknown)(strictly(route), ...rest)) as typeof openapi
  return router
}

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemDocument } },
})

const problems = {
  400: problem('the body is not JSON'),
  401: problem('a key or a session is needed, or the key is not valid'),
  403: problem('the scope is lacking'),
  404: problem('something named does not exist'),
  409: problem('it exists already, or cannot follow on what stands'),
  413: problem('the body is too large'),
  415: problem('the body is not JSON'),
  422: problem('a field is not valid'),
} as const

/** The problems that an answer of a kind of its own may be instead. */
export const problemAnswers = <Status extends keyof typeof problems>(
  ...of: Status[]
): Pick<typeof problems, Status> => {
  const chosen: Partial<typeof problems> = {}
  for (const status of of) chosen[status] = problems[status]
  return chosen as Pick<typeof problems, Status>
}

/** Answers of an open read. */
export const readAnswers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: json(schema, description),
  401: problems[401],
  404: problems[404],
  422: problems[422],
})

/** Answers of a calculation over what was sent. */
export const calculationAnswers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: json(schema, description),
  400: problems[400],
  401: problems[401],
  413: problems[413],
  415: problems[415],
  422: problems[422],
})

/** Answers of an open read that carries an ETag where nothing waits for its position. */
export const asOfAnswers = <T extends z.ZodType>(schema: T, description: string) => ({
  ...readAnswers(schema, description),
  304: { description: 'what the client holds (If-None-Match) still stands' },
})

/** Answers of a write that makes something, or finds it standing. */
export const putAnswers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: json(schema, `${description}; it stood already`),
  201: json(schema, description),
  ...problems,
})

/** Further answers of a write that fetches a page. */
export const fetchAnswers = {
  502: problem('the page could not be fetched'),
  503: problem('its host must be left alone for now; Retry-After says until when'),
} as const

const header = (description: string) => ({ description, schema: { type: 'string' as const } })

/** The further answer of a write that may be done later. */
export const laterAnswers = {
  202: {
    ...json(DeferredRequest, 'With `Prefer: respond-async`: it is written down, and done later'),
    headers: {
      Location: header('where to read what becomes of it'),
      'Preference-Applied': header('`respond-async`'),
    },
  },
}

/** Further answers of a write that needs no key. */
export const floodAnswers = { 429: problem('too much came in at once; Retry-After says until when') } as const

/** Answers of a write that always makes something new. */
export const createAnswers = <T extends z.ZodType>(schema: T, description: string) => ({
  201: json(schema, description),
  ...problems,
})

/** Answers of a write that leaves nothing to tell. */
export const emptyAnswers = (description: string) => ({ 204: { description }, ...problems })

export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** What becomes of a request that needs a further scope and has it not: refused (403), as if there were nothing (404), less. */
type Without = 'refused' | 'hidden' | 'less'

/** What some requests to a route need beyond its own scope, said in the document. */
export const further = (scope: Scope, when: string, without: Without) => ({
  'x-scope-further': { scope, when, without },
})

/** Who calls shows a key, or is signed in. */
const keyOrSession = [{ bearer: [] }, { session: [] }]

/** A route that needs a scope: stated in the document, enforced before the body is read. */
export const secured = (scope: Needed) => ({
  security: keyOrSession,
  'x-scope': scope,
  middleware: [requireScope(scope)],
})

/** The same for a route with a JSON body: under an Idempotency-Key it answers once. */
export const securedWrite = (scope: Needed) => ({
  security: keyOrSession,
  'x-scope': scope,
  'x-idempotent': true,
  middleware: [requireScope(scope), ...jsonBody, answersOnce],
})

/** The same for a change of a question, or an author, which may be made to hang on the ETag that its client read. */
export const securedChange = (scope: Scope, of: 'question' | 'author' = 'question') => ({
  ...securedWrite(scope),
  'x-if-match': of,
  middleware: [...securedWrite(scope).middleware, takesIfMatch],
})

/** The same for a route that takes many items, each of which is known by what it says. */
export const securedBatch = (scope: Needed) => ({
  security: keyOrSession,
  'x-scope': scope,
  middleware: [requireScope(scope), ...jsonBody],
})

/** The same for a route whose answer holds a secret: no answer of it is kept, so it takes no Idempotency-Key. */
export const securedSecret = securedBatch

/** A write that may take long: its client may have it done later, which its handler sees to (`respond-async.ts`). */
export const takesPrefer = { 'x-respond-async': true }

/** A write with a short JSON body that needs no key. */
export const openWrite = { security: [{}, ...keyOrSession], middleware: shortJsonBody }

/** A calculation over a list that comes along: needs no key, keeps nothing. */
export const openCalculation = { security: [{}, ...keyOrSession], middleware: listJsonBody }
