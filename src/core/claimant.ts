import { identityOfName, identityOfVoice } from './author.ts'
import type { Candidate, Commentary } from './commentary.ts'

/**
 * Whose prediction a candidate is: an author who stands already, a name, or the unattributed voice of its publisher or
 * piece. `identity` finds whichever of the last two stands.
 */
export type Claimant =
  | { by: 'byline'; authorId: string }
  | { by: 'name'; name: string; kind: 'person' | 'organisation'; identity: string }
  | { by: 'voice'; identity: string }

const named = (name: string, kind: 'person' | 'organisation'): Claimant => ({
  by: 'name',
  name,
  kind,
  identity: identityOfName(name),
})

/** Null for a forecast of a group or an unnamed source, which is nobody's who could be scored. */
export const claimantOf = (
  { attribution, claimant }: Pick<Candidate, 'attribution' | 'claimant'>,
  commentary: Commentary,
): Claimant | null => {
  if (attribution === 'reported') return null
  if (attribution === 'quoted') return claimant === null ? null : named(claimant, 'person')
  const [only, ...others] = commentary.bylines
  if (!only) return { by: 'voice', identity: identityOfVoice(commentary.sourceId ?? commentary.id) }
  if (others.length === 0) return { by: 'byline', authorId: only.id }
  // What several people sign, they say together: none of them is credited alone.
  const names = commentary.bylines
    .map(({ name }) => name)
    .sort()
    .join(', ')
  return named(names.slice(0, 300), 'organisation')
}
