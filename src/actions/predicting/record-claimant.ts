import { claimantOf } from '../../core/claimant.ts'
import type { Candidate, Commentary } from '../../core/commentary.ts'
import { Problem } from '../../core/problem.ts'
import type { Transacting } from '../context.ts'
import { recordAuthor, recordUnattributedVoice } from './record-author.ts'

const refuse = (detail: string): Problem => new Problem('not-scoreable', detail, 'reject it, with that as the reason')

/** The id of the author whose prediction a candidate is, recorded now where it is the first. Throws `not-scoreable`. */
export const recordClaimant = async (
  scope: Transacting,
  candidate: Pick<Candidate, 'attribution' | 'claimant'>,
  commentary: Commentary,
): Promise<string> => {
  const claimant = claimantOf(candidate, commentary)
  if (claimant === null && candidate.attribution === 'reported') {
    throw refuse('this forecast belongs to a group or an unnamed source')
  }
  if (claimant === null) throw refuse('the text does not name who said this')
  if (claimant.by === 'byline') return claimant.authorId
  if (claimant.by === 'name') {
    return (await recordAuthor(scope, { name: claimant.name, kind: claimant.kind })).author.id
  }
  const { id: commentaryId, title, sourceId, publisher, publishedOn } = commentary
  const voice = {
    publisher: sourceId && publisher ? { id: sourceId, name: publisher } : null,
    commentaryId,
    title,
    publishedOn,
  }
  return (await recordUnattributedVoice(scope, voice)).author.id
}
