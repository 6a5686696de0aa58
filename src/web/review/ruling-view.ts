import type { Dispute } from '../../core/dispute.ts'
import { type Asking, neededContacts } from '../../queries/dispute-contacts.ts'
import { shownDispute } from '../../queries/shown-dispute.ts'
import type { Reader } from '../../storage/database.ts'
import { disputesWaiting, type StoredDispute } from '../../storage/disputes.ts'
import type { Page } from '../../storage/keyset.ts'

const LISTED = 50

export type RulingList = { received: Page<Dispute>; open: Page<Dispute> }

/** The disputes that wait, for a reviewer: to be confirmed, and to be ruled; of each the one first that is to be ruled first. */
export const readRulingList = async (
  reader: Reader,
  cursors: { received: string | null; open: string | null },
): Promise<RulingList> => {
  const waiting = async (status: 'received' | 'open'): Promise<Page<Dispute>> => {
    const { items, next } = await disputesWaiting(reader, status, { limit: LISTED, cursor: cursors[status] })
    return { items: items.map((dispute) => shownDispute(dispute, true)), next }
  }
  return { received: await waiting('received'), open: await waiting('open') }
}

export type Ruling = { dispute: StoredDispute; contacts: { replyId: string | null; contact: string }[] }

/** A dispute as one who confirms or rules it sees it, with the contacts that they need. */
export const readRuling = async (reader: Reader, dispute: StoredDispute, asking: Asking): Promise<Ruling> => ({
  dispute,
  contacts: (await neededContacts(reader, dispute, asking)).map(({ replyId, contact }) => ({ replyId, contact })),
})
