import type { Context } from 'hono'
import { type Actor, ANYONE, contextOf, type Services, type Context as WriteContext } from '../actions/context.ts'
import type { ProblemCode } from '../core/problem.ts'
import type { SignedIn } from '../core/session.ts'
import type { Snapshot } from '../core/snapshot.ts'
import type { Instant } from '../core/time.ts'
import type { Watch } from '../core/watch.ts'
import type { Place } from '../core/worked-place.ts'
import type { Reader } from '../storage/database.ts'

/** What middleware lays down for the handlers. */
export type Env = {
  Variables: {
    services: Services
    /** Told of the request, and of what breaks in it. */
    watch: Watch
    /** Does what goes on after the answer began as part of the request. */
    within: <T>(work: () => T) => T
    /** What the answer is, where it is a problem. */
    problem?: ProblemCode
    actor: Actor | null
    /** Among the requests that are worked on; none for what is always answered. */
    place?: Place
    /** Who is signed in on the browser that asks, found out once it is asked. */
    signedIn: () => Promise<SignedIn | null>
    /** Whether the browser came by https. */
    https: boolean
    reading?: Reading
    /** How often the thing that is read was changed. */
    revision?: string
    /** The revision that the If-Match of a change names. */
    matching?: string
  }
}

/** Where a request reads, the instant it reads at, and the kept board that it is pinned to. */
export type Reading = { reader: Reader; now: Instant; snapshot?: Snapshot | null }

/** The circumstances of this request for a verb: one instant, one actor. `id`: what it changes, where its address does not say. */
export const writing = (c: Context<Env>, id = c.req.param('id')): WriteContext => {
  const { services, actor, matching } = c.var
  const conditional = matching !== undefined && id !== undefined
  return { ...contextOf(services, actor ?? ANYONE), ...(conditional ? { unchanged: { id, revision: matching } } : {}) }
}

/** What stands now; or what stood, where the route reads as of a position. */
export const reading = (c: Context<Env>): Reading =>
  c.var.reading ?? { reader: c.var.services.database.reader, now: c.var.services.clock() }
