/** Asked so often on a connection, a statement is asked again. */
const OFTEN = 2
/** Each costs Postgres memory on each connection. */
const MOST_KEPT = 300
/** Texts are counted only so far: a list of ids of another length is another text. */
const MOST_COUNTED = 2_000

export type KeptStatements = {
  /** Whether Postgres shall keep a statement with its plan, now that it is asked once more. */
  isKept: (statement: string, params: readonly unknown[]) => boolean
}

/**
 * What one connection has Postgres keep: planning a statement of many tables takes longer than running it. Those without parameters are
 * several in one message, or asked once.
 */
export const keptStatements = (): KeptStatements => {
  const kept = new Set<string>()
  const counts = new Map<string, number>()
  return {
    isKept: (statement, params) => {
      if (params.length === 0) return false
      if (kept.has(statement)) return true
      if (kept.size === MOST_KEPT) return false
      const count = (counts.get(statement) ?? 0) + 1
      if (count < OFTEN) {
        if (counts.size >= MOST_COUNTED) counts.clear()
        counts.set(statement, count)
        return false
      }
      counts.delete(statement)
      kept.add(statement)
      return true
    },
  }
}
