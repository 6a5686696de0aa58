import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { Instant } from '../../core/time.ts'
import { Change, ChangeKind } from './change.ts'

const webhookId = idOf('webhook')

/** What a webhook is sent of a fact: the change as `/v1/changes` gives it, in its place among all that this webhook is sent. */
export const FactMessage = z
  .object({
    type: ChangeKind,
    timestamp: Instant.meta({ description: 'when the fact was sealed' }),
    webhookId,
    sequence: z.int().min(1).meta({ description: '1, 2, 3, … of this webhook, without gaps' }),
    data: Change,
  })
  .meta({ id: 'WebhookMessage' })

/** What a webhook is sent to try it. */
export const TestMessage = z
  .object({
    type: z.literal('test'),
    timestamp: Instant,
    webhookId,
    sequence: z.null().meta({ description: 'it has no place among the others' }),
    data: z.object({ text: z.string() }),
  })
  .meta({ id: 'WebhookTestMessage' })

export type Message = z.infer<typeof FactMessage> | z.infer<typeof TestMessage>
