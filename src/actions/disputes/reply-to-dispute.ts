import { z } from 'zod'
import { Contact, DisputeText } from '../../core/dispute.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { claimReply, insertContact, lockUnconfirmed, waitingReplies } from '../../storage/dispute-records.ts'
import { findDispute, type StoredDispute } from '../../storage/disputes.ts'
import { action } from '../context.ts'
import { admitUnconfirmed, confirms, waitingSince } from './admit-unconfirmed.ts'
import { confirmDispute, mustLockDispute } from './confirm-dispute.ts'

export const ReplyToDispute = z
  .object({
    text: DisputeText.meta({ description: 'shown beside the verdict once it is confirmed' }),
    contact: Contact.optional().meta({ description: 'how to reach you; never shown, deleted on request' }),
  })
  .meta({ id: 'ReplyToDispute' })
export type ReplyToDispute = z.infer<typeof ReplyToDispute>

export type Replied = { dispute: StoredDispute; replyId: string; created: boolean }

/**
 * Records the judged author's reply to a dispute, before or after it is ruled, once. It needs no key; without one that may
 * review it waits until a reviewer confirms that it is theirs. Throws `not-found`, `rate-limited`.
 */
export const replyToDispute = action<ReplyToDispute & { disputeId: string }, Replied>(
  async (scope, { disputeId, text, contact }) => {
    const { tx, now, newId, newSalt, actor } = scope
    // In the order of filing a dispute: first what comes without a key, then the dispute.
    if (!confirms(scope)) await lockUnconfirmed(tx)
    const held = await mustLockDispute(scope, disputeId)
    const row = {
      id: newId('reply'),
      disputeId,
      text,
      contentSha256: await sha256(text),
      recordedBy: actor.name,
      recordedAt: now,
    }
    const replyId = await claimReply(tx, await factOf('dispute-reply', row, newSalt))
    const created = replyId === row.id
    if (created && contact) await insertContact(tx, { disputeId, replyId, contact, recordedAt: now })
    if (created && confirms(scope)) await confirmDispute(scope, { disputeId, replyId, how: 'filed by a reviewer' })
    else if (created) await admitUnconfirmed(scope, await waitingReplies(tx, disputeId, waitingSince(scope)))
    return { dispute: (await findDispute(tx, disputeId)) ?? held, replyId, created }
  },
)
