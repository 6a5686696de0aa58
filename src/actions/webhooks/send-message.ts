import { retryAfter, tookMs } from '../../core/fetching/pace.ts'
import { Problem } from '../../core/problem.ts'
import type { Instant } from '../../core/time.ts'
import { KEPT_ANSWER, PATIENCE_MS, verdictOf, type WebhookAttempt } from '../../core/webhooks/delivery.ts'
import { signedHeaders } from '../../core/webhooks/message.ts'
import type { SecretBox } from '../../outside/secret-box.ts'
import type { Message } from '../../queries/following/message.ts'
import type { SealedSecrets } from '../../storage/webhooks.ts'
import type { Services } from '../context.ts'

/** Enough bytes for what is kept of an answer, whatever its characters. */
const READ_BYTES = 4 * KEPT_ANSWER

/** The secrets that sign at an instant: the one that stands, and the one before while it signs too. */
const signing = async (
  box: SecretBox,
  { secret, previousSecret, previousUntil }: SealedSecrets,
  now: Instant,
): Promise<string[]> => {
  const both = previousSecret !== null && previousUntil !== null && previousUntil > now
  return Promise.all((both ? [secret, previousSecret] : [secret]).map((sealed) => box.open(sealed)))
}

const answerOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replaceAll('\0', '').toWellFormed().slice(0, KEPT_ANSWER)

const errorOf = (status: number): string | null => {
  if (verdictOf(status) === 'taken') return null
  return status >= 300 && status < 400 ? `answered ${status}, and redirects are not followed` : `answered ${status}`
}

type Parcel = { id: string; url: string; message: Message; secrets: SealedSecrets }

/**
 * Signs a message and sends it once: what came of it, and from when on its receiver wants to be asked again. A receiver that
 * cannot be reached, or may not be, is an attempt that failed; a secret that cannot be read is thrown. Writes nothing.
 */
export const sendMessage = async (
  { clock, outbound, secretBox }: Services,
  { id, url, message, secrets }: Parcel,
): Promise<{ attempt: WebhookAttempt; askedFor: Instant | null }> => {
  const at = clock()
  const body = JSON.stringify(message)
  const signed = signedHeaders({ id, at, body }, await signing(secretBox, secrets, at))
  const headers = { 'content-type': 'application/json', ...signed }
  try {
    const sent = { body, headers, totalMs: PATIENCE_MS, maxBytes: READ_BYTES }
    const { status, bytes, headers: told } = await outbound.fetch.post(url, sent)
    const now = clock()
    const attempt = { at, status, durationMs: tookMs(at, now), error: errorOf(status), answer: answerOf(bytes) }
    return { attempt, askedFor: told['retry-after'] === undefined ? null : retryAfter(told['retry-after'], now) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const durationMs = tookMs(at, clock())
    return { attempt: { at, status: null, durationMs, error: error.message, answer: '' }, askedFor: null }
  }
}
