import type { Dispute } from '../../core/dispute.ts'
import type { Instant } from '../../core/time.ts'
import { shownDispute } from '../../queries/shown-dispute.ts'
import type { Reader } from '../../storage/database.ts'
import { contactsOf } from '../../storage/dispute-records.ts'
import { listDisputes, type StoredDispute } from '../../storage/disputes.ts'

const LISTED = 50

export type RulingList = { received: Dispute[]; open: Dispute[]; more: boolean }

/** The disputes that wait, for a reviewer: to be confirmed, and to be ruled. */
export const readRulingList = async (reader: Reader, now: Instant): Promise<RulingList> => {
  const waiting = async (status: 'received' | 'open') => {
    const filter = { status, questionId: null, confirmedOnly: false }
    const { items, next } = await listDisputes(reader, filter, { limit: LISTED, cursor: null }, now)
    return { items: items.map((dispute) => shownDispute(dispute, true)), more: next !== null }
  }
  const [received, open] = [await waiting('received'), await waiting('open')]
  return { received: received.items, open: open.items, more: received.more || open.more }
}

export type Ruling = { dispute: StoredDispute; contacts: { replyId: string | null; contact: string }[] }

export const readRuling = async (reader: Reader, dispute: StoredDispute): Promise<Ruling> => ({
  dispute,
  contacts: (await contactsOf(reader, dispute.id)).map(({ replyId, contact }) => ({ replyId, contact })),
})
