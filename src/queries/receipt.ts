import type { Actor } from '../actions/context.ts'
import { allows } from '../core/key.ts'
import type { Receipt } from '../core/prediction.ts'
import type { Reader } from '../storage/database.ts'
import { positionOf } from '../storage/ledger.ts'
import { predictionFact } from '../storage/predictions.ts'

/**
 * The receipt of a prediction; null when there is none. Fields and salts, by which anyone can recompute the digest, are
 * for the key that recorded it: with the salt of a field, what stands there could be guessed after it was removed.
 */
export const receiptOf = async (reader: Reader, id: string, actor: Actor | null): Promise<Receipt | null> => {
  const found = await predictionFact(reader, id)
  if (!found) return null
  const { fields, salts, digest, recordedBy, recordedAt } = found
  const own = actor !== null && (actor.name === recordedBy || allows(actor.scopes, 'admin'))
  const fact = own ? { kind: 'prediction' as const, fields, salts } : null
  return { predictionId: id, digest, recordedAt, sealedPosition: await positionOf(reader, id), fact }
}
