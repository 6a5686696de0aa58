import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { plusMs, SECOND } from '../core/fetching/pace.ts'
import { RateLimited } from '../core/problem.ts'
import type { Limits, Policy, Taken } from '../core/rate-limit.ts'
import type { Env } from './env.ts'

/** `"address";q=1200;w=60, "key";q=600;w=60`, as the draft of the HTTP working group writes policies. */
const policyHeader = ({ policies }: Limits): string =>
  policies.map(({ name, limit, windowSeconds }) => `"${name}";q=${limit};w=${windowSeconds}`).join(', ')

/** `"key";r=598;t=42`: what is left, and after how many seconds the window starts anew. */
const leftHeader = (name: Policy['name'], { remaining, resetSeconds }: Taken): string | null =>
  remaining === null || resetSeconds === null ? null : `"${name}";r=${remaining};t=${resetSeconds}`

const tell = (c: Context<Env>, limits: Limits, name: Policy['name'], taken: Taken): void => {
  c.header('ratelimit-policy', policyHeader(limits))
  const left = leftHeader(name, taken)
  if (left !== null) c.header('ratelimit', left)
}

/** Counts one request of a client. Throws `rate-limited` once the policy is used up. */
const count = async (c: Context<Env>, name: Policy['name'], client: string | null): Promise<void> => {
  const { limits, clock } = c.var.services
  if (!limits || client === null) return
  const taken = await limits.take(name, client)
  tell(c, limits, name, taken)
  if (taken.allowed) return
  const { limit, windowSeconds } = limits.policies.find((policy) => policy.name === name) ?? {
    limit: 0,
    windowSeconds: 0,
  }
  const wait = taken.resetSeconds ?? windowSeconds
  throw new RateLimited(
    `more than ${limit} requests in ${windowSeconds} s by one ${name}`,
    plusMs(clock(), wait * SECOND),
  )
}

/** Counts by the client's address: before a key is looked up. */
export const limitAddress = createMiddleware<Env>(async (c, next) => {
  await count(c, 'address', c.var.services.client ?? null)
  return next()
})

/** Counts by key, once it is known to be one; by person, with all the keys that they made, for people. */
export const limitKey = createMiddleware<Env>(async (c, next) => {
  await count(c, 'key', c.var.actor?.hand ?? c.var.actor?.name ?? null)
  return next()
})
