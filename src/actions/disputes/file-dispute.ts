import { z } from 'zod'
import { Contact, DisputeSubject, DisputeText, disputeRoles, ruleBy } from '../../core/dispute.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { questionOfSubject } from '../../queries/dispute-subject.ts'
import { insertContact, lockUnconfirmed, waitingOn } from '../../storage/dispute-records.ts'
import { claimDispute, findDispute, type StoredDispute, subjectColumns } from '../../storage/disputes.ts'
import { action } from '../context.ts'
import { admitUnconfirmed, confirms, waitingSince } from './admit-unconfirmed.ts'
import { confirmDispute } from './confirm-dispute.ts'

export const FileDispute = z
  .object({
    subject: DisputeSubject,
    role: z.enum(disputeRoles).default('other'),
    grounds: DisputeText.meta({ description: 'what is wrong and how it can be seen; shown once it is confirmed' }),
    contact: Contact.optional().meta({ description: 'how to reach you; never shown, deleted on request' }),
  })
  .meta({ id: 'FileDispute' })
export type FileDispute = z.infer<typeof FileDispute>

/** A dispute that a second opinion opens is of that opinion alone: the same words on another one are another dispute. */
type Filing = FileDispute & { opinionId?: string }

/**
 * Records a dispute, once: the same again answers with what stands. It needs no key; without one that may review it waits
 * until a reviewer confirms that it comes from who it says. What is disputed stands, flagged, until it is ruled. Throws
 * `not-found`, `invalid-input`, `rate-limited`.
 */
export const fileDispute = action<Filing, { dispute: StoredDispute; created: boolean }>(async (scope, input) => {
  const { tx, now, newId, newSalt, actor } = scope
  const { subject, role, grounds, contact, opinionId } = input
  const questionId = await questionOfSubject(tx, subject, confirms(scope))
  if (!confirms(scope)) await lockUnconfirmed(tx)
  const row = {
    id: newId('dispute'),
    ...subjectColumns(subject),
    questionId,
    role,
    grounds,
    contentSha256: await sha256(canonical({ subject, role, grounds, ...(opinionId ? { opinionId } : {}) })),
    ruleBy: ruleBy(now),
    recordedBy: actor.name,
    recordedAt: now,
  }
  const id = await claimDispute(tx, await factOf('dispute', row, newSalt))
  const created = id === row.id
  if (created && contact) await insertContact(tx, { disputeId: id, replyId: null, contact, recordedAt: now })
  if (created && confirms(scope)) await confirmDispute(scope, { disputeId: id, how: 'filed by a reviewer' })
  else if (created) await admitUnconfirmed(scope, await waitingOn(tx, subject, waitingSince(scope)))
  const dispute = await findDispute(tx, id)
  if (!dispute) throw new Error(`dispute ${id} vanished`)
  return { dispute, created }
})
