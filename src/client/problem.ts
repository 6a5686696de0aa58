import type { components } from './api.ts'

/** The problem document (RFC 9457) that a failure leaves as. */
export type ProblemDocument = components['schemas']['Problem']

/** The closed list of what can go wrong. */
export type ProblemCode = ProblemDocument['code']

const isProblem = (body: unknown): body is ProblemDocument =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'requestId' in body

/**
 * A request that was refused or failed, as the server tells it: `code` of the closed list, `message` with what is wrong,
 * `remedy` with what to do, the `fields` concerned and, where somebody else was first, what `stands` instead. An answer of
 * something between the two (a proxy) is no problem document: then `code` is null and `message` tells the status.
 */
export class HindcastProblem extends Error {
  override readonly name = 'HindcastProblem'
  readonly status: number
  readonly code: ProblemCode | null
  readonly title: string | null
  readonly remedy: string | null
  readonly fields: ProblemDocument['fields']
  readonly stands: ProblemDocument['stands'] | null
  /** The name by which the request is found again in the server's log. */
  readonly requestId: string | null
  /** What `Retry-After` said, where it said something. */
  readonly retryAfter: string | null

  constructor(response: Response, body: unknown) {
    const told = isProblem(body) ? body : null
    super(told?.detail ?? `the server answered ${response.status} without a problem document`)
    this.status = response.status
    this.code = told?.code ?? null
    this.title = told?.title ?? null
    this.remedy = told?.remedy ?? null
    this.fields = told?.fields ?? []
    this.stands = told?.stands ?? null
    this.requestId = told?.requestId ?? response.headers.get('x-request-id')
    this.retryAfter = response.headers.get('retry-after')
  }
}
