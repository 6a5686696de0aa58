import { z } from '@hono/zod-openapi'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Problem, type ProblemCode, problemCodes } from '../core/problem.ts'
import { Stands } from '../core/stands.ts'
import { asProblem } from '../storage/violations.ts'

/** The only map from problem code to HTTP. */
export const statuses = {
  'invalid-input': [422, 'The input is not valid'],
  'malformed-json': [400, 'The body is not JSON'],
  'malformed-csv': [400, 'A row cannot be read'],
  'body-too-large': [413, 'The body is too large'],
  'body-too-slow': [408, 'The body came too slowly'],
  'unsupported-media-type': [415, 'The body is of the wrong type'],
  'not-text': [422, 'The text cannot be read'],
  'address-refused': [422, 'Hindcast does not ask that address'],
  'fetch-refused': [422, 'The page may not be taken'],
  'fetch-failed': [502, 'The page could not be fetched'],
  'fetch-later': [503, 'Its host must be left alone for now'],
  unauthenticated: [401, 'A key is needed'],
  forbidden: [403, 'This key may not do that'],
  'origin-refused': [403, 'Not from that page'],
  'sign-in-off': [503, 'Nobody can sign in here'],
  'not-found': [404, 'There is no such thing'],
  'not-sealed': [404, 'The ledger is not sealed so far'],
  'method-not-allowed': [405, 'Not by this method'],
  'idempotency-key-reused': [422, 'That key stood under another request'],
  'still-running': [409, 'It is being done'],
  'precondition-failed': [412, 'It is not as it was'],
  'already-exists': [409, 'It exists already'],
  conflict: [409, 'Somebody else was first'],
  'illegal-step': [409, 'That cannot follow'],
  'rate-limited': [429, 'Too much at once'],
  'insufficient-evidence': [422, 'The evidence does not carry it'],
  'window-open': [409, 'The window is open'],
  'trigger-open': [409, 'What it depends on has not come true'],
  'not-scoreable': [422, 'It cannot be scored'],
  'referenced-thing-missing': [422, 'Something named does not exist'],
  'fact-is-append-only': [409, 'Facts are append-only'],
  'folder-in-use': [503, 'The data folder is in use'],
  'database-unavailable': [503, 'The database does not answer'],
  overloaded: [503, 'Too much is asked at once'],
  'ledger-changed': [500, 'What was sealed has been changed'],
  internal: [500, 'Something broke here'],
} as const satisfies Record<ProblemCode, [ContentfulStatusCode, string]>

/** What a code links to: its entry in the reference that every server has. */
export const typeOf = (code: ProblemCode): string => `/docs#problem-${code}`

/** RFC 9457. */
export const ProblemDocument = z
  .object({
    type: z.string().meta({ description: 'link to the meaning of the code' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    detail: z.string(),
    remedy: z.string().meta({ description: 'what to do about it' }),
    fields: z.array(z.object({ field: z.string(), detail: z.string() })),
    stands: Stands.optional().meta({ description: 'what stands instead, where somebody else was first' }),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' })
export type ProblemDocument = z.infer<typeof ProblemDocument>

/** The problem of one item among several, whose others went through. */
export const ItemProblem = ProblemDocument.pick({ code: true, detail: true, remedy: true, fields: true }).meta({
  id: 'ItemProblem',
})
export const itemProblem = ({ code, message: detail, remedy, fields }: Problem): z.infer<typeof ItemProblem> => ({
  code,
  detail,
  remedy,
  fields: [...fields],
})

/** What is told of a crash. */
export const BROKEN = new Problem(
  'internal',
  'the request could not be completed',
  'try again; if it stays, report the request id',
)

/** The document of a failure. What is not a `Problem` is a crash, whose message is never sent out. */
export const documentOf = (error: unknown, requestId: string): ProblemDocument & { status: ContentfulStatusCode } => {
  const known = asProblem(error)
  const {
    code,
    message: detail,
    remedy,
    fields,
    stands,
  } = known instanceof Problem && known.code !== 'internal' ? known : BROKEN
  const [status, title] = statuses[code]
  const shown = stands === null ? {} : { stands }
  return {
    type: typeOf(code),
    title,
    status,
    code,
    detail,
    remedy,
    fields: [...fields],
    ...shown,
    requestId,
  }
}

/** The problem of input that a schema refuses: each field with what is wrong with it. */
export const invalidInput = (error: z.ZodError | { issues: readonly z.core.$ZodIssue[] }, target = 'body'): Problem => {
  const fields = error.issues.flatMap((issue) => {
    const { path, message } = issue
    if (issue.code !== 'unrecognized_keys' || target !== 'query')
      return [{ field: path.map(String).join('.') || 'body', detail: message }]
    return issue.keys.map((key) => ({
      field: [...path, key].map(String).join('.'),
      detail: 'nothing here has this name',
    }))
  })
  const named = [...new Set(fields.map(({ field }) => field))].join(', ')
  return new Problem('invalid-input', `not valid: ${named}`, 'mend the fields named and send it again', fields)
}
