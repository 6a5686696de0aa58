/**
 * What evidence may rest on after an outcome was overturned at `since`: items of families of which nothing had been settled before.
 * Evidence that grew on a wrong outcome is no evidence, and cannot be mended afterwards without choosing when to look; so it
 * starts again, at 1, with families whose fate was open then. A family of which something was known is out altogether: what
 * is still to come of it was no longer unknown. `settled` is when each was settled as it stands, on any clock that runs forward, null for what is open;
 * an outcome settled at that very instant, such as the corrected one itself, counts. Null `since`: nothing was overturned, all count.
 *
 * Example: since 5, settled a at 3, a at 7, b at 6, c open → b and c.
 */
export const settledSince = <Item extends { family: string; settled: number | null }>(
  items: readonly Item[],
  since: number | null,
): Item[] => {
  if (since === null) return [...items]
  const known = new Set(items.flatMap(({ family, settled }) => (settled !== null && settled < since ? [family] : [])))
  return items.filter(({ family }) => !known.has(family))
}
