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

/** What can be asked for by an id. */
export type Listed =
  | 'author'
  | 'candidate'
  | 'collection'
  | 'commentary'
  | 'event'
  | 'key'
  | 'lexicon'
  | 'prediction'
  | 'proposal'
  | 'question'
  | 'source'

/** Something named by a field does not exist: `missing('question', 'qst_…', 'questionId')`. */
export const missing = (thing: Listed, id: string, field = 'id'): Problem => {
  const detail = `there is no ${thing} ${id}`
  const plural = thing === 'commentary' ? 'commentaries' : `${thing}s`
  return new Problem('not-found', detail, `list the ${plural} for what there is`, [{ field, detail }])
}
