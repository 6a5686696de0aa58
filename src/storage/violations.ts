import { DrizzleQueryError } from 'drizzle-orm'
import { oneLine } from '../core/logged.ts'
import { Problem } from '../core/problem.ts'

type Violation = [
  code: 'already-exists' | 'invalid-input' | 'fact-is-append-only',
  field: string,
  detail: string,
  remedy: string,
]

/** What a broken constraint means to the one who sent the request. */
const violations: Readonly<Record<string, Violation>> = {
  append_only: ['fact-is-append-only', '', 'facts are never changed or deleted', 'append a correction instead'],
  candidate_reviews_position_unique: [
    'already-exists',
    'id',
    'this candidate is already reviewed',
    'read the candidate for its review',
  ],
  second_opinions_unique: [
    'already-exists',
    'id',
    'you have given your opinion on this',
    'read the candidate for what stands',
  ],
  event_candidate_reviews_candidate_unique: [
    'already-exists',
    'id',
    'this event candidate is already reviewed',
    'read it for its review',
  ],
  collections_slug_unique: ['already-exists', 'slug', 'a collection with this slug exists', 'choose another slug'],
  authors_slug_unique: ['already-exists', 'name', 'an author with this slug exists', 'use that author'],
  proposals_unique: [
    'already-exists',
    'evidence',
    'the same outcome is already proposed on the same evidence',
    'read the proposals of the question',
  ],
  baselines_corrects_unique: [
    'already-exists',
    'corrects',
    'this baseline is already corrected',
    'correct the one that took its place',
  ],
  question_topics_position_unique: [
    'already-exists',
    'topics',
    'someone else changed the topics of this question just now',
    'read the question and send what you would still change',
  ],
  question_options_label_unique: [
    'already-exists',
    'label',
    'an option of this label exists',
    'use that option, or another label',
  ],
  question_versions_unique: [
    'already-exists',
    'expectedVersion',
    'someone else added this version just now',
    'read the question and send what you would change of its newest version',
  ],
  resolution_entries_position_unique: [
    'already-exists',
    'question',
    'someone else decided this question just now',
    'read its log and decide again',
  ],
  dispute_confirmations_unique: [
    'already-exists',
    'id',
    'this is already confirmed',
    'read the dispute for where it stands',
  ],
  predictions_import_unique: [
    'already-exists',
    'key',
    'a forecast of this key is imported twice',
    'give each forecast a key of its own',
  ],
  predictions_form_check: ['invalid-input', 'probability', 'this is no probability', 'give a number from 0 to 1'],
  predictions_distribution_check: [
    'invalid-input',
    'distribution',
    'it does not sum to 1',
    'give each option its share of 1',
  ],
  events_reported_after_check: [
    'invalid-input',
    'published',
    'an event cannot be published before it happened',
    'check both dates',
  ],
  question_versions_window_check: [
    'invalid-input',
    'windowEnd',
    'the window ends before it starts',
    'give an end on or after the start',
  ],
  predictions_said_check: ['invalid-input', 'said', 'earliest lies after latest', 'swap the bounds'],
  people_email_unique: [
    'already-exists',
    'email',
    'somebody with this address has an account',
    'let them sign in, or give them a link for another password',
  ],
  commentaries_content_unique: [
    'already-exists',
    'text',
    'somebody else recorded this text just now',
    'send it again for the record that stands',
  ],
  commentaries_published_check: ['invalid-input', 'published', 'earliest lies after latest', 'swap the bounds'],
}

const unavailable = /^(08|57P0|53|25P03)|^(ECONN|ETIMEDOUT|ENOTFOUND|EAI_|EPIPE|EHOST|ENETUN|CONNECT|CONNECTION)/

type DriverError = {
  code?: unknown
  constraint?: unknown
  constraint_name?: unknown
  table?: unknown
  message?: unknown
}
const driverError = (error: unknown): DriverError | null => {
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause : null
}

/** The code of an error of the database or of the way there; empty for any other. */
export const codeOf = (error: unknown): string => String(driverError(error)?.code ?? '')

/** Whether the database does not answer, rather than answering no. */
export const isUnavailable = (error: unknown): boolean => unavailable.test(codeOf(error))

/** What the database could not do for the time being, by its code: nothing of it was kept. */
const forNow: Readonly<Record<string, string>> = {
  '53100': 'the disk of the database is full',
  '57014': 'this takes the database longer than it may',
  '55P03': 'something that this needs is held by others for longer than it may wait',
}

/** Deadlock and serialization failure: the transaction lost against another and may be run again. Null for any other error. */
export const transientCode = (error: unknown): '40P01' | '40001' | null => {
  const code = driverError(error)?.code
  return code === '40P01' || code === '40001' ? code : null
}

/** The lines of a stack without the message before them. */
const framesOf = ({ message, stack = '' }: Error): string => stack.slice(stack.indexOf(message) + message.length)

/**
 * What a log keeps of an error: of a query that failed why and where, never its values, which hold mail addresses and tokens;
 * any other as it is.
 */
export const loggedError = (error: unknown): unknown => {
  const known = asProblem(error)
  if (!(known instanceof DrizzleQueryError)) return known
  const { code, message } = driverError(known) ?? {}
  const why = oneLine(`${String(code ?? 'no code')} ${String(message ?? known.cause?.message ?? '')}`)
  return `query failed: ${why}${framesOf(known)}`
}

/** So many causes of an error are told, each by its name and message. */
const MOST_CAUSES = 3

/** The same as a text: what broke and where, and why; no property that a library hangs on its errors, which may hold what was sent. */
export const errorText = (error: unknown): string => {
  const known = loggedError(error)
  if (!(known instanceof Error)) return String(known)
  const causes: string[] = []
  for (let at = known.cause; at instanceof Error && causes.length < MOST_CAUSES; at = at.cause)
    causes.push(
      at instanceof DrizzleQueryError ? String(loggedError(at)).split('\n', 1).join() : `${at.name}: ${at.message}`,
    )
  return [known.stack ?? `${known.name}: ${known.message}`, ...causes.map((cause) => `caused by ${cause}`)].join('\n')
}

/** The `Problem` behind a database error, or the error itself where it is nobody's input that was wrong. */
export const asProblem = (error: unknown): unknown => {
  const cause = driverError(error)
  if (error instanceof Problem || cause === null) return error
  if (cause instanceof Problem) return cause
  const constraint = String(cause.constraint ?? cause.constraint_name ?? '')
  const known = violations[constraint]
  if (known) {
    const [code, field, detail, remedy] = known
    return new Problem(code, detail, remedy, field ? [{ field, detail }] : [])
  }
  const code = String(cause.code ?? '')
  if (code === '23503') {
    return new Problem(
      'referenced-thing-missing',
      `something named here does not exist (${constraint})`,
      'check the ids you sent',
    )
  }
  if (transientCode(error)) {
    return new Problem(
      'database-unavailable',
      'others wrote the same at once, again and again',
      'try again in a moment',
    )
  }
  const why = forNow[code]
  if (why) return new Problem('database-unavailable', why, 'ask for less at once, or try again in a moment')
  if (unavailable.test(code)) {
    return new Problem('database-unavailable', 'the database does not answer', 'try again in a moment')
  }
  return error
}
