import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../core/problem.ts'
import { type Limits, POLICIES, type Policy, type Taken } from '../core/rate-limit.ts'

/** Reads `HINDCAST_RATE_LIMIT`: how many times the standing limits, 0 = none. Throws `invalid-input`. */
export const limitFactor = (environment: Readonly<Record<string, unknown>>): number => {
  const factor = Number(String(environment['HINDCAST_RATE_LIMIT'] ?? '').trim() || '1')
  if (factor >= 0 && factor <= 1000) return factor
  throw new Problem('invalid-input', 'HINDCAST_RATE_LIMIT is no factor', 'give 0 (no limits) to 1000; 1 is the default')
}

/** What is left of a window is never more than all of it, though the clock was set back meanwhile. */
const takenOf = (
  allowed: boolean,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
  windowSeconds: number,
): Taken => ({
  allowed,
  remaining: remainingPoints,
  resetSeconds: Math.min(windowSeconds, Math.ceil(msBeforeNext / 1000)),
})

const counterOf = ({ limit, windowSeconds }: Policy) => {
  const counter = new RateLimiterMemory({ points: limit, duration: windowSeconds })
  return async (client: string): Promise<Taken> => {
    try {
      return takenOf(true, await counter.consume(client), windowSeconds)
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return takenOf(false, refused, windowSeconds)
      throw refused
    }
  }
}

/** Counts in the memory of this process, by the standing limits times `factor`; null for 0. */
export const memoryLimits = (factor: number): Limits | null => {
  if (factor === 0) return null
  const policies = Object.values(POLICIES).map((policy) => ({ ...policy, limit: Math.ceil(policy.limit * factor) }))
  const counters = new Map(policies.map((policy) => [policy.name, counterOf(policy)] as const))
  const take: Limits['take'] = async (name, client) => {
    const counter = counters.get(name)
    if (!counter) throw new Error(`no counter for ${name}`)
    return counter(client)
  }
  return { policies, take }
}
