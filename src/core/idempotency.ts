/** Hours that the first answer to an Idempotency-Key is kept. */
export const KEPT_HOURS = 24
/** Minutes after which a request without an answer is taken for lost. */
export const RUNNING_MINUTES = 5

/** The answer of a request, as it was given first. */
export type FirstAnswer = { status: number; headers: Record<string, string>; body: string }

/** Who asks, under which key, for what. `fingerprint`: SHA-256 of method, address, condition and body. */
export type Ask = { actor: string; key: string; fingerprint: string }
