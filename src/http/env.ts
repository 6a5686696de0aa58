import type { Context } from 'hono'
import { type Actor, contextOf, type Services, type Context as WriteContext } from '../actions/context.ts'

/** What middleware lays down for the handlers. */
export type Env = { Variables: { services: Services; actor: Actor | null } }

const ANYONE: Actor = { name: 'anyone', scopes: [] }

/** The circumstances of this request for a verb: one instant, one actor. */
export const writing = (c: Context<Env>): WriteContext => contextOf(c.var.services, c.var.actor ?? ANYONE)

export const reading = (c: Context<Env>) => ({ reader: c.var.services.database.reader, now: c.var.services.clock() })
