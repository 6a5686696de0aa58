import { z } from 'zod'
import { DAY } from '../fetching/pace.ts'
import { idOf } from '../id.ts'
import { sealedKinds } from '../ledger/fact-kinds.ts'
import { Instant } from '../time.ts'
import { TopicSlug } from '../topic.ts'

/** `paused`: nothing is sent and nothing is lost. `ended`: for good. */
export const webhookStatuses = ['active', 'paused', 'ended'] as const
/** `owner`: by whoever may change it. `failing`: nothing got through for days. `key-ended`: its key is good no more. `gone`: 410. */
export const statusReasons = ['owner', 'failing', 'key-ended', 'gone'] as const

/** So many webhooks that have not ended may one key have. */
export const WEBHOOKS_A_KEY = 20
/** A webhook through which nothing got for so long, while it was tried, is paused. */
export const FAILING_MS = 5 * DAY
/** How long the secret before a rotation signs too, at most. */
export const LONGEST_SIGNING_OVERLAP_HOURS = 168

/** What is sent: facts for which all that is given holds. */
export const WebhookFilter = z.object({
  kinds: z.array(z.enum(sealedKinds)).meta({ description: 'the kinds of fact; none: all' }),
  authorId: idOf('author').nullable().meta({
    description:
      'about the author whom this record counts for when the fact is read, or a question they have spoken on; the record that was asked for, merged or not',
  }),
  questionId: idOf('question').nullable(),
  topic: TopicSlug.nullable().meta({ description: 'about a question that has this topic when the fact is read' }),
  collectionId: idOf('collection').nullable().meta({ description: 'about a question or commentary of it' }),
})
export type WebhookFilter = z.infer<typeof WebhookFilter>

/** An address that facts are sent to as they are sealed. */
export const Webhook = z
  .object({
    id: idOf('webhook'),
    name: z.string(),
    url: z.string(),
    ...WebhookFilter.shape,
    owner: z.string().meta({ description: 'the id of the key that made it' }),
    status: z.enum(webhookStatuses),
    statusReason: z.enum(statusReasons).nullable().meta({ description: 'why it is not active' }),
    previousUntil: Instant.nullable().meta({ description: 'until when the secret before the last rotation signs too' }),
    position: z.int().min(0).meta({ description: 'the ledger is read for it through here' }),
    sequence: z.int().min(0).meta({ description: 'the sequence of its last delivery; 0: none yet' }),
    counts: z
      .object({
        pending: z.int().min(0).meta({ description: 'deliveries that wait, for the first time or again' }),
        delivered: z.int().min(0).meta({ description: 'taken with 2xx, replays counted again' }),
        dead: z.int().min(0).meta({ description: 'given up, replays counted again' }),
        attempts: z.int().min(0),
      })
      .meta({ id: 'WebhookCounts', description: 'of all time: they stay when the log is pruned' }),
    failures: z.int().min(0).meta({ description: 'attempts in a row that failed' }),
    failingSince: Instant.nullable().meta({ description: 'since when none got through' }),
    heldUntil: Instant.nullable().meta({
      description: 'nothing is sent before: its host asked for that, or keeps failing',
    }),
    lastError: z.string().nullable(),
    lastDeliveredAt: Instant.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.infer<typeof Webhook>
