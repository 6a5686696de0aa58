import type { Scope } from '../core/key.ts'
import type { ProblemCode } from '../core/problem.ts'

/** What each problem code means, for the reference that every problem document links to. */
export const problemTexts: Readonly<Record<ProblemCode, string>> = {
  'invalid-input':
    'A field breaks its schema or contradicts another; `fields` names each one and what is wrong with it.',
  'malformed-json': 'The body is not JSON; the detail says where reading it stopped.',
  'malformed-csv': 'A row of a CSV cannot be read; the detail says why, and the rows beside it went through.',
  'body-too-large': 'The body is larger than the limit; send less in one request.',
  'unsupported-media-type':
    'The body is not marked as what the address takes: `Content-Type: application/json`, or of a batch `application/x-ndjson` or `text/csv`.',
  'not-text': 'The body is not UTF-8, or holds characters that no text may hold, such as NUL.',
  'address-refused':
    'Only public http and https addresses are fetched: no private network, no other port, no name or password in it.',
  'fetch-refused':
    'The site keeps machines off the page, or reserves it; send the text yourself if you have the right.',
  'fetch-failed': 'The site did not answer, or with something that is no page of text; the detail says which.',
  'fetch-later': 'The site is busy or was asked a moment ago; `Retry-After` says from when on to try again.',
  unauthenticated: 'No key was sent where one is needed, or the key is unknown, revoked or expired.',
  forbidden: 'The key is good but lacks the scope of this operation.',
  'not-found': 'The thing asked for, or one named in the body, does not exist; check its id.',
  'not-sealed':
    'What was asked for as of a position or an instant that the ledger has not reached. GET /v1/ledger tells how far it is sealed.',
  'method-not-allowed': 'The address exists, but not by this method.',
  'idempotency-key-reused':
    'An Idempotency-Key names one request: this one was sent before with another method, address or body. Make a new key.',
  'still-running':
    'The first request with this Idempotency-Key is under way; `Retry-After` says when to ask again for its answer.',
  'precondition-failed':
    'The thing is not as `If-Match` says; read it again, and send what you would still change with its new ETag.',
  'already-exists': 'It was done before and is done only once, such as the review of a candidate.',
  conflict:
    'Somebody else changed it first; `stands` shows what stands now. Read it and send what you would still change.',
  'illegal-step':
    'That cannot follow on where the question, proposal or dispute stands; for a question `stands` shows the decision that was first.',
  'rate-limited':
    'Too many requests by one address or key (`RateLimit-Policy` says how many are taken), or too much that waits to be confirmed; `Retry-After` says from when on to try again.',
  'insufficient-evidence': 'The evidence does not carry the outcome; the detail says what is missing.',
  'window-open': 'The window has not ended, or has no end, and nothing that happened decides it yet.',
  'trigger-open': 'The question depends on another one that has not come out as it must, or not yet.',
  'not-scoreable': 'It belongs to nobody who could be scored, or lacks what a score needs.',
  'referenced-thing-missing': 'An id in the body names nothing; record that thing first.',
  'fact-is-append-only': 'Recorded facts are never changed or deleted; append a correction instead.',
  'folder-in-use': 'Another process holds the embedded database’s folder; stop it or take another folder.',
  'database-unavailable': 'The database does not answer; try again in a moment.',
  internal: 'Something broke here, not at your end; try again, and report the request id if it stays.',
}

/** What a key with each scope may do. */
export const scopeTexts: Readonly<Record<Scope, string>> = {
  read: 'nothing beyond what is open to everyone',
  submit: 'record commentaries, authors, sources and forecasts, and propose outcomes',
  review: 'review candidates, read full texts, make questions and collections',
  resolve: 'record events and coverage, settle, void, reopen and correct questions',
  admin: 'everything',
}
