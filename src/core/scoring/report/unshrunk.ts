import { FEWEST_TO_SHRINK, type Place } from '../comparing/ranking.ts'

/** What of a place there is only where differences are shrunk. */
const fields = ['shrunk', 'rankInterval', 'topTen'] as const satisfies readonly (keyof Place)[]

/**
 * What of a place is null, and why: who is not ranked has none of it for that reason, and below 20 who can be compared nobody
 * has. `unshrunk({ …, shrunk: null, notRanked: null })[0]`
 * `= { field: 'shrunk', rule: 'differences are shrunk where 20 authors can be compared; below, they are ordered head to head' }`
 */
export const unshrunk = (
  place: Pick<Place, (typeof fields)[number]> & { notRanked: string | null },
): { field: string; rule: string }[] =>
  fields
    .filter((field) => place[field] === null)
    .map((field) => ({
      field,
      rule:
        place.notRanked ??
        `differences are shrunk where ${FEWEST_TO_SHRINK} authors can be compared; below, they are ordered head to head`,
    }))

/** The same, and the rule by which there is no verdict, where there is none. */
export const unplaced = (
  place: Parameters<typeof unshrunk>[0],
  noVerdict: string | null,
): ReturnType<typeof unshrunk> => [
  ...unshrunk(place),
  ...(noVerdict === null ? [] : [{ field: 'verdict', rule: noVerdict }]),
]
