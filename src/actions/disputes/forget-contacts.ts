import { Problem } from '../../core/problem.ts'
import { areKeptFrom } from '../../queries/dispute-contacts.ts'
import { deleteContacts } from '../../storage/dispute-records.ts'
import { action } from '../context.ts'
import { mustLockDispute } from './confirm-dispute.ts'

/**
 * Deletes how to reach who wrote on a dispute; the dispute itself stays. Throws `not-found`, and `forbidden` to the hand that decided
 * what is disputed.
 */
export const forgetContacts = action<{ disputeId: string }, void>(async (scope, { disputeId }) => {
  const dispute = await mustLockDispute(scope, disputeId)
  if (await areKeptFrom(scope.tx, dispute, scope))
    throw new Problem(
      'forbidden',
      'what is disputed was decided by the same hand',
      'let somebody else delete the contacts who may',
    )
  await deleteContacts(scope.tx, disputeId)
})
