import type { Actor } from '../actions/context.ts'
import { allows } from '../core/key.ts'
import { personIdOf } from '../core/person.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { type Contact, contactsOf, handOn } from '../storage/dispute-records.ts'
import type { StoredDispute } from '../storage/disputes.ts'
import { anotherKey, handOf } from '../storage/keys.ts'
import { anotherPerson } from '../storage/people.ts'

/** Whether somebody has yet to find out that what a contact was left with comes from who it says. */
const isUnconfirmed = ({ status, replies }: StoredDispute, { replyId }: Contact): boolean =>
  replyId === null ? status === 'received' : replies.some(({ id, confirmed }) => id === replyId && !confirmed)

const ADMIN = ['admin'] as const

/** Who asks, and at which instant. */
export type Asking = { actor: Actor; now: Instant }

/**
 * Whether contacts on a dispute are kept from who asks: by this key or another of theirs they decided what is disputed. Of an
 * administrator they are kept only where there is another hand that administers: else nobody could see them.
 */
export const areKeptFrom = async (
  reader: Reader,
  { subject }: StoredDispute,
  { actor, now }: Asking,
): Promise<boolean> => {
  const decider = await handOn(reader, subject)
  if (decider === null) return false
  const hand = await handOf(reader, actor.name)
  if ((await handOf(reader, decider)) !== hand) return false
  if (!allows(actor.scopes, 'admin')) return true
  const personId = personIdOf(hand)
  return (
    (await anotherPerson(reader, personId === null ? [] : [personId], ADMIN)) ||
    (await anotherKey(reader, [hand], { scopes: ADMIN, now }))
  )
}

/**
 * The contacts on a dispute that one who reviews needs: of what is still to be confirmed, which is what they are for. Whoever decided
 * what is disputed does not learn who complains of it. An admin sees all that are kept.
 */
export const neededContacts = async (reader: Reader, dispute: StoredDispute, asking: Asking): Promise<Contact[]> => {
  const kept = await contactsOf(reader, dispute.id)
  if (kept.length === 0 || (await areKeptFrom(reader, dispute, asking))) return []
  if (allows(asking.actor.scopes, 'admin')) return kept
  return dispute.status === 'dismissed' ? [] : kept.filter((contact) => isUnconfirmed(dispute, contact))
}
