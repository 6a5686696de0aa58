import { DAY, MINUTE, plusMs } from './fetching/pace.ts'
import type { Scope } from './key.ts'
import type { Instant } from './time.ts'

/** A session ends when it was not used for so long, */
export const IDLE_MS = 7 * DAY
/** and so long after the sign-in however much it is used. */
export const LONGEST_MS = 30 * DAY
/** How exactly the last use of a session is kept. */
export const SESSION_USE_MS = MINUTE

/** Somebody who is signed in on one browser. */
export type Session = {
  id: string
  personId: string
  /** Where from: an address as it is counted, and the browser's own words; empty where it told none. */
  address: string
  userAgent: string
  recordedAt: Instant
  lastUsedAt: Instant
  expiresAt: Instant
}

/** A session with the person that it is of. */
export type SignedIn = { session: Session; name: string; email: string; scopes: Scope[] }

/** When a session ends that is used now. */
export const endAfterUse = (recordedAt: Instant, now: Instant): Instant => {
  const [idle, last] = [plusMs(now, IDLE_MS), plusMs(recordedAt, LONGEST_MS)]
  return idle < last ? idle : last
}

/** The cookie of a session; under https its name is `__Host-hindcast`, which no other host and no plain http can set. */
export const SESSION_COOKIE = 'hindcast'

const sent = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: LONGEST_MS / 1000 } as const

/** How the cookie of a session is sent: never to a script, never with a request that another site starts, but for a link. */
export const cookieOptions = (https: boolean) =>
  https ? ({ ...sent, secure: true, prefix: 'host' } as const) : ({ ...sent, secure: false } as const)

/**
 * Whether a page of this site sent a request, by what the browser says of it: `Sec-Fetch-Site`, or `Origin` where that is not
 * sent (plain http). The scheme is not compared: behind a proxy this process does not know its own.
 */
export const isSameOrigin = (fetchSite: string | undefined, origin: string | undefined, host: string): boolean => {
  if (fetchSite !== undefined) return fetchSite === 'same-origin'
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
