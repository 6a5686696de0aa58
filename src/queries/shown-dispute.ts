import type { Dispute } from '../core/dispute.ts'
import type { StoredDispute } from '../storage/disputes.ts'

/**
 * A dispute as it is shown. What nobody has confirmed to come from who it says is for reviewers alone: else anybody could
 * write on somebody's page.
 */
export const shownDispute = ({ confirmed, ...dispute }: StoredDispute, toReviewer: boolean): Dispute => ({
  ...dispute,
  grounds: confirmed || toReviewer ? dispute.grounds : null,
  ruling: confirmed || toReviewer ? dispute.ruling : null,
  replies: dispute.replies.filter((reply) => (confirmed && reply.confirmed) || toReviewer),
})
