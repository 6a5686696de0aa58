import { alias } from 'drizzle-orm/pg-core'
import type { ItemKind } from '../core/scored-item.ts'
import { firstItems, scoredItems } from './tables/scores.ts'

export const postingTables = { scored: scoredItems, first: firstItems } as const satisfies Record<ItemKind, unknown>

export type PostingRow = typeof scoredItems.$inferSelect

/** The postings of one kind and what reverses them, under names of their own. */
export const postingsNamed = (name: string, kind: ItemKind) => ({
  item: alias(postingTables[kind], name),
  reversal: alias(postingTables[kind], `${name}_reversal`),
})
