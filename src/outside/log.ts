import { jsonLine } from '../core/logged.ts'
import type { Instant } from '../core/time.ts'
import { type Fields, type Log, type LogLevel, logLevels } from '../core/watch.ts'

/** How much is told: `info` each request and run, `warn` what is slow or was refused for want of room, `error` what broke. */
export type Loudness = LogLevel | 'silent'

/** What `HINDCAST_LOG_LEVEL` says, or `info`; a word that it does not know keeps nothing back. */
export const loudnessOf = (environment: Readonly<Record<string, unknown>>): Loudness => {
  const said = environment['HINDCAST_LOG_LEVEL']
  return [...logLevels, 'silent' as const].find((level) => level === said) ?? 'info'
}

const methods = { error: 'error', warn: 'warn', info: 'log' } as const

/** Whether a line of a level is told. */
export const isTold = (level: LogLevel, least: Loudness): boolean =>
  least !== 'silent' && logLevels.indexOf(level) <= logLevels.indexOf(least)

/**
 * A log of JSON lines: what breaks or is slow on standard error, the usual on standard output; at the edge each by the method that
 * gives it its level there. Without a clock whoever keeps the lines says when they came.
 */
export const logTo =
  (clock: (() => Instant) | null): Log =>
  (level: LogLevel, event: string, fields: Fields = {}) =>
    console[methods[level]](jsonLine({ ...(clock && { at: clock() }), level, event, ...fields }))
