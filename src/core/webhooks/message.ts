import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import { idOf } from '../id.ts'
import type { Instant } from '../time.ts'

/** What each attempt is signed by, beside its body. */
export const MessageHeaders = z.object({
  'webhook-id': idOf('delivery').meta({
    description: 'of the message, the same at every attempt and replay: whoever remembers it does nothing twice',
  }),
  'webhook-timestamp': z
    .string()
    .regex(/^\d+$/)
    .meta({ description: 'the second of this attempt; refuse what is more than five minutes off' }),
  'webhook-signature': z.string().meta({
    description:
      '`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; two of them, with a space between, during a rotation',
  }),
})
export type MessageHeaders = z.infer<typeof MessageHeaders>

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
): MessageHeaders => {
  const time = new Date(at)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, time, body)).join(' '),
  }
}
