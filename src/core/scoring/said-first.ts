/**
 * What was said first of each family, all at one moment, and what was said of it `later`. An e-value weighs all that it takes of a
 * family alike, so its weights must be fixed before anything of the family is known. To drop what was said after something of it was
 * settled is not enough: who goes on only where nothing has come yet changes the weights by just that, and is convicted though
 * perfectly calibrated. `said` on any clock that runs forward.
 *
 * Example: a said at 1, a at 1, a at 3, b at 2 → first a, a, b; later the a of 3.
 */
export const saidFirst = <Item extends { family: string; said: number }>(
  items: readonly Item[],
): { first: Item[]; later: Item[] } => {
  const moments = new Map<string, number>()
  for (const { family, said } of items) moments.set(family, Math.min(said, moments.get(family) ?? said))
  const isFirst = ({ family, said }: Item): boolean => moments.get(family) === said
  return { first: items.filter(isFirst), later: items.filter((item) => !isFirst(item)) }
}
