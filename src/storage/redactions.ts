import { and, eq, inArray, not, sql } from 'drizzle-orm'
import type { Salts } from '../core/ledger/digest.ts'
import type { Redaction, RedactionSubject } from '../core/redaction.ts'
import type { Reader, Transaction } from './database.ts'
import { holdId } from './hold.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { commentaries, commentaryBytes, commentaryTexts } from './tables/commentary.ts'
import { disputeReplies, disputes } from './tables/disputes.ts'
import { ledgerLeaves as leaves } from './tables/ledger.ts'
import { redactions } from './tables/redactions.ts'

type Row = typeof redactions.$inferSelect

const toRedaction = ({ id, kind, factId, field, fieldDigest, reason, digest, recordedAt }: Row): Redaction => ({
  id,
  subject: { kind, id: factId },
  field,
  fieldDigest,
  reason,
  digest,
  recordedAt,
})

/** A text that can be taken out, held until the transaction ends: its value and salt, null where they are gone. */
export type Redactable = { value: string | null; salt: string | undefined }

/** Null where there is no such thing. */
export const lockRedactable = async (tx: Transaction, { kind, id }: RedactionSubject): Promise<Redactable | null> => {
  if (kind === 'commentary') {
    await holdId(tx, id)
    const [row] = await tx.select({ id: commentaries.id }).from(commentaries).where(eq(commentaries.id, id))
    return row ? { value: null, salt: undefined } : null
  }
  if (kind === 'dispute') {
    const columns = { value: disputes.grounds, salts: disputes.salts }
    const [row] = await tx.select(columns).from(disputes).where(eq(disputes.id, id)).for('update')
    return row ? { value: row.value, salt: row.salts['grounds'] } : null
  }
  const columns = { value: disputeReplies.text, salts: disputeReplies.salts }
  const [row] = await tx.select(columns).from(disputeReplies).where(eq(disputeReplies.id, id)).for('update')
  return row ? { value: row.value, salt: row.salts['text'] } : null
}

export const redactionOf = async (reader: Reader, factId: string): Promise<Redaction | null> => {
  const [row] = await reader.select().from(redactions).where(eq(redactions.factId, factId))
  return row ? toRedaction(row) : null
}

/** Whether a text of a dispute or of a reply to one was taken out after a position: that it was is sealed later, or not yet. */
export const disputeRedactedSince = async (reader: Reader, position: number): Promise<boolean> => {
  const before = sql`exists (select from ${leaves} where ${leaves.factId} = ${redactions.id} and ${leaves.position} <= ${position})`
  const taken = and(inArray(redactions.kind, ['dispute', 'dispute-reply']), not(before))
  const [row] = await reader.select({ id: redactions.id }).from(redactions).where(taken).limit(1)
  return row !== undefined
}

export const insertRedaction = async (tx: Transaction, row: Row & { salts: Salts }): Promise<Redaction> => {
  await tx.insert(redactions).values(row)
  return toRedaction(row)
}

/** Takes the text out, with its salt; of a commentary its bytes and its texts, and what is searched with them. */
export const removeText = async (tx: Transaction, { kind, id }: RedactionSubject): Promise<void> => {
  if (kind === 'commentary') {
    await tx.delete(commentaryBytes).where(eq(commentaryBytes.commentaryId, id))
    await tx.delete(commentaryTexts).where(eq(commentaryTexts.commentaryId, id))
  } else if (kind === 'dispute') {
    const salts = sql`${disputes.salts} - 'grounds'`
    await tx.update(disputes).set({ grounds: null, salts }).where(eq(disputes.id, id))
  } else {
    const salts = sql`${disputeReplies.salts} - 'text'`
    await tx.update(disputeReplies).set({ text: null, salts }).where(eq(disputeReplies.id, id))
  }
}

export const listRedactions = async (reader: Reader, page: PageRequest): Promise<Page<Redaction>> => {
  const rows = await reader
    .select()
    .from(redactions)
    .where(afterCursor(page, redactions.recordedAt, redactions.id))
    .orderBy(...newestFirst(redactions.recordedAt, redactions.id))
    .limit(page.limit + 1)
  return pageOf(rows.map(toRedaction), page)
}

export const redactionsByIds = async (reader: Reader, ids: readonly string[]): Promise<Redaction[]> =>
  ids.length === 0
    ? []
    : (
        await reader
          .select()
          .from(redactions)
          .where(inArray(redactions.id, [...ids]))
      ).map(toRedaction)
