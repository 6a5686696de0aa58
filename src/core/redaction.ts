import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/** Whose text can be taken out: a commentary's full text, the grounds of a dispute, a reply to one. */
export const redactedKinds = ['commentary', 'dispute', 'dispute-reply'] as const

export const RedactionSubject = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('commentary'), id: idOf('commentary') }),
    z.object({ kind: z.literal('dispute'), id: idOf('dispute') }),
    z.object({ kind: z.literal('dispute-reply'), id: idOf('reply') }),
  ])
  .meta({ id: 'RedactionSubject' })
export type RedactionSubject = z.infer<typeof RedactionSubject>

/** That a text was taken out, and why. What it was is gone; its digest stays, so that the fact it stood in still verifies. */
export const Redaction = z
  .object({
    id: idOf('redaction'),
    subject: RedactionSubject,
    field: z.enum(['text', 'grounds']).meta({ description: 'what was taken out of it' }),
    fieldDigest: z
      .string()
      .nullable()
      .meta({ description: 'SHA-256 of salt and value; null for a commentary, whose text stood in no fact' }),
    reason: z.string(),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Redaction' })
export type Redaction = z.infer<typeof Redaction>
