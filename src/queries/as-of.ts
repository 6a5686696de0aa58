import type { AsOf } from '../core/ledger/position.ts'
import { Problem } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { lastLeaf, wholeLeaf } from '../storage/ledger.ts'

const notSealed = (field: string, detail: string, remedy: string): Problem =>
  new Problem('not-sealed', detail, remedy, [{ field, detail }])

/** What is read as of: a whole position (0 before the first), and the instant at which months are over or not. */
export type Moment = { position: number; now: Instant }

/** The moment of all that is sealed, whichever clock it was sealed by; its instant is now. */
export const momentNow = async (reader: Reader, now: Instant): Promise<Moment> => ({
  position: (await wholeLeaf(reader, { position: Number.MAX_SAFE_INTEGER }))?.position ?? 0,
  now,
})

/**
 * The moment that `as_of`, or another field, names. A position inside a transaction means the one before it; its instant is that of its sealing, so
 * that the answer never changes. Throws `not-sealed` for a position that is not there yet or an instant to come.
 */
export const momentAsOf = async (reader: Reader, asOf: AsOf, now: Instant, field = 'as_of'): Promise<Moment> => {
  if (typeof asOf === 'string') {
    if (asOf > now) throw notSealed(field, `${asOf} is yet to come`, `give an instant up to ${now}, or a position`)
    return { position: (await wholeLeaf(reader, { instant: asOf }))?.position ?? 0, now: asOf }
  }
  const last = (await lastLeaf(reader))?.position ?? 0
  if (asOf > last) {
    throw notSealed(
      field,
      `the ledger is sealed up to position ${last}`,
      `give a position up to ${last}, or wait a minute`,
    )
  }
  const whole = await wholeLeaf(reader, { position: asOf })
  return whole ? { position: whole.position, now: whole.sealedAt } : { position: 0, now }
}
