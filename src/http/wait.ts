import type { Context } from 'hono'
import type { Services } from '../actions/context.ts'
import { plusMs, SECOND } from '../core/fetching/pace.ts'
import type { Reader } from '../storage/database.ts'
import { lastLeaf } from '../storage/ledger.ts'
import type { Env } from './env.ts'

/** So long may a request wait, in seconds: shorter than what is between drops what is silent. */
export const LONGEST_WAIT = 30
/** So many requests wait in one process at a time: each of them may read again as soon as something is sealed. */
export const MOST_WAITING = 200
const LOOK_MS = SECOND

let waiting = 0

/** The next look at the ledger over each database: one statement a second, however many requests wait for it. */
const looks = new WeakMap<Reader, Promise<number>>()

/** The last position of the ledger, within a second. */
const nextLook = ({ database: { reader }, outbound }: Services): Promise<number> => {
  const standing = looks.get(reader)
  if (standing) return standing
  const look = outbound
    .sleep(LOOK_MS)
    .then(async () => (await lastLeaf(reader))?.position ?? 0)
    .finally(() => looks.delete(reader))
  looks.set(reader, look)
  return look
}

/** What is read from a position on: as far as `next`. */
type Page = { items: readonly unknown[]; next: number; more: boolean }

/**
 * Reads from a position on, and where there is nothing yet again as the ledger grows, until there is or so many seconds are over by
 * the clock; who waits is not among those that are worked on. Who went away is waited with no longer, nobody where the server is about to
 * stop, and no more at a time than `MOST_WAITING`: who comes beyond them gets what was read at once.
 */
export const whenThere = async <P extends Page>(
  c: Context<Env>,
  { after, seconds }: { after: number; seconds: number },
  read: (after: number) => Promise<P>,
): Promise<P> => {
  const { services } = c.var
  const until = plusMs(services.clock(), seconds * SECOND)
  const isOver = (): boolean =>
    services.clock() >= until || c.req.raw.signal.aborted || services.stopping?.aborted === true
  let page = await read(after)
  if (waiting >= MOST_WAITING) return page
  waiting += 1
  c.var.place?.leave()
  try {
    while (page.items.length === 0 && !page.more && !isOver())
      if ((await nextLook(services)) > page.next) page = await read(page.next)
    return page
  } finally {
    waiting -= 1
  }
}
