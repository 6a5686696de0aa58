import type { Passage, PassageSentence } from './passage.ts'
import type { Ranked } from './rank.ts'

/** With this share of their keys in common, two sentences are one: a syndicated piece, a quotation from a wire. */
const ECHO = 0.8

const sharedPart = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((key) => b.has(key)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

/** The first `limit` passages, without those whose weightiest sentence a better one has said already. */
export const withoutEchoes = <P extends Passage>(ranked: readonly Ranked<P>[], limit: number): Ranked<P>[] => {
  const kept: { one: Ranked<P>; keys: ReadonlySet<string> }[] = []
  for (const one of ranked) {
    if (kept.length === limit) break
    const keys = keysOf(one.best)
    if (!kept.some((other) => sharedPart(other.keys, keys) >= ECHO)) kept.push({ one, keys })
  }
  return kept.map(({ one }) => one)
}

const keysOf = ({ keys }: PassageSentence): ReadonlySet<string> => new Set(keys)
