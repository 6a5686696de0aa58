import type { ProblemCode } from './problem.ts'

/** What a problem code means, and what to do about it. */
export type ProblemText = { meaning: string; whatToDo: string }

/** Of each code, for the reference that every problem document links to. */
export const problemTexts: Readonly<Record<ProblemCode, ProblemText>> = {
  'invalid-input': {
    meaning: 'A field breaks its schema or contradicts another; `fields` names each one and what is wrong with it.',
    whatToDo: 'Mend the fields named and send it again.',
  },
  'malformed-json': {
    meaning: 'The body is not JSON, or nests too deep; the detail says where reading it stopped.',
    whatToDo: 'Send one JSON object.',
  },
  'malformed-csv': {
    meaning: 'A row of a CSV cannot be read; the detail says why, and the rows beside it went through.',
    whatToDo: 'Mend the row and send it again.',
  },
  'body-too-large': {
    meaning: 'The body is larger than the limit of this address.',
    whatToDo: 'Send less in one request.',
  },
  'body-too-slow': {
    meaning: 'The body did not come in the time that it may take: 30 seconds, and of a batch for each further part.',
    whatToDo: 'Send it again over a faster connection, or in smaller parts; of a batch from the line after `through`.',
  },
  'unsupported-media-type': {
    meaning: 'The body is not marked as what the address takes.',
    whatToDo: 'Send `Content-Type: application/json`, or of a batch `application/x-ndjson` or `text/csv`.',
  },
  'not-text': {
    meaning: 'The body is not UTF-8, or holds characters that no text may hold, such as NUL.',
    whatToDo: 'Send plain text as UTF-8.',
  },
  'address-refused': {
    meaning:
      'Only public http and https addresses are fetched: no private network, no other port, no name or password in it.',
    whatToDo: 'Give the public address of the page, or send the text itself.',
  },
  'fetch-refused': {
    meaning: 'The site keeps machines off the page, or reserves it.',
    whatToDo: 'Send the text yourself if you have the right.',
  },
  'fetch-failed': {
    meaning: 'The site did not answer, or with something that is no page of text; the detail says which.',
    whatToDo: 'Check the address, try again later, or send the text itself.',
  },
  'fetch-later': {
    meaning: 'The site is busy or was asked a moment ago.',
    whatToDo: 'Try again from the moment on that `Retry-After` says.',
  },
  unauthenticated: {
    meaning:
      'No key was sent where one is needed and nobody is signed in, or the key is unknown, revoked, expired or replaced.',
    whatToDo: 'Send `Authorization: Bearer hck_…` with a good key; an admin makes one. In a browser sign in.',
  },
  forbidden: {
    meaning:
      'Who asks lacks the scope of this operation; or a session writes, and no page of this site sent the request.',
    whatToDo: 'Use a key with the scope that the detail names, or a page of this site.',
  },
  'sign-in-off': {
    meaning: 'This installation has no secret for sessions, so that nobody can sign in.',
    whatToDo: 'Set `HINDCAST_SECRET` on the server; keys work without it.',
  },
  'origin-refused': {
    meaning:
      'A web page of another site asked, or the server was asked by a name that it does not go by: `/mcp` answers programs, and pages of its own host.',
    whatToDo: 'Ask without a browser, or name the host in `HINDCAST_HOSTS` on the server.',
  },
  'not-found': {
    meaning: 'The thing asked for, or one named in the body, does not exist.',
    whatToDo: 'Check its id; the lists tell what there is.',
  },
  'not-sealed': {
    meaning: 'What was asked for as of a position or an instant that the ledger has not reached.',
    whatToDo: 'GET /v1/ledger tells how far it is sealed; it takes up to a minute.',
  },
  'method-not-allowed': {
    meaning: 'The address exists, but not by this method.',
    whatToDo: 'Use one of the methods in `Allow`.',
  },
  'idempotency-key-reused': {
    meaning:
      'An Idempotency-Key names one request: this one was sent before with another method, address, body or condition.',
    whatToDo: 'Make a new key for each new request.',
  },
  'still-running': {
    meaning: 'The first request with this Idempotency-Key is under way.',
    whatToDo: 'Ask again for its answer from the moment on that `Retry-After` says.',
  },
  'precondition-failed': {
    meaning: 'The thing is not as `If-Match` says.',
    whatToDo: 'Read it again, and send what you would still change with its new ETag.',
  },
  'already-exists': {
    meaning: 'It was done before and is done only once, such as the review of a candidate.',
    whatToDo: 'Read what stands; do nothing if it is what you meant.',
  },
  conflict: {
    meaning: 'Somebody else changed it first; `stands` shows what stands now.',
    whatToDo: 'Read it and send what you would still change.',
  },
  'illegal-step': {
    meaning:
      'That cannot follow on where the question, proposal or dispute stands; for a question `stands` shows the decision that was first.',
    whatToDo: 'Read where it stands; the detail says what could follow.',
  },
  'rate-limited': {
    meaning:
      'Too many requests by one address or key (`RateLimit-Policy` says how many are taken), or too much that waits to be confirmed.',
    whatToDo: 'Try again from the moment on that `Retry-After` says.',
  },
  'insufficient-evidence': {
    meaning: 'The evidence does not carry the outcome; the detail says what is missing.',
    whatToDo: 'Add the evidence that is missing.',
  },
  'window-open': {
    meaning: 'The window has not ended, or has no end, and nothing that happened decides it yet.',
    whatToDo: 'Wait for its end, or bring an event that decides it.',
  },
  'trigger-open': {
    meaning: 'The question depends on another one that has not come out as it must, or not yet.',
    whatToDo: 'Settle the other question first.',
  },
  'not-scoreable': {
    meaning: 'It belongs to nobody who could be scored, or lacks what a score needs.',
    whatToDo: 'The detail says what is lacking; without it the thing is listed and not scored.',
  },
  'referenced-thing-missing': {
    meaning: 'An id in the body names nothing.',
    whatToDo: 'Record that thing first.',
  },
  'fact-is-append-only': {
    meaning: 'Recorded facts are never changed or deleted.',
    whatToDo: 'Append a correction instead.',
  },
  'folder-in-use': {
    meaning: 'Another process holds the embedded database’s folder.',
    whatToDo: 'Stop it or take another folder.',
  },
  'database-unavailable': {
    meaning: 'The database does not answer, or has no tables yet.',
    whatToDo: 'Try again in a moment; on the server, check that it runs and is migrated.',
  },
  overloaded: {
    meaning: 'The server works on as many requests as it takes at a time; nothing was done for this one.',
    whatToDo: 'Try again after the seconds that `Retry-After` says, and send fewer at once.',
  },
  'ledger-changed': {
    meaning: 'What was sealed in the ledger is no longer what it was; nothing more is signed. Runs of jobs fail by it.',
    whatToDo: 'On the server, restore the database from a backup, and check an export of it with `hindcast verify`.',
  },
  internal: {
    meaning: 'Something broke here, not at your end.',
    whatToDo: 'Try again, and report the request id if it stays.',
  },
}
