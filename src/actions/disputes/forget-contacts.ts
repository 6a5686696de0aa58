import { deleteContacts } from '../../storage/dispute-records.ts'
import { action } from '../context.ts'
import { mustLockDispute } from './confirm-dispute.ts'

/** Deletes how to reach who wrote on a dispute; the dispute itself stays. Throws `not-found`. */
export const forgetContacts = action<{ disputeId: string }, void>(async (scope, { disputeId }) => {
  await mustLockDispute(scope, disputeId)
  await deleteContacts(scope.tx, disputeId)
})
