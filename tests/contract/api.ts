import { expect } from 'vitest'
import { z } from 'zod'
import type { Scope } from '../../src/core/key.ts'
import { Stands } from '../../src/core/stands.ts'

/** A bearer key for each scope, holding that scope alone, and two that are good no more. */
export type Keys = Record<Scope | 'expired' | 'revoked', string>
/**
 * What the contract is held against: anything that answers requests, with keys of its database and a press it may ask. `seal` gives
 * what was committed its position, as the job of each minute does, and does what was put off where there is no queue.
 */
export type Subject = {
  request: (path: string, init?: RequestInit) => Promise<Response>
  seal: () => Promise<unknown>
  keys: Keys
  press: string
}

export type Answer = { status: number; headers: Headers; text: string }
export type Api = ReturnType<typeof apiOf>

/** Requests in the name of a scope's key, or of nobody for null. */
export const apiOf = (subject: () => Subject) => {
  const send = async (path: string, scope: keyof Keys | null, init: RequestInit = {}): Promise<Answer> => {
    const { request, keys } = subject()
    const headers = new Headers(init.headers)
    if (scope !== null) headers.set('authorization', `Bearer ${keys[scope]}`)
    const response = await request(path, { ...init, headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const sendRaw = (path: string, scope: keyof Keys | null, body: BodyInit, contentType = 'application/json') =>
    send(path, scope, { method: 'POST', body, headers: { 'content-type': contentType } })
  const post = (path: string, scope: keyof Keys | null, body: unknown) => sendRaw(path, scope, JSON.stringify(body))
  const get = (path: string, scope: keyof Keys | null = null) => send(path, scope)
  const press = () => subject().press
  const seal = () => subject().seal()
  const keyOf = (scope: keyof Keys) => subject().keys[scope]
  /** What a client of its own sends its requests by, wherever it takes the server to be. */
  const fetch = async (asked: Request): Promise<Response> => {
    const { pathname, search } = new URL(asked.url)
    const { method, headers, signal } = asked
    const body = await asked.text()
    return subject().request(`${pathname}${search}`, { method, headers, signal, ...(body === '' ? {} : { body }) })
  }
  return { send, sendRaw, post, get, press, seal, keyOf, fetch }
}

/** The body of an answer of this status and shape; a failure shows what was answered instead. */
export const bodyOf = <T extends z.ZodType>(answer: Answer, status: number, schema: T): z.output<T> => {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get('content-type')).toMatch(/^application\/json\b/)
  return schema.parse(JSON.parse(answer.text))
}

const ProblemDocument = z.strictObject({
  type: z.string().regex(/^\/docs#problem-/),
  title: z.string().min(1),
  status: z.int(),
  code: z.string(),
  detail: z.string().min(1),
  remedy: z.string().min(1),
  fields: z.array(z.strictObject({ field: z.string().min(1), detail: z.string().min(1) })),
  stands: Stands.optional(),
  requestId: z.string().min(1),
})

/** Holds that an answer is the problem document of this code, naming these fields and no others; gives what stands instead. */
export const expectProblem = (answer: Answer, status: number, code: string, fields: string[] = []): Stands | null => {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = ProblemDocument.parse(JSON.parse(answer.text))
  expect(problem).toMatchObject({ status, code })
  expect([...new Set(problem.fields.map(({ field }) => field))], answer.text).toEqual(fields)
  return problem.stands ?? null
}

/** A page of things. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

/**
 * A name of its own, so that tests share a database without meeting. Letters only: digits in a text might be read as a
 * number or a date.
 */
export const mark = (): string =>
  `V${String.fromCharCode(...crypto.getRandomValues(new Uint8Array(9)).map((byte) => 97 + (byte % 26)))}`
