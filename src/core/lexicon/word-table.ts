/**
 * A table that is asked for any word of a text. It has its own entries and nothing else: `table['constructor']` of a plain
 * object is a function.
 */
export const wordTable = <V>(entries: Readonly<Record<string, V>>): Readonly<Record<string, V>> =>
  Object.assign(Object.create(null), entries)
