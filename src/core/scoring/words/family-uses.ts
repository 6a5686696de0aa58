import { type Effective, effectiveOf, type FamilyShare } from '../intervals/family-proportion.ts'
import { asserted, type WordCount } from './word-counts.ts'

/**
 * What the uses of each phrase count for, where those of a family may stand or fall together (see `effectiveOf`): one entry of
 * `families` holds the words of one family. Phrase by phrase, of the event as asserted.
 *
 * `effectiveUses([[{ phrase: 'likely', polarity: '+', n: 2, hits: 2 }], [{ phrase: 'likely', polarity: '+', n: 2, hits: 0 }]])`
 * `.get('likely') = { n: 2, hits: 1 }`: four uses, two in either family, count for two.
 */
export const effectiveUses = (families: readonly (readonly WordCount[])[]): ReadonlyMap<string, Effective> => {
  const shares = new Map<string, FamilyShare[]>()
  for (const { phrase, n, hits } of families.flatMap((words) => asserted(words)))
    shares.set(phrase, [...(shares.get(phrase) ?? []), { n, hits }])
  return new Map([...shares].map(([phrase, of]) => [phrase, effectiveOf(of)]))
}
