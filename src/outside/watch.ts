import { AsyncLocalStorage } from 'node:async_hooks'
import { withoutValues } from '../core/statement.ts'
import type { Fields, Log, Piece, Pieces, Tracer, Watch } from '../core/watch.ts'
import { isTold, type Loudness, logTo } from './log.ts'

/** The request or the run of a job that something belongs to. */
type Whose = { requestId: string } | { job: string; runId: string }
const whose = new AsyncLocalStorage<Whose>()

export type Watching = {
  log: Log
  /** Milliseconds of a clock that is never set. */
  ticks: () => number
  /** A statement that takes so many milliseconds is told of; null: none is. */
  slowMs: number | null
  loudness: Loudness
  /** Keeps traces beside the log; none where nobody collects them. */
  tracer?: Tracer | null
}

/** What a statement may take before it is told of, in milliseconds. */
const SLOW_MS = 500

/** What `HINDCAST_SLOW_QUERY_MS` says, or 500; null for 0: none is told of. */
export const slowMsOf = (environment: Readonly<Record<string, unknown>>): number | null => {
  const said = Number(environment['HINDCAST_SLOW_QUERY_MS'] || SLOW_MS)
  if (environment['HINDCAST_SLOW_QUERY_MS'] === '0') return null
  return said > 0 ? said : SLOW_MS
}

/** So many slow statements are told of in a minute: on a bad day every one is slow. */
const SLOW_A_MINUTE = 20
const MINUTE_MS = 60_000

/** Counts what may be told: null where it is too much, else how many were left out since the last that was told. */
const sparing = (ticks: () => number): (() => number | null) => {
  let [told, leftOut, since] = [0, 0, Number.NEGATIVE_INFINITY]
  return () => {
    if (ticks() - since >= MINUTE_MS) [told, since] = [0, ticks()]
    if (told === SLOW_A_MINUTE) {
      leftOut += 1
      return null
    }
    told += 1
    const before = leftOut
    leftOut = 0
    return before
  }
}

const tenth = (ms: number): number => Math.round(ms * 10) / 10

/** A piece whose end is told with how long it took; what goes on inside it belongs to somebody. */
const timed = <Ended>(
  ticks: () => number,
  piece: Piece<Ended>,
  tell: (how: Ended, ms: number, trace: string | null) => void,
  of: Whose | null,
): Piece<Ended> => {
  const from = ticks()
  return {
    within: (work) => piece.within(() => (of === null ? work() : whose.run(of, work))),
    end: (how) => {
      const { trace = null } = piece
      piece.end(how)
      tell(how, tenth(ticks() - from), trace)
    },
  }
}

const untraced = { within: <T>(work: () => T): T => work(), end: () => undefined, trace: null }
/** Keeps nothing. */
export const NO_TRACER: Tracer = {
  request: () => untraced,
  job: () => untraced,
  statement: () => untraced,
  call: () => untraced,
  carried: () => ({}),
  observe: () => () => undefined,
}

type Making = Omit<Watching, 'tracer'> & { traces: Tracer }

/** Statements, of which the slow ones are told. */
const statements = ({ log: write, ticks, slowMs, loudness, traces }: Making): Pieces['statement'] => {
  const mayTell = sparing(ticks)
  return (text) =>
    timed(
      ticks,
      traces.statement(text),
      ({ rows, code }, ms) => {
        if (slowMs === null || ms < slowMs || !isTold('warn', loudness)) return
        const leftOut = mayTell()
        if (leftOut === null) return
        const more: Fields = { ...(code !== null && { code }), ...(leftOut > 0 && { leftOut }) }
        write('warn', 'slow statement', { ...whose.getStore(), ms, rows, ...more, statement: withoutValues(text) })
      },
      null,
    )
}

/** Requests, of which each is told; as a warning where it failed for a fault of ours. */
const requests =
  ({ ticks, traces }: Making, log: Log): Pieces['request'] =>
  (what) => {
    const { requestId, method } = what
    return timed(
      ticks,
      traces.request(what),
      ({ route, status, problem }, ms, trace) => {
        const more: Fields = { ...(problem !== null && { problem }), ...(trace !== null && { trace }) }
        log(status >= 500 ? 'warn' : 'info', 'request', { requestId, method, route, status, ms, ...more })
      },
      { requestId },
    )
  }

/** Runs of jobs, of which each is told with what it did; as a warning where it failed. */
const runs =
  ({ ticks, traces }: Making, log: Log): Pieces['job'] =>
  (what) => {
    const { job, runId, scheduledAt } = what
    return timed(
      ticks,
      traces.job(what),
      ({ counts, problem }, ms, trace) => {
        const more: Fields = { ...(problem !== null && { problem }), ...(trace !== null && { trace }), ...counts }
        const result = problem === null ? 'done' : 'failed'
        log(problem === null ? 'info' : 'warn', 'job', { job, runId, scheduledAt, result, ms, ...more })
      },
      { job, runId },
    )
  }

/** The log of a process, with whatever keeps traces. Lines tell the request or the run that they belong to. */
export const watchOf = ({ tracer, ...given }: Watching): Watch => {
  const traces = tracer ?? NO_TRACER
  const making = { ...given, traces }
  const statement = statements(making)
  const at = (least: Loudness): Watch => {
    const log: Log = (level, event, fields = {}) => {
      if (isTold(level, least)) given.log(level, event, { ...whose.getStore(), ...fields })
    }
    const { call, carried, observe } = traces
    const serving = () => at(given.loudness)
    return { log, statement, request: requests(making, log), job: runs(making, log), call, carried, observe, serving }
  }
  return at(isTold('warn', given.loudness) ? 'warn' : given.loudness)
}

/** Tells what breaks, and keeps no time: where nobody made a better one. */
export const UNWATCHED: Watch = watchOf({ log: logTo(null), ticks: () => 0, slowMs: null, loudness: 'warn' })
