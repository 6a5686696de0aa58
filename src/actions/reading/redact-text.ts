import { z } from 'zod'
import { fieldDigest } from '../../core/ledger/digest.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { Problem } from '../../core/problem.ts'
import { type Redaction, RedactionSubject } from '../../core/redaction.ts'
import { dropFailedBodies } from '../../storage/deferred-requests.ts'
import { dropAnswers } from '../../storage/idempotency.ts'
import { insertRedaction, lockRedactable, redactionOf, removeText } from '../../storage/redactions.ts'
import { action } from '../context.ts'

export const RedactText = z
  .object({ subject: RedactionSubject, reason: z.string().trim().min(1, 'say why').max(2000) })
  .meta({ id: 'RedactText' })
export type RedactText = z.infer<typeof RedactText>

/**
 * Takes a text out for good, once, and appends that it was and why. The fact it stood in keeps its digest, and the digest of
 * the field is kept with the redaction. First answers that are kept for who asks again go too,
 * and what failed requests said that may be tried again.
 * Quotes that were taken from a commentary stay: they are facts of their own. Throws `not-found`.
 */
export const redactText = action<RedactText, { redaction: Redaction; created: boolean }>(
  async ({ tx, now, newId, newSalt, actor }, { subject, reason }) => {
    const { kind, id: factId } = subject
    const held = await lockRedactable(tx, subject)
    if (!held) {
      const detail = `there is no ${kind} ${factId}`
      throw new Problem('not-found', detail, 'check the id', [{ field: 'subject.id', detail }])
    }
    const standing = await redactionOf(tx, factId)
    if (standing) return { redaction: standing, created: false }
    const row = {
      id: newId('redaction'),
      kind,
      factId,
      field: kind === 'dispute' ? ('grounds' as const) : ('text' as const),
      fieldDigest: kind === 'commentary' ? null : await fieldDigest(held.value, held.salt),
      reason,
      redactedBy: actor.name,
      recordedAt: now,
    }
    const redaction = await insertRedaction(tx, await factOf('redaction', row, newSalt))
    await removeText(tx, subject)
    await dropAnswers(tx)
    await dropFailedBodies(tx)
    return { redaction, created: true }
  },
)
