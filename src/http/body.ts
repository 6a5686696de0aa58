import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { type FieldProblem, Problem } from '../core/problem.ts'
import type { Env } from './env.ts'
import { patienceOf, within } from './patience.ts'

/** A commentary of 1 MB, with its characters escaped. */
const LIMIT = 2_500_000
/** Ten thousand characters, all of them escaped, and what else a short form holds. */
const SHORT = 100_000

/** Five thousand forecasts with all their fields. */
const LIST = 1_500_000

/** What is read of a body that is refused, so that who sends it is still there to hear why. */
const SWALLOWED = 20_000_000

/** Reads a body to its end, or so far, and keeps nothing: a connection closed on unread bytes takes the answer with it. */
export const swallow = async ({ body }: Request): Promise<void> => {
  if (!body || body.locked) return
  let read = 0
  for await (const chunk of body) {
    read += chunk.byteLength
    if (read > SWALLOWED) return
  }
}

/** Reads what must be here as a whole, and holds no place meanwhile. Throws `body-too-slow`, `overloaded`. */
export const whileRead = <T>(c: Context<Env>, read: () => Promise<T>): Promise<T> =>
  c.var.place?.whileRead(read) ?? within(patienceOf(c), read())

/** Reads a body to its end, which is kept for whoever asks for it. */
const limitedTo = (maxSize: number, detail: string, remedy: string) => {
  const limit = bodyLimit({
    maxSize,
    onError: async (c) => {
      await swallow(c.req.raw)
      throw new Problem('body-too-large', detail, remedy, [{ field: 'body', detail: 'too large' }])
    },
  })
  return createMiddleware<Env>(async (c, next) => {
    await whileRead(c, async () => limit(c, async () => void (await c.req.arrayBuffer())))
    return next()
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Throws `not-text` where it is not UTF-8. */
export const decode = (bytes: ArrayBuffer | Uint8Array): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Problem('not-text', 'the body is not UTF-8', 'send JSON as UTF-8', [
      { field: 'body', detail: 'not UTF-8' },
    ])
  }
}

/** Throws `malformed-json`, with where it breaks off. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new Problem('malformed-json', `the body is not JSON: ${why}`, 'send one JSON object', [
      { field: 'body', detail: why },
    ])
  }
}

const DEEPEST = 32

/** Strings that no database can keep: NUL characters and half characters. Throws `malformed-json` where it nests too deep. */
export const unstorable = (value: unknown, path: string[] = []): FieldProblem[] => {
  const field = path.join('.') || 'body'
  if (path.length > DEEPEST) {
    throw new Problem('malformed-json', 'the body nests too deep', `nest at most ${DEEPEST} deep`, [
      { field: path[0] ?? 'body', detail: 'nests too deep' },
    ])
  }
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return [{ field, detail: 'holds NUL characters' }]
    return value.isWellFormed() ? [] : [{ field, detail: 'holds half of a surrogate pair' }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => unstorable(part, [...path, name]))
}

/** Reads a JSON body once, strictly, before the schema sees it. */
const strictJson = createMiddleware<Env>(async (c, next) => {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Problem('unsupported-media-type', 'the body is not marked as JSON', 'send Content-Type: application/json')
  }
  const broken = unstorable(parseJson(decode(await c.req.arrayBuffer())))
  if (broken.length > 0) throw new Problem('not-text', 'the text cannot be kept', 'send plain text', broken)
  return next()
})

/** What every route with a JSON body runs first. */
export const jsonBody = [
  limitedTo(LIMIT, 'the body is larger than 2.5 MB', 'send at most 1 MB of text a request'),
  strictJson,
]
/** The same where anybody may write. */
export const shortJsonBody = [
  limitedTo(SHORT, 'the body is larger than 100 kB', 'send at most 10,000 characters of text'),
  strictJson,
]
/** The same for forecasts that are computed with and not kept. */
export const listJsonBody = [
  limitedTo(LIST, 'the body is larger than 1.5 MB', 'send fewer forecasts in one request, or counts'),
  strictJson,
]
