import type { Stands } from './stands.ts'
import type { Instant } from './time.ts'

/** Everything that can go wrong, as a closed list without HTTP; `http/problem.ts` gives each its status. */
export const problemCodes = [
  'invalid-input',
  'malformed-json',
  'malformed-csv',
  'body-too-large',
  'body-too-slow',
  'unsupported-media-type',
  'not-text',
  'address-refused',
  'fetch-refused',
  'fetch-failed',
  'fetch-later',
  'unauthenticated',
  'forbidden',
  'origin-refused',
  'sign-in-off',
  'not-found',
  'not-sealed',
  'method-not-allowed',
  'idempotency-key-reused',
  'still-running',
  'precondition-failed',
  'already-exists',
  'conflict',
  'illegal-step',
  'rate-limited',
  'insufficient-evidence',
  'window-open',
  'trigger-open',
  'not-scoreable',
  'referenced-thing-missing',
  'fact-is-append-only',
  'folder-in-use',
  'database-unavailable',
  'overloaded',
  'ledger-changed',
  'internal',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One thing that is wrong with one field of the input, and what to do about it. */
export type FieldProblem = { field: string; detail: string }

/**
 * A failure that its reader can act on: a code from the closed list, a sentence on what is wrong, a sentence on what
 * to do, and the fields concerned. Thrown by core, storage and actions; turned into `application/problem+json` at the edge.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly remedy: string
  readonly fields: readonly FieldProblem[]
  /** What stands instead, where somebody else was first. */
  readonly stands: Stands | null

  constructor(
    code: ProblemCode,
    detail: string,
    remedy: string,
    fields: readonly FieldProblem[] = [],
    stands: Stands | null = null,
  ) {
    super(detail)
    this.code = code
    this.remedy = remedy
    this.fields = fields
    this.stands = stands
  }
}

/** Something that may be tried again, and from when on. */
export class TryLater extends Problem {
  readonly retryAt: Instant

  constructor(code: ProblemCode, detail: string, retryAt: Instant) {
    super(code, detail, `try again from ${retryAt} on`)
    this.retryAt = retryAt
  }
}

/** The seconds after which a database that does not answer, or a server that has too much to do, may be asked again. */
const RETRY_SECONDS: Partial<Record<ProblemCode, string>> = { 'database-unavailable': '5', overloaded: '2' }

/** When what failed may be tried again, as `Retry-After` says it; null where nothing is known of that. */
export const retryAfter = (problem: unknown): string | null => {
  if (problem instanceof TryLater) return new Date(problem.retryAt).toUTCString()
  return problem instanceof Problem ? (RETRY_SECONDS[problem.code] ?? null) : null
}

/** A site that may be asked again. `asked` tells whether it was asked at all. */
export class Later extends TryLater {
  readonly asked: boolean

  constructor(detail: string, retryAt: Instant, asked: boolean) {
    super('fetch-later', detail, retryAt)
    this.asked = asked
  }
}

/** Too much came in at once; some of it may be sent from `retryAt` on. */
export class RateLimited extends TryLater {
  constructor(detail: string, retryAt: Instant) {
    super('rate-limited', detail, retryAt)
  }
}

/** What can be asked for by an id. */
export type Listed =
  | 'author'
  | 'candidate'
  | 'collection'
  | 'commentary'
  | 'dead-letter'
  | 'definition'
  | 'delivery'
  | 'dispute'
  | 'event'
  | 'event-candidate'
  | 'feed'
  | 'invitation'
  | 'key'
  | 'lease'
  | 'lexicon'
  | 'person'
  | 'prediction'
  | 'proposal'
  | 'question'
  | 'resolution'
  | 'session'
  | 'snapshot'
  | 'source'
  | 'topic'
  | 'webhook'

/** What a change meets that hangs on an ETag of before. */
export const notAsRead = (thing: string, id: string): Problem =>
  new Problem(
    'precondition-failed',
    `${thing} ${id} is not as If-Match says`,
    'read it again, and send what you would still change with its new ETag',
  )

/** Something named by a field does not exist: `missing('question', 'qst_…', 'questionId')`. */
export const missing = (thing: Listed, id: string, field = 'id'): Problem => {
  const detail = `there is no ${thing} ${id}`
  const plural = thing === 'person' ? 'people' : thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}s`
  return new Problem('not-found', detail, `list the ${plural} for what there is`, [{ field, detail }])
}
