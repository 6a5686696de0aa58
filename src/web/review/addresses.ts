/** The desk with a commentary on it, at one of its candidates; `last` is the one that was just decided. */
export const deskHref = (
  commentaryId: string,
  candidateId: string | null = null,
  last: string | null = null,
): string => {
  const query = new URLSearchParams()
  if (candidateId) query.set('candidate', candidateId)
  if (last) query.set('last', last)
  const asked = query.size === 0 ? '' : `?${query}`
  return `/review/commentaries/${commentaryId}${asked}`
}

type Deed = 'accept' | 'reject' | 'undo' | 'split' | 'second/accept' | 'second/reject'

/** Where the forms about a candidate are sent. */
export const deedHref = (candidateId: string, deed: Deed): string => `/review/candidates/${candidateId}/${deed}`
