/**
 * How many random histories the tests of replay make: as many as an ordinary run has time for, or as `HINDCAST_HISTORIES`
 * says.
 */
export const HISTORIES = Number(process.env['HINDCAST_HISTORIES'] ?? 300)
