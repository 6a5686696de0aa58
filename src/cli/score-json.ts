import type { ComputedReport, ComputedScores } from '../queries/calculator/scores.ts'

/** A value with every null replaced by `{ value: null, reason }`; the reason depends on where it stands. */
const withReasons = (value: unknown, reasonAt: (path: string) => string, path: readonly string[] = []): unknown => {
  if (value === null) return { value: null, reason: reasonAt(path.join('.')) }
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((part, at) => withReasons(part, reasonAt, [...path, String(at)]))
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withReasons(part, reasonAt, [...path, name])]),
  )
}

const authorJson = ({ missing, ...author }: ComputedReport): unknown => {
  const reasons = new Map(missing.map(({ field, reason }) => [field, reason]))
  return withReasons(author, (path) => reasons.get(path) ?? 'it cannot be told from these forecasts')
}

/** ComputedScores as JSON in which no figure is a bare null: what cannot be computed says why. */
export const scoresJson = ({ authors, board, seed, ...rest }: ComputedScores): string => {
  const told = {
    ...rest,
    seed: withReasons(seed, () => 'the counts of each author are the seed'),
    authors: authors.map(authorJson),
    board: withReasons(board, (path) =>
      path === '' ? 'one author has nobody to be compared with' : 'an interval needs two families',
    ),
  }
  return JSON.stringify(told, null, 2)
}
