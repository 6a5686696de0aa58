import type { Actor } from '../actions/context.ts'
import { allows } from '../core/key.ts'
import type { Reader } from '../storage/database.ts'
import { type Contact, contactsOf, handOn } from '../storage/dispute-records.ts'
import type { StoredDispute } from '../storage/disputes.ts'
import { handOf } from '../storage/keys.ts'

/** Whether somebody has yet to find out that what a contact was left with comes from who it says. */
const isUnconfirmed = ({ status, replies }: StoredDispute, { replyId }: Contact): boolean =>
  replyId === null ? status === 'received' : replies.some(({ id, confirmed }) => id === replyId && !confirmed)

/** Whether who asks, by this key or another of theirs, decided what is disputed. */
const isDecider = async (reader: Reader, { subject }: StoredDispute, { name }: Actor): Promise<boolean> => {
  const decider = await handOn(reader, subject)
  return decider !== null && (await handOf(reader, decider)) === (await handOf(reader, name))
}

/**
 * The contacts on a dispute that one who reviews needs: of what is still to be confirmed, which is what they are for. Whoever decided
 * what is disputed does not learn who complains of it. An admin sees all that are kept.
 */
export const neededContacts = async (reader: Reader, dispute: StoredDispute, actor: Actor): Promise<Contact[]> => {
  const kept = await contactsOf(reader, dispute.id)
  if (allows(actor.scopes, 'admin')) return kept
  const needed = dispute.status === 'dismissed' ? [] : kept.filter((contact) => isUnconfirmed(dispute, contact))
  return needed.length === 0 || (await isDecider(reader, dispute, actor)) ? [] : needed
}
