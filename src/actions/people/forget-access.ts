import { DAY, plusMs } from '../../core/fetching/pace.ts'
import { deleteLinks } from '../../storage/one-time-links.ts'
import { deleteAttempts } from '../../storage/sign-in-attempts.ts'
import { action } from '../context.ts'
import { ATTEMPTS } from './sign-in.ts'

/** Rows deleted in one transaction. */
const BATCH = 5_000
/** How long a link that nobody used is kept after it is over, with the address that it was made for. */
const LINK_KEPT_MS = 30 * DAY

type Forgotten = { forgotten: number; done: boolean }

/** Deletes links that nobody used and that are over long enough, one batch; `done` when none was left by the limit. */
export const forgetLinks = action<{ limit?: number }, Forgotten>(async ({ tx, now }, { limit = BATCH }) => {
  const forgotten = await deleteLinks(tx, plusMs(now, -LINK_KEPT_MS), limit)
  return { forgotten, done: forgotten < limit }
})

/** Deletes attempts to sign in that count no more, one batch; `done` when none was left by the limit. */
export const forgetSignInAttempts = action<{ limit?: number }, Forgotten>(async ({ tx, now }, { limit = BATCH }) => {
  const forgotten = await deleteAttempts(tx, plusMs(now, -ATTEMPTS.windowMs), limit)
  return { forgotten, done: forgotten < limit }
})
