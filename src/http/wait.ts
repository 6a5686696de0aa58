import type { Context } from 'hono'
import type { Services } from '../actions/context.ts'
import type { Reader } from '../storage/database.ts'
import { lastLeaf } from '../storage/ledger.ts'
import type { Env } from './env.ts'

/** So long may a request wait, in seconds: shorter than what is between drops what is silent. */
export const LONGEST_WAIT = 30
const LOOK_MS = 1000

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
 * Reads from a position on, and where there is nothing yet again as the ledger grows, until there is or so many seconds are over.
 * Who went away is waited with no longer, and nobody where the server is about to stop.
 */
export const whenThere = async <P extends Page>(
  c: Context<Env>,
  { after, seconds }: { after: number; seconds: number },
  read: (after: number) => Promise<P>,
): Promise<P> => {
  const { services } = c.var
  const isOver = (): boolean => c.req.raw.signal.aborted || services.stopping?.aborted === true
  let page = await read(after)
  for (let left = seconds; left > 0 && page.items.length === 0 && !page.more && !isOver(); left -= 1)
    if ((await nextLook(services)) > page.next) page = await read(page.next)
  return page
}
