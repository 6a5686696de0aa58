import type { FallbackReason } from '../../core/extraction-run.ts'

/** Said of each reason. Nothing that a service says of itself is passed on: it may hold keys or the text. */
const details: Readonly<Record<FallbackReason, string>> = {
  misconfigured: 'the model is not configured as it should be',
  unauthorised: 'the model service refused the key',
  'rate-limited': 'the model service takes no more requests for now',
  rejected: 'the model service refused the request',
  unavailable: 'the model service could not be reached or broke down',
  timeout: 'the model did not answer in time',
  truncated: 'an answer was cut off, however small the part that was asked about',
  malformed: 'an answer was not of the required form, twice',
}

/** Why a model gave no answer that could be used. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly reason: FallbackReason

  constructor(reason: FallbackReason, status: number | null = null) {
    super(`${details[reason]}${status === null ? '' : ` (HTTP ${status})`}`)
    this.reason = reason
  }
}

/** The failure behind an HTTP status. */
export const failureOf = (status: number): ModelFailure => {
  if (status === 401 || status === 403) return new ModelFailure('unauthorised', status)
  if (status === 429) return new ModelFailure('rate-limited', status)
  if (status === 408 || status >= 500) return new ModelFailure('unavailable', status)
  return status >= 300 ? new ModelFailure('rejected', status) : new ModelFailure('malformed', status)
}
