import { type Limits, POLICIES } from '../core/rate-limit.ts'

/** A rate-limit binding of Workers: it says only yes or no. */
export type RateLimitBinding = { limit: (options: { key: string }) => Promise<{ success: boolean }> }

type Bindings = { ADDRESS_LIMITER?: RateLimitBinding; KEY_LIMITER?: RateLimitBinding; HINDCAST_RATE_LIMIT?: unknown }

/**
 * Counts by the bindings of `wrangler.toml`, whose numbers a test holds to `POLICIES`; null without them, and where the
 * variable HINDCAST_RATE_LIMIT is 0.
 */
export const bindingLimits = (bindings: Bindings): Limits | null => {
  const { ADDRESS_LIMITER: address, KEY_LIMITER: key, HINDCAST_RATE_LIMIT: factor } = bindings
  if (!address || !key || factor === '0') return null
  const counters = { address, key }
  return {
    policies: Object.values(POLICIES),
    take: async (policy, client) => {
      const { success } = await counters[policy].limit({ key: client })
      return { allowed: success, remaining: null, resetSeconds: success ? null : POLICIES[policy].windowSeconds }
    },
  }
}
