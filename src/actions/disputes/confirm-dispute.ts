import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { missing, Problem } from '../../core/problem.ts'
import { insertConfirmation } from '../../storage/dispute-records.ts'
import { findDispute, lockDispute, type StoredDispute } from '../../storage/disputes.ts'
import { action, type Transacting } from '../context.ts'

export const ConfirmDispute = z
  .object({
    replyId: idOf('reply').optional().meta({ description: 'left out: the dispute itself' }),
    how: z.string().trim().min(1, 'say how it was checked').max(2000).meta({ description: 'never shown' }),
  })
  .meta({ id: 'ConfirmDispute' })
export type ConfirmDispute = z.infer<typeof ConfirmDispute>

/** Reads and holds a dispute. Throws `not-found`. */
export const mustLockDispute = async ({ tx }: Transacting, id: string): Promise<StoredDispute> => {
  const dispute = await lockDispute(tx, id)
  if (!dispute) throw missing('dispute', id)
  return dispute
}

/**
 * Records that a dispute, or a reply to one, comes from who it says; it is shown from then on. Throws `not-found`,
 * `already-exists` when it is confirmed, `illegal-step` when the dispute was dismissed.
 */
export const confirmDispute = action<ConfirmDispute & { disputeId: string }, StoredDispute>(
  async (scope, { disputeId, replyId, how }) => {
    const { tx, now, newId, newSalt, actor } = scope
    const dispute = await mustLockDispute(scope, disputeId)
    if (replyId !== undefined && !dispute.replies.some(({ id }) => id === replyId)) {
      const detail = `dispute ${disputeId} has no reply ${replyId}`
      throw new Problem('not-found', detail, 'read the dispute for its replies', [{ field: 'replyId', detail }])
    }
    if (dispute.status === 'dismissed') {
      throw new Problem('illegal-step', 'this dispute was dismissed', 'file it anew if that was a mistake')
    }
    const row = {
      id: newId('confirmation'),
      disputeId,
      replyId: replyId ?? null,
      how,
      confirmedBy: actor.name,
      recordedAt: now,
    }
    await insertConfirmation(tx, await factOf('dispute-confirmation', row, newSalt))
    return (await findDispute(tx, disputeId)) ?? dispute
  },
)
