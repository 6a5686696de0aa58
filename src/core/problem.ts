/** Everything that can go wrong, as a closed list without HTTP; `http/problem.ts` gives each its status. */
export const problemCodes = [
  'invalid-input',
  'malformed-json',
  'body-too-large',
  'unsupported-media-type',
  'not-text',
  'unauthenticated',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'already-exists',
  'illegal-step',
  'insufficient-evidence',
  'window-open',
  'not-before-event',
  'not-scoreable',
  'referenced-thing-missing',
  'fact-is-append-only',
  'folder-in-use',
  'database-unavailable',
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

  constructor(code: ProblemCode, detail: string, remedy: string, fields: readonly FieldProblem[] = []) {
    super(detail)
    this.code = code
    this.remedy = remedy
    this.fields = fields
  }
}
