import type { WebhookFilter } from '../../core/webhooks/webhook.ts'
import type { Reader } from '../../storage/database.ts'
import type { Change } from './change.ts'
import { changesAfter, type From } from './changes.ts'

/**
 * What a webhook is to be sent of the facts after a position, at most `limit` of them, in order; and the position that was read
 * through. What is for reviewers alone is left out: what confirms it comes as a change of its own.
 */
export const changesFollowed = async (
  reader: Reader,
  filter: WebhookFilter,
  from: From,
): Promise<{ items: Change[]; through: number; more: boolean }> => {
  const { items, next, more } = await changesAfter(reader, from, filter)
  return { items: items.filter(({ withheld }) => withheld === null), through: next, more }
}
