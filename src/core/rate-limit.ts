/** How much may be asked: so many requests in a window that starts with the first of them. */
export type Policy = { name: 'address' | 'key'; limit: number; windowSeconds: number }

/**
 * What a client may ask by default. An address is counted whether it shows a key or not, before the key is looked up: so
 * guessing keys is limited too. A key is counted by itself wherever it is used.
 */
export const POLICIES = {
  address: { name: 'address', limit: 1200, windowSeconds: 60 },
  key: { name: 'key', limit: 600, windowSeconds: 60 },
} as const satisfies Record<Policy['name'], Policy>

/** What a counter says to one request more; null = it tells no number (the edge's says only yes or no). */
export type Taken = { allowed: boolean; remaining: number | null; resetSeconds: number | null }

/** Counters of requests, one for each policy. */
export type Limits = {
  policies: readonly Policy[]
  take: (policy: Policy['name'], client: string) => Promise<Taken>
}
