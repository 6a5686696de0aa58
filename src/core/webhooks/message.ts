import { Webhook } from 'standardwebhooks'
import type { Instant } from '../time.ts'

/** What a receiver gets: the fact as `/v1/changes` gives it, in its place among all that this webhook is sent. */
export type Message = { type: string; timestamp: Instant; webhookId: string; sequence: number | null; data: unknown }

/** A secret as receivers keep it: `whsec_` and the base64 of its bytes. */
export const secretOf = (bytes: string): string => `whsec_${bytes}`

/**
 * The headers of one attempt by the Standard Webhooks specification: the id, the second it is sent at, and a signature by each
 * secret, HMAC-SHA256 over `id.timestamp.body` as `v1,<base64>`, with spaces between.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signedHeaders = (
  { id, at, body }: { id: string; at: Instant; body: string },
  secrets: readonly string[],
): Record<string, string> => {
  const time = new Date(at)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, time, body)).join(' '),
  }
}
