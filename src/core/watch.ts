import type { PlacesTaken } from './worked-place.ts'

/** What a line of a log says: never a secret, a body, or a value of a statement. What is undefined is left out. */
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>

export const logLevels = ['error', 'warn', 'info'] as const
export type LogLevel = (typeof logLevels)[number]

/** Writes one line: `event` says what happened, in words that do not change. */
export type Log = (level: LogLevel, event: string, fields?: Fields) => void

/** A piece of work while it goes on. Each goes on inside `within`, once, and is ended once. */
export type Piece<Ended> = {
  /** Does something as part of it: what that begins belongs to it. */
  within: <T>(work: () => T) => T
  end: (how: Ended) => void
  /** The trace that it is part of, 32 hexadecimal digits, where one is kept. */
  trace?: string | null
}

export type RequestBegun = { method: string; requestId: string; traceparent: string | null; tracestate: string | null }
/** `route`: the pattern, as `/v1/authors/:id`, since paths hold names and tokens; null where none matches. */
export type RequestEnded = { route: string | null; status: number; problem: string | null }

export type JobBegun = { job: string; runId: string; scheduledAt: string }
/** `counts`: what it did. `problem`: by what it failed; null where it did not. */
export type JobEnded = { counts: Readonly<Record<string, number>>; problem: string | null }

/** `rows`: how many came back or were changed, where that is known. `code`: by what it failed, of the database or the way there. */
export type StatementEnded = { rows: number | null; code: string | null }

/** A request of ours to another server. Its path is not told: addresses hold tokens. */
export type CallBegun = { method: string; host: string; for: 'page' | 'webhook' | 'model' }
export type CallEnded = { status: number | null; problem: string | null }

/** Told of each piece of work as it begins. */
export type Pieces = {
  request: (what: RequestBegun) => Piece<RequestEnded>
  job: (what: JobBegun) => Piece<JobEnded>
  /** By its text, which has places for the values. */
  statement: (text: string) => Piece<StatementEnded>
  call: (what: CallBegun) => Piece<CallEnded>
}

/** What waits to be done, in the database that all instances share. */
export type Backlog = Readonly<{
  /** The last position of the ledger. */
  position: number
  /** Facts that wait for theirs. */
  waiting: number
  /** Messages to webhooks that wait to be sent, or sent again. */
  deliveries: number
  /** Feeds that should have been asked by now. */
  feeds: number
}>

/** What can be looked at from time to time. */
export type Figures = { places: () => PlacesTaken; backlog: () => Promise<Backlog> }

/** Keeps traces and figures of pieces of work. */
export type Tracer = Pieces & {
  /** Looks at figures from time to time, until what is returned is called. */
  observe: (figures: Figures) => () => void
  /** The headers that let a server that is asked go on with the trace (W3C Trace Context); none where there is none. */
  carried: () => Readonly<Record<string, string>>
}

/** What is told of the work of a process, to its log and to whoever keeps traces. */
export type Watch = Tracer & {
  log: Log
  /** The same while requests are served: what is usual is told too. */
  serving: () => Watch
}
