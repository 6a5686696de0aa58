import { FIRST_PAUSE } from '../../core/deferred.ts'

/** `HINDCAST_RETRY_SECONDS`, from 0 to 3600: after how many seconds what failed is tried again for the first time. */
export const firstPauseOf = (environment: Readonly<Record<string, unknown>>): number => {
  const given = environment['HINDCAST_RETRY_SECONDS']
  const seconds = typeof given === 'string' && /^\d{1,4}$/.test(given) ? Number(given) : FIRST_PAUSE
  return Math.min(3600, seconds)
}
