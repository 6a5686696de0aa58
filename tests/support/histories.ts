/**
 * How many random histories the tests of replay make: as many as an ordinary run has time for, or as `HINDCAST_HISTORIES`
 * says.
 */
export const HISTORIES = Number(process.env['HINDCAST_HISTORIES'] ?? 300)

/** Milliseconds after which they hang, on any machine. */
export const HISTORIES_HANG = Math.max(600_000, HISTORIES * 5_000)
