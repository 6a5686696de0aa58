import type { Author } from '../../core/author.ts'
import { type BaselineKind, baselineKinds } from '../../core/baseline.ts'
import { Problem } from '../../core/problem.ts'
import { authorsNamed } from '../../storage/authors.ts'
import type { Reader } from '../../storage/database.ts'

/** Whom or what an author is set beside. */
export type Opponent =
  | { kind: 'author'; author: Author }
  | { kind: 'others' }
  | { kind: 'baseline'; baseline: BaselineKind }

export const OTHERS = 'others'
const BASELINE = 'baseline:'

/** As an address names it. */
export const nameOf = (opponent: Opponent): string => {
  if (opponent.kind === 'others') return OTHERS
  return opponent.kind === 'author' ? opponent.author.slug : `${BASELINE}${opponent.baseline}`
}

/** Everything there is to be compared with but other authors. */
export const standardOpponents: readonly Opponent[] = [
  { kind: 'others' },
  ...baselineKinds.map((baseline) => ({ kind: 'baseline' as const, baseline })),
]

const refused = (detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field: 'with', detail }])

/** All that can be named, as a remedy tells it. */
const CHOICES = `give ${OTHERS}, ${baselineKinds.map((kind) => `${BASELINE}${kind}`).join(', ')}, or an author by id or slug`

const baselineNamed = (name: string): Opponent => {
  const baseline = baselineKinds.find((kind) => `${BASELINE}${kind}` === name)
  if (baseline) return { kind: 'baseline', baseline }
  throw refused(`${name} is no kind of baseline`, CHOICES)
}

const noAuthor = (name: string): Problem => {
  const detail = `there is no author ${name}`
  return new Problem('not-found', detail, CHOICES, [{ field: 'with', detail }])
}

/** Those named: an author by id or slug, `others` (all who spoke on the same questions), or `baseline:<kind>`; all but authors where nothing is named. */
export const opponentsNamed = async (
  reader: Reader,
  author: Author,
  names: readonly string[],
): Promise<readonly Opponent[]> => {
  if (names.length === 0) return standardOpponents
  const people = await authorsNamed(
    reader,
    names.filter((name) => name !== OTHERS && !name.startsWith(BASELINE)),
  )
  return names.map((name): Opponent => {
    if (name === OTHERS) return { kind: 'others' }
    if (name.startsWith(BASELINE)) return baselineNamed(name)
    const other = people.get(name)
    if (!other) throw noAuthor(name)
    if (other.id === author.id) throw refused(`${name} is the author`, CHOICES)
    return { kind: 'author', author: other }
  })
}
