import type { Author } from '../core/author.ts'
import { type BaselineKind, baselineKinds } from '../core/baseline.ts'
import { missing, Problem } from '../core/problem.ts'
import { authorsNamed } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'

/** Whom or what an author is set beside. */
export type Opponent =
  | { kind: 'author'; author: Author }
  | { kind: 'crowd' }
  | { kind: 'baseline'; baseline: BaselineKind }

export const CROWD = 'crowd'
const BASELINE = 'baseline:'

/** As an address names it. */
export const nameOf = (opponent: Opponent): string => {
  if (opponent.kind === 'crowd') return CROWD
  return opponent.kind === 'author' ? opponent.author.slug : `${BASELINE}${opponent.baseline}`
}

/** Everything there is to be compared with but other authors. */
export const standardOpponents: readonly Opponent[] = [
  { kind: 'crowd' },
  ...baselineKinds.map((baseline) => ({ kind: 'baseline' as const, baseline })),
]

const refused = (detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field: 'with', detail }])

const baselineNamed = (name: string): Opponent => {
  const baseline = baselineKinds.find((kind) => `${BASELINE}${kind}` === name)
  if (baseline) return { kind: 'baseline', baseline }
  throw refused(
    `${name} is no kind of baseline`,
    `give one of ${baselineKinds.map((kind) => `${BASELINE}${kind}`).join(', ')}`,
  )
}

/** Those named: an author by id or slug, `crowd`, or `baseline:<kind>`; all but authors where nothing is named. */
export const opponentsNamed = async (
  reader: Reader,
  author: Author,
  names: readonly string[],
): Promise<readonly Opponent[]> => {
  if (names.length === 0) return standardOpponents
  const people = await authorsNamed(
    reader,
    names.filter((name) => name !== CROWD && !name.startsWith(BASELINE)),
  )
  return names.map((name): Opponent => {
    if (name === CROWD) return { kind: 'crowd' }
    if (name.startsWith(BASELINE)) return baselineNamed(name)
    const other = people.find(({ id, slug }) => id === name || slug === name)
    if (!other) throw missing('author', name, 'with')
    if (other.id === author.id) throw refused(`${name} is the author`, 'give another author, crowd or baseline:<kind>')
    return { kind: 'author', author: other }
  })
}
